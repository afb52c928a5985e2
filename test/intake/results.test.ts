import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import type { Evidence, FoundPage } from '../../scripts/bench/intake/result-form.js';
import { resultForms } from '../../scripts/bench/intake/write-results.js';
import type { PrintedPage } from '../../scripts/intake/printed-page.js';
import { decodeSource } from '../../scripts/intake/read-source.js';
import { readerOf } from '../../scripts/intake/readers.js';

const read = (text: string | Uint8Array) =>
  decodeSource(typeof text === 'string' ? Buffer.from(text) : text, 'source.x');
const refusal = (text: string | Uint8Array) =>
  read(text).then(
    () => 'not refused',
    (error) => formatMessage(error),
  );
const linesOf = ({ text }: { text: string }) => text.split(/[\n\f]+/u).filter((line) => line !== '');

const left = [
  '市人大常委会昨日举行会议，听取',
  '并审议了政府关于“水利”工作的',
  '报告<一读>，决定任命一批干部。',
];
const right = [
  '本报讯昨日，我市召开农业工作会',
  '座谈会，各乡镇负责人参加了会议',
  '，并就春耕备耕作了发言。',
];
const headline = '全市农业工作会议召开';

function found(): FoundPage {
  const column = (lines: readonly string[], x: number) =>
    lines.map((text, index) => {
      const top = 120 + index * 15;
      return { text, size: 10, box: { left: x, top, right: x + 10 * text.length, bottom: top + 10 } };
    });
  return {
    width: 400,
    height: 600,
    lines: [
      ...column(right, 240),
      { text: headline, size: 24, box: { left: 50, top: 60, right: 290, bottom: 84 } },
      ...column(left, 50),
    ],
  };
}

