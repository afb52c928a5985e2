import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { replay } from '../../scripts/article/ledger.js';
import type { Restoration } from '../../scripts/article/restoration.js';
import { remarkDropFurniture, restore, restoreParse } from '../../scripts/restore/index.js';
import { isSpace } from '../../scripts/text/characters.js';

const sample = readFileSync(
  join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26/source.txt'),
  'utf8',
);
const restored = restore({ text: sample });

function blockTexts({ articles }: Restoration): string[] {
  return articles.flatMap((story) => [
    ...[story.kicker, story.headline, story.deck, story.byline].flatMap((piece) =>
      piece ? [piece.text] : [],
    ),
    ...story.blocks.map(({ text }) => text),
  ]);
}

/** Characters without spaces, in source order. */
function dense(text: string): string {
  return [...text].filter((char) => !isSpace(char)).join('');
}

describe('restore, on the sample', () => {
  it('finds the stories, and gives titles to those that have one', () => {
    expect(restored.articles.map(({ headline, blocks }) => [headline?.text ?? null, blocks.length])).toEqual([
      [null, 20],
      ['绘就新型工业化现代之城锦绣篇章', 16],
      ['把思想和行动统一到大会精神上　切实发挥纪检监察机关监督保障作用', 4],
      [null, 4],
      ['市政协九届四次会议召开提案委员会会议', 4],
      [null, 1],
      ['奋力开创转型跨越高质量发展崭新局面　加快建设幸福美好现代化金昌', 1],
    ]);
  });

  it('tells the parts of a story', () => {
    const [, second, third, , , picture] = restored.articles;
    expect(second!.deck?.text).toBe('——两会代表委员聚焦打造新型工业化的现代之城谈发展');
    expect(second!.byline?.text).toBe('记者　李峰');
    expect(second!.blocks.filter(({ role }) => role === 'crosshead').map(({ text }) => text)).toEqual([
      '强龙头　推动产业转型跨越发展',
      '补链条　培育高质量发展突破点',
      '聚集群　构建现代化产业体系',
    ]);
    expect(third!.kicker?.text).toBe('宿江参加市九届人大五次会议分团审议时指出');
    expect(third!.dateline?.text).toBe('本报讯（记者郭晨阳）');
    expect(picture!.blocks.map(({ role }) => role)).toEqual(['caption']);
    expect(picture!.blocks[0]!.text).toMatch(/^2月25日上午，.*记者　柯玉栋　摄$/u);
  });

  it('leaves no stray blank', () => {
    const kept = blockTexts(restored).flatMap((text) => [...text.matchAll(/[^\S\n]/gu)].map(() => text));
    expect(kept.every((text) => /　/u.test(text) && !/ /u.test(text))).toBe(true);
    expect(kept).toHaveLength(9);
  });

  it('names the measures', () => {
    expect(restored.measures.map(({ style }) => style)).toEqual(restored.measures.map(() => 'kaiming'));
    expect(restored.measures[0]!.em).toBe(14);
  });

  it('sets the text again and finds the lines of the source', () => {
    const sum = (key: 'lines' | 'same') => restored.articles.reduce((all, { reset }) => all + reset[key], 0);
    expect(sum('lines')).toBeGreaterThan(350);
    expect(sum('same') / sum('lines')).toBeGreaterThanOrEqual(0.93);
  });

  it('says of each border of lines how sure it is', () => {
    expect(restored.gaps.length).toBeGreaterThan(400);
    expect(restored.gaps.filter(({ certainty }) => certainty === 'certain').length).toBeGreaterThan(290);
    const border = restored.gaps.find(({ start }) => sample.slice(start - 3, start) === '好步？')!;
    expect(border.joined).toBe(true);
    expect(border.certainty).not.toBe('certain');
  });

  it('asks about the headline that shares few words with its story', () => {
    expect(restored.messages.map(({ ruleId }) => ruleId)).toContain('attach-title');
  });
});

