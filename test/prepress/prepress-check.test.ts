import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import { checkPdf } from '../../scripts/commands/check.js';
import { finish } from '../../scripts/prepress/finish.js';
import { editGlyph, mutate } from './mutate.js';
import { printDocuments } from './print-sample.js';
import { documentOf, sampleBook } from './sample-book.js';

let folder: string;
const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  // The publication with which files are compared: there is no other.
  cpSync(join(import.meta.dirname, '../../manuscript'), join(folder, 'manuscript'), { recursive: true });
  const [printed] = await printDocuments([
    documentOf([{ html: '<h1>一日</h1><p>第一段。</p>', folio: '1' }]),
  ]);
  const pdf = await finish(printed!, sampleBook, { modified: new Date(0), labels: ['1'] });
  write('good.pdf', pdf);
  write(
    'hidden.pdf',
    await mutate(pdf, (file) => editGlyph(file, { page: 0, index: 2 }, (show) => ` 3 Tr ${show} 0 Tr`)),
  );
  write('cut.pdf', pdf.subarray(0, pdf.length - 2000));
  write('empty.pdf', '');
  write('text.pdf', '第一段。');
  write('damaged.pdf', '%PDF-1.7\nnothing\n%%EOF\n');
  write(
    'unpacked.pdf',
    await mutate(pdf, (file) => {
      const dict = file.context.obj({ Filter: 'FlateDecode' });
      const broken = PDFRawStream.of(dict, Buffer.from('no deflated bytes'));
      file.getPage(0).node.set(PDFName.of('Contents'), file.context.register(broken));
    }),
  );
  write('encrypted.pdf', encrypted);
  mkdirSync(join(folder, 'folder.pdf'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The smallest file that claims to be encrypted. */
const encrypted = `%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[]/Count 0>>
endobj
3 0 obj
<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>
endobj
trailer
<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>
startxref
0
%%EOF
`;

/** Runs the command like the command line. */
async function check(file: string, options: { json?: boolean; against?: string } = {}) {
  const lines: string[] = [];
  let result = '';
  const terminal = {
    cwd: folder,
    result: (text: string) => {
      result += text;
    },
    line: (text: string) => lines.push(text),
    progress: () => undefined,
    input: async () => new Uint8Array(),
  };
  const code = await checkPdf(file, options, terminal).catch((error) => formatMessage(error));
  return { code, lines, result };
}

describe('chongpai check', () => {
  it('says of a good file that nothing was found, and ends with 0', async () => {
    const { code, lines, result } = await check('good.pdf');
    expect(lines).toEqual(['good.pdf: 1 page, 0 findings, text not compared (use --against ISSUE)']);
    expect([code, result]).toEqual([0, '']);
  });

  it('names what is wrong with page and place, says what helps, and ends with 1', async () => {
    const { code, lines } = await check('hidden.pdf');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      /^hidden\.pdf: “第” U\+7B2C on page 1 \([\d.]+ mm from the left, [\d.]+ mm from the top\) is set/,
    );
    expect(lines[0]).toMatch(/\(hidden\)\n {2}Make the text visible/);
    expect(lines.at(-1)).toContain('1 page, 1 finding,');
  });

  it('writes the findings as JSON, and nothing else, to the result', async () => {
    const { code, result } = await check('hidden.pdf', { json: true });
    expect(code).toBe(1);
    expect(JSON.parse(result)).toMatchObject({
      file: 'hidden.pdf',
      pages: 1,
      lang: 'zh-Hans',
      issue: 'jinchang',
      edition: 'zh-Hans',
      findings: [{ rule: 'hidden', page: 1, characters: '第', position: { xMm: expect.any(Number) } }],
    });
  });

  it('compares the text with the issue that is named', async () => {
    const { code, lines } = await check('good.pdf', { against: 'jinchang-2025-02-26' });
    expect(code).toBe(1);
    expect(lines[0]).toContain('in the cover');
    expect(lines.at(-1)).toContain('text compared with jinchang-2025-02-26 (zh-Hans)');
    expect((await check('good.pdf', { against: 'jinchang-2025' })).code).toContain(
      'Did you mean "jinchang-2025-02-26"?',
    );
  });

  it.each([
    ['none.pdf', 'none.pdf: There is no such file'],
    ['folder.pdf', 'folder.pdf: This is a folder, expected a file'],
    ['empty.pdf', 'empty.pdf: The file is empty, expected a PDF'],
    ['text.pdf', 'text.pdf: This is not a PDF: it does not begin with %PDF-'],
    ['cut.pdf', 'cut.pdf: The PDF is cut off: its end is missing'],
    ['damaged.pdf', 'damaged.pdf: The PDF is damaged'],
    ['unpacked.pdf', 'unpacked.pdf: The PDF is damaged: a stream cannot be unpacked'],
    ['encrypted.pdf', 'encrypted.pdf: The PDF is encrypted'],
  ])('refuses %s in words', async (file, message) => {
    const { code } = await check(file);
    expect(code).toEqual(expect.stringContaining(message));
  });
});
