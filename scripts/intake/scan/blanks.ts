import type { BoxedLine } from '../boxed.js';
import { emsOf } from '../boxes.js';
import { leastWhite } from '../join-words.js';
import { type Ink, inkOf } from './ink.js';
import { profile, type Run, runsOf } from './profile.js';
import { cropped, type Raster } from './raster.js';

/** A blank that an engine tells is where the picture has one, within so many em: its places of words are inexact. */
const nearby = 1.6;

/** Tesseract reads a closing quotation mark where it sees a blank. */
const inventedMark = /”/u;

/**
 * A recognised line with the blanks of the picture: engines place words so inexactly, above all in vertical lines, that
 * white seems to be between any two; and where a blank is, Tesseract often reads a mark.
 *
 * @param line with a box in pixels of the picture
 */
export function withTrueBlanks(line: BoxedLine, raster: Raster): BoxedLine {
  const { text, box } = line;
  if (!box || !(text.includes('\u3000') || inventedMark.test(text))) return line;
  const inside = {
    left: Math.max(0, Math.floor(box.left)),
    top: Math.max(0, Math.floor(box.top)),
    right: Math.min(raster.width, Math.ceil(box.right)),
    bottom: Math.min(raster.height, Math.ceil(box.bottom)),
  };
  const [width, height] = [inside.right - inside.left, inside.bottom - inside.top];
  if (width < 1 || height < 1) return line;
  const isDown = height > width;
  const ink = inkOf(cropped(raster, inside));
  const whites = whitesOf(ink, isDown);
  const own = isDown ? line : { ...line, text: withBlanksForMarks(text, ink, whites) };
  return withoutFalseBlanks(own, whites, isDown ? [height, width] : [width, height]);
}

/** Keeps the blanks of a text that are white on the picture; a line is so long and so thick. */
function withoutFalseBlanks(
  line: BoxedLine,
  whites: readonly Run[],
  [length, em]: [number, number],
): BoxedLine {
  const { text } = line;
  const pitch = length / Math.max(1, emsOf(text));
  const parts = text.split(/(\u3000+)/u);
  let passed = 0;
  const kept = parts.filter((part, index) => {
    const place = (passed + emsOf(part) / 2) * pitch;
    passed += emsOf(part);
    if (index % 2 === 0) return true;
    const least = leastWhite(parts[index - 1]!, parts[index + 1]!) * em;
    return whites.some(([from, to]) => to - from >= least && Math.abs((from + to) / 2 - place) < nearby * em);
  });
  return { ...line, text: kept.join('') };
}

/** A blank has more white than a mark leaves, in em; a mark's ink is in the upper part of the line. */
const leastBlank = 0.85;
const [markWide, markHigh] = [0.3, 0.55];

/**
 * A level line with a blank for each mark that closes nothing, where the picture has a blank, and at its left a character
 * instead of the mark.
 */
function withBlanksForMarks(text: string, ink: Ink, whites: readonly Run[]): string {
  const em = ink.height;
  const pitch = ink.width / Math.max(1, emsOf(text));
  let [passed, found, isOpen] = [0, '', false];
  for (const char of text) {
    const place = (passed + emsOf(char) / 2) * pitch;
    passed += emsOf(char);
    const isMark = inventedMark.test(char);
    const isInvented =
      isMark &&
      !isOpen &&
      whites.some(
        ([from, to]) =>
          to - from >= leastBlank * em &&
          Math.abs((from + to) / 2 - place) < nearby * em &&
          hasLowInk(ink, from),
      );
    found += isInvented ? '\u3000' : char;
    isOpen = char === '“' || (isOpen && !isMark);
  }
  return found.replace(/\u3000+/gu, '\u3000');
}

/** True if the ink before a column reaches below the place of a quotation mark. */
function hasLowInk({ width, height, on }: Ink, to: number): boolean {
  const from = Math.max(0, Math.round(to - markWide * height));
  for (let y = Math.ceil(markHigh * height); y < height; y++)
    if (on.subarray(y * width + from, y * width + to).includes(1)) return true;
  return false;
}

/** White between the ink of a line. */
function whitesOf(ink: Ink, isDown: boolean): Run[] {
  const whole = { left: 0, top: 0, right: ink.width, bottom: ink.height };
  const runs = runsOf(profile(ink, whole, isDown ? 'rows' : 'columns'), 1);
  return runs.slice(1).map(([from], index) => [runs[index]![1], from]);
}
