import { createHash } from 'node:crypto';
import { PDFHexString, PDFName, PDFStream, PDFString } from '@cantoo/pdf-lib';
import type { Book } from '../../typeset/book/galley.js';
import { keywordsOf, pageLayoutOf } from '../book-facts.js';
import type { PdfFile } from '../read/pdf-file.js';
import { infoKeys } from '../read/read-pdf.js';

const maker = 'chongpai';

/** Writes the document's metadata: information, XMP, language, options for opening it. */
export function writeMetadata(file: PdfFile, book: Book, modified: Date): void {
  const facts = factsOf(book);
  writeInfo(file, facts, modified);
  const xmp = Buffer.from(xmpOf(facts, modified), 'utf8');
  // Not compressed: tools that do not know PDF look for the packet in the bytes.
  const stream = file.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  const { catalog } = file;
  catalog.set(PDFName.of('Metadata'), file.context.register(stream));
  catalog.set(PDFName.of('Lang'), PDFString.of(book.lang));
  catalog.set(PDFName.of('MarkInfo'), file.context.obj({ Marked: true }));
  const isRtl = book.progression === 'rtl';
  catalog.set(PDFName.of('PageLayout'), PDFName.of(pageLayoutOf(book)));
  catalog.set(
    PDFName.of('ViewerPreferences'),
    file.context.obj({ DisplayDocTitle: true, ...(isRtl && { Direction: 'R2L' }) }),
  );
}

interface Facts {
  title: string;
  author: string;
  subject: string;
  keywords: string[];
  lang: string;
  issue: string;
  edition: string;
}

function factsOf(book: Book): Facts {
  const { title, author, subject, lang, issue, edition } = book;
  return { title, author, subject, keywords: keywordsOf(book), lang, issue, edition };
}

function writeInfo(file: PdfFile, facts: Facts, modified: Date): void {
  const text = (value: string) => PDFHexString.fromText(value);
  const date = PDFString.fromDate(modified);
  const info = file.context.obj({
    Title: text(facts.title),
    ...(facts.author && { Author: text(facts.author) }),
    ...(facts.subject && { Subject: text(facts.subject) }),
    Keywords: text(facts.keywords.join(', ')),
    Creator: PDFString.of(maker),
    Producer: PDFString.of(maker),
    CreationDate: date,
    ModDate: date,
    [infoKeys.issue]: text(facts.issue),
    [infoKeys.edition]: text(facts.edition),
  });
  const { trailerInfo } = file.context;
  if (trailerInfo.Info) file.context.assign(trailerInfo.Info as never, info);
  else trailerInfo.Info = file.context.register(info);
}

/** The XMP packet (ISO 16684-1): Dublin Core, the same facts as the information, and the PDF/UA-1 mark (§5). */
function xmpOf(facts: Facts, modified: Date): string {
  const date = modified.toISOString().replace(/\.\d+Z$/, 'Z');
  const alternatives = (value: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(value)}</rdf:li><rdf:li xml:lang="${xmlText(facts.lang)}">${xmlText(value)}</rdf:li></rdf:Alt>`;
  const list = (kind: string, values: string[]) =>
    `<rdf:${kind}>${values.map((value) => `<rdf:li>${xmlText(value)}</rdf:li>`).join('')}</rdf:${kind}>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives(facts.title)}</dc:title>
${facts.author ? `<dc:creator>${list('Seq', [facts.author])}</dc:creator>\n` : ''}${facts.subject ? `<dc:description>${alternatives(facts.subject)}</dc:description>\n` : ''}<dc:language>${list('Bag', [facts.lang])}</dc:language>
<dc:subject>${list('Bag', facts.keywords)}</dc:subject>
<pdf:Keywords>${xmlText(facts.keywords.join(', '))}</pdf:Keywords>
<pdf:Producer>${maker}</pdf:Producer>
<xmp:CreatorTool>${maker}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function xmlText(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character]!);
}

/** Names the file by its content (ISO 32000-1 §14.4): the same book has the same id on every machine. */
export function identify(file: PdfFile): void {
  const hash = createHash('sha256');
  // Pages, fonts, pictures and XMP, which has the title and the date: different files differ in one of them.
  for (const [, object] of file.context.enumerateIndirectObjects())
    if (object instanceof PDFStream) hash.update(object.getContents());
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32));
  file.context.trailerInfo.ID = file.context.obj([id, id]);
}
