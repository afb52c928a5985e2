import type { Box } from '../article/layout.js';
import { beginsBlank, emsOf, endsBlank, isIn } from './boxes.js';
import { sizesOf } from './line-sizes.js';
import { directed, type Placed, sidesOf } from './placed.js';
import type { PrintedLine, PrintedPage } from './printed-page.js';

/** A line of a recognition result: words, and a box that is tight or wide by the program's habit. */
export interface BoxedLine {
  text: string;
  /** Undefined where the file has none: the line is under the one before it. */
  box: Box | undefined;
  /** Type size in points, if the file has it. */
  points?: number | undefined;
  weight?: number | undefined;
  confidence?: number | undefined;
}

/** Names of regions that are headings, in the vocabularies of PAGE, ALTO, PaddleOCR and MinerU. */
export const headingName: RegExp = /\b(?:head(?:ing|line)?|title|(?:doc|paragraph)_title)\b/iu;

/** The weight of type as files tell it: bold or not; a heading counts as bold. */
export const weightOf = (isBold: boolean): number => (isBold ? 700 : 400);

export interface BoxedPage {
  width?: number | undefined;
  height?: number | undefined;
  lines: BoxedLine[];
  rules?: Box[];
  pictures?: Box[];
  /** Units of the page in a point of type, if the file tells. */
  pointSize?: number | undefined;
}

/** Pages of recognised lines as printed ones: with directions, with sizes, with a box for each line. */
export function printPages(pages: readonly BoxedPage[]): PrintedPage[] {
  return pages.map(({ width, height, lines, rules = [], pictures = [], pointSize }) => {
    const placed = directed(placeAll(lines.filter(({ text }) => /\S/u.test(text))));
    const right = Math.max(1, ...placed.map(({ box }) => box.right));
    const bottom = Math.max(1, ...placed.map(({ box }) => box.bottom));
    return {
      // Boxes outside the page mean that its size is wrong, not that the words do not exist.
      width: Math.max(width ?? 0, right),
      height: Math.max(height ?? 0, bottom),
      lines: printed(placed, pointSize),
      rules,
      // A region that has lines is no picture, whatever a program calls it.
      pictures: pictures.filter((picture) => !placed.some(({ box }) => isIn(box, picture))),
    };
  });
}

/** True for a line with a box that has an area. */
export function hasPlace(line: BoxedLine): line is BoxedLine & { box: Box } {
  const { box } = line;
  return (
    box !== undefined &&
    Object.values(box).every(Number.isFinite) &&
    box.right > box.left &&
    box.bottom > box.top
  );
}

/** Places lines without a usable box under each other, below the last one that has one. */
function placeAll(lines: readonly BoxedLine[]): (BoxedLine & { box: Box })[] {
  let last: Box = { left: 0, top: -1, right: 20, bottom: 0 };
  return lines.map((line) => {
    const height = last.bottom - last.top;
    last = hasPlace(line)
      ? line.box
      : {
          left: last.left,
          right: last.left + height * [...line.text].length,
          top: last.bottom + height / 2,
          bottom: last.bottom + 1.5 * height,
        };
    return { ...line, box: last };
  });
}

function printed(lines: readonly (BoxedLine & Placed)[], pointSize: number | undefined): PrintedLine[] {
  const { sizes, areInk } = sizesOf(lines, pointSize);
  return lines.map((line, index) => {
    const size = sizes[index]!;
    return {
      text: oneLine(line.text),
      box: areInk ? withBlanks(line, size) : line.box,
      direction: line.direction,
      size,
      ...(line.weight !== undefined && { weight: line.weight }),
      ...(line.confidence !== undefined && { confidence: line.confidence }),
    };
  });
}

/** Recognition draws boxes round the ink; the blank halves of marks at both ends belong to the line. */
function withBlanks(line: Placed, size: number): Box {
  const { box, text, direction } = line;
  const own = text.trim();
  const lacks = emsOf(own) * size - sidesOf(line).length;
  const [before, after] = [beginsBlank(own), endsBlank(own)].map((isBlank) => (isBlank ? size / 2 : 0)) as [
    number,
    number,
  ];
  if (lacks <= 0 || before + after === 0) return box;
  const share = Math.min(1, lacks / (before + after));
  return direction === 'vertical'
    ? { ...box, top: box.top - share * before, bottom: box.bottom + share * after }
    : { ...box, left: box.left - share * before, right: box.right + share * after };
}

/** A line's end inside of it would be taken for one of ours. */
const oneLine = (text: string) =>
  text
    .replace(/[\s\u0085]+/gu, (blank) => (/[\r\n\f\v\u0085\u2028\u2029]/u.test(blank) ? ' ' : blank))
    .trim();
