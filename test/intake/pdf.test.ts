import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import { readPdf } from '../../scripts/intake/pdf/read-pdf.js';
import { decodeSource, readSource } from '../../scripts/intake/read-source.js';
import { column, founder, makePdf, type Words } from './make-pdf.js';

const read = (bytes: Uint8Array) => decodeSource(bytes, 'page.pdf');
const refusal = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'not refused',
    (error) => formatMessage(error),
  );
const linesOf = ({ text }: { text: string }) => text.split(/[\n\f]+/u).filter((line) => line !== '');

const left = ['市人大常委会昨日举行会议，听取', '并审议了政府关于水利工作的报', '告，决定任命了一批干部。'];
const right = ['本报讯昨日，我市召开农业工作', '座谈会，各乡镇负责人参加了会', '议，并就春耕备耕作了发言。'];

it.each([
  { font: 'FZXBSJW--GB1-0', map: 'GBK-EUC-H', encoding: 'gbk' },
  { font: 'FZSSJW--GB1-0', map: 'GBK2K-H', encoding: 'gb18030' },
  { font: 'FZKTJW--GB1-0', map: 'UniGB-UCS2-H', encoding: 'utf16be' },
  { font: 'FZHTJW--GB1-0', map: 'GB-EUC-H', encoding: 'gb2312' },
])('reads $font in $map, which says nothing about Unicode', async (font) => {
  const { text, layout } = await read(makePdf([column(left, { x: 50, y: 700, size: 12 })], font));
  expect(linesOf({ text })).toEqual(left);
  expect(layout?.lines.map(({ size }) => Math.round(size))).toEqual([12, 12, 12]);
  expect(text).not.toMatch(/[\ufffd\ue000-\uf8ff\u2e80-\u2fdf]/u);
});

it('reads Traditional in the encoding of Taiwan', async () => {
  const big5 = { font: 'MingLiU', map: 'ETen-B5-H', encoding: 'big5', ordering: 'CNS1' };
  const words = ['縣議會昨日舉行會議，聽取縣府', '關於水利工作之報告。'];
  expect(linesOf(await read(makePdf([column(words, { x: 50, y: 700, size: 12 })], big5)))).toEqual(words);
});

it.each(['GBK-EUC-V', 'UniGB-UCS2-V', 'UniGB-UTF16-V'])(
  'reads vertical lines in %s whose font is not embedded',
  async (map) => {
    const vertical = { font: 'FZSSJW--GB1-0', map, encoding: map.startsWith('GBK') ? 'gbk' : 'utf16be' };
    const words = left.map((text, index) => ({ x: 500 - 20 * index, y: 750, size: 12, text }));
    const { text, layout, told } = await read(
      makePdf([[...words.toReversed(), { x: 440, y: 750, size: 12, text: '一' }]], vertical),
    );
    // A single character is read, too.
    expect(linesOf({ text }).toSorted()).toEqual([...left, '一'].toSorted());
    expect(told).toBeUndefined();
    expect(layout?.lines.map(({ direction }) => direction).slice(0, 3)).toEqual(left.map(() => 'vertical'));
    expect(layout?.lines[0]?.box.left).toBeCloseTo(494, 0);
    expect(layout?.lines[0]?.box.top).toBeCloseTo(50, 0);
  },
);

it('reads one column after the other, whatever order they were written in', async () => {
  const a = column(left, { x: 50, y: 650, size: 10 });
  const b = column(right, { x: 220, y: 650, size: 10 });
  const headline = [{ x: 60, y: 700, size: 24, text: '全市农业工作座谈会召开' }];
  const mixed = a.flatMap((word, index) => [word, b[index]!]);
  for (const words of [mixed, [...b, ...a]]) {
    const source = await read(makePdf([[...words, ...headline]]));
    expect(linesOf(source)).toEqual([headline[0]!.text, ...left, ...right]);
  }
});

describe('a byline over columns', () => {
  const words = '市人大常委会昨日举行会议听取并审议了政府关于水利工作的报告决定任命了一批干部全县农业座谈会';
  const lines = (from: number) =>
    Array.from({ length: 6 }, (_, row) =>
      words.slice((from + row * 3) % 20, ((from + row * 3) % 20) + (row === 5 ? 6 : 10)),
    );
  const columns = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      column(lines(index * 5), { x: 40 + index * 112, y: 650, size: 10 }),
    );
  const headline = { x: 150, y: 700, size: 24, text: '全市农业工作座谈会召开' };
  const expected = (count: number, byline: string) => [
    headline.text,
    byline,
    ...Array.from({ length: count }, (_, index) => lines(index * 5)).flat(),
  ];

  it('is read before them, where it stands over the middle one', async () => {
    const byline = { x: 279, y: 672, size: 10, text: '本报记者李文洋' };
    const { text } = await read(makePdf([[headline, ...columns(5).flat(), byline]]));
    expect(linesOf({ text })).toEqual(expected(5, byline.text));
  });

  it('is read before them, where its names stand on both sides of a gutter', async () => {
    const names = [
      { x: 218, y: 672, size: 10, text: '记者郭刚' },
      { x: 268, y: 672, size: 10, text: '陈杰强' },
    ];
    const { text } = await read(makePdf([[headline, ...columns(4).flat(), ...names]]));
    expect(linesOf({ text })).toEqual(expected(4, '记者郭刚　陈杰强'));
  });
});

