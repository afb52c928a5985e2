import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import { decodeSource } from '../../scripts/intake/read-source.js';

const left = ['市人大常委会昨日举行会议，听取', '并审议了政府关于水利工作的报告', '，决定任命一批干部。'];
const right = ['县农业局昨日派出五个工作组分赴', '各乡镇检查春耕，督促有关单位在', '月底以前完成清淤任务。'];
const lines = [
  ...right.map((text, row) => ({ text, x: 440, y: 240 + 30 * row })),
  ...left.map((text, row) => ({ text, x: 60, y: 240 + 30 * row })),
].map((line) => ({ ...line, width: 20 * line.text.length }));
const ordered = [...left, ...right];
const filed = [...right, ...left];

const read = (text: string | Uint8Array) =>
  decodeSource(typeof text === 'string' ? Buffer.from(text) : text, 'page.x');
const refusal = (text: string | Uint8Array) =>
  read(text).then(
    () => 'not refused',
    (error) => formatMessage(error),
  );
const linesOf = ({ text }: { text: string }) => text.split(/[\n\f]+/u).filter(Boolean);

const alto = (attributes: (line: (typeof lines)[number]) => string) =>
  `<?xml version="1.0" encoding="UTF-8"?><alto><Layout><Page WIDTH="800" HEIGHT="1100"><PrintSpace><TextBlock>${lines.map((line) => `<TextLine ${attributes(line)}><String CONTENT="${line.text}"/></TextLine>`).join('')}</TextBlock></PrintSpace></Page></Layout></alto>`;
const usual = alto(({ x, y, width }) => `HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="20"`);
const page = (inner: string) => `<PcGts><Page imageWidth="800" imageHeight="1100">${inner}</Page></PcGts>`;
const outline = (x: number, y: number, width: number, height: number) =>
  `<Coords points="${x},${y} ${x + width},${y + height}"/>`;
const result = {
  rec_texts: lines.map(({ text }) => text),
  rec_boxes: lines.map(({ x, y, width }) => [x, y, x + width, y + 20]),
};
const json = JSON.stringify(result);

describe('odd results of recognition are read as they are meant', () => {
  it.each<[string, string | Uint8Array]>([
    [
      'numbers with a comma',
      alto(({ x, y, width }) => `HPOS="${x},5" VPOS="${y},0" WIDTH="${width}" HEIGHT="20"`),
    ],
    ['XML that says UTF-8 and is GB18030', iconv.encode(usual, 'gb18030')],
    [
      'JSON in UTF-16, as a shell of Windows writes it',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json, 'utf16le')]),
    ],
    ['JSON behind what the program said', `Creating model: PP-OCRv5\nUsing CPU\n${json}`],
    ['boxes far outside of the page', JSON.stringify({ ...result, width: 10, height: 10 })],
    [
      'an Azure-like file with escapes',
      json.replace(/[^\x20-\x7e]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    [
      'text in PlainText of PAGE',
      page(
        lines
          .map(
            ({ text, x, y, width }) =>
              `<TextRegion><TextLine>${outline(x, y, width, 20)}<TextEquiv><PlainText>${text}</PlainText></TextEquiv></TextLine></TextRegion>`,
          )
          .join(''),
      ),
    ],
    [
      'regions of PAGE without lines',
      page(
        [right, left]
          .map(
            (own, at) =>
              `<TextRegion>${outline(at ? 60 : 440, 240, 300, 80)}<TextEquiv><Unicode>${own.join('\n')}</Unicode></TextEquiv></TextRegion>`,
          )
          .join(''),
      ),
    ],
    [
      'TSV without the names of its columns',
      lines
        .map(({ text, x, y, width }, at) => `5\t1\t1\t1\t${at}\t1\t${x}\t${y}\t${width}\t20\t96.5\t${text}`)
        .join('\n'),
    ],
    [
      'what the server of PaddleOCR answers',
      JSON.stringify({ errorCode: 0, result: { ocrResults: [{ prunedResult: result }], dataInfo: {} } }),
    ],
    [
      'hOCR of words alone',
      `<div class="ocr_page" title="bbox 0 0 800 1100">${lines.map(({ text, x, y, width }) => `<span class="ocrx_word" title="bbox ${x} ${y} ${x + width} ${y + 20}">${text}</span>`).join('')}</div>`,
    ],
    [
      'XML of DjVu',
      `<?xml version="1.0"?><!DOCTYPE DjVuXML><DjVuXML><BODY><OBJECT width="800" height="1100"><HIDDENTEXT>${lines.map(({ text, x, y, width }) => `<LINE><WORD coords="${x},${y + 20},${x + 80},${y}">${text.slice(0, 4)}</WORD><WORD coords="${x + 80},${y + 20},${x + width},${y}">${text.slice(4)}</WORD></LINE>`).join('')}</HIDDENTEXT></OBJECT></BODY></DjVuXML>`,
    ],
    [
      'pdftotext -bbox',
      `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><doc>\n<page width="800" height="1100">${lines.map(({ text, x, y, width }) => `<word xMin="${x}" yMin="${y}" xMax="${x + width}" yMax="${y + 20}">${text}</word>`).join('')}</page></doc></body></html>`,
    ],
    [
      'pdftohtml -xml',
      `<?xml version="1.0"?><!DOCTYPE pdf2xml SYSTEM "pdf2xml.dtd"><pdf2xml><page number="1" width="800" height="1100">${lines.map(({ text, x, y, width }) => `<text left="${x}" top="${y}" width="${width}" height="20" font="0">${text}</text>`).join('')}</page></pdf2xml>`,
    ],
  ])('%s', async (_, text) => {
    expect(linesOf(await read(text))).toEqual(ordered);
  });

  it('asks what a control character was, which XML forbids', async () => {
    expect((await read(usual.replace('市人大', '市\x01人大'))).text).toContain('市\ufffd人大');
  });

  it('takes values of JSON one after another for pages', async () => {
    const pretty = JSON.stringify(result, null, 2);
    for (const text of [`${pretty}\n${pretty}`, json + json])
      expect((await read(text)).layout!.pages.length).toBe(2);
  });

  it.each<[string, string]>([
    [
      'hOCR without places',
      `<div class="ocr_page">${lines.map(({ text }) => `<span class="ocr_line">${text}</span>\n`).join('')}</div>`,
    ],
    [
      'PAGE without places',
      page(
        `<TextRegion>${lines.map(({ text }) => `<TextLine><TextEquiv><Unicode>${text}</Unicode></TextEquiv></TextLine>`).join('')}</TextRegion>`,
      ),
    ],
    ['boxes that are null', JSON.stringify({ ...result, rec_boxes: null })],
  ])('gives %s as a text', async (_, text) => {
    const source = await read(text);
    expect(linesOf(source)).toEqual(filed);
    expect(source.layout).toBeUndefined();
  });

  it('tells the lines whose boxes are missing', async () => {
    const { told } = await read(JSON.stringify({ ...result, rec_boxes: result.rec_boxes.slice(0, 4) }));
    expect(told).toEqual([expect.stringMatching(/^2 lines of the result have no box.*并审议/u)]);
    expect((await read(json)).told).toBeUndefined();
  });
});

