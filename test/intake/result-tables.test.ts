import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { restoreMarkdown } from '../../scripts/commands/restore/restore-text.js';
import { decodeSource } from '../../scripts/intake/read-source.js';

const html =
  '<html><body><table><tr><td rowspan="2">乡镇</td><td colspan="2">产量（吨）</td></tr><tr><td>小麦</td><td>玉米</td></tr><tr><td>东河镇</td><td></td><td>3210</td></tr><tr><td>西岭乡</td><td>2876</td><td></td></tr><tr><td>北坡乡</td><td>1904</td><td>88</td></tr></table></body></html>';
const rows = ['乡镇|产量（吨）|', '|小麦|玉米', '东河镇||3210', '西岭乡|2876|', '北坡乡|1904|88'];
const table = `<!-- table -->\n${rows.join('\\\n')}`;
const [before, more] = ['各乡镇今年秋季粮食产量和播种面积的统计如', '下面的表格。'];
const [after, rest] = ['以上各项数字由县统计局提供，截至十月底为', '止。'];

const markdownOf = async (value: unknown) => {
  const source = await decodeSource(Buffer.from(JSON.stringify(value)), 'page.json');
  return restoreMarkdown(source).markdown;
};
const expected = [before + more, '', table, '', after + rest].join('\n');

/** Lines of a column with a table between them, by their boxes. */
const text = [
  { text: before, box: [70, 50, 490, 70] },
  { text: more, box: [50, 75, 176, 95] },
  { text: after, box: [70, 240, 490, 260] },
  { text: rest, box: [50, 265, 92, 285] },
];
const tableBox = [50, 110, 490, 220];
const cells = [
  '乡镇',
  '产量（吨）',
  '小麦',
  '玉米',
  '东河镇',
  '3210',
  '西岭乡',
  '2876',
  '北坡乡',
  '1904',
  '88',
];

