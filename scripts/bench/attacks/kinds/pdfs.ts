import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { packageRoot } from '../../../article/package-root.js';
import { type Attack, type AttackKind, usualFiles } from '../attack.js';
import { newTree } from '../tree.js';

/** A book of the usual publication and its report, as chongpai makes them. */
async function ownBook(): Promise<{ pdf: Buffer; report: string }> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-book-'));
  try {
    newTree(root, usualFiles);
    await promisify(execFile)(process.execPath, [join(packageRoot, 'scripts', 'bin.mjs'), 'build'], {
      cwd: root,
    });
    const made = (name: string) => readFileSync(join(root, 'build', 'a', name));
    return { pdf: made('zh-Hans.pdf'), report: made('report.json').toString() };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const object = (...bodies: string[]) => bodies.map((body, at) => `${at + 1} 0 obj ${body} endobj\n`).join('');
const file = (body: string, rest = '') =>
  Buffer.from(
    `%PDF-1.7\n${body}xref\ntrailer <</Root 1 0 R/Size 99>>${rest}\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
const stream = (head: string, content: Uint8Array) =>
  `<<${head}/Length ${content.length}>>stream\n${Buffer.from(content).toString('latin1')}\nendstream`;
const page = (content: string) =>
  object(
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>',
    content,
  );

/** Zeros, compressed twice: 500 bytes unpack to 100 MB. */
const zipBomb = deflateSync(deflateSync(Buffer.alloc(10 ** 8)));

const foreign: Record<string, Uint8Array | string> = {
  nothing: '',
  text: 'hello',
  'only a head': '%PDF-1.7\n',
  'no pages': file(object('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>')),
  'a million pages that are not there': file(
    object('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 1000000>>'),
  ),
  'pages that hold themselves': file(
    object('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>'),
  ),
  'a page that is its own parent': file(
    object(
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>',
      '<</Type/Page/Parent 3 0 R>>',
    ),
  ),
  'a name tree that holds itself': file(
    object(
      '<</Type/Catalog/Pages 2 0 R/Names<</Dests 3 0 R>>>>',
      '<</Type/Pages/Kids[]/Count 0>>',
      '<</Kids[3 0 R 3 0 R]>>',
    ),
  ),
  'an outline in a circle': file(
    object(
      '<</Type/Catalog/Pages 2 0 R/Outlines 3 0 R>>',
      '<</Type/Pages/Kids[]/Count 0>>',
      '<</First 4 0 R/Last 4 0 R>>',
      '<</Title(a)/Next 4 0 R/First 4 0 R/Parent 3 0 R>>',
    ),
  ),
  'a tree of structure in a circle': file(
    object(
      '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>>>',
      '<</Type/Pages/Kids[]/Count 0>>',
      '<</Type/StructTreeRoot/K 4 0 R>>',
      '<</S/P/K[4 0 R 4 0 R]>>',
    ),
  ),
  'a form that draws itself': file(
    page(
      stream(
        '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>',
        Buffer.from('/F Do /F Do'),
      ),
    ),
  ),
  'a content of 100 MB in 500 bytes': file(page(stream('/Filter[/FlateDecode/FlateDecode]', zipBomb))),
  'a content of broken zip': file(page(stream('/Filter/FlateDecode', Buffer.from('garbage')))),
  'an unknown filter': file(page(stream('/Filter/Nonsense', Buffer.from('x')))),
  'a content of 10^6 states': file(page(stream('', Buffer.from('q '.repeat(1_000_000))))),
  'a reference to itself': file(object('1 0 R', '2 0 R')),
  'encrypted by nobody': file(
    object('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'),
    '<</Encrypt<</Filter/Standard/V 9/R 9>>>>',
  ),
  'arrays 300,000 deep': `%PDF-1.7\n1 0 obj ${'['.repeat(300_000)}`,
  'dictionaries 200,000 deep': `%PDF-1.7\n1 0 obj ${'<</A'.repeat(200_000)}`,
  '200,000 objects': file('1 0 obj <</Type/Catalog>> endobj\n'.repeat(200_000)),
  'a number of a million digits': file(object(`<</Type/Catalog/Pages ${'9'.repeat(1_000_000)} 0 R>>`)),
  'a string without end': `%PDF-1.7\n1 0 obj (${'('.repeat(100_000)}`,
};

const check = (name: string, pdf: string | Uint8Array, ends: Attack['ends']): Attack => ({
  name,
  files: { 'x.pdf': pdf },
  args: ['check', 'x.pdf'],
  ends,
});

/** Partial files, as a full disk or a broken connection leaves them. */
function cuts(pdf: Buffer): Attack[] {
  const parts = Array.from({ length: 11 }, (_, at) => Math.round((pdf.length * (at + 1)) / 12));
  const broken = (name: string, change: (text: string) => string) =>
    check(name, Buffer.from(change(pdf.toString('latin1')), 'latin1'), /./);
  return [
    ...parts.map((length) => check(`cut after ${length} bytes`, pdf.subarray(0, length), /./)),
    check('without its last byte but six', pdf.subarray(0, -6), /./),
    check(
      'its middle gone',
      Buffer.concat([pdf.subarray(0, pdf.length / 3), pdf.subarray((pdf.length * 2) / 3)]),
      /./,
    ),
    check(
      'zeros in its middle',
      Buffer.concat([
        pdf.subarray(0, pdf.length / 3),
        Buffer.alloc(4_096),
        pdf.subarray(pdf.length / 3 + 4_096),
      ]),
      /./,
    ),
    broken('a wrong place of its table', (text) => text.replace(/startxref\n\d+/, 'startxref\n7')),
    broken('no pages left', (text) => text.replaceAll(/\/Type\s*\/Page\b/g, '/Type /Nope')),
  ];
}

function reports(pdf: Buffer, report: string): Attack[] {
  const attack = (
    name: string,
    book: Uint8Array,
    text: string,
    ends: Attack['ends'],
    article?: string,
  ): Attack => ({
    name: `report: ${name}`,
    files: { 'book.pdf': book, 'report.json': text, ...(article && { 'manuscript/a/01.md': article }) },
    args: ['check', 'book.pdf', '--report', 'report.json'],
    ends,
  });
  const changed = Buffer.from(pdf);
  changed[pdf.length >> 1]! ^= 1;
  return [
    attack('of this book', pdf, report, 'done'),
    attack('one bit of the book changed', changed, report, /./),
    attack('a manuscript that changed since', pdf, report, /01\.md/, '# 一\n\n正文，改了。\n'),
    attack('of another book', pdf, report.replaceAll(/"sha256": ?"[0-9a-f]{8}/g, '"sha256":"00000000'), /./),
    attack('cut', pdf, report.slice(0, report.length / 2), /report\.json/),
    attack('of nothing', pdf, 'null', /./),
    attack('of inherited names', pdf, '{"editions":[{"__proto__":{},"outputs":{"constructor":5}}]}', /./),
  ];
}

/** PDFs given to `check`: cut off, broken, from other programs, or not matching their report. */
export const pdfs: AttackKind = {
  name: 'pdfs',
  attacks: async () => {
    const { pdf, report } = await ownBook();
    return [
      ...Object.entries(foreign).map(([name, content]) => check(name, content, /./)),
      ...cuts(pdf),
      ...reports(pdf, report),
      { name: 'a device', args: ['check', '/dev/zero'], ends: /device/ },
      { name: 'a folder', args: ['check', '.'], ends: /folder/ },
      { name: 'a pipe', shell: 'mkfifo f; exec "$@"', args: ['check', 'f'], ends: /pipe/ },
    ];
  },
};
