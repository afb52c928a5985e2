import type { Box } from '../../article/layout.js';
import type { Pdfium, Scratch } from './pdfium.js';
import { publicCode } from './private-use.js';
import { quarterOf } from './rotation.js';
import { newWeights } from './weights.js';

/** A character on a page, in points from the page's top left corner. */
export interface Glyph {
  text: string;
  /** Its em box along the line; across it the ascent and descent of Chinese type. */
  box: Box;
  size: number;
  weight: number | undefined;
  /** True if it is turned by 90°: Latin in a vertical line. */
  isTurned: boolean;
  isBlank: boolean;
  /** Characters with the same number belong to one text object. */
  object: number;
}

/** A page that is being read. */
export interface OpenPage {
  pdfium: Pdfium;
  scratch: Scratch;
  page: number;
  text: number;
  /** Quarters of a turn, clockwise, by which the page has to be turned so that its text stands upright. */
  rotation: number;
  /** Points of PDF's own space → points from the top left corner of the page as displayed. */
  place(x: number, y: number): [x: number, y: number];
}

/** Number of glyphs between two checks of the time limit. */
const glyphsALook = 1000;

/** Share of an em above the baseline: Chinese type of all foundries is near it. */
const ascent = 0.88;

/**
 * The characters of a page in the order of its content, without those that PDFium adds between words and lines.
 *
 * @param check called from time to time; it may throw
 */
export function readGlyphs(open: OpenPage, check: () => void): { glyphs: Glyph[]; askew: string } {
  const { pdfium, text } = open;
  const count = pdfium._FPDFText_CountChars(text);
  const weightOf = newWeights(open);
  const glyphs: Glyph[] = [];
  let askew = '';
  for (let index = 0; index < count; index++) {
    if (index % glyphsALook === 0) check();
    if (pdfium._FPDFText_IsGenerated(text, index) === 1) continue;
    const char = charAt(open, index);
    if (char === undefined) continue;
    if (isAskew(open, index)) {
      askew += char;
      continue;
    }
    glyphs.push({
      ...unshared(placeOf(open, index), glyphs.at(-1), pdfium._FPDFText_GetTextObject(text, index)),
      text: char,
      isBlank: /^\s$/u.test(char),
      weight: weightOf(index),
      object: pdfium._FPDFText_GetTextObject(text, index),
    });
  }
  return { glyphs, askew };
}

/** Degrees by which a watermark or a stamp stands off; text of a scan that was not levelled is off by some. */
const leastAskew = 12;

function isAskew({ pdfium, text, scratch }: OpenPage, index: number): boolean {
  pdfium._FPDFText_GetMatrix(text, index, scratch.at);
  const [a = 1, b = 0] = scratch.floats(2);
  const off = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 90;
  return Math.min(off, 90 - off) > leastAskew;
}

/** The place of a character behind another of the same glyph, as in ﬁ: the file gives both the place of the first. */
function unshared(
  own: Pick<Glyph, 'box' | 'size' | 'isTurned'>,
  last: Glyph | undefined,
  object: number,
): Pick<Glyph, 'box' | 'size' | 'isTurned'> {
  if (!last || last.object !== object || own.isTurned || last.isBlank) return own;
  const { left, right, top } = own.box;
  const isShared = Math.abs(top - last.box.top) < 0.01 && left >= last.box.left && left < last.box.right;
  if (
    !isShared ||
    !/^[A-Za-z]$/u.test(last.text) ||
    last.box.right - left < (last.box.right - last.box.left) / 2
  )
    return own;
  return { ...own, box: { ...own.box, left: last.box.right, right: last.box.right + right - left } };
}

/** The character of a glyph; U+FFFD where the file does not tell, so that restoring asks. */
function charAt({ pdfium, text }: OpenPage, index: number): string | undefined {
  // PDFium gives U+0002 for a hyphen at a line's end.
  if (pdfium._FPDFText_IsHyphen(text, index) === 1) return '-';
  const code = pdfium._FPDFText_GetUnicode(text, index);
  if (pdfium._FPDFText_HasUnicodeMapError(text, index) === 1 && code < 0x20) return '\ufffd';
  if (code === 0 || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff) return '\ufffd';
  if (code < 0x20 && code !== 9) return undefined;
  return String.fromCodePoint(publicCode(code));
}

