import { strToU8, zipSync } from 'fflate';
import { png } from '../../edits/png.js';
import { type Attack, type AttackKind, many } from '../attack.js';

const source = (name: string, file: string, content: string | Uint8Array, ends: Attack['ends']): Attack => ({
  name: `${file}: ${name}`,
  files: { 'manuscript/a/01.md': null, [`manuscript/a/source.${file}`]: content },
  args: ['restore', 'manuscript/a'],
  ends,
});

const wordXml = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function docx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const main = strToU8(`<w:document ${wordXml}><w:body>${body}</w:body></w:document>`);
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': main, ...more });
}
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const nested = (tag: string, depth: number, inner: string) =>
  `${`<${tag}>`.repeat(depth)}${inner}${`</${tag}>`.repeat(depth)}`;

/** A DOCX whose directory says that a part has 100 bytes, and whose part has 60 MB. */
function lyingDocx(): Uint8Array {
  const file = Buffer.from(docx(paragraph('甲'.repeat(20_000_000))));
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 1))
    file.writeUInt32LE(100, at + 24);
  return file;
}

const html = (body: string) =>
  `<!doctype html><html><head><title>甲</title></head><body>${body}</body></html>`;
const prose = '今日天气晴好，市民纷纷出游，公园里人来人往，十分热闹。';

const alto = (body: string) =>
  `<?xml version="1.0"?><alto><Layout><Page WIDTH="1000" HEIGHT="1000"><PrintSpace>${body}</PrintSpace></Page></Layout></alto>`;
const altoLine = (attributes: string, text = '今日晴') =>
  `<TextLine ${attributes}><String CONTENT="${text}" ${attributes}/></TextLine>`;

const hocr = (box: string) =>
  `<html><body><div class="ocr_page" title="bbox 0 0 1000 1000"><span class="ocr_line" title="bbox ${box}">今日晴</span></div></body></html>`;

const json = (value: unknown) => JSON.stringify(value);
const paddle = (boxes: readonly unknown[], texts: readonly unknown[] = boxes.map(() => '今日晴')) =>
  json({ rec_texts: texts, rec_boxes: boxes, rec_scores: boxes.map(() => 1) });

const pdf = (objects: readonly string[]) =>
  Buffer.from(
    `%PDF-1.7\n${objects.map((body, at) => `${at + 1} 0 obj ${body} endobj\n`).join('')}trailer <</Root 1 0 R>>\n%%EOF\n`,
    'latin1',
  );
const onePage = (content: string, resources = '') =>
  pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 999 999]/Contents 4 0 R/Resources<<${resources}>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ]);

