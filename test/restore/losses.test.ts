import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Restoration } from '../../scripts/article/restoration.js';
import { restore } from '../../scripts/restore/index.js';

const sample = readFileSync(
  join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26/source.txt'),
  'utf8',
);
const page = [
  '全县水利工作会议昨日在县城召开',
  '当清晨的第一缕阳光洒向大地，来自',
  '全县各条战线的代表们满怀信心，迈着坚',
  '定的步伐走进会场，共商发展大计。',
  '会议认真回顾了过去一年的工作，指',
  '出全县经济稳中有进，农业增产、工业增',
  '效、农民增收，各项主要指标好于预期，',
  '民生事业取得新的成绩。',
  '与会人员一致认为，目标已经明确，',
  '关键在于落实，要抓到底。',
];
const visible = (text: string) => text.replace(/\s/gu, '');

/** The visible characters of a source that are in no piece, and explained by no edit. */
function lost(source: string, { articles, furniture, edits }: Restoration): string {
  const covered = new Uint8Array(source.length);
  const pieces = articles.flatMap(({ headline, kicker, deck, byline, blocks }) => [
    ...[headline, kicker, deck, byline].flatMap((piece) => piece ?? []),
    ...blocks,
  ]);
  for (const { ranges } of [...pieces, ...furniture])
    for (const [start, end] of ranges) covered.fill(1, start, end);
  for (const { start, end } of edits) covered.fill(1, start, end);
  return visible(
    [...source].length === source.length ? [...source].filter((_, at) => !covered[at]).join('') : '',
  );
}

/** Number of lines that the restoration removed without a message. */
function untold({ furniture, messages }: Restoration): number {
  const counted = messages.flatMap(({ told, reason }) =>
    told ? Number(/^\d+/u.exec(reason)?.[0] ?? 0) : [],
  );
  return furniture.filter(({ text }) => text !== '').length - counted.reduce((sum, count) => sum + count, 0);
}

describe('nothing leaves the text, or its place, without a message', () => {
  it.each([
    ['a line that comes four times', '相关链接'],
    ['a credit that comes four times', '新华社记者 王小明 摄'],
    ['a page number in a sentence', '3157'],
    ['a dressed page number', '— 12 —'],
    ['a section label', 'A03 城事'],
    ['an imprint', '责任编辑：王小明　美编：李文'],
    ['a telephone number', '新闻热线：0935-8212345'],
    ['a tail', '（据新华社北京12月30日电）'],
    ['a byline', '本报记者　王林𬭎'],
    ['a jump', '（下转 第 4 版）'],
    ['a middle part', '（上接一版）中段的话（下转三版）'],
    ['a table’s row', '1952   1 042   —   —'],
    ['a list of names', '马建国　王秀英（女，回族）　丁　某'],
    ['a dash of the Symbol font', '其實\uf8e7我反對'],
    ['a lost byte', '发展大\ufffd计'],
    ['tags', '<p>一段<br/>又一段</p><b>重</b>'],
    ['Markdown', '## 小标题'],
    ['form feeds', '\f县水利简报\f'],
  ])('%s, once and four times', (_, planted) => {
    for (const places of [[5], [1, 3, 6, 8]]) {
      const lines = [...page];
      for (const at of places.toReversed()) lines.splice(at, 0, planted);
      const source = lines.join('\n');
      const found = restore({ text: source });
      expect(lost(source, found)).toBe('');
      expect(untold(found)).toBe(0);
    }
  });

  it('stories keep the order of the source where no title and no jump moves one', () => {
    const source = [...page.slice(1), ...page.slice(1)].join('\n');
    const { articles } = restore({ text: source });
    const starts = articles.flatMap(({ blocks }) => blocks.map(({ ranges }) => ranges[0]![0]));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});

/** A seeded row of numbers from 0 to 1 (a linear congruence, Numerical Recipes). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const shards = [
  '（上接一版）',
  '（下转三版）',
  '\f',
  '— 3 —',
  '<p>',
  '&nbsp;',
  '# ',
  '---',
  '<!-- list -->',
  '\uf8e7',
  '　　',
  '1952   —   3',
  '\\',
  '”',
  '|',
  '\ufffd',
  '𬭎',
  '摄',
  '图为',
  '2025年2月26日',
];

/** A part of the page with lines removed, duplicated, moved, and marks of every kind inserted. */
function mutated(seed: number): string {
  const random = randomOf(seed);
  const all = sample.split('\n');
  const from = Math.floor(random() * (all.length - 30));
  const lines = all.slice(from, from + 10 + Math.floor(random() * 20));
  for (let step = 0; step < 6; step++) {
    const at = Math.floor(random() * lines.length);
    const kind = Math.floor(random() * 5);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, lines[Math.floor(random() * lines.length)] ?? '');
    else if (kind === 2) lines.splice(at, 0, shards[Math.floor(random() * shards.length)]!);
    else {
      const line = lines[at] ?? '';
      const cut = Math.floor(random() * line.length);
      const shard = shards[Math.floor(random() * shards.length)]!;
      lines[at] = `${line.slice(0, cut)}${shard}${line.slice(cut + (kind === 3 ? 3 : 0))}`;
    }
  }
  return lines.join('\n');
}

it('restores mutated pages without a crash, and keeps its promises on each', () => {
  // A part of the bench of changes; `restore` itself throws where a promise is broken.
  for (let seed = 1; seed <= 150; seed++) {
    const text = mutated(seed);
    let failure = '';
    try {
      restore({ text });
    } catch (error) {
      failure = `seed ${seed}: ${error}`;
    }
    expect(failure).toBe('');
  }
});