function placeOf(
  { pdfium, text, scratch, place, rotation }: OpenPage,
  index: number,
): Pick<Glyph, 'box' | 'size' | 'isTurned'> {
  pdfium._FPDFText_GetMatrix(text, index, scratch.at);
  const [a = 1, b = 0, c = 0, d = 1] = scratch.floats(4);
  const points = pdfium._FPDFText_GetFontSize(text, index);
  const size = points * Math.hypot(c, d) || points;
  pdfium._FPDFText_GetLooseCharBox(text, index, scratch.at);
  const [left = 0, top = 0, right = 0, bottom = 0] = scratch.floats(4);
  pdfium._FPDFText_GetCharOrigin(text, index, scratch.at, scratch.at + 8);
  let [x = 0, y = 0] = scratch.doubles(2);
  const quarter = quarterOf(a, b);
  const isTurned = (quarter - rotation) % 2 !== 0;
  // The box of a vertical font is wrong by half an em; its origin is right, and the advance of Han is an em.
  const [alongX, alongY] = directions[quarter]!;
  const told = Math.abs(quarter % 2 === 0 ? right - left : top - bottom);
  const most = widestEm * size;
  const { before, count } =
    told > most ? sharing({ pdfium, text, scratch }, index, [x, y]) : { before: 0, count: 1 };
  const advance = Math.min(told / count, most);
  [x, y] = [x + alongX * before * advance, y + alongY * before * advance];
  const box: [number, number, number, number] =
    isTurned && rotation === 0
      ? turnedBox([left, top, right, bottom], size)
      : [
          x - alongY * ascent * size,
          y + alongX * ascent * size,
          x + alongX * advance + alongY * (1 - ascent) * size,
          y + alongY * advance - alongX * (1 - ascent) * size,
        ];
  const [x1, y1] = place(box[0], box[1]);
  const [x2, y2] = place(box[2], box[3]);
  return {
    box: {
      left: Math.min(x1, x2),
      top: Math.min(y1, y2),
      right: Math.max(x1, x2),
      bottom: Math.max(y1, y2),
    },
    size,
    isTurned,
  };
}

/** Advance of the widest character in em, with what a foundry rounds. */
const widestEm = 1.05;
/** Characters of one glyph: the longest ligatures, of Arabic and of dashes, have fewer. */
const mostShared = 16;

/** Of the characters that one wide glyph represents, as of three dashes: their number, and of those before this one. */
function sharing(
  { pdfium, text, scratch }: Pick<OpenPage, 'pdfium' | 'text' | 'scratch'>,
  index: number,
  [x, y]: readonly [number, number],
): { before: number; count: number } {
  const object = pdfium._FPDFText_GetTextObject(text, index);
  const isSame = (other: number) => {
    if (pdfium._FPDFText_GetCharOrigin(text, other, scratch.at, scratch.at + 8) === 0) return false;
    const [left, top] = scratch.doubles(2);
    return left === x && top === y && pdfium._FPDFText_GetTextObject(text, other) === object;
  };
  let [first, last] = [index, index];
  while (index - first < mostShared && isSame(first - 1)) first--;
  while (last - index < mostShared && isSame(last + 1)) last++;
  return { before: index - first, count: last - first + 1 };
}

/** Directions of writing in the space of the file, by quarters of a turn against the clock. */
const directions: readonly (readonly [x: number, y: number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/** A turned glyph's box is as wide as the lines of its font; its em stands in the middle. */
function turnedBox(
  [left, top, right, bottom]: [number, number, number, number],
  size: number,
): [number, number, number, number] {
  const middle = (left + right) / 2;
  return [middle - size / 2, top, middle + size / 2, bottom];
}
