import { describe, expect, it } from 'vitest';
import { restore } from '../../scripts/restore/index.js';
import { countyLines } from './county-prose.js';

/** Prose of a county paper, set 18 em wide; each line in mid-sentence but the last of its paragraph. */
const paragraph = [...countyLines, '民生事业取得新的成绩。'];
/** Whole paragraphs of at least so many lines. */
const prose = (lines: number) =>
  Array.from({ length: Math.ceil(lines / 7) * 7 }, (_, index) => paragraph[index % 7]!);

/** The lines of a text with others inserted at regular intervals, beginning in mid-sentence. */
function withHeads(heads: readonly string[], every = 10): string {
  const lines = prose(heads.length * every + 5);
  heads.forEach((head, index) => {
    lines.splice(4 + index * (every + 1), 0, head);
  });
  return lines.join('\n');
}
const dense = (text: string) => text.replace(/\s/gu, '');
const furnitureOf = (text: string) => restore({ text }).furniture.map((piece) => piece.text);

const numbered = (count: number, label: (number: number) => string, from = 2) =>
  Array.from({ length: count }, (_, index) => label(from + index));

describe('furniture is found by what it is', () => {
  it.each<[string, string[]]>([
    ['bare numbers of four digits', numbered(2, (n) => `${3155 + n}`)],
    ['第 n 页 共 m 页', numbered(2, (n) => `第 ${n} 页 共 12 页`)],
    ['第n页/共m页', numbered(3, (n) => `第${n}页/共9页`)],
    ['n/m', numbered(2, (n) => `${n}/57`)],
    ['[n]', numbered(3, (n) => `[${50 + n}]`)],
    ['五七', ['五七', '五八', '五九']],
    ['·n·', numbered(2, (n) => `·${n}·`)],
    ['— 1021 —', numbered(2, (n) => `— ${1019 + n} —`)],
    ['- n - of full width', numbered(2, (n) => `－${n}－`)],
    ['P2', numbered(2, (n) => `P${n}`)],
    ['Page n of m', numbered(2, (n) => `Page ${n} of 9`)],
    ['a head with its number before', numbered(3, (n) => `${n}　地方新闻`)],
    ['a head whose number changes its side', ['2　地方新闻', '地方新闻　3', '4　地方新闻', '地方新闻　5']],
    ['第 n 版', numbered(3, (n) => `第 ${n} 版`)],
    ['labels of sections', ['A03 城事', 'A12　港聞', '要闻·2版']],
    ['a record of 164 pages', numbered(164, (n) => `立法會 ─ 2010年1月13日　${3230 + n}`)],
    ['heads that only repeat', Array.from({ length: 5 }, () => '县议会正式纪录  甲辰卷')],
  ])('%s', (_, heads) => {
    const found = restore({ text: withHeads(heads) });
    expect(found.furniture.map(({ text }) => dense(text))).toEqual(heads.map(dense));
    // Paragraphs continue across them.
    expect(found.articles.flatMap(({ blocks }) => blocks).every(({ text }) => /[。，]$/u.test(text))).toBe(
      true,
    );
    const told = found.messages.filter(({ told }) => told);
    expect(told.length).toBeGreaterThan(0);
    const counts = told.map(({ reason }) => Number(/^\d+/.exec(reason)![0]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(heads.length);
  });

  it('finds a head beside page numbers or form feeds that stands twice', () => {
    const lines = prose(28);
    lines.splice(10, 0, '— 12 —', '县水利简报　第7期');
    lines.splice(22, 0, '— 13 —', '县水利简报　第7期');
    expect(furnitureOf(lines.join('\n'))).toHaveLength(4);
    const pages = prose(27);
    for (const at of [9, 18]) pages[at] = `\f县水利简报\n${pages[at]}`;
    expect(furnitureOf(pages.join('\n'))).toEqual(['县水利简报', '县水利简报']);
  });

  it.each([
    ['相关链接'],
    ['资料图片'],
    ['新华社记者 王小明 摄'],
    ['本报记者 李文'],
    ['市场行情'],
    ['（据新华社北京电）'],
    ['●简讯'],
  ])('leaves %s in the text, however often it comes', (text) => {
    const lines = prose(56);
    for (const at of [49, 35, 21, 7]) lines.splice(at, 0, text);
    const found = restore({ text: lines.join('\n') });
    expect(found.furniture).toEqual([]);
  });

  it.each([
    [['一', '二', '三']],
    [['1', '2', '3']],
    [['第一节', '第二节', '第三节']],
    [['第1课', '第2课', '第3课']],
    [['（一）', '（二）', '（三）']],
  ])('leaves the numbers of parts in the text: %s', (numbers) => {
    const lines = prose(35);
    for (const [index, at] of [28, 21, 14].entries()) lines.splice(at, 0, numbers[2 - index]!);
    expect(furnitureOf(lines.join('\n'))).toEqual([]);
  });

  it('is put back by one decision', () => {
    const text = withHeads(numbered(3, (n) => `${n}　地方新闻`));
    const off = restore({ text }, { overrides: { off: ['running-head'] } });
    expect(off.furniture).toEqual([]);
  });
});
