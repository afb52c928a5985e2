import { expect, it } from 'vitest';
import { foundPages } from '../../scripts/bench/intake/degrade.js';
import { resultForms } from '../../scripts/bench/intake/write-results.js';
import { restoreMarkdown } from '../../scripts/commands/restore/restore-text.js';
import { inOrder } from '../../scripts/intake/order/blocks.js';
import { turn } from '../../scripts/intake/order/item.js';
import { readPdf } from '../../scripts/intake/pdf/read-pdf.js';
import type { PrintedLine } from '../../scripts/intake/printed-page.js';
import { decodeSource } from '../../scripts/intake/read-source.js';
import { makePdf, type Words } from './make-pdf.js';

const prose =
  '县水利局昨日派出五个工作组分赴各灌区检查渠道和水库督促有关单位在月底以前完成清淤任务会议要求各乡镇抓住有利时机做好备耕的各项准备工作确保种子化肥农药农机全部到位不误农时农业局还将举办培训班请有经验的农民讲课';

/** The lines of a column, each with different words. */
function column(mark: string, { x, y, lines }: { x: number; y: number; lines: number }): Words[] {
  return Array.from({ length: lines }, (_, row) => {
    const at = (row * 7 + x) % 60;
    const text = `${mark}${prose.slice(at, at + 11)}`;
    return { x, y: y - 15 * row, size: 10, text: row === lines - 1 ? `${text.slice(0, 8)}。` : text };
  });
}

const marksOf = async (pages: readonly (readonly Words[])[]) => {
  const { text } = await decodeSource(makePdf(pages), 'page.pdf');
  return text
    .split(/[\n\f]+/u)
    .filter(Boolean)
    .map((line) => line[0])
    .join('')
    .replace(/(.)\1+/gu, '$1');
};
const head = (text: string, x: number, y: number, size = 22): Words => ({ text, x, y, size });

it('reads columns of three lines one after the other', async () => {
  const page = ['甲', '乙', '丙', '丁'].flatMap((mark, at) =>
    column(mark, { x: 40 + 134 * at, y: 700, lines: 3 }),
  );
  expect(await marksOf([page])).toBe('甲乙丙丁');
});

it('reads one story after the other where their headlines stand beside each other', async () => {
  const page = [
    head('子东渠昨日放水', 60, 740),
    ...column('甲', { x: 40, y: 700, lines: 8 }),
    ...column('乙', { x: 174, y: 700, lines: 8 }),
    head('丑县医院迁入新址', 330, 740),
    ...column('丙', { x: 308, y: 700, lines: 8 }),
    ...column('丁', { x: 442, y: 700, lines: 8 }),
  ];
  expect(await marksOf([page])).toBe('子甲乙丑丙丁');
});

it('goes on under a picture at the foot of one column, and under a headline that is close to the text above', async () => {
  const page = [
    ...column('甲', { x: 40, y: 760, lines: 8 }),
    ...column('甲', { x: 40, y: 540, lines: 4 }),
    ...column('乙', { x: 174, y: 760, lines: 9 }),
    ...column('丙', { x: 308, y: 760, lines: 9 }),
  ];
  expect(await marksOf([page])).toBe('甲乙丙');
  const bands = [
    ...['甲', '乙', '丙'].flatMap((mark, at) => column(mark, { x: 40 + 134 * at, y: 760, lines: 6 })),
    head('子全县春耕备耕座谈会召开', 110, 654),
    ...['丁', '戊', '己'].flatMap((mark, at) => column(mark, { x: 40 + 134 * at, y: 636, lines: 6 })),
  ];
  expect(await marksOf([bands])).toBe('甲乙丙子丁戊己');
});

it('joins the phrases of a headline over a gutter', async () => {
  const page = [
    head('子昨日放水', 46, 740),
    head('灌溉农田', 176, 740),
    ...column('甲', { x: 40, y: 700, lines: 8 }),
    ...column('乙', { x: 174, y: 700, lines: 8 }),
  ];
  const { text } = await decodeSource(makePdf([page]), 'page.pdf');
  expect(text.split('\n')[0]).toMatch(/^子昨日放水[ \u3000]+灌溉农田$/u);
});

it('gives the same Markdown for one page as PDF and in each form of recognition', async () => {
  const page = [
    head('子东渠昨日放水', 60, 640),
    ...column('甲', { x: 40, y: 600, lines: 8 }),
    ...column('乙', { x: 174, y: 600, lines: 8 }),
  ];
  const pdf = makePdf([page, column('丙', { x: 60, y: 500, lines: 9 })]);
  const { markdown } = restoreMarkdown(await decodeSource(pdf, 'page.pdf'));
  const { pages } = await readPdf(pdf, 'page.pdf');
  for (const form of resultForms) {
    const other = await decodeSource(Buffer.from(form.write(foundPages(pages))), 'page');
    expect(restoreMarkdown(other).markdown, form.id).toBe(markdown);
  }
});

