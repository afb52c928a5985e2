import { PDFDict, PDFStream } from '@cantoo/pdf-lib';
import { pdfLimits } from '../../article/limits.js';
import { dictOf, elements, entry, listOf, nameOf, numberOf, numbersOf, toNumber } from './pdf-file.js';
import { streamBytes } from './pdf-streams.js';
import { readToUnicode } from './to-unicode.js';
import { readTrueType, type TrueType } from './truetype.js';

/** A font as a page uses it. */
export interface PdfFont {
  /** Index among the fonts of the file, in order of occurrence. */
  index: number;
  name: string;
  dict: PDFDict;
  /** Type0, Type1, TrueType, Type3 …; for Type0 the descendant's: CIDFontType0, CIDFontType2. */
  type: string;
  isEmbedded: boolean;
  /** The ToUnicode map, code by code; undefined when the font has none. */
  toUnicode: Map<number, string> | undefined;
  /** Bytes of a character code. */
  codeBytes: 1 | 2;
  isVertical: boolean;
  /** Advance of a code in thousandths of an em. */
  width(code: number): number;
  /** Glyph id of a code; for fonts that have no such number, the code. */
  glyph(code: number): number;
  /** Codes that pages show. */
  shown: Set<number>;
  /** Glyphs whose text a check has found to be right, so that each is looked at once. */
  proven: Map<number, string>;
  /** The outlines, where they are TrueType. */
  outlines: TrueType | undefined;
  /** Thousandths of an em, for glyphs whose outlines we cannot read. */
  ascent: number;
  descent: number;
  /** Text space units per glyph space unit: .001 except for Type 3. */
  unit: number;
}

/** Reads a font dictionary with its ToUnicode, widths and outlines. */
export function readFont(font: PDFDict, index = 0): PdfFont {
  const subtype = nameOf(font, 'Subtype') ?? '';
  const descendant = listOf(font, 'DescendantFonts')[0];
  const inner = descendant instanceof PDFDict ? descendant : font;
  const descriptor = dictOf(inner, 'FontDescriptor');
  const file = descriptor ? fontFile(descriptor) : undefined;
  const map = entry(font, 'ToUnicode');
  const toUnicode = map instanceof PDFStream ? readToUnicode(streamBytes(map)) : undefined;
  const isComposite = subtype === 'Type0';
  const encoding = nameOf(font, 'Encoding') ?? '';
  const type3Unit = subtype === 'Type3' ? Math.abs(numbersOf(font, 'FontMatrix')[0] ?? 0.001) : 0.001;
  return {
    index,
    name: nameOf(font, 'BaseFont') ?? nameOf(font, 'Name') ?? subtype,
    dict: font,
    type: isComposite ? (nameOf(inner, 'Subtype') ?? subtype) : subtype,
    isEmbedded: file !== undefined || subtype === 'Type3',
    toUnicode: toUnicode?.text ?? (isComposite ? undefined : simpleText(font, encoding)),
    codeBytes: isComposite && toUnicode?.bytes !== 1 ? 2 : 1,
    isVertical: isComposite && encoding.endsWith('-V'),
    width: isComposite ? compositeWidths(inner) : simpleWidths(font, descriptor),
    glyph: isComposite ? glyphOfCid(inner) : (code) => code,
    shown: new Set(),
    proven: new Map(),
    outlines: file && isComposite ? readTrueType(file) : undefined,
    ascent: numberOf(descriptor, 'Ascent') || 880,
    descent: numberOf(descriptor, 'Descent') || -120,
    unit: type3Unit,
  };
}

function fontFile(descriptor: PDFDict): Uint8Array | undefined {
  for (const key of ['FontFile2', 'FontFile3', 'FontFile']) {
    const stream = entry(descriptor, key);
    if (stream instanceof PDFStream) return streamBytes(stream);
  }
  return undefined;
}

/** /W of a CID font (PDF 32000-1 §9.7.4.3): `c [w1 w2 …]` and `first last w`. */
function compositeWidths(inner: PDFDict): (code: number) => number {
  const widths = new Map<number, number>();
  let count = 0;
  const list = listOf(inner, 'W');
  for (let at = 0; at < list.length; ) {
    const first = toNumber(list[at]) ?? 0;
    const next = list[at + 1];
    const row = elements(next);
    if (toNumber(next) === undefined) {
      row.forEach((width, index) => {
        widths.set(first + index, toNumber(width) ?? 0);
      });
      at += 2;
    } else {
      const last = Math.min(toNumber(next) ?? first, first + 0xffff);
      for (let code = first; code <= last && count < pdfLimits.codes; code++, count++)
        widths.set(code, toNumber(list[at + 2]) ?? 0);
      at += 3;
    }
  }
  const normal = numberOf(inner, 'DW') ?? 1000;
  return (code) => widths.get(code) ?? normal;
}

function simpleWidths(font: PDFDict, descriptor: PDFDict | undefined): (code: number) => number {
  const widths = numbersOf(font, 'Widths');
  const first = numberOf(font, 'FirstChar') ?? 0;
  const missing = numberOf(descriptor, 'MissingWidth') ?? (widths.length > 0 ? 0 : 500);
  return (code) => widths[code - first] ?? missing;
}

function glyphOfCid(inner: PDFDict): (code: number) => number {
  const map = entry(inner, 'CIDToGIDMap');
  if (!(map instanceof PDFStream)) return (code) => code;
  const bytes = streamBytes(map);
  return (code) => ((bytes[2 * code] ?? 0) << 8) | (bytes[2 * code + 1] ?? 0);
}

/**
 * Meaning of the codes of a simple font without ToUnicode: printable ASCII where its encoding is a standard
 * one. Other codes stay unknown.
 */
function simpleText(font: PDFDict, encoding: string): Map<number, string> | undefined {
  if (nameOf(font, 'Subtype') === 'Type3') return undefined;
  const base = encoding || nameOf(dictOf(font, 'Encoding'), 'BaseEncoding') || 'StandardEncoding';
  if (!/^(WinAnsi|MacRoman|Standard)Encoding$/.test(base)) return undefined;
  const text = new Map<number, string>();
  for (let code = 0x20; code < 0x7f; code++) text.set(code, String.fromCharCode(code));
  return text;
}