describe('restore', () => {
  const fragments = [
    '中国人民',
    '第五次会议',
    '增长',
    '，',
    '。',
    '“',
    '”',
    '（',
    '）',
    '——',
    '……',
    '：',
    '；',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '\u3000',
    '\t',
    '\f',
    '\u0085',
    '\u2028',
    '2025',
    '13.6%',
    '％',
    'MES',
    'in-',
    '⽉',
    '\uf9dd',
    '\u200b',
    '\u00ad',
    '\ud800',
    '\udc00',
    '😀',
    '记者 李 峰',
    '图为',
    '摄',
    '本报讯（记者',
    '2月25日',
    '（下转2版）',
    '（接一版）',
    'A2版',
    '"',
    '...',
    '一、',
    '（一）',
    '#',
    '*',
    '_',
    '>',
    '+',
    '<b>',
    '&amp;',
    '|',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.array(fc.constantFrom(...fragments), { maxLength: 80 }).map((parts) => parts.join('')),
  );

  it('ends without a throw on any Unicode, and keeps its promises', () => {
    fc.assert(
      fc.property(text, (source) => {
        const result = restore({ text: source });
        for (const story of result.articles) {
          for (const block of story.blocks)
            expect(replay(source, result.edits, block.ranges)).toBe(block.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every character of clean text', () => {
    const word = fc.constantFrom(
      '会议指出',
      '坚持稳中求进',
      '2025年',
      '增长5%',
      '高质量发展',
      '代表们',
      '“十四五”',
      '（草案）',
    );
    const sentence = fc.array(word, { minLength: 3, maxLength: 14 }).map((words) => `${words.join('，')}。`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const result = restore({ text: `${paragraphs.join('\n\n')}\n` });
        expect(dense(blockTexts(result).join(''))).toBe(dense(paragraphs.join('')));
      }),
      { numRuns: 50 },
    );
  });

  it('is idempotent', () => {
    const once = blockTexts(restored);
    const twice = blockTexts(restore({ text: once.join('\n\n') }));
    expect(twice).toEqual(once);
  });

  it.each([
    ['carriage returns', (source: string) => source.replaceAll('\n', '\r\n')],
    ['zero-width spaces', (source: string) => source.replaceAll('\n', '\u200b\n')],
    ['single newlines', (source: string) => source.replaceAll('\n\n', '\n')],
    ['more blank lines', (source: string) => source.replaceAll('\n\n', '\n\n\n')],
    ['form feeds', (source: string) => `\f${source}\f`],
  ])('does not move a boundary for %s', (_, change) => {
    expect(blockTexts(restore({ text: change(sample) }))).toEqual(blockTexts(restored));
  });

  it('asks where neither width nor punctuation decides, and gives the other reading', () => {
    // No indents, and a last line that is full: the two readings print the same.
    const sentence = '会议指出要坚持稳中求进总基调。';
    const lines = Array.from({ length: 12 }, () => sentence);
    const { gaps, messages } = restore({ text: lines.join('\n') });
    expect(gaps.some(({ certainty }) => certainty !== 'certain')).toBe(true);
    for (const { start, end } of gaps.filter(({ certainty }) => certainty === 'open'))
      expect(
        messages.find((message) => message.start === start && message.end === end)?.candidates,
      ).toHaveLength(1);
  });

  it.each([
    ['one line of 1 MB', '会议指出，要坚持稳中求进工作总基调。'.repeat(18_000)],
    ['many rows of cells', '字\t字\n'.repeat(4000)],
    ['many blanks in a line', '字 '.repeat(150_000)],
    ['many lines of verse', '床前明月光，\n'.repeat(2000)],
  ])('takes %s', (_, text) => {
    const found = restore({ text });
    expect(dense(blockTexts(found).join('')).length).toBe(dense(text).length);
  });

  it('gives the same paragraphs from two halves of a page', () => {
    const cut = sample.indexOf('本报讯（记者郭晨阳）');
    const halves = [sample.slice(0, cut), sample.slice(cut)].map((half) => restore({ text: half }));
    expect(halves.flatMap(blockTexts).sort()).toEqual(blockTexts(restored).sort());
  });

  it('takes characters active in Markdown for text', async () => {
    const source = '1.工业 *强* 市_兴_市\n\n# 不是标题 <b>粗</b> &amp; |表|\n\n+ 加号开头的一行文字。\n';
    const file = await unified()
      .use(restoreParse, { disable: ['markdown', 'html'] })
      .use(remarkDropFurniture)
      .use(remarkStringify)
      .process(source);
    const back = String(file)
      .replace(/\\([!-~])/g, '$1')
      .replaceAll('&#x20;', ' ')
      .replace(/^#+ (?=1\.|# )/gm, '');
    for (const mark of ['*强*', '_兴_', '# 不是标题', '<b>', '&amp;', '|表|', '+ 加号'])
      expect(back).toContain(mark);
  });

  it('can do without a rule', () => {
    const without = restore({ text: sample }, { disable: ['justification-space'] });
    expect(without.edits.filter(({ rule }) => rule === 'justification-space')).toEqual([]);
    expect(blockTexts(without).join('')).toContain('620 亿元');
  });
});
