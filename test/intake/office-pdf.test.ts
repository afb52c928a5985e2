import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { composeSource } from '../../scripts/intake/compose-source.js';
import { readTables } from '../../scripts/intake/order/ruled-tables.js';
import type { Glyph } from '../../scripts/intake/pdf/glyphs.js';
import { linesOf as joinGlyphs } from '../../scripts/intake/pdf/lines.js';
import type { PrintedLine, PrintedPage } from '../../scripts/intake/printed-page.js';
import { decodeSource } from '../../scripts/intake/read-source.js';
import { column, makePdf, type Words } from './make-pdf.js';

// Kinds of PDFs that word processors and browsers print: notes, tables, lists, watermarks, two rows of heads.
const read = (bytes: Uint8Array) => decodeSource(bytes, 'page.pdf');
const linesOf = ({ text }: { text: string }) => text.split(/[\n\f]+/u).filter((line) => line !== '');
const prose = [
  '县水利局昨日派出五个工作组分赴',
  '各灌区检查渠道和水库，督促有关',
  '单位在月底以前完成清淤任务。',
];

it.each([
  ['a sign of a note', '①', 6.5, 5],
  ['a sign of a note in brackets', '[12]', 6, 5],
  ['a power', '2', 7, 4],
  ['an index', '2', 7, -2],
])('keeps %s in its line', async (_, sign, size, raise) => {
  const before = '据县水利志记载';
  const signWidth = size * (sign === '①' ? 1 : sign.length);
  const words: Words[] = [
    { x: 50, y: 700, size: 12, text: before },
    { x: 50 + 12 * before.length, y: 700 + raise, size, text: sign },
    { x: 50 + 12 * before.length + signWidth, y: 700, size: 12, text: '，东干渠全长' },
    ...column(prose, { x: 50, y: 680, size: 12 }),
  ];
  expect(linesOf(await read(makePdf([words])))).toEqual([`${before}${sign}，东干渠全长`, ...prose]);
});

it('keeps a sign that begins a line in that line', async () => {
  const words: Words[] = [
    ...column(prose.slice(0, 2), { x: 50, y: 718, size: 12 }),
    { x: 50, y: 687, size: 6.5, text: '②' },
    { x: 56.5, y: 682, size: 12, text: '，单位在月底以前完成。' },
  ];
  expect(linesOf(await read(makePdf([words])))).toEqual([...prose.slice(0, 2), '②，单位在月底以前完成。']);
});

const glyph = (text: string, [left, top]: [number, number], object: number): Glyph => ({
  text,
  box: { left, top, right: left + (text === ' ' ? 3 : 10), bottom: top + 10 },
  size: 10,
  weight: 400,
  isTurned: false,
  isBlank: text === ' ',
  object,
});

it('keeps bullets apart that follow each other in the file, with blanks between', () => {
  const bullets = [0, 16, 32].flatMap((top) => [glyph('•', [40, top], top), glyph(' ', [50, top], top)]);
  const text = [...'硬化村内道路'].map((char, at) => glyph(char, [60 + 10 * at, 0], 99));
  expect(joinGlyphs([...text, ...bullets]).map((one) => one.text)).toEqual(['硬化村内道路', '•', '•', '•']);
});

it('takes a soft hyphen that is drawn within a line for a hyphen', () => {
  const line = [...'well\u00adknown'].map((char, at) => glyph(char, [10 * at, 0], at));
  expect(joinGlyphs(line).map(({ text }) => text)).toEqual(['well-known']);
  const broken = [...'mea\u00ad'].map((char, at) => glyph(char, [10 * at, 0], at));
  expect(joinGlyphs(broken).map(({ text }) => text)).toEqual(['mea\u00ad']);
});

it.each([
  ['with a typed blank', [glyph(' ', [20, 0], 3)], 4],
  ['in one text object', [], 1],
])('keeps Latin words %s in their justified line, and cells of figures apart', (_, blank, object) => {
  const row = (first: string, second: string) =>
    joinGlyphs([
      ...[...first].map((char, at) => glyph(char, [10 * at, 0], 1)),
      ...blank,
      ...[...second].map((char, at) => glyph(char, [10 * (first.length + at) + 15, 0], object)),
    ]).map(({ text }) => text);
  expect(row('of', 'the')).toEqual(['of the']);
  expect(row('12', '34')).toEqual(['12', '34']);
});

it('keeps columns of Latin apart whose paragraphs stand in by one em and a half', async () => {
  const first = [
    '   The county opened its second bridge',
    'across the river on Monday, nearly three',
    'years after the floods carried away the',
    'first. About four hundred people were',
  ];
  const more = [
    'let through at noon and the mayor said',
    'that it would stay open all year for',
    '   Everyone who came to see the new one',
    'was glad of it and of the good weather',
  ];
  const second = [
    '   Engineers say that the deck stands',
    'four metres above the highest water and',
    'that it is safe for everyone who comes.',
  ];
  const rows = (lines: readonly string[], x: number) =>
    lines.map((text, at) => ({
      x: x + (text.startsWith(' ') ? 15 : 0),
      y: 700 - 15 * at,
      size: 10,
      text: text.trim(),
    }));
  const narrow = makePdf([[...rows([...first, ...more], 50), ...rows(second, 262)]])
    .toString('latin1')
    .replace('/DW 1000', '/DW 500');
  const { text } = await read(Buffer.from(narrow, 'latin1'));
  expect(linesOf({ text })).toEqual([...first, ...more, ...second].map((line) => line.trim()));
});

