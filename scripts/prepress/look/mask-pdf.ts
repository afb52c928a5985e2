import { PDFDocument, PDFName, PDFObjectCopier } from '@cantoo/pdf-lib';
import type { Box } from '../read/matrix.js';
import type { Glyph } from '../read/painter.js';
import type { PdfFile } from '../read/pdf-file.js';
import type { PdfFont } from '../read/read-font.js';

/** A page to be reduced to its letters. */
export interface MaskPage {
  /** Its visible area. */
  box: Box;
  glyphs: readonly Glyph[];
}

/**
 * A PDF with only the glyphs of some pages, black on white, each in its place: their ink with nothing to hide it.
 */
export async function maskPdf(file: PdfFile, pages: readonly MaskPage[]): Promise<Uint8Array> {
  const mask = await PDFDocument.create();
  const copier = PDFObjectCopier.for(file.context, mask.context);
  const fonts = new Map<PdfFont, { name: string; ref: unknown }>();
  const named = (font: PdfFont) => {
    let known = fonts.get(font);
    if (!known) {
      known = { name: `F${fonts.size}`, ref: mask.context.register(copier.copy(font.dict)) };
      fonts.set(font, known);
    }
    return known;
  };
  for (const { box, glyphs } of pages) {
    const page = mask.addPage([box[2] - box[0], box[3] - box[1]]);
    const used = new Set(glyphs.map(({ font }) => named(font)));
    const content = glyphs.map((glyph) => show(glyph, named(glyph.font).name)).join('\n');
    const resources = Object.fromEntries([...used].map(({ name, ref }) => [name, ref]));
    page.node.set(PDFName.of('MediaBox'), mask.context.obj([...box]));
    page.node.set(PDFName.of('Resources'), mask.context.obj({ Font: resources } as never));
    page.node.set(PDFName.of('Contents'), mask.context.register(mask.context.stream(content)));
  }
  return mask.save({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY });
}

function show({ matrix, shown, font }: Glyph, name: string): string {
  const code = shown
    .toString(16)
    .toUpperCase()
    .padStart(2 * font.codeBytes, '0');
  return `BT /${name} 1 Tf ${matrix.map((value) => value.toFixed(5)).join(' ')} Tm <${code}> Tj ET`;
}
