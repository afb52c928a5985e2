import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PdfFile } from '../read/pdf-file.js';
import type { Inks } from './black.js';
import { greyProfile } from './grey-profile.js';

/** An ICC output profile of a printing house, with its name. */
export interface OutputProfile {
  name: string;
  bytes: Uint8Array;
}

/** The reason that a press file has no PDF/X-4 label; undefined where it may have one. */
export function whyUnlabelled(
  inks: Inks,
  { profile, colourBar }: { profile?: OutputProfile | undefined; colourBar: boolean },
): string | undefined {
  if (profile) {
    const [kind, space] = [signature(profile, 12), signature(profile, 16)];
    if (kind !== 'prtr') return `${profile.name} is no output profile (its class is “${kind}”)`;
    if (space !== 'CMYK' && (inks === 'process' || colourBar || space !== 'GRAY'))
      return `${profile.name} is a profile for ${space}, expected one for CMYK`;
    return undefined;
  }
  const coloured =
    inks === 'process' ? 'the book has colours' : colourBar ? 'the colour bar has colours' : undefined;
  return coloured && `${coloured}, and no profile says on which press and paper`;
}

const signature = ({ bytes }: OutputProfile, at: number) =>
  Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');

/** Writes the output intent (ISO 15930-7 §6.2.2): the press and paper for which the inks are meant. */
export function writeIntent({ context, catalog }: PdfFile, profile: OutputProfile | undefined): void {
  const bytes = profile?.bytes ?? greyProfile();
  const isGrey = !profile || signature(profile, 16) === 'GRAY';
  const stream = context.register(context.flateStream(bytes, { N: isGrey ? 1 : 4 }));
  const info = profile ? profile.name : 'Black ink only, uncoated paper, dot gain 20 %';
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of('Custom'),
    Info: PDFHexString.fromText(info),
    DestOutputProfile: stream,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
}

/** Title, dates and, where it is due, the mark of the standard: in the information and in XMP alike. */
export function writeFacts(
  { context, catalog }: PdfFile,
  { title, modified, isLabelled }: { title: string; modified: Date; isLabelled: boolean },
): void {
  const date = PDFString.fromDate(modified);
  const info = context.obj({
    Title: PDFHexString.fromText(title),
    Creator: PDFString.of('chongpai'),
    Producer: PDFString.of('chongpai'),
    CreationDate: date,
    ModDate: date,
    Trapped: 'False',
  });
  context.trailerInfo.Info = context.register(info);
  const stream = context.stream(Buffer.from(xmpOf(title, modified, isLabelled), 'utf8'), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
}

function xmpOf(title: string, modified: Date, isLabelled: boolean): string {
  const stamp = modified.toISOString().replace(/\.\d+Z$/, 'Z');
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  const text = title.replace(/[&<>]/g, (sign) => names[sign]!);
  const mark = isLabelled ? '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n' : '';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
${mark}<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>chongpai</xmp:CreatorTool><pdf:Producer>chongpai</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:ModifyDate>${stamp}</xmp:ModifyDate><xmp:MetadataDate>${stamp}</xmp:MetadataDate>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
