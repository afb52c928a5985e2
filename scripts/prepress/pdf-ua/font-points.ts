import { PDFStream } from '@cantoo/pdf-lib';
import { dictOf, entry, listOf, nameOf, textOf } from '../read/pdf-file.js';
import type { PdfFont } from '../read/read-font.js';
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

/** Points about fonts. */
export const fontPoints: UaPoint[] = [
  {
    id: '7.21.3.1-1',
    rule: 'CID fonts name their character collection',
    breaches: perFont((font) => {
      const info = dictOf(listOf(font.dict, 'DescendantFonts')[0], 'CIDSystemInfo');
      return (
        isComposite(font) && !(textOf(info, 'Registry') && textOf(info, 'Ordering')) && 'no CIDSystemInfo'
      );
    }),
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
    breaches: perFont(({ outlines, proven, width }) => {
      if (!outlines) return false;
      const differs = (glyph: number) =>
        Math.abs(width(glyph) - (1000 * outlines.advance(glyph)) / outlines.unitsPerEm) > 1;
      const glyph = [...proven.keys()].find(differs);
      return glyph !== undefined && `glyph ${glyph}`;
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
    breaches: perFont(({ proven }) => proven.has(0) && '.notdef'),
  },
];
