import { isWordChar } from '../../text/units.js';
import { placementNumbers, placeWeights } from '../numbers/place.js';
import type { Line } from './lines.js';
import type { Evidence } from './page.js';
import type { Placement } from './placement.js';

const { full, short, longestWord, otherSize, sameMeasure } = placementNumbers;
export const { display } = placementNumbers;

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
  const tight =
    /^[“‘（《「『〈【]/u.test(line.text) && placement.indent < placementNumbers.tightMark
      ? 0
      : placement.indent;
  const quarters = Math.round(Math.max(0, tight) * 4);
  return { ...line, indent: quarters < placementNumbers.leastIndent ? 0 : quarters };
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
    if (own.ratio >= display) evidence.heading[index]! += placeWeights.display;
    else {
      if (own.isHeavy) evidence.heading[index]! += placeWeights.heavy;
      if (isCentred(own)) evidence.heading[index]! += placeWeights.centred;
    }
    if (own.extra > placementNumbers.extra)
      evidence.gap[index]! += placeWeights.room * Math.min(own.extra, placementNumbers.mostExtra);
    if (!next) return;
    const isFilled = isFull(own, lines[index + 1]);
    if (isFilled === true) evidence.end[index]! += placeWeights.fullEnds;
    else if (isFilled === false) evidence.stay[index]! += placeWeights.shortGoesOn;
    else if (!own.isLone) evidence.stay[index]! += placeWeights.middleGoesOn;
    if (isOtherSize(own, next)) evidence.stay[index]! += placeWeights.otherSize;
    if (isOtherMeasure(own, next)) evidence.stay[index]! += placeWeights.otherMeasure;
  });
}

export const isOtherSize = (a: Placement, b: Placement) =>
  Math.max(a.line.size, b.line.size) > otherSize * Math.min(a.line.size, b.line.size);

/** A column of another width is another story's, or a headline's; round a picture the column stays the same. */
function isOtherMeasure({ line: a }: Placement, { line: b }: Placement): boolean {
  const width = ({ measure: [from, to] }: Placement['line']) => to - from;
  return a.column !== b.column && Math.abs(width(a) - width(b)) > sameMeasure * Math.max(a.size, b.size);
}

/** True for equal white before and after. */
export const isCentred = ({ indent, slack }: Placement) =>
  indent > placementNumbers.leastCentred &&
  slack > placementNumbers.leastCentred &&
  Math.abs(indent - slack) < placementNumbers.centred;
