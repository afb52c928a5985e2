import type { Glyph } from './glyphs.js';

/** Distance in em of a repeated character: bold type made by printing twice. */
const twice = 0.16;

/**
 * 叠印: the characters without those that are printed twice to look bold. It looks for a twin in the em squares around a
 * character, so that a page of one repeated character is not slower.
 */
export function withoutTwins(glyphs: readonly Glyph[]): Glyph[] {
  const squares = new Map<string, Glyph[]>();
  const near = [-1, 0, 1];
  return glyphs.filter((glyph) => {
    if (glyph.isBlank) return true;
    const { text, size, box } = glyph;
    const [column, row] = [Math.round(box.left / size), Math.round(box.top / size)];
    const isTwin = near.some((x) =>
      near.some((y) =>
        squares
          .get(`${text} ${column + x} ${row + y}`)
          ?.some(
            (other) =>
              other.object !== glyph.object &&
              Math.abs(other.box.left - box.left) < twice * size &&
              Math.abs(other.box.top - box.top) < twice * size,
          ),
      ),
    );
    if (isTwin) return false;
    const key = `${text} ${column} ${row}`;
    const own = squares.get(key);
    if (own) own.push(glyph);
    else squares.set(key, [glyph]);
    return true;
  });
}
