import { type BookFont, bytesOf } from '../expect/book-fonts.js';
import { type Finding, nameCharacters } from '../finding.js';
import { comparable } from '../read/comparable.js';
import type { PdfFont } from '../read/read-font.js';
import type { TrueType } from '../read/truetype.js';

const remedy = 'Print again: the font in the file is not the one that the edition names.';

/** A letter alone of these scripts is a form of its own, which may have the picture of its character's glyph. */
const shaped = /[\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u;

/**
 * 字形: the pictures of the glyphs in the file are those of the book's fonts for the same characters. Forms that only a
 * feature yields must be some glyph of the fonts that belongs to no other character.
 *
 * @param sources the fonts that the book was set with.
 */
export function checkOutlines(fonts: Iterable<PdfFont>, sources: readonly BookFont[]): Finding[] {
  const findings: Finding[] = [];
  for (const font of fonts) {
    const { outlines, proven, name } = font;
    if (!outlines || proven.size === 0) continue;
    let isNamed = false;
    for (const [glyph, text] of proven) {
      const own = isOwn({ outlines, glyph, text }, sources);
      isNamed ||= own === 'by its character' && !shaped.test(text);
      if (own === 'none') {
        const message = `The picture of ${nameCharacters(text)} in the font ${name} of the file differs from that in the book’s fonts`;
        findings.push({ rule: 'glyph-outline', characters: text, message, remedy });
      }
    }
    if (isNamed && outlines.characters.size === 0) {
      const message = `The font ${name} in the file has no table of characters`;
      findings.push({ rule: 'glyph-outline', message, remedy });
    }
  }
  return findings;
}

interface Embedded {
  outlines: TrueType;
  glyph: number;
  text: string;
}

/** Origin of a glyph's picture in the book's fonts. */
type Origin = 'by its character' | 'among its forms' | 'none';

function isOwn({ outlines, glyph, text }: Embedded, sources: readonly BookFont[]): Origin {
  const same = sources.filter(({ font }) => font.unitsPerEm === outlines.unitsPerEm);
  const points = comparable(text.normalize('NFC'));
  const code = points.length === 1 ? points[0]!.codePointAt(0)! : undefined;
  if (hasSameBytes({ outlines, glyph, text }, { code, same })) return 'by its character';
  const bytes = bytesOf(outlines, glyph);
  if (bytes !== undefined && same.some(({ known }) => known.bytes().get(bytes) === false))
    return 'among its forms';
  const outline = outlines.outline(glyph);
  if (outline === '') return points.length === 0 ? 'among its forms' : 'none';
  const isCharacter = ({ font, glyphs }: BookFont) =>
    code !== undefined && glyphs.has(code) && font.outline(glyphs.get(code)!) === outline;
  if (same.some(isCharacter)) return 'by its character';
  const isForm = ({ known }: BookFont) =>
    known.outlines().get(outline) === false || (code === undefined && known.outlines().has(outline));
  return same.some(isForm) ? 'among its forms' : 'none';
}

/** Most glyphs come through subsetting byte for byte: comparing these takes a twentieth of reading their points. */
function hasSameBytes(
  { outlines, glyph }: Embedded,
  { code, same }: { code: number | undefined; same: readonly BookFont[] },
): boolean {
  const points = outlines.points(glyph);
  if (!points || code === undefined) return false;
  return same.some(({ font, glyphs }) => {
    const own = glyphs.has(code) ? font.points(glyphs.get(code)!) : undefined;
    return own !== undefined && Buffer.compare(own, points) === 0;
  });
}
