import { PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { openPdf } from '../../scripts/prepress/read/open-pdf.js';
import type { PdfFile } from '../../scripts/prepress/read/pdf-file.js';
import { contentBytes, streamBytes } from '../../scripts/prepress/read/pdf-streams.js';

/** A PDF with a change. */
export async function mutate(pdf: Uint8Array, change: (file: PdfFile) => void): Promise<Uint8Array> {
  const file = await openPdf(pdf);
  change(file);
  return file.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** Changes the operators of a page (index from 0). Throws if nothing changes, since that would prove nothing. */
export function editContent(file: PdfFile, page: number, change: (operators: string) => string): void {
  const { node } = file.getPage(page);
  const before = glyphByGlyph(Buffer.from(contentBytes(node)).toString('latin1'));
  const after = change(before);
  if (after === before) throw new Error('The mutation has changed nothing');
  node.set(
    PDFName.of('Contents'),
    file.context.register(file.context.flateStream(Buffer.from(after, 'latin1'))),
  );
}

/** A literal string of a content stream. */
const literal = /\((?:[^\\()]|\\[\s\S])*\)/g;

/** Shows every glyph by a separate operator, `<0101> Tj`, which is easy to change; nothing moves. */
function glyphByGlyph(operators: string): string {
  const show = (text: string) => {
    const bytes = text.slice(1, -1).replace(/\\([\s\S])/g, (_, byte) => (byte === 'r' ? '\r' : byte));
    const codes = Buffer.from(bytes, 'latin1').toString('hex').toUpperCase().match(/.{4}/g) ?? [];
    return codes.map((code) => ` <${code}> Tj `).join('');
  };
  const single = new RegExp(`(${literal.source})Tj`, 'g');
  const spread = new RegExp(`\\[((?:${literal.source}|[-.\\d\\s])*)\\]TJ`, 'g');
  return operators
    .replace(spread, (_, list: string) =>
      list.replace(new RegExp(`${literal.source}|-?[.\\d]+`, 'g'), (item) =>
        item.startsWith('(') ? show(item) : ` [${item}] TJ `,
      ),
    )
    .replace(single, (_, text: string) => show(text));
}

/** Changes every stream that the test picks, uncompressed, as text: ToUnicode maps. */
export function editStreams(file: PdfFile, change: (text: string) => string): void {
  for (const [ref, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !(ref instanceof PDFRef)) continue;
    if (object.dict.get(PDFName.of('Subtype')) || object.dict.get(PDFName.of('Length1'))) continue;
    const before = Buffer.from(streamBytes(object)).toString('latin1');
    const after = change(before);
    if (after !== before) file.context.assign(ref, file.context.flateStream(Buffer.from(after, 'latin1')));
  }
}

/** One glyph shown: `<0101> Tj`. */
const shown = /<([0-9a-f]{4})> Tj/gi;

/** Replaces the n-th glyph of a page's tagged text. */
export function editGlyph(
  file: PdfFile,
  { page, index }: { page: number; index: number },
  change: (show: string, code: string) => string,
): void {
  editContent(file, page, (operators) => {
    let count = -1;
    return operators.replace(/\/\w+ <<\/MCID \d+>> BDC[\s\S]*?EMC/g, (sequence) =>
      sequence.replace(shown, (show, code) => (++count === index ? change(show, code) : show)),
    );
  });
}
