import { PDFStream } from '@cantoo/pdf-lib';
import { dictOf, entry, listOf, nameOf, numberOf, textOf } from '../read/pdf-file.js';
import { streamBytes } from '../read/pdf-streams.js';
import type { PdfFont } from '../read/read-font.js';
import { readTrueType, type TrueType } from '../read/truetype.js';
import type { UaPoint } from './point.js';

const perFont =
  (breach: (font: PdfFont) => string | false | undefined): UaPoint['breaches'] =>
  ({ reading }) =>
    [...reading.fonts.values()].flatMap((font) => {
      const found = breach(font);
      return found ? `${font.name}: ${found}` : [];
    });

const isComposite = ({ type }: PdfFont) => type.startsWith('CIDFont');
const textOfMap = (font: PdfFont) => [...(font.toUnicode?.values() ?? [])];

/** A font has the collection of the CMap that leads to it, and no more characters (ISO 32000-1, 9.7.3). */
function collectionProblem({ dict }: PdfFont): string | false {
  const own = dictOf(listOf(dict, 'DescendantFonts')[0], 'CIDSystemInfo');
  const named = (info: typeof own, key: string) => textOf(info, key);
  if (!(named(own, 'Registry') && named(own, 'Ordering'))) return 'no CIDSystemInfo';
  const map = dictOf(dictOf(dict, 'Encoding'), 'CIDSystemInfo');
  if (!map) return false;
  const isOther = ['Registry', 'Ordering'].some((key) => named(own, key) !== named(map, key));
  const isMore = (numberOf(own, 'Supplement') ?? 0) > (numberOf(map, 'Supplement') ?? 0);
  return (isOther || isMore) && 'a CMap of another collection';
}

/** The TrueType outlines of a font, and which of them a code shows; undefined where that cannot be told. */
function glyphsOf(
  font: PdfFont,
): { outlines: TrueType; glyphOf: (code: number) => number | undefined } | undefined {
  if (font.outlines) return { outlines: font.outlines, glyphOf: font.glyph };
  if (font.type !== 'TrueType') return undefined;
  const file = entry(dictOf(font.dict, 'FontDescriptor'), 'FontFile2');
  const outlines = file && readTrueType(streamBytes(file));
  if (!outlines) return undefined;
  // Codes of a simple font lead to glyphs by the characters that they mean.
  const glyphs = new Map<number, number>();
  for (const [glyph, characters] of outlines.characters)
    for (const character of characters) glyphs.set(character, glyph);
  return {
    outlines,
    glyphOf: (code) => glyphs.get(font.toUnicode?.get(code)?.codePointAt(0) ?? -1),
  };
}

/** Points about fonts. */
export const fontPoints: UaPoint[] = [
  {
    id: '7.21.3.1-1',
    rule: 'CID fonts name their character collection',
    breaches: perFont((font) => isComposite(font) && collectionProblem(font)),
  },
  {
    id: '7.21.3.2-1',
    rule: 'TrueType CID fonts map codes to glyphs',
    breaches: perFont((font) => {
      if (font.type !== 'CIDFontType2') return false;
      const inner = listOf(font.dict, 'DescendantFonts')[0];
      const isMapped =
        nameOf(inner, 'CIDToGIDMap') === 'Identity' || entry(inner, 'CIDToGIDMap') instanceof PDFStream;
      return !isMapped && 'no CIDToGIDMap';
    }),
  },
  {
    id: '7.21.3.3-1',
    rule: 'CMaps are Identity, or in the file',
    breaches: perFont((font) => {
      const name = nameOf(font.dict, 'Encoding');
      return (
        isComposite(font) && name !== 'Identity-H' && name !== 'Identity-V' && name !== undefined && name
      );
    }),
  },
  {
    id: '7.21.4.1-1',
    rule: 'fonts are in the file',
    breaches: perFont((font) => !font.isEmbedded && 'not embedded'),
  },
  {
    id: '7.21.4.1-2',
    rule: 'the font has every glyph that is shown',
    breaches: perFont(({ outlines, proven }) => {
      const beyond = outlines && [...proven.keys()].find((glyph) => glyph >= outlines.glyphs);
      return beyond !== undefined && `glyph ${beyond}`;
    }),
  },
  {
    id: '7.21.5-1',
    rule: 'widths in the PDF are the font’s',
    breaches: perFont((font) => {
      const found = glyphsOf(font);
      if (!found) return false;
      const { outlines, glyphOf } = found;
      const code = [...font.shown].find((one) => {
        const glyph = glyphOf(one);
        if (glyph === undefined) return false;
        return Math.abs(font.width(one) - (1000 * outlines.advance(glyph)) / outlines.unitsPerEm) > 1;
      });
      return code !== undefined && `code ${code}`;
    }),
  },
  {
    id: '7.21.7-1',
    rule: 'fonts say which character a code is',
    breaches: perFont((font) => font.toUnicode === undefined && 'no ToUnicode'),
  },
  {
    id: '7.21.7-2',
    rule: 'no code is said to be U+0000, U+FEFF or U+FFFE',
    breaches: perFont(
      (font) => textOfMap(font).some((text) => /[\0\ufeff\ufffe]/.test(text)) && 'in its ToUnicode',
    ),
  },
  {
    id: '7.21.8-1',
    rule: 'the picture for missing characters is not shown',
    breaches: perFont(
      (font) => isComposite(font) && [...font.shown].some((code) => font.glyph(code) === 0) && '.notdef',
    ),
  },
];