describe('tables in the JSON of recognition', () => {
  it('keep their empty cells from middle.json', async () => {
    const lines = text.map((line) => ({
      type: 'text',
      bbox: line.box,
      lines: [{ bbox: line.box, spans: [{ content: line.text }] }],
    }));
    const body = {
      type: 'table_body',
      bbox: tableBox,
      lines: [{ bbox: tableBox, spans: [{ type: 'table', html }] }],
    };
    const blocks = [
      lines[0],
      lines[1],
      { type: 'table', bbox: tableBox, blocks: [body] },
      lines[2],
      lines[3],
    ];
    expect(await markdownOf({ pdf_info: [{ page_size: [600, 800], preproc_blocks: blocks }] })).toContain(
      expected,
    );
  });

  it('keep their empty cells from content_list.json, and the words over them', async () => {
    const list = [
      { type: 'text', text: before + more, page_idx: 0 },
      { type: 'table', table_body: html.replace('<tr>', '<caption>秋粮统计</caption><tr>'), page_idx: 0 },
      { type: 'text', text: after + rest, page_idx: 0 },
    ];
    const markdown = await markdownOf(list);
    expect(markdown).toContain(table);
    expect(markdown).toContain('秋粮统计');
  });

  it.each([
    ['with the lines of the page', true],
    ['as blocks alone', false],
  ])('keep their empty cells from PP-Structure, %s', async (_, hasLines) => {
    const parsing_res_list = [
      { block_bbox: [50, 50, 490, 95], block_label: 'text', block_content: `${before}\n${more}` },
      { block_bbox: tableBox, block_label: 'table', block_content: html },
      { block_bbox: [50, 240, 490, 285], block_label: 'text', block_content: `${after}\n${rest}` },
    ];
    const found = [
      ...text,
      ...cells.map((cell, at) => ({ text: cell, box: [60 + at, 112 + 9 * at, 100 + at, 120 + 9 * at] })),
    ];
    const overall_ocr_res = {
      rec_texts: found.map((one) => one.text),
      rec_boxes: found.map(({ box }) => box),
    };
    const page = { width: 600, height: 800, parsing_res_list, ...(hasLines && { overall_ocr_res }) };
    const markdown = await markdownOf({ res: page });
    expect(markdown).toContain(table);
    if (hasLines) expect(markdown).toContain(expected);
  });

  it('keep their rows where these look like the rows of a headline', async () => {
    const block = (block_label: string, block_content: string, block_bbox: number[]) => ({
      block_label,
      block_content,
      block_bbox,
    });
    const small = '<table><tr><td>甲</td><td></td></tr><tr><td>乙</td><td>1</td></tr></table>';
    const [meeting, council] = [
      '本报讯 昨日，我市召开农业工作座谈会，各乡镇负责人参加了会议，并就春耕备耕作了发言。会议强调，要抓好水利建设，确保不误农时。',
      '市人大常委会昨日举行会议，听取并审议了政府关于水利工作的报告，决定任命一批干部。会议由主任主持，副主任和委员出席会议，有关部门列席。',
    ];
    const parsing_res_list = [
      block('header', '永昌日报　2025年3月2日', [100, 40, 500, 60]),
      block('doc_title', '全市农业工作会议召开', [100, 100, 700, 150]),
      block('text', meeting, [100, 170, 380, 330]),
      block('text', council, [420, 170, 700, 330]),
      block('paragraph_title', '干部培训班开班', [100, 360, 380, 380]),
      block('text', '县委党校干部培训班昨日开班，八十名学员参加培训。', [100, 390, 380, 430]),
      block('table', small, [100, 450, 380, 500]),
      block('image', '', [420, 450, 700, 600]),
      block('figure_title', '图为会场。', [420, 610, 700, 630]),
      block('number', '3', [390, 1050, 410, 1070]),
    ];
    expect(await markdownOf({ width: 800, height: 1100, parsing_res_list })).toContain('甲|\\\n乙|1');
  });

  it('stay lines where the HTML lacks a word of them', async () => {
    const page = {
      parsing_res_list: [{ block_bbox: tableBox, block_label: 'table', block_content: html }],
      overall_ocr_res: {
        rec_texts: ['东河镇　3210　丰收', '西岭乡　2876　歉收', '北坡乡　1904　平收'],
        rec_boxes: [0, 1, 2].map((at) => [60, 120 + 30 * at, 480, 140 + 30 * at]),
      },
    };
    expect(await markdownOf(page)).toContain('丰收');
  });

  it('of one row are a line, and bars in a cell are no borders', async () => {
    const list = (table_body: string) => [{ type: 'table', table_body, page_idx: 0 }];
    expect(await markdownOf(list('<table><tr><td>甲</td><td>乙</td></tr></table>'))).toContain('甲　乙');
    const barred = '<table><tr><td>甲|乙</td><td>丙</td></tr><tr><td></td><td>丁</td></tr></table>';
    expect(await markdownOf(list(barred))).toContain('甲｜乙|丙\\\n|丁');
  });
});

it('keeps the empty and the spanned cells of a DOCX, with words in a text box', async () => {
  const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
  const cell = (inner: string, about = '') => `<w:tc><w:tcPr>${about}</w:tcPr><w:p>${inner}</w:p></w:tc>`;
  const box = `<w:r><w:pict><w:txbxContent><w:p>${run('88')}</w:p></w:txbxContent></w:pict></w:r>`;
  const body = [
    cell(run('乡镇'), '<w:vMerge w:val="restart"/>') + cell(run('产量（吨）'), '<w:gridSpan w:val="2"/>'),
    cell('', '<w:vMerge/>') + cell(run('小麦')) + cell(run('玉米')),
    cell(run('东河镇')) + cell('') + cell(run('3210')),
    cell(run('西岭乡')) + cell(run('2876')) + cell(''),
    cell(run('北坡乡')) + cell(run('1904')) + cell(box),
  ];
  // A field for its content wraps the last row.
  const rowsXml = body.map((own, at) => {
    const row = `<w:tr>${own}</w:tr>`;
    return at === body.length - 1 ? `<w:sdt><w:sdtContent>${row}</w:sdtContent></w:sdt>` : row;
  });
  const docx = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${run(before + more)}</w:p><w:tbl>${rowsXml.join('')}</w:tbl></w:body></w:document>`,
    ),
  });
  const { markdown } = restoreMarkdown(await decodeSource(docx, 'page.docx'));
  expect(markdown).toContain(table);
});