/** Sources of other kinds than text: office documents, web pages, results of recognition, PDFs. */
export const readers: AttackKind = {
  name: 'readers',
  attacks: () => [
    source('tables 3,000 deep', 'docx', docx(nested('w:tbl', 3_000, paragraph('甲'))), 'told'),
    source('runs 20,000 deep', 'docx', docx(`<w:p>${nested('w:r', 20_000, '<w:t>甲</w:t>')}</w:p>`), 'told'),
    source('50,000 paragraphs', 'docx', docx(paragraph(prose).repeat(50_000)), 'told'),
    source('a bomb', 'docx', docx(paragraph('甲'.repeat(20_000_000))), /./),
    source('a bomb that lies', 'docx', lyingDocx(), /./),
    source('cut', 'docx', docx(paragraph(prose)).subarray(0, 150), /./),
    source('no text', 'docx', docx(''), /./),
    source('no part of text', 'docx', zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), /./),
    source(
      'styles that are broken',
      'docx',
      docx(paragraph(prose), { 'word/styles.xml': strToU8('<a') }),
      'told',
    ),
    source(
      'laughs',
      'docx',
      zipSync({
        'word/document.xml': strToU8(
          `<!DOCTYPE a [<!ENTITY a "甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;">]><w:document ${wordXml}>${paragraph('&b;')}</w:document>`,
        ),
      }),
      'told',
    ),
    source(
      'names that lead out',
      'docx',
      docx(paragraph(prose), { '../../../outside/x': strToU8('甲') }),
      'done',
    ),
    source('elements 50,000 deep', 'html', html(nested('div', 50_000, prose)), 'told'),
    source('tables 2,000 deep', 'html', html(nested('table><tr><td', 2_000, prose)), 'told'),
    source('open attributes', 'html', html('<a href="'.repeat(many)), /./),
    source(
      '100,000 open elements of style',
      'html',
      html(`${'<b><i><font>'.repeat(1_000)}${prose}`.repeat(30)),
      'told',
    ),
    source('links alone', 'html', html('<a href="x">甲乙丙丁</a>'.repeat(20_000)), /./),
    source('comments without end', 'html', html('<!--'.repeat(many)), /./),
    source('a charset that does not exist', 'html', html(`<meta charset="klingon">${prose}`), 'told'),
    source('200,000 entities', 'html', html(`${prose}${'&lt;&#20013;&nosuch;'.repeat(70_000)}`), 'told'),
    source(
      'numbers that are none',
      'xml',
      alto(altoLine('HPOS="NaN" VPOS="1e999" WIDTH="-5" HEIGHT="0"').repeat(50)),
      'told',
    ),
    source(
      'numbers beyond paper',
      'xml',
      alto(altoLine('HPOS="1e300" VPOS="-1e300" WIDTH="1e308" HEIGHT="1e308"').repeat(50)),
      'told',
    ),
    source(
      '30,000 lines at one place',
      'xml',
      alto(altoLine('HPOS="1" VPOS="1" WIDTH="50" HEIGHT="9"').repeat(30_000)),
      'told',
    ),
    source(
      'blocks 20,000 deep',
      'xml',
      alto(nested('ComposedBlock', 20_000, altoLine('HPOS="1" VPOS="1" WIDTH="50" HEIGHT="9"'))),
      'told',
    ),
    source('no line', 'xml', alto(''), /./),
    source('boxes that are none', 'hocr', hocr('x y z w'), 'told'),
    source('boxes turned over', 'hocr', hocr('900 900 -1 -1').repeat(30), 'told'),
    source('lists 100,000 deep', 'json', `{"rec_texts":${'['.repeat(many)}`, /./),
    source('objects 50,000 deep', 'json', `${'{"res":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'told'),
    source('inherited names', 'json', '{"__proto__":{"rec_texts":["今日晴"]},"constructor":1}', 'told'),
    source('boxes of strings', 'json', paddle([['a', 'b', 'c', 'd'], null, 5]), 'told'),
    source(
      'boxes beyond paper',
      'json',
      paddle(Array.from({ length: 50 }, () => [1e300, -1e300, 1e308, 1e308])),
      'told',
    ),
    source(
      'texts that are none',
      'json',
      paddle(
        [
          [0, 0, 9, 9],
          [0, 9, 9, 18],
        ],
        [null, { a: 1 }],
      ),
      'told',
    ),
    source(
      '20,000 boxes',
      'json',
      paddle(Array.from({ length: 20_000 }, (_, at) => [at % 100, at / 9, 90, at / 9 + 9])),
      'told',
    ),
    source('a cut one', 'json', paddle([[0, 0, 9, 9]]).slice(0, -9), 'told'),
    source(
      'rows without columns',
      'tsv',
      `level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n${'5\t1\n'.repeat(5_000)}`,
      /./,
    ),
    source(
      'numbers that are none',
      'tsv',
      `level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n${'5\t1e9\t1\t1\tx\t1\tNaN\t-1\t1e300\t0\t-1\t今日晴\n'.repeat(5_000)}`,
      'told',
    ),
    source('no page', 'pdf', pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']), /./),
    source(
      'pages in a circle',
      'pdf',
      pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 900000>>']),
      /./,
    ),
    source('a million operators', 'pdf', onePage('q Q '.repeat(1_000_000)), /./),
    source(
      'forms in a circle',
      'pdf',
      pdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources 5 0 R>>',
        '<</Length 5>>stream\n/F Do\nendstream',
        '<</XObject<</F 6 0 R>>>>',
        '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 5 0 R/Length 11>>stream\n/F Do /F Do\nendstream',
      ]),
      /./,
    ),
    source(
      'a page of a kilometre',
      'pdf',
      Buffer.from(
        onePage('0 0 m 9 9 l S').toString('latin1').replace('[0 0 999 999]', '[0 0 9e9 9e9]'),
        'latin1',
      ),
      'told',
    ),
    source(
      'locked',
      'pdf',
      Buffer.from(
        onePage('')
          .toString('latin1')
          .replace(
            '/Root 1 0 R',
            '/Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3/O(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)/U(bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)/P -1>>/ID[(a)(b)]',
          ),
        'latin1',
      ),
      /./,
    ),
    source(
      'a pointer of Git LFS',
      'pdf',
      'version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 12345\n',
      'told',
    ),
    source('a picture', 'txt', png(50, 50, 50), /./),
    source('a shell', 'txt', Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(2_000, 1)]), /./),
  ],
};