describe('what has no reader is refused by its name', () => {
  const stored = (mimetype: string) => zipSync({ mimetype: strToU8(mimetype) }, { level: 0 });
  it.each<[RegExp, string | Uint8Array]>([
    [/an RTF document[\s\S]*\.docx/u, String.raw`{\rtf1\ansi}`],
    [/an OpenDocument[\s\S]*\.docx/u, stored('application/vnd.oasis.opendocument.text')],
    [/an e-book \(EPUB\)[\s\S]*calibre/u, stored('application/epub+zip')],
    [/an OFD file[\s\S]*PDF/u, zipSync({ 'OFD.xml': strToU8('<OFD/>') })],
    [/a file of CNKI/u, Buffer.from('CAJ\0\0\0\0')],
    [/for the Kindle/u, Buffer.concat([Buffer.alloc(60, 1), Buffer.from('BOOKMOBI')])],
    [
      /a web archive[\s\S]*\.html/u,
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x',
    ],
    [/JSON, but of no recognition program/u, '{}'],
    [/JSON, but of no recognition program/u, '[[]]'],
    [/JSON, but of no recognition program/u, '[ "市人大常委会", "昨日举行会议" ]'],
    [/an e-mail/u, 'Received: from a\n by b\nFrom: a@b\nSubject: x\nMIME-Version: 1.0\n\n5biC5Lq6'],
    [/Not valid XML/u, usual.replace('市人大', '市&人大')],
    [/has no text/u, page('<TextRegion><Coords points="1,1 9,9"/></TextRegion>')],
  ])('%s', async (message, bytes) => {
    expect(await refusal(bytes)).toMatch(message);
  });

  it('never reads a file that XML names', async () => {
    const names = usual.replace('<alto>', '<!DOCTYPE alto [<!ENTITY x SYSTEM "file:///etc/passwd">]><alto>');
    expect(await refusal(names.replace('市人大', '&x;'))).toMatch(/Not valid XML/u);
  });
});

describe('a DOCX', () => {
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const docx = (body: string, parts: Record<string, string>) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document ${word}><w:body>${body}</w:body></w:document>`),
      ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}`, strToU8(xml)])),
    });
  const paragraph = (text: string, about = '') =>
    `<w:p><w:pPr>${about}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const inList = (list: number, depth: number) =>
    `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
  const level = (depth: number, form: string, pattern: string) =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering = `<w:numbering ${word}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf06c')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="20"/></w:lvlOverride></w:num></w:numbering>`;

  it('has the numbers that the word processor writes before paragraphs', async () => {
    const styles = `<w:styles ${word}><w:style w:styleId="a"><w:name w:val="条"/><w:pPr>${inList(1, 0)}</w:pPr></w:style></w:styles>`;
    const body = [
      paragraph('为了加强水利建设。', inList(1, 0)),
      paragraph('清淤；', inList(1, 1)),
      paragraph('护岸。', inList(1, 1)),
      paragraph('石料。', inList(1, 2)),
      paragraph('本县适用。', '<w:pStyle w:val="a"/>'),
      paragraph('种树。', inList(1, 1)),
      paragraph('一个黑点。', inList(2, 0)),
      paragraph('没有编号。', inList(0, 0)),
      paragraph('重新起号。', inList(3, 0)),
    ];
    const { text } = await read(docx(body.join(''), { 'numbering.xml': numbering, 'styles.xml': styles }));
    expect(text.trim().split('\n\n')).toEqual([
      '第一条　为了加强水利建设。',
      '（一）清淤；',
      '（二）护岸。',
      '1. 石料。',
      '第二条　本县适用。',
      '（一）种树。',
      '一个黑点。',
      '没有编号。',
      '第二十条　重新起号。',
    ]);
  });

  it('tells the comments that were not read', async () => {
    const comments = `<w:comments ${word}><w:comment w:id="0">${paragraph('此处应为“水库”')}</w:comment></w:comments>`;
    const { told } = await read(docx(paragraph('全县水车都已清淤。'), { 'comments.xml': comments }));
    expect(told).toEqual([expect.stringMatching(/1 comments .*此处应为“水库”/u)]);
  });
});
