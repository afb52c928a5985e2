import { PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../scripts/prepress/finish/write-pdf.js';
import { openPdf } from '../../scripts/prepress/read/open-pdf.js';
import type { PdfFile } from '../../scripts/prepress/read/pdf-file.js';

const objectsOf = ({ context }: PdfFile) =>
  context.enumerateIndirectObjects().map(([ref, object]) => `${ref} ${object}`);

/** A file with objects of all kinds, more than a stream of objects holds, and numbers that none has. */
async function newFile(): Promise<PdfFile> {
  const file = await PDFDocument.create({ updateMetadata: false });
  file.addPage();
  await file.flush();
  const { context } = file;
  for (let index = 0; index < 230; index++) {
    const strings = { Text: PDFString.of(`(\\) ${index}) \xe9\xff`), Hex: PDFHexString.fromText('重排') };
    context.register(context.obj({ ...strings, List: [index, -0.5, true, null, { A: PDFName.of('a #b') }] }));
  }
  context.assign(PDFRef.of(1000), context.obj([PDFRef.of(2), 'Name']));
  context.register(context.stream(Uint8Array.from({ length: 300 }, (_, at) => at % 256)));
  file.catalog.set(PDFName.of('Last'), PDFRef.of(1000));
  return file;
}

describe('writePdf', () => {
  it('writes every object as it is, and the same bytes for the same objects', async () => {
    const file = await newFile();
    const written = await writePdf(file);
    const read = await openPdf(written);
    // Streams of objects and the table of places are the file's, not its maker's.
    const ours = objectsOf(read).filter((text) => !/\/Type \/(?:ObjStm|XRef)\n/.test(text));
    expect(ours).toEqual(objectsOf(file));
    expect(read.getPageCount()).toBe(1);
    expect(Buffer.from(await writePdf(await newFile())).equals(written)).toBe(true);
    // Asking again changes nothing in the file.
    expect(Buffer.from(await writePdf(file)).equals(written)).toBe(true);
  });

  it('has a table that leads to each object', async () => {
    const file = await newFile();
    const bytes = Buffer.from(await writePdf(file));
    const text = bytes.toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1]);
    expect(text.slice(start)).toMatch(/^1005 0 obj\n<<\n\/Type \/XRef\n\/Size 1006\n/);
    for (const [{ objectNumber }, object] of file.context.enumerateIndirectObjects())
      if (/\/Type \/(?:Page|Pages|Catalog)\n/.test(`${object}`))
        expect(text).toContain(`\n${objectNumber} 0 obj\n${object}\nendobj\n`);
  });

  it('writes as many objects as the longest books have', async () => {
    const file = await PDFDocument.create({ updateMetadata: false });
    for (let index = 0; index < 200_000; index++) file.context.register(PDFNumber.of(index));
    const text = Buffer.from(await writePdf(file)).toString('latin1');
    expect(text).toMatch(/\/Type \/XRef\n\/Size 20[2-9]\d{3}\n/);
  });
});
