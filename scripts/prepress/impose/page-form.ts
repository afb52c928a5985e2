import { deflateSync } from 'node:zlib';
import { PDFDict, PDFName, type PDFPage, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { Box } from '../read/matrix.js';
import { dictOf, entry, inherited, nameOf, type PdfFile } from '../read/pdf-file.js';
import { contentBytes } from '../read/pdf-streams.js';
import { boxOf, visibleBox } from '../read/read-page.js';
import { asksForColour, blacken, type Inks, overprintStates } from './black.js';

/** A page of the book as a form for sheets: nothing in it is redrawn, fonts and pictures are shared. */
export interface PageForm {
  ref: PDFRef;
  /** Trim and bleed of the page, in its own points. */
  trim: Box;
  bleed: Box;
}

/** Some pages of a file as forms, in their order, and the inks that they need. */
export function pageForms(file: PdfFile, indices: readonly number[]): { forms: PageForm[]; inks: Inks } {
  const pages = indices.map((index) => {
    const page = file.getPage(index);
    return { page, bytes: contentBytes(page.node) };
  });
  const isColoured = pages.some(({ page, bytes }) => asksForColour(bytes) || hasColouredPicture(page));
  const inks = isColoured ? 'process' : 'black';
  const states = newStates(file);
  return { forms: pages.map(({ page, bytes }) => newForm(file, page, { bytes, inks, states })), inks };
}

/** True if a picture may be coloured: it counts as such unless declared grey, to avoid unpacking it. */
function hasColouredPicture(page: PDFPage): boolean {
  const pictures = dictOf(inherited(page.node, 'Resources'), 'XObject');
  return (pictures?.keys() ?? []).some((key) => {
    const picture = entry(pictures, key.decodeText());
    return nameOf(picture, 'Subtype') === 'Image' && nameOf(picture, 'ColorSpace') !== 'DeviceGray';
  });
}

type States = Record<'on' | 'off' | 'rgb', PDFRef>;

/**
 * ISO 32000-1 §8.6.5.3 with the primaries and the white of sRGB (IEC 61966-2-1); 2.2 is its curve but for the darkest.
 */
const sRgb = {
  WhitePoint: [0.9505, 1, 1.089],
  Gamma: [2.2, 2.2, 2.2],
  Matrix: [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505],
};

function newStates({ context }: PdfFile): States {
  return {
    // OPM 1: an ink of value 0 leaves the ink below. Only fills: text and rules.
    on: context.register(context.obj({ Type: 'ExtGState', op: true, OPM: 1 })),
    off: context.register(context.obj({ Type: 'ExtGState', op: false, OPM: 0 })),
    // A press file must define RGB (ISO 15930-7 §6.2.4).
    rgb: context.register(context.obj(['CalRGB', sRgb])),
  };
}

function newForm(
  file: PdfFile,
  page: PDFPage,
  { bytes, inks, states }: { bytes: Uint8Array; inks: Inks; states: States },
): PageForm {
  const { context } = file;
  const trim = boxOf(page.node, 'TrimBox') ?? visibleBox(page.node);
  const bleed = boxOf(page.node, 'BleedBox') ?? trim;
  const data = deflateSync(blacken(bytes, inks), { level: 9 });
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...bleed],
    Resources: resourcesOf(file, page, inks === 'process' ? states : undefined),
    Filter: 'FlateDecode',
    Length: data.length,
  });
  return { ref: context.register(PDFRawStream.of(dict, data)), trim, bleed };
}

/** The page's resources with ours beside them; dictionaries that pages share are not written into. */
function resourcesOf({ context }: PdfFile, page: PDFPage, states: States | undefined): PDFDict {
  const resources = copyOf(inherited(page.node, 'Resources'), context);
  resources.delete(PDFName.of('ProcSet'));
  if (!states) return resources;
  const own = copyOf(dictOf(resources, 'ExtGState'), context);
  own.set(PDFName.of(overprintStates.on), states.on);
  own.set(PDFName.of(overprintStates.off), states.off);
  resources.set(PDFName.of('ExtGState'), own);
  const spaces = copyOf(dictOf(resources, 'ColorSpace'), context);
  spaces.set(PDFName.of('DefaultRGB'), states.rgb);
  resources.set(PDFName.of('ColorSpace'), spaces);
  return resources;
}

function copyOf(dict: unknown, context: PdfFile['context']): PDFDict {
  const copy = PDFDict.withContext(context);
  if (dict instanceof PDFDict) for (const [key, value] of dict.entries()) copy.set(key, value);
  return copy;
}