it('keeps a headline and a name above their columns, also where the last columns are empty or another story begins', async () => {
  const page = [
    // In the middle of three columns of which the last is empty.
    head('子渠开闸', 185, 740),
    head('名李明', 212, 715, 10),
    ...column('甲', { x: 40, y: 690, lines: 8 }),
    ...column('乙', { x: 174, y: 690, lines: 6 }),
    ...['丙', '丁', '戊'].flatMap((mark, at) => column(mark, { x: 40 + 134 * at, y: 500, lines: 8 })),
  ];
  expect(await marksOf([page])).toBe('子名甲乙丙丁戊');
  const beside = [
    head('子渠开闸', 185, 740),
    ...['甲', '乙', '丙'].flatMap((mark, at) => column(mark, { x: 40 + 134 * at, y: 700, lines: 8 })),
    head('丑院迁入', 455, 740),
    ...column('丁', { x: 442, y: 700, lines: 8 }),
  ];
  expect(await marksOf([beside])).toBe('子甲乙丙丑丁');
});

it('takes raised type in two rows over a headline for its kicker', async () => {
  const page = [
    ...column('甲', { x: 40, y: 760, lines: 8 }),
    head('王县长在灌区调研时强', 40, 600, 11.5),
    head('调', 85, 584, 11.5),
    head('节水要从田头抓起', 32, 556, 16),
    ...column('乙', { x: 40, y: 530, lines: 8 }),
  ];
  const { markdown } = restoreMarkdown(await decodeSource(makePdf([page]), 'page.pdf'));
  expect(markdown).toMatch(/王县长在灌区调研时强调[^#]*\n# 节水要从田头抓起/u);
});

/** A line of 10 pt between two edges, from the top. */
const line = (text: string, [left, right]: [number, number], top: number): PrintedLine => ({
  text,
  direction: 'horizontal',
  size: 10,
  box: { left, right, top, bottom: top + 10 },
});

it('takes a short last line under an indented first line for the same block, though they share no edge', () => {
  const lines = [
    line('县水利局昨日派出工作组', [60, 170], 100),
    line('。', [40, 50], 115),
    line('各乡镇抓住时机做好备耕', [60, 170], 130),
    line('别处的一块', [300, 350], 115),
  ];
  const page = turn({ width: 500, height: 500, lines, rules: [] });
  expect(inOrder(page.items, page).map((block) => block.length)).toEqual([3, 1]);
});

it('keeps the last word of a paragraph behind items that all stand in', () => {
  const lines = [
    line('（一）犯罪情节较轻；', [60, 160], 100),
    line('（二）有悔罪表现；', [60, 150], 112),
    line('（三）没有再犯罪的危', [60, 160], 124),
    line('险；', [40, 60], 136),
    line('（四）没有不良影响。', [60, 160], 148),
    line('别处的一块', [300, 350], 115),
  ];
  const page = turn({ width: 500, height: 500, lines, rules: [] });
  const [first] = inOrder(page.items, page);
  expect(first!.map((item) => item.line.text)).toEqual(lines.slice(0, 5).map(({ text }) => text));
});

it('reads a band after the one above it, though its kicker and a headline beside it leave hardly any white', async () => {
  const page = [
    ...['甲', '乙', '丙'].flatMap((mark, at) =>
      column(mark, { x: 40 + 134 * at, y: 760, lines: at === 2 ? 9 : 6 }),
    ),
    head('子水渠修好', 55, 624, 14),
    ...column('丁', { x: 40, y: 604, lines: 8 }),
    head('丑全县动员起来抢修', 250, 622, 11.5),
    head('寅各乡镇争先恐后清淤忙', 186, 596),
    ...['戊', '己'].flatMap((mark, at) => column(mark, { x: 174 + 134 * at, y: 578, lines: 6 })),
  ];
  expect(await marksOf([page])).toBe('甲乙丙子丁丑寅戊己');
});

it('does not join a full line of two pieces, or the first of a column of two lines, with the next column', async () => {
  const page = [
    ...column('甲', { x: 40, y: 700, lines: 6 }),
    { x: 60, y: 610, size: 10, text: '第四条' },
    { x: 100, y: 610, size: 10, text: '乙县里的水渠' },
    ...column('甲', { x: 40, y: 595, lines: 3 }),
    { x: 174, y: 610, size: 10, text: '丙劳动者的权利' },
    { x: 174, y: 595, size: 10, text: '丙全民所有。' },
  ];
  const { text } = await decodeSource(makePdf([page]), 'page.pdf');
  expect(text).toContain('第四条\u3000乙县里的水渠\n');
});

it('gives the same Markdown where a justified caption has the pitch of the text', async () => {
  const caption = (x: number, y: number): Words[] => [
    ...[...'图为村民在田间抢修水渠'].map((text, at) => ({ x: x + 10.6 * at, y, size: 8.5, text })),
    { x, y: y - 12.5, size: 8.5, text: '和闸门。' },
    { x: x + 51, y: y - 12.5, size: 8.5, text: '李明' },
    { x: x + 76.5, y: y - 12.5, size: 8.5, text: '摄' },
  ];
  const page = [
    head('子东渠昨日放水', 60, 640),
    ...column('甲', { x: 40, y: 600, lines: 8 }),
    ...caption(40, 473),
    ...column('甲', { x: 40, y: 430, lines: 8 }),
    ...column('乙', { x: 174, y: 600, lines: 18 }),
  ];
  const pdf = makePdf([page]);
  const { markdown } = restoreMarkdown(await decodeSource(pdf, 'page.pdf'));
  expect(markdown).toMatch(/^图为村民在田间抢修水渠和闸门。\s?李明\s?摄$/mu);
  const { pages } = await readPdf(pdf, 'page.pdf');
  for (const form of resultForms) {
    const other = await decodeSource(Buffer.from(form.write(foundPages(pages))), 'page');
    expect(restoreMarkdown(other).markdown, form.id).toBe(markdown);
  }
});

it('parts columns by the gutters of the page where a story has two lines in each', async () => {
  const page = [
    ...column('甲', { x: 40, y: 740, lines: 8 }),
    ...column('乙', { x: 174, y: 740, lines: 8 }),
    head('丑县医院迁入新址', 60, 580),
    { x: 40, y: 540, size: 10, text: `丙${prose.slice(0, 11)}` },
    { x: 40, y: 525, size: 10, text: `丙${prose.slice(11, 22)}` },
    { x: 194, y: 540, size: 10, text: `丁${prose.slice(22, 31)}` },
    { x: 174, y: 525, size: 10, text: `丁${prose.slice(31, 42)}` },
  ];
  expect(await marksOf([page])).toBe('甲乙丑丙丁');
});

it('keeps names over columns in one line though a phrase ends where the column does', async () => {
  const page = [
    head('丑县医院昨日迁入新的地址', 40, 780),
    { x: 40, y: 755, size: 10, text: '本报记者吴英通讯员孙兰杰' },
    { x: 168, y: 755, size: 10, text: '周洋英' },
    ...column('甲', { x: 40, y: 730, lines: 8 }),
    ...column('乙', { x: 174, y: 730, lines: 8 }),
  ];
  expect(await marksOf([page])).toBe('丑本甲乙');
});

it.each([
  ['in one piece', [[40, '本报地址：金昌市新华路8号　邮编：737100　广告热线：8212345　本报印刷厂印刷']]],
  [
    'in pieces',
    [
      [40, '社址：兰州市白银路'],
      [170, '邮政编码：730030'],
      [300, '零售每份1.50元'],
    ],
  ],
] as const)(
  'takes what a paper tells of itself at the foot for its imprint, %s beside a column',
  async (_, foot) => {
    const page = [
      head('丑县医院昨日迁入新的地址', 40, 320),
      ...column('甲', { x: 40, y: 290, lines: 13 }).map((one) => ({
        ...one,
        text: one.text.replace('。', '县'),
      })),
      ...column('乙', { x: 174, y: 290, lines: 13 }).map((one) => ({
        ...one,
        text: one.text.replace('。', '县'),
      })),
      ...column('丙', { x: 440, y: 290, lines: 16 }),
      ...foot.map(([x, text]): Words => ({ x, y: 70, size: 8, text })),
    ];
    const { markdown } = restoreMarkdown(await decodeSource(makePdf([page]), 'page.pdf'));
    const [text, furniture] = markdown.split('<!-- furniture');
    for (const [, own] of foot) expect(furniture).toContain(own.slice(0, 12));
    for (const [, own] of foot) expect(text).not.toContain(own.slice(0, 4));
    expect(text!.replace(/[^甲乙丙]/gu, '').replace(/(.)\1+/gu, '$1')).toBe('甲乙丙');
  },
);
