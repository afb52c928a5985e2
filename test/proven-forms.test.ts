/**
 * Ordinary forms beside each other that were refused, since a page in print was not the page of the layout, or since the
 * proof expected what such a form does not have. Found by building publications with chosen-at-random choices and blocks.
 */
import { join } from 'node:path';
import { encode } from 'fast-png';
import { afterAll, expect, it } from 'vitest';
import { build } from '../scripts/build-book.js';
import { pdf } from '../scripts/outputs/pdf.js';
import { reportOf } from '../scripts/report.js';
import { newFolder } from './cli/run.js';

const paragraph =
  '今日天气晴好，市民纷纷出游，公园里人头攒动。孩子们放风筝，老人们下象棋，一派祥和景象。孩子们放风筝，老人们下棋。';
const verse = (lines: number) =>
  `<!-- verse -->\n${Array.from({ length: lines }, (_, at) => '春风又绿江南岸明月何时照我还'.slice(0, 4 + ((at * 5) % 11))).join('\n')}`;
const png = (width: number, height: number, gray: number) =>
  encode({ width, height, data: new Uint8Array(width * height).fill(gray), channels: 1, depth: 8 });
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (head: string, ...rows: string[]) => [head, '|---|---|---|', ...rows].join('\n');

/** Rows of pictures of other sizes, at each place of a page; one is printed larger elsewhere, and keeps more pixels. */
const pictures = Array.from({ length: 9 }, (_, lines) =>
  [
    `# 第${'一二三四五六七八九'[lines]}组图`,
    '字'.repeat(18 * lines + 5),
    '![图](a.png) ![图](c.png)',
    paragraph.repeat(3),
    '![图](d.png) ![图](b.png) ![图](c.png)',
    paragraph.repeat(3),
  ].join('\n\n'),
);
const blankRows = [
  table(row('甲', '乙', '丙'), row('1', '2', '3'), row('', '', '')),
  table(row('', '', ''), row('水稻', '120', '吨'), row('', '', ''), row('', '', '')),
  table(row('甲', '乙', '丙'), row('', '', ''), row('小麦', '', '斤')),
];
/** Too wide for a column. */
const wide = [['某某地名'], ['---'], ['12345'], ['一二三四']]
  .map((cell) => row(...Array(8).fill(cell).flat()))
  .join('\n');
/** Verse over and below such a table, of which a page holds the verse alone, in columns that have more overleaf. */
const verses = ['# 长诗与表', verse(33), wide, verse(80), `${paragraph}[^1]`, paragraph, '[^1]: 注文。'].join(
  '\n\n',
);
const stories = [
  ...pictures,
  '# 大图\n\n![景](c.png "湖上")',
  `# 空行的表\n\n${blankRows.join(`\n\n${paragraph}\n\n`)}`,
  verses,
];