describe('readers of recognised pages', () => {
  it.each(resultForms.map((form) => [form.id, form] as const))(
    'puts the lines of %s in order',
    async (_, form) => {
      const source = await read(form.write([found(), found()]));
      const page = [headline, ...left, ...right];
      expect(linesOf(source)).toEqual([...page, ...page]);
      expect(source.layout?.pages.length).toBe(2);
      const sizes = source.layout!.lines.map(({ size }) => size);
      expect(sizes[0]! / sizes[1]!).toBeGreaterThan(2);
      expect(sizes[0]! / sizes[1]!).toBeLessThan(2.7);
    },
  );

  it('reads lines that run down the page from right to left', async () => {
    const vertical = (text: string, x: number) => ({
      text,
      size: 10,
      box: { left: x, top: 50, right: x + 10, bottom: 50 + 10 * text.length },
    });
    const lines = ['國立大學昨日開學典禮，校長致', '詞，勉勵諸生努力向學，並報', '告校務。'];
    const page = {
      width: 300,
      height: 400,
      lines: lines.map((text, index) => vertical(text, 200 - 16 * index)),
    };
    for (const form of resultForms) {
      const source = await read(form.write([{ ...page, lines: page.lines.toReversed() }]));
      expect(linesOf(source)).toEqual(lines);
      expect(source.layout?.lines.every(({ direction }) => direction === 'vertical')).toBe(true);
    }
  });

  it('takes boxes with their corners in any order, outside of the page, or none at all', async () => {
    const { lines } = found();
    const rec_texts = lines.map(({ text }) => text);
    const turned = lines.map(({ box: { left: x1, top: y1, right: x2, bottom: y2 } }) => [x2, y2, x1, y1]);
    expect(linesOf(await read(JSON.stringify({ rec_texts, rec_boxes: turned })))).toEqual([
      headline,
      ...left,
      ...right,
    ]);
    expect(linesOf(await read(JSON.stringify({ rec_texts })))).toEqual(rec_texts);
    const small = JSON.stringify({
      width: 10,
      height: 10,
      rec_texts,
      rec_boxes: turned,
      parsing_res_list: [],
    });
    expect(linesOf(await read(small)).toSorted()).toEqual(rec_texts.toSorted());
  });

  it('reads the paragraphs of content_list.json, with headings and tables', async () => {
    const { text } = await read(
      JSON.stringify([
        { type: 'text', text: headline, text_level: 1, page_idx: 0 },
        { type: 'text', text: left.join(''), page_idx: 0 },
        {
          type: 'table',
          table_caption: ['表一'],
          table_body: '<table><tr><td>甲</td><td>乙</td></tr></table>',
          page_idx: 0,
        },
        { type: 'image', img_caption: ['图为会场。'], img_path: 'a.jpg', page_idx: 1 },
      ]),
    );
    expect(text).toBe(`# ${headline}\n\n${left.join('')}\n\n表一\n\n甲　　乙\n\n图为会场。\n`);
  });

  it('reads the paragraphs of a DOCX', async () => {
    const paragraph = (text: string, style = '') =>
      `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const docx = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/styles.xml': strToU8(
        `<w:styles ${word}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`,
      ),
      'word/document.xml': strToU8(
        `<w:document ${word}><w:body>${paragraph(headline, '1')}${paragraph(left.join('').replace('<一读>', ''))}<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc></w:tr></w:tbl></w:body></w:document>`,
      ),
    });
    expect((await read(docx)).text).toBe(`# ${headline}\n\n${left.join('').replace('<一读>', '')}\n\n甲\n`);
    expect(await refusal(docx.slice(0, 300))).toMatch(/DOCX is damaged/);
    expect(
      await refusal(zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/a.xml': strToU8('') })),
    ).toMatch(/not a DOCX/);
  });

  it('reads a saved web page, and tells what it left out', async () => {
    const { text, told } = await read(
      `<!DOCTYPE html><html><head><title>报</title><script>var a="<p>"</script></head><body><ul><li><a href="/">首页</a></li><li><a href="/2">二版</a></li></ul><h2>${headline}</h2><div><p>${left[0]}${left[1]}</p><p>${right.join('')}</p></div><div><a href="/x">上一篇</a></div></body></html>`,
    );
    expect(text).toBe(`## ${headline}\n\n${left[0]}${left[1]}\n\n${right.join('')}\n`);
    expect(told).toEqual([expect.stringMatching(/3 blocks .*首页 \| 二版 \| 上一篇/)]);
  });

  it('says where a damaged result breaks', async () => {
    const write = (id: string) => resultForms.find((form) => form.id === id)!.write([found()]);
    expect(await refusal(write('ALTO 4 in pixel').slice(0, 900))).toMatch(
      /source\.x:\d+:\d+: Not valid XML[\s\S]*incomplete/,
    );
    expect(await refusal(write('PAGE 2019').replace('</Unicode>', '</Unicod>'))).toMatch(
      /source\.x:\d+:\d+: Not valid XML/,
    );
    expect(await refusal(write('PaddleOCR').slice(0, -20))).toMatch(
      /source\.x:1:\d+: This JSON breaks in line 1/,
    );
    expect(await refusal(write('Umi-OCR, a page a line') + write('Umi-OCR').slice(0, 80))).toMatch(
      /breaks in line 2/,
    );
    expect(await refusal(JSON.stringify({ rec_texts: ['甲'], rec_boxes: [[1, 2, 'x', 4]] }))).toMatch(
      /0\.rec_boxes\.0\.2 in a result of PaddleOCR/,
    );
    expect(await refusal(`${write('tesseract TSV')}5\t1\t1`)).toMatch(/line \d+ in the TSV/);
    expect(await refusal('{"rec_texts": []}')).toMatch(/has no text/);
    expect(await refusal('<alto xmlns="x"><Layout/></alto>')).toMatch(/has no text/);
  });

  it('never makes what a bomb of entities would grow to', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `<!ENTITY a${level + 1} "&a${level};&a${level};">`,
    );
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE alto [<!ENTITY a0 "笑">${levels.join('')}]>\n<alto><Layout><Page><TextBlock><TextLine><String CONTENT="&a30;"/></TextLine></TextBlock></Page></Layout></alto>`;
    expect(await refusal(bomb)).toMatch(/Not valid XML|has no text/);
  });
});

it.each([
  // Ink that is lower than that of most characters, and as high.
  ['淤', 8],
  ['成', 0],
])('takes the size of a word and a mark from its column, not from its ink: %s。', async (word, lower) => {
  const lines = [
    '县水利局昨日派出五个工作组分赴各',
    '灌区检查渠道和水库督促有关单位清',
    `${word}。`,
    '会议要求各乡镇抓住时机做好备耕的',
    `${word}。`,
    '农业局还将举办培训班请有经验的农',
    `${word}。`,
  ];
  const result = {
    rec_texts: lines,
    // The ink is narrower than two characters: half of the mark's em is blank.
    rec_boxes: lines.map((line, row) => [
      100,
      100 + 60 * row,
      line.length > 2 ? 740 : 154,
      138 + 60 * row - (line.length > 2 ? 0 : lower),
    ]),
  };
  const { layout } = await decodeSource(Buffer.from(JSON.stringify(result)), 'page.json');
  expect(new Set(layout!.lines.map(({ size }) => Math.round(size))).size).toBe(1);
  expect(new Set(layout!.lines.map(({ column }) => column)).size).toBe(1);
});

it('takes the size of the last words of a caption from its lines, not from the text', async () => {
  const text = [
    '县水利局昨日派出五个工作组分赴各',
    '灌区检查渠道和水库督促有关单位清',
    '会议要求各乡镇抓住时机做好备耕的',
  ];
  const rows: [text: string, left: number, top: number, width: number, height: number][] = [
    ...text.map((line, at): (typeof rows)[number] => [line, 100, 100 + 60 * at, 640, 38]),
    ['图为工作人员在现场查看设备本报记者李', 100, 290, 640, 28],
    ['明摄', 100, 332, 62, 27],
    ...text.map((line, at): (typeof rows)[number] => [line, 100, 400 + 60 * at, 640, 38]),
  ];
  const result = {
    rec_texts: rows.map(([line]) => line),
    rec_boxes: rows.map(([, left, top, width, height]) => [left, top, left + width, top + height]),
  };
  const { layout } = await decodeSource(Buffer.from(JSON.stringify(result)), 'page.json');
  const [first, last] = layout!.lines.slice(3, 5);
  expect(last!.size / layout!.lines[0]!.size).toBeLessThan(0.95);
  expect(Math.max(first!.size, last!.size) / Math.min(first!.size, last!.size)).toBeLessThan(1.1);
  expect(last!.column).toBe(first!.column);
});

describe('what a form tells beside words and places', () => {
  const body = left.map((text, index) => ({
    text,
    size: 10,
    isBold: index === 1,
    box: { left: 50, top: 120 + index * 15, right: 50 + 10 * text.length, bottom: 130 + index * 15 },
  }));
  const page: FoundPage = {
    width: 400,
    height: 600,
    lines: body,
    rules: [{ left: 40, top: 100, right: 360, bottom: 101 }],
    pictures: [{ left: 200, top: 200, right: 300, bottom: 280 }],
  };
  it.each(resultForms.map((form) => [form.id, form] as const))('is read from %s', async (_, form) => {
    const bytes = Buffer.from(form.write([page]));
    const found = await readerOf(bytes).read(bytes, 'page', {});
    if (!('pages' in found)) throw new Error('no pages');
    const [{ lines, rules, pictures = [] }] = found.pages as [PrintedPage];
    const has = (evidence: Evidence) => !form.lacks.includes(evidence);
    const bold = lines.filter(({ weight = 400 }) => weight > 550).map(({ text }) => text);
    expect(bold).toEqual(has('weight') ? [left[1]] : []);
    expect([rules.length, pictures.length]).toEqual([has('rules') ? 1 : 0, has('pictures') ? 1 : 0]);
  });

  it('is no truth: a size that boxes contradict, or a picture with lines in it, is left', async () => {
    const alto = resultForms.find(({ id }) => id.startsWith('ALTO 4'))!;
    const xml = alto
      .write([page])
      .replace('FONTSIZE="10.00" FONTSTYLE="bold"', 'FONTSIZE="40" FONTSTYLE="bold"')
      .replace(
        /<Illustration [^>]*>/u,
        '<Illustration ID="i" HPOS="0" VPOS="0" WIDTH="1600" HEIGHT="2400"/>',
      );
    const bytes = Buffer.from(xml);
    const found = await readerOf(bytes).read(bytes, 'page', {});
    const [{ lines, pictures }] = (found as { pages: PrintedPage[] }).pages as [PrintedPage];
    expect(lines.every(({ size }) => Math.abs(size / lines[0]!.size - 1) < 0.05)).toBe(true);
    expect(pictures).toEqual([]);
  });

  it('is the style of most of a line, not of a name in it', async () => {
    const xml = `<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Styles><TextStyle ID="a" FONTSIZE="10"/><TextStyle ID="b" FONTSIZE="10" FONTSTYLE="bold"/></Styles><Layout><Page WIDTH="900" HEIGHT="900"><PrintSpace><TextBlock><TextLine HPOS="10" VPOS="10" WIDTH="400" HEIGHT="40"><String CONTENT="李明" STYLEREFS="b" HPOS="10" VPOS="10" WIDTH="80" HEIGHT="40"/><String CONTENT="昨日到县水利局上班" STYLEREFS="a" HPOS="90" VPOS="10" WIDTH="320" HEIGHT="40"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;
    expect((await read(xml)).layout!.lines.map(({ weight }) => weight)).toEqual([400]);
  });
});
