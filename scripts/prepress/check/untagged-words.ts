import { type Box, boxAround } from '../read/matrix.js';
import type { Glyph } from '../read/painter.js';
import { isBlank } from './check-glyphs.js';

/** Consecutive glyphs outside the tagged text: a running head, a folio, the page number in a table of contents. */
export interface Word {
  text: string;
  box: Box;
}

/** The words of a page outside the tagged text, in painting order. */
export function untaggedWords(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if ((glyph.mcid >= 0 && !glyph.isArtifact) || isBlank(glyph)) {
      last = undefined;
      continue;
    }
    const word = words.at(-1);
    if (word && last && isNext(last, glyph)) {
      word.text += glyph.text;
      word.box = boxAround([word.box, glyph.box])!;
    } else words.push({ text: glyph.text, box: glyph.box });
    last = glyph;
  }
  return words;
}

/** True if a glyph continues the line (or column) of the last one, with less than an em between their inks. */
function isNext(last: Glyph, glyph: Glyph): boolean {
  const size = Math.max(last.size, glyph.size);
  const [x, y] = [glyph.x - last.x, glyph.y - last.y];
  const isInLine = Math.abs(y) < size * 0.3 && glyph.box[0] - last.box[2] < size && x > 0;
  const isInColumn = Math.abs(x) < size * 0.6 && last.box[1] - glyph.box[3] < size && y < 0;
  return isInLine || isInColumn;
}

/** The folio in a word, without dashes or points around it: “— 12 —” is 12; undefined for other words. */
export function folioIn(text: string): string | undefined {
  return /^[^\p{L}\p{N}]*(\d+|[ivxlcdm]+)[^\p{L}\p{N}]*$/u.exec(text)?.[1];
}
