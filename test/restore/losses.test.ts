import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Overrides } from '../../scripts/article/overrides-file.js';
import type { Restoration } from '../../scripts/article/restoration.js';
import { mutatePage } from '../../scripts/bench/mutations/mutate.js';
import { newRandom } from '../../scripts/bench/random.js';
import { restore } from '../../scripts/restore/index.js';
import { countyLines } from './county-prose.js';

const sample = readFileSync(
  join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26/source.txt'),
  'utf8',
);
const page = [
  '全县水利工作会议昨日在县城召开',
  ...countyLines,
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
  const counted = messages.flatMap(({ told, ruleId, reason }) =>
    told && !ruleId.startsWith('move-') ? Number(/^\d+/u.exec(reason)?.[0] ?? 0) : [],
  );
  return furniture.filter(({ text }) => text !== '').length - counted.reduce((sum, count) => sum + count, 0);
}

/** Where the pieces stand in the source, in the order of the result. */
const order = ({ articles }: Restoration) =>
  articles.flatMap(({ kicker, headline, deck, byline, blocks }) =>
    [kicker, headline, deck, byline, ...blocks].flatMap((piece) => (piece ? [piece.ranges[0]![0]] : [])),
  );

const body = page.slice(1);
const second = [
  '新修的东渠昨日放水，沿渠九个村的',
  '农田得到灌溉，村民们在渠边燃放鞭炮。',
  '东渠全长二十三公里，历时两年建成，',
  '投入劳力四万人次。',
];
const moved: [string, { source: string; kind: string; undo: Partial<Overrides>; text: string }][] = [
  [
    'a title that stood behind its story',
    {
      source: [...body, '全县各条战线代表共商发展大计', '', ...second, '东渠放水灌溉九村农田'].join('\n'),
      kind: 'move-title',
      undo: { title: [{ title: '全县各条战线代表共商发展大计' }, { title: '东渠放水灌溉九村农田' }] },
      text: '东渠放水灌溉九村农田',
    },
  ],
  [
    'a story that jumps',
    {
      source: [
        '东渠放水灌溉九村农田',
        `${second[0]}${second[1]}（下转二版）`,
        '全县水利工作会议召开',
        body.join(''),
        `（上接一版）${second[2]}${second[3]}`,
      ].join('\n'),
      kind: 'move-jump',
      undo: {
        role: [
          { text: '（下转二版）', role: 'paragraph' },
          { text: '（上接一版）', role: 'paragraph' },
        ],
      },
      text: '（上接一版）',
    },
  ],
];

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

  it.each(moved)('%s is told, once for a kind, with what puts it back', (_, { source, kind, undo, text }) => {
    const found = restore({ text: source });
    const told = found.messages.filter(({ ruleId }) => ruleId === kind);
    expect(told).toHaveLength(1);
    expect(told[0]!.told).toBe(true);
    expect(order(found)).not.toEqual(order(found).toSorted((a, b) => a - b));
    const back = restore({ text: source }, { overrides: undo });
    expect(order(back)).toEqual(order(back).toSorted((a, b) => a - b));
    expect(JSON.stringify(back.articles)).toContain(text);
    expect(back.messages.filter(({ ruleId }) => ruleId === kind)).toEqual([]);
  });

  it('a title that shares no words with the story above stays in its place, with a message', () => {
    const source = [...page.slice(1), '春风又绿江南岸', '', ...page.slice(1, 4)].join('\n');
    const found = restore({ text: source });
    expect(order(found)).toEqual(order(found).toSorted((a, b) => a - b));
  });

  it('stories keep the order of the source where no title and no jump moves one', () => {
    const source = [...page.slice(1), ...page.slice(1)].join('\n');
    const { articles } = restore({ text: source });
    const starts = articles.flatMap(({ blocks }) => blocks.map(({ ranges }) => ranges[0]![0]));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});

it('restores mutated pages without a crash, and keeps its promises on each', () => {
  // A share of what `npm run bench -- mutations` runs; `restore` itself throws where a promise is broken.
  for (let seed = 1; seed <= 150; seed++) {
    const text = mutatePage(sample, newRandom(seed));
    let failure = '';
    try {
      restore({ text });
    } catch (error) {
      failure = `seed ${seed}: ${error}`;
    }
    expect(failure).toBe('');
  }
});

it('keeps a name that stands alone, before a picture or another story', () => {
  for (const around of [
    [...body, '（记者周桂艳）', '图为会议现场。　本报记者　李明　摄'],
    ['（记者周桂艳）', '图为会议现场。　本报记者　李明　摄', ...body],
    ['县城昨日降雨', '（记者周桂艳）', '东渠昨日放水', ...second],
  ]) {
    const source = `${around.join('\n')}\n`;
    expect(lost(source, restore({ text: source }))).toBe('');
  }
});