const folder = newFolder({
  'manuscript/publication.yaml':
    'title: 试报\ntrim: 大32开\ntheme: newspaper\neditions: [zh-Hans]\npictureDpi: 150\n',
  ...Object.fromEntries(
    stories.map((story, at) => [`manuscript/i/${String(at + 1).padStart(2, '0')}.md`, `${story}\n`]),
  ),
  'manuscript/i/a.png': png(600, 400, 120),
  'manuscript/i/b.png': png(300, 900, 90),
  'manuscript/i/c.png': png(1600, 300, 60),
  'manuscript/i/d.png': png(60, 60, 30),
});
/** A name that takes two lines, headlines as wide as their column, and white pages before a back cover. */
const pairs = newFolder({
  'manuscript/publication.yaml':
    'title: 县志资料选编（一九四九——一九八七）\ntrim: A6\ntheme: newspaper\neditions: [zh-Hans+zh-Hant-TW@columns, zh-Hant-TW]\nparts: [half-title, colophon, back-cover]\npress: {scheme: signatures}\n',
  'manuscript/i/01.md': `# 全球可持续交\n\n${paragraph.slice(0, 30)}\n`,
  'manuscript/j/01.md': `# 报道称中行此\n\n${paragraph}\n`,
  'manuscript/i/en/01.md': '# Non‑breaking\n\nA state‑of‑the‑art well-known hyphen.\n',
  'manuscript/j/02.md': `# 全球可持续交\n\n5月1日—4日，乒乓球――为健儿庆功——好。${paragraph}\n`,
});
const [weather, map, comeIn, rose] = [
  'The weather was fine today, and many people went out for a walk in the park.',
  'Nobody knew where the old map had gone; it was last seen in 1998, in a drawer.',
  '“Come in,” she said, “and tell me everything.”',
  'Production rose by 12.5% to 3,400 tonnes.',
];
const code = '```\nx = 1\nprint(x)\n```';
const by = (lines: string) => `---\n${lines}byline: Zhang San\n---\n`;
const longTitle = '# Nobody knew where the old map had gone; it was last seen in';
/** The third story opens with two lines of code, of which its columns have none on the page of its headline. */
const lowOnPage = newFolder({
  'manuscript/publication.yaml': 'title: 试报\ntrim: A5\ntheme: newspaper\neditions: [en]\n',
  ...Object.fromEntries([1, 2, 3].map((at) => [`manuscript/i/0${at}.md`, `# 题\n\n第${at}条。\n`])),
  'manuscript/i/en/01.md': `${by('')}${longTitle}\n\n*The* weather **was** fine.\n\n> ${weather}\n>\n> ${rose} ${comeIn}\n\n${[weather, rose, rose, comeIn, weather, rose].join(' ')}\n\n${code}\n`,
  'manuscript/i/en/02.md': `${by('kicker: A kicker\n')}# ${rose}\n\n> ${rose}\n>\n> ${rose} ${map} ${rose}\n\n${code}\n`,
  'manuscript/i/en/03.md': `${by('deck: A deck\n')}${longTitle}\n\n${code}\n\n${wide}\n\n${rose} ${map}[^1]\n\n[^1]: ${comeIn}\n`,
});
/** A narrow page, of whose facing Chinese, with readings, eighteen characters are no measure. */
const narrow = newFolder({
  'manuscript/publication.yaml':
    'title: 试报\ntrim: phone\ntheme: newspaper\neditions: [zh-Hans@pinyin+en, zh-Hans+en@facing]\n',
  'manuscript/i/01.md': `# 新加坡卫生部的调查发现，在截至年底\n\n${paragraph}\n\n${table(row('地名', '数', '年'), row('云岭', '12', '1958'))}\n`,
  'manuscript/i/en/01.md': `${longTitle}\n\n${weather}\n\n${table(row('Place', 'Number', 'Year'), row('Yunling', '12', '1958'))}\n`,
});
afterAll(() => {
  narrow.remove();
  lowOnPage.remove();
  folder.remove();
  pairs.remove();
});

it('proves rows of pictures, tables with blank rows, and verse before what else its columns hold', async () => {
  const { report, files } = await build(join(folder.root, 'manuscript', 'i'));
  expect(report.error ?? report.editions[0]!.error).toBeUndefined();
  expect(files.map(({ name }) => name)).toEqual(['zh-Hans.pdf']);
  expect(reportOf(report.editions[0]!, pdf)!.pages).toBeGreaterThan(stories.length);
});

it.each(['i', 'j'])(
  'proves a long name, two languages in columns, and white pages of issue %s',
  async (issue) => {
    const { report, files } = await build(join(pairs.root, 'manuscript', issue));
    expect(report.error ?? report.editions.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(files.length).toBeGreaterThanOrEqual(4);
  },
);

it('proves hyphens of another code point that a browser sets as hyphens', async () => {
  const { report } = await build(join(pairs.root, 'manuscript', 'i'), { editions: ['en'] });
  expect(report.error ?? report.editions[0]!.error).toBeUndefined();
});

it('keeps the first lines of a story on the page of its headline, whatever they are', async () => {
  const { report } = await build(join(lowOnPage.root, 'manuscript', 'i'));
  expect(report.error ?? report.editions[0]!.error).toBeUndefined();
});

it('sets facing pages no wider than a narrow page, with readings, too', async () => {
  const { report } = await build(join(narrow.root, 'manuscript', 'i'));
  expect(report.error).toBeUndefined();
  expect(report.editions.map(({ error }) => error)).toEqual([undefined, undefined]);
});

it.each([126, 127])('keeps the last row of a table of %d under its head, in columns', async (rows) => {
  const body = Array.from({ length: rows }, (_, at) => row(`${1900 + at}`, `${at * 7}`, `${at}%`));
  const { root, remove } = newFolder({
    'manuscript/publication.yaml': 'title: 试报\ntrim: A4\ntheme: newspaper\neditions: [zh-Hans]\n',
    'manuscript/i/01.md': `# 表\n\n${'字'.repeat(100)}\n\n${table(row('年份', '总产', '增长'), ...body)}\n`,
    'manuscript/j/01.md': `# 表\n\n${table(row('甲', '乙', '丙'), ...body.slice(0, 24), row('1', paragraph.repeat(4), ''), row('', '', ''))}\n`,
  });
  try {
    const { report } = await build(join(root, 'manuscript', rows === 126 ? 'i' : 'j'));
    expect(report.error ?? report.editions[0]!.error).toBeUndefined();
  } finally {
    remove();
  }
});
