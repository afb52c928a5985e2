import { isWordChar } from '../../text/units.js';
import type { Line } from './lines.js';
import type { Evidence } from './page.js';
import type { Placement } from './placement.js';

/** A line is full if it ends at most this many em before its measure: justification, a tight box, a mark cut off. */
const full = 1.1;
/** … and short if only the end of a paragraph leaves so much space. */
const short = 2;
/** A word or a number that does not break may leave this much. */
const longestWord = 6;
/** Type larger than the text by this factor is clearly a headline. */
export const display = 1.25;
/** Sizes that differ by more are never in one paragraph. */
const otherSize = 1.15;

/** Weights of places as evidence, in natural logarithms like the others. Place is never the only evidence. */
const weights = {
  shortGoesOn: -5,
  middleGoesOn: -1,
  fullEnds: -2,
  otherSize: -8,
  otherMeasure: -3,
  display: 8,
  heavy: 2,
  centred: 2,
  room: 2,
} as const;

/** True if a line ends where its measure does; undefined if unclear. */
export function isFull({ slack, isLone }: Placement, next: Line | undefined): boolean | undefined {
  if (slack < full) return isLone ? undefined : true;
  const room = isWordChar(next?.text[0]) ? longestWord : 0;
  return slack >= short + room ? false : undefined;
}

/** A line with its indent in quarter ems, like white space would have shown it. */
export function indentOf(line: Line, placement: Placement | undefined): Line {
  if (!placement) return line;
  // A box around an opening mark is tight: half an em of it is blank.
  const tight = /^[“‘（《「『〈【]/u.test(line.text) && placement.indent < 1 ? 0 : placement.indent;
  const quarters = Math.round(Math.max(0, tight) * 4);
  return { ...line, indent: quarters < 3 ? 0 : quarters };
}

/** Adds the evidence of the lines' places to that of their characters. */
export function weighPlacement(
  evidence: Evidence,
  lines: readonly Line[],
  placements: readonly (Placement | undefined)[],
): void {
  placements.forEach((own, index) => {
    if (!own) return;
    const next = placements[index + 1];
    if (own.ratio >= display) evidence.heading[index]! += weights.display;
    else {
      if (own.isHeavy) evidence.heading[index]! += weights.heavy;
      if (isCentred(own)) evidence.heading[index]! += weights.centred;
    }
    if (own.extra > 0.4) evidence.gap[index]! += weights.room * Math.min(own.extra, 2);
    if (!next) return;
    const isFilled = isFull(own, lines[index + 1]);
    if (isFilled === true) evidence.end[index]! += weights.fullEnds;
    else if (isFilled === false) evidence.stay[index]! += weights.shortGoesOn;
    else if (!own.isLone) evidence.stay[index]! += weights.middleGoesOn;
    if (isOtherSize(own, next)) evidence.stay[index]! += weights.otherSize;
    if (isOtherMeasure(own, next)) evidence.stay[index]! += weights.otherMeasure;
  });
}

export const isOtherSize = (a: Placement, b: Placement) =>
  Math.max(a.line.size, b.line.size) > otherSize * Math.min(a.line.size, b.line.size);

/** Em by which columns of one story differ at most. */
const sameMeasure = 1.5;

/** A column of another width is another story's, or a headline's; round a picture the column stays the same. */
function isOtherMeasure({ line: a }: Placement, { line: b }: Placement): boolean {
  const width = ({ measure: [from, to] }: Placement['line']) => to - from;
  return a.column !== b.column && Math.abs(width(a) - width(b)) > sameMeasure * Math.max(a.size, b.size);
}

/** True for equal white before and after. */
export const isCentred = ({ indent, slack }: Placement) =>
  indent > 1 && slack > 1 && Math.abs(indent - slack) < 0.8;