it('gives each character of one wide glyph its place, as of three dashes', async () => {
  const identity = { font: 'NotoSansCJKsc', map: 'Identity-H', encoding: 'utf16be' };
  const codes = ['<2014> <201420142014>', '<53bf> <53bf>', '<6c34> <6c34>', '<5229> <5229>', '<5c40> <5c40>'];
  const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 5 beginbfchar ${codes.join(' ')} endbfchar endcmap end`;
  // PDFium looks for the objects by itself where their table is wrong.
  const pdf = makePdf([[{ x: 50, y: 700, size: 10, text: '—县水利局' }]], identity)
    .toString('latin1')
    .replace('/DescendantFonts', '/ToUnicode 99 0 R/DescendantFonts')
    .replace('/DW 1000', '/DW 1000/W[8212[3000]]')
    .replace('\nxref', `\n99 0 obj\n<</Length ${map.length}>>stream\n${map}\nendstream\nendobj\nxref`)
    .replace(/startxref\n\d+/u, 'startxref\n9');
  const { pages } = await readPdf(Buffer.from(pdf, 'latin1'), 'page.pdf');
  expect(pages[0]!.lines.map(({ text }) => text)).toEqual(['———县水利局']);
  expect(pages[0]!.lines[0]!.box.right).toBeCloseTo(120, 0);
});

it('knows where each line stands, and how long lines of its column are', async () => {
  const { text, layout } = await read(makePdf([column(left, { x: 50, y: 700, size: 12 })]));
  const [first, , last] = layout!.lines;
  expect(text.slice(first!.start, first!.end)).toBe(left[0]);
  expect(first!.box.left).toBeCloseTo(50, 0);
  expect(first!.measure[1] - first!.measure[0]).toBeCloseTo(left[0]!.length * 12, 0);
  expect(last!.box.right).toBeLessThan(last!.measure[1]);
});

it('tells which pages have no text', async () => {
  const page = column(left, { x: 50, y: 700, size: 12 });
  const { text, told } = await read(makePdf([page, [], page, []]));
  expect(linesOf({ text })).toEqual([...left, ...left]);
  expect(told).toEqual([expect.stringMatching(/^Pages 2, 4 of the PDF have no text/)]);
});

it('sets running heads and folios apart by their place', async () => {
  const page = (number: number, lines: readonly string[]) => [
    { x: 50, y: 770, size: 8, text: '永昌乡土报' },
    ...column(lines, { x: 50, y: 700, size: 12 }),
    { x: 290, y: 30, size: 8, text: `${number}` },
  ];
  const { text, layout } = await read(makePdf([page(3, left), page(4, right)]));
  const edges = layout!.lines.flatMap(({ edge, start, end }) =>
    edge ? [`${edge} ${text.slice(start, end)}`] : [],
  );
  expect(edges).toEqual([
    'running-head 永昌乡土报',
    'page-number 3',
    'running-head 永昌乡土报',
    'page-number 4',
  ]);
});

it('reads several files as the pages of one issue', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-pages-'));
  const paths = [left, right].map((lines, index) => {
    const path = join(folder, `source.${index + 1}.pdf`);
    writeFileSync(path, makePdf([column(lines, { x: 50, y: 700, size: 12 })]));
    return path;
  });
  const source = await readSource(paths);
  expect(linesOf(source)).toEqual([...left, ...right]);
  expect(source.layout?.pages.length).toBe(2);
  writeFileSync(join(folder, 'source.txt'), left.join('\n'));
  await expect(readSource([...paths, join(folder, 'source.txt')])).rejects.toThrow('plain text');
  rmSync(folder, { recursive: true });
});

it('says what hinders it, and what helps', async () => {
  const good = makePdf([column(left, { x: 50, y: 700, size: 12 })]);
  expect(await refusal(makePdf([[]]))).toMatch(/only pictures[\s\S]*OCR/);
  expect(await refusal(good.subarray(0, 100))).toMatch(/damaged[\s\S]*save it again/);
  const zeros = '0'.repeat(64);
  const lock = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${zeros}>/U<${zeros}>>>`;
  expect(await refusal(makePdf([column(left, { x: 50, y: 700, size: 12 })], founder, lock))).toMatch(
    /protected by a password/,
  );
  expect(await refusal(makePdf(Array.from({ length: 2001 }, () => [])))).toMatch(/2001 pages/);
});