it('leaves words in smaller type beside a headline apart', () => {
  const glyph = (text: string, [left, bottom, size]: [number, number, number]): Glyph => ({
    text,
    box: { left, top: bottom - size, right: left + size, bottom },
    size,
    weight: 400,
    isTurned: false,
    isBlank: false,
    object: 1,
  });
  const headline = [...'水渠开闸'].map((text, at) => glyph(text, [30 * at, 100, 30]));
  const beside = [...'本报讯'].map((text, at) => glyph(text, [122 + 10 * at, 98, 10]));
  expect(joinGlyphs([...headline, ...beside]).map(({ text }) => text)).toEqual(['水渠开闸', '本报讯']);
});

it('tells a watermark, and does not read it as text', async () => {
  const pdf = await PDFDocument.load(makePdf([column(prose, { x: 50, y: 700, size: 12 })]));
  pdf.getPage(0).drawText('DRAFT', { x: 100, y: 300, size: 80, rotate: degrees(35) });
  const source = await read(await pdf.save());
  expect(linesOf(source)).toEqual(prose);
  expect(source.told).toEqual([expect.stringMatching(/stand askew on page 1.*DRAFT/u)]);
});

it('tells pages whose fonts do not say which characters they draw, as some programs rewrite them', async () => {
  const map = { font: 'FZSSJW--GB1-0', map: 'UniGB-UCS2-H', encoding: 'utf16be' };
  const garbled = [
    '㮝㧌⅗Ⓢ㍑ⵯ‶ἄ⤼㓦㌟㮝㩋',
    '㧌㩋溮圗ㄽ䄣⥎⩅溮ἀ拟崮⃙⑳',
    '㮝㧌㩋㓽㓩㓩㓩㓩㓩㓩㮝㮝㮝㮝㮝㮝㧌㧌㧌',
  ];
  const told = async (lines: string[]) =>
    (await read(makePdf([column(lines, { x: 50, y: 700, size: 12 })], map))).told;
  expect(await told(garbled)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Fonts of page 1 of the PDF do not tell/u)]),
  );
  expect(await told(prose)).toBeUndefined();
});

it('sets the head and the foot aside that a browser prints around those of the page', async () => {
  const page = (number: number): Words[] => [
    { x: 50, y: 780, size: 8, text: '2025/11/27 20:33' },
    { x: 200, y: 760, size: 9, text: '清水县文史资料' },
    ...column(prose, { x: 50, y: 700, size: 12 }),
    { x: 290, y: 40, size: 9, text: `— ${number} —` },
    { x: 50, y: 20, size: 8, text: `file.html ${number}/2` },
  ];
  const { layout, text } = await read(makePdf([page(1), page(2)]));
  const inner = layout!.lines.filter(({ edge }) => !edge).map(({ start, end }) => text.slice(start, end));
  expect(inner).toEqual([...prose, ...prose]);
});

const line = (text: string, [left, top]: [number, number], size = 10): PrintedLine => ({
  text,
  direction: 'horizontal',
  size,
  box: {
    left,
    top,
    right: left + (size / (text.charCodeAt(0) < 256 ? 2 : 1)) * text.length,
    bottom: top + size,
  },
});
const rule = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

it('reads a list with its signs', () => {
  const items = ['硬化村内道路四十七公里；', '安装路灯一千二百盏；', '建成文化广场九处，栽树八万余株。'];
  const lines = items.flatMap((text, at) => [
    line('•', [40, 100 + 15 * at]),
    line(text, [56, 100 + 15 * at]),
  ]);
  const { text } = composeSource([{ width: 400, height: 400, lines, rules: [] }], 'page.pdf');
  expect(linesOf({ text })).toEqual(items.map((item) => expect.stringMatching(`^•.{0,2}${item}$`)));
});

/** A table of four columns with all its rules; its cells are in the order of columns. */
function table(): PrintedPage {
  const cells = [
    ['年份', '1949', '1978'],
    ['人口', '11,203', '17,846'],
    ['乡镇企业', '', '三十六家，其中造纸厂'],
    ['耕地（亩）', '28,450', '27,900'],
  ];
  const xs = [40, 100, 160, 270, 340];
  const ys = [100, 120, 140, 175];
  const lines = cells.flatMap((own, x) =>
    own.flatMap((text, y) => {
      if (text === '') return [];
      if (text.length < 10) return [line(text, [xs[x]! + 5, ys[y]! + 5])];
      return [
        line(text.slice(0, 5), [xs[x]! + 5, ys[y]! + 5]),
        line(text.slice(5), [xs[x]! + 5, ys[y]! + 20]),
      ];
    }),
  );
  const rules = [...ys.map((y) => rule(40, y, 340, y + 0.5)), ...xs.map((x) => rule(x, 100, x + 0.5, 175))];
  return { width: 400, height: 400, lines, rules };
}

it('reads a ruled table row by row, with cells of two lines and without text', () => {
  expect(readTables(table()).lines.map(({ text }) => text)).toEqual([
    '| 年份 | 人口 | 乡镇企业 | 耕地（亩） |',
    '| 1949 | 11,203 |  | 28,450 |',
    '| 1978 | 17,846 | 三十六家，其中造纸厂 | 27,900 |',
  ]);
});

it('leaves stories apart whose rules meet like those of a table', () => {
  const rows = Array.from({ length: 12 }, (_, at) => at);
  const lines = [40, 200].flatMap((x) =>
    [100, 320].flatMap((top) => rows.map((at) => line('县水利局昨日派出五个工作', [x, top + 15 * at]))),
  );
  const rules = [
    ...[90, 305, 520].map((y) => rule(30, y, 350, y + 1)),
    ...[30, 180, 350].map((x) => rule(x, 90, x + 1, 520)),
  ];
  expect(readTables({ width: 400, height: 600, lines, rules }).lines).toEqual(lines);
});
