import { readTrueType, type TrueType } from '../read/truetype.js';

/** A font that the book was set with. */
export interface BookFont {
  font: TrueType;
  /** The glyph of a code point. */
  glyphs: Map<number, number>;
  /** Outlines of all glyphs, and the bytes of those with own points; the value is true if a character has the glyph. */
  known: { outlines: () => Map<string, boolean>; bytes: () => Map<string, boolean> };
}

/** @param css @font-face rules, fonts in them as data: URLs. */
export function bookFonts(css: string): BookFont[] {
  return [...css.matchAll(/url\(data:font\/ttf;base64,([^)]*)\)/g)].flatMap(([, data = '']) => {
    const font = readTrueType(Buffer.from(data, 'base64'));
    if (!font) return [];
    const glyphs = new Map<number, number>();
    for (const [glyph, characters] of font.characters) for (const one of characters) glyphs.set(one, glyph);
    const outlines = once(() => picturesOf(font, (glyph) => font.outline(glyph)));
    const bytes = once(() => picturesOf(font, (glyph) => bytesOf(font, glyph)));
    return [{ font, glyphs, known: { outlines, bytes } }];
  });
}

/** Lazy: reading all glyphs of a font takes as long as the rest of a short book's proof. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function picturesOf(
  { glyphs, characters }: TrueType,
  pictureOf: (glyph: number) => string | undefined,
): Map<string, boolean> {
  const known = new Map<string, boolean>();
  for (let glyph = 0; glyph < glyphs; glyph++) {
    const picture = pictureOf(glyph);
    if (picture) known.set(picture, (known.get(picture) ?? false) || characters.has(glyph));
  }
  return known;
}

/** The bytes of a glyph's points as text: most glyphs come through subsetting byte for byte. */
export function bytesOf(font: TrueType, glyph: number): string | undefined {
  const points = font.points(glyph);
  return points && Buffer.from(points.buffer, points.byteOffset, points.length).toString('latin1');
}