it('reads lines of the same words, and characters that are placed one by one, in fonts that are not embedded', async () => {
  const same = '同上一栏所列各项经费';
  const rows = Array.from({ length: 12 }, (_, row) => ({ x: 60, y: 700 - 16 * row, size: 10, text: same }));
  expect(linesOf(await decodeSource(makePdf([rows]), 'page.pdf'))).toEqual(rows.map(() => same));
  const single = [...same].map((text, at) => ({ x: 60 + 10 * at, y: 700, size: 10, text }));
  for (const map of [founder, { ...founder, map: 'GB-EUC-H' }])
    expect(linesOf(await decodeSource(makePdf([single], map), 'page.pdf'))).toEqual([same]);
});

describe('a scan with a text layer', () => {
  const sentences = [
    '县水利局昨日派出五个工作组，分',
    '赴各灌区检查渠道和水库，督促有',
    '关单位在月底以前完成清淤任务。',
  ];
  /** Words of two or three characters with a blank behind, in type of another size than the scan's. */
  const layer = (text: string, { x, y }: { x: number; y: number }): Words[] => {
    const words = text.match(/.{1,3}/gu)!;
    return words.map((word, index) => ({
      x: x + 30 * index,
      y,
      size: 12,
      text: `${word} `,
      hidden: (100 * 10 * word.length) / (12 * (word.length + 0.5)),
    }));
  };
  const rows = (x: number) => sentences.flatMap((text, row) => layer(text, { x, y: 700 - 16 * row }));

  it('gives lines without the blanks between its words, and keeps columns apart', async () => {
    // Row by row, as programs write that saw no gutter.
    const page = sentences.flatMap((text, row) =>
      [60, 240].flatMap((x) => layer(text, { x, y: 700 - 16 * row })),
    );
    for (const words of [rows(60).concat(rows(240)), page]) {
      const { text } = await decodeSource(makePdf([words]), 'scan.pdf');
      expect(text.trim().split('\n')).toEqual([...sentences, ...sentences]);
    }
  });

  it('is told apart from visible text with some invisible words', async () => {
    const visible = column(sentences, { x: 60, y: 700, size: 10 });
    const { text } = await decodeSource(
      makePdf([[...visible, { x: 60, y: 100, size: 10, text: '水印', hidden: 100 }]]),
      'page.pdf',
    );
    expect(text).toContain(sentences.join('\n'));
  });
});

describe('a page whose text does not stand upright in the file', () => {
  const lines = ['全县掀起春耕备耕热潮', '连日来各乡镇抢抓农时组织群众', '开展备耕到处是繁忙的景象。'];
  const upright = makePdf([column(lines, { x: 60, y: 700, size: 10 })]).toString('latin1');
  const place = /1 0 0 1 (\S+) (\S+) Tm/gu;
  it.each([
    [
      'is turned by the file',
      '0 1 -1 0',
      ([x, y]: [number, number]) => [800 - y, x],
      '[0 0 800 600]/Rotate 90',
    ],
    ['is sideways', '0 1 -1 0', ([x, y]: [number, number]) => [800 - y, x], '[0 0 800 600]'],
    ['is upside down', '-1 0 0 -1', ([x, y]: [number, number]) => [600 - x, 800 - y], '[0 0 600 800]'],
  ])('%s is read as upright', async (_, matrix, placed, box) => {
    const turned = upright
      .replace(place, (__, x, y) => `${matrix} ${placed([Number(x), Number(y)]).join(' ')} Tm`)
      .replace('[0 0 600 800]', box);
    const [found, expected] = await Promise.all(
      [turned, upright].map((file) => read(Buffer.from(file, 'latin1'))),
    );
    expect(linesOf(found!)).toEqual(lines);
    expect(found!.layout!.pages).toEqual(expected!.layout!.pages);
    found!.layout!.lines.forEach(({ box: own, direction }, index) => {
      expect(direction).toBe('horizontal');
      expect(Math.abs(own.left - expected!.layout!.lines[index]!.box.left)).toBeLessThan(1);
    });
  });

  it.each([90, 180, 270])('is upright, and shown turned by %i degrees', async (degrees) => {
    const figures = [...'全长12.86公里'].map((text, at) => ({ x: 60 + 6 * at, y: 600, size: 10, text }));
    const words = column(['The bridge was opened', 'in 1958 by the mayor.'], { x: 60, y: 700, size: 10 });
    for (const page of [[...words, ...figures], words]) {
      const turned = makePdf([page])
        .toString('latin1')
        .replace('[0 0 600 800]', `[0 0 600 800]/Rotate ${degrees}`)
        .replace('/DW 1000', '/DW 600');
      const { text, layout } = await read(Buffer.from(turned, 'latin1'));
      expect(linesOf({ text })).toEqual([
        ...words.map((one) => one.text),
        ...(page === words ? [] : ['全长12.86公里']),
      ]);
      expect(layout!.pages).toEqual([expect.objectContaining({ width: 600, height: 800 })]);
    }
  });
});
