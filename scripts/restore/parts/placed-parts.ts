import { opensWithDateline } from '../../text/press/datelines.js';
import { endsWithCredit } from '../../text/press/names.js';
import { closers, sentenceEnds } from '../../text/prohibition.js';
import { isHeadingByWhite } from '../measure/heavy-rows.js';
import type { Line } from '../measure/lines.js';
import type { Placement } from '../measure/placement.js';
import { display, isCentred, isFull, isOtherSize } from '../measure/weigh-placement.js';
import { sharedNumbers } from '../numbers/parts.js';
import { placementNumbers, placeWeights } from '../numbers/place.js';
import { isRow, isText, type Part, parts } from './part.js';

const { raised, sameSize, small } = placementNumbers;
const { hardly, never } = placeWeights;

/** The place of a line, and those of the lines before and after it if known. */
interface Places {
  before: Placement | undefined;
  own: Placement;
  /** The next in another size, after rows of its own part of a title. */
  next: Placement | undefined;
  isUnderHeadline: boolean;
  /** … as the first of two rows of names. */
  isNameRow: boolean;
  isUnderNameRow: boolean;
}

/** Adds the evidence of a line's place to the scores of its parts. */
export function placeParts(
  scores: Float64Array,
  lines: readonly Line[],
  { placements, line }: { placements: readonly (Placement | undefined)[]; line: number },
): void {
  const own = placements[line];
  if (!own) return;
  const places: Places = {
    before: placements[line - 1],
    own,
    next: inOtherSize(placements, line),
    isUnderHeadline: isUnderHeadline(placements, line),
    isNameRow: isNameRow(placements, line),
    isUnderNameRow: isNameRow(placements, line - 1),
  };
  const startsNew = places.before ? borderBefore(places.before, own, lines[line]!) : 0;
  const opens = opening(places, lines[line - 1], lines[line]!);
  parts.forEach((part, index) => {
    scores[index]! +=
      sizeScore(own, part) +
      titleScore(places, part) +
      (isRow(part) ? -startsNew : startsNew) +
      (part === 'opening' ? opens : 0);
  });
}

/** True for large type above a column, or in the middle of one: a headline, whatever its words look like. */
export const isHeadlineByPlace = (own: Placement | undefined): boolean =>
  own !== undefined && own.ratio >= display && (own.isInTitle || isCentred(own));

/** True for a line of text under large type and in its middle: a name stands so, or a deck. */
function isUnderHeadline(placements: readonly (Placement | undefined)[], line: number): boolean {
  const [before, own] = [placements[line - 1], placements[line]];
  if (!before || !own || before.ratio < display || own.ratio >= raised) return false;
  return isCentred(own) || (own.isLone && areInMiddle(before, own));
}

/** The first line after a line, or after the rows of its part of a title, that is in another size. */
function inOtherSize(placements: readonly (Placement | undefined)[], line: number): Placement | undefined {
  const own = placements[line]!;
  for (let at = line + 1; at <= line + sharedNumbers.mostRows; at++) {
    const next = placements[at];
    if (!next || !own.isInTitle || next.line.column !== own.line.column || isOtherSize(own, next))
      return next;
  }
  return undefined;
}

/** True for the first of two rows of names under large type: it fills its column, and the second is in the middle. */
function isNameRow(placements: readonly (Placement | undefined)[], line: number): boolean {
  const [before, own, next] = [placements[line - 1], placements[line], placements[line + 1]];
  if (!before || !own || !next || before.ratio < display || own.ratio >= raised) return false;
  return (
    own.isFirst && isFull(own, undefined) === true && own.line.column === next.line.column && isCentred(next)
  );
}

/** True for a line that stands where names do: below a headline, in its middle, in up to two rows. */
export const isNamedByPlace = (placements: readonly (Placement | undefined)[], line: number): boolean =>
  isUnderHeadline(placements, line) || isNameRow(placements, line) || isNameRow(placements, line - 1);

/** True for lines above each other with one middle. */
function areInMiddle({ line: a }: Placement, { line: b }: Placement): boolean {
  const middle = ({ box, direction }: Placement['line']) =>
    direction === 'vertical' ? (box.top + box.bottom) / 2 : (box.left + box.right) / 2;
  return Math.abs(middle(a) - middle(b)) < placementNumbers.centred * Math.max(a.size, b.size);
}

/** Positive where a block begins with a line, negative where the one before continues. */
function borderBefore(before: Placement, own: Placement, line: Line): number {
  if (isOtherSize(before, own)) return -never;
  // Two lines of a title in one size are one part of it.
  if (before.isInTitle && own.isInTitle && before.line.column === own.line.column) return hardly;
  // So are two rows of a headline in a column of its text.
  if (own.ratio >= display)
    return before.ratio >= display && !own.isFirst && own.extra < placementNumbers.extra ? hardly : 0;
  const isFilled = isFull(before, line);
  const isIn = own.indent > placementNumbers.indentFrom && own.indent < placementNumbers.indentTo;
  // A bold crosshead that had no room for more goes on in the middle of its column.
  const isWhole = before.indent + before.slack < firstUnit(line.text);
  const isBelow = before.line.column === own.line.column && own.extra < placementNumbers.extra;
  if (before.isHeavy && own.isHeavy && isWhole && isBelow && isCentred(own)) return hardly;
  if (isFilled === true && own.indent < placementNumbers.flush && own.extra < placementNumbers.extra)
    return hardly / 2;
  if (isFilled === false && isIn) return -hardly / 2;
  return isIn && !isCentred(own) ? placeWeights.indented : 0;
}

/** Em of what the text begins with and no line may end in: a character with the marks after it. */
const firstUnit = (text: string): number =>
  [...(/^.[，。、；：！？）》」』】”’〉〕]*/u.exec(text)?.[0] ?? '')].length;

/** Evidence of a story without a title: it is set apart, and no story begins in the middle of its columns. */
function opening({ before, own }: Places, last: Line | undefined, line: Line): number {
  if (!before || before.line.page !== own.line.page) return 0;
  const end = last?.text.at(-1) ?? '';
  const isOver = sentenceEnds.has(end) || closers.has(end) || endsWithCredit(last?.text ?? '');
  // Beside a story's headline a column without one may begin a story: its words tell.
  if (!own.line.opens)
    return own.isFirst && isOver && opensWithDateline(line.text) ? placeWeights.apart : placeWeights.inside;
  return isOver || isFull(before, line) === false ? placeWeights.apart : 0;
}

function sizeScore({ ratio, isHeavy, ...own }: Placement, part: Part): number {
  const isHead = part === 'headline' || part === 'headline row';
  if (ratio >= display) {
    if (isHead) return placeWeights.headline;
    if (isText(part) || part === 'tail') return never;
    // A crosshead stands in its column, and a name is never as large as a headline.
    if (part.startsWith('crosshead') && own.isInTitle && ratio >= placementNumbers.large) return never;
    return own.isInTitle && (part.startsWith('crosshead') || part.startsWith('byline')) ? hardly : 0;
  }
  if (isHead) return ratio < small ? never : ratio < raised && !isHeavy ? hardly : 0;
  if (ratio >= raised) return isText(part) || part === 'tail' ? (own.isInTitle ? never : hardly) : 0;
  if (ratio < small)
    return part.startsWith('caption') || part === 'tail'
      ? placeWeights.caption
      : part === 'crosshead'
        ? hardly
        : 0;
  const isSetApart = isHeavy || isCentred({ ratio, isHeavy, ...own });
  if (part === 'crosshead' && isHeadingByWhite({ ratio, isHeavy, ...own })) return 2 * placeWeights.crosshead;
  if (part === 'crosshead') return isSetApart ? placeWeights.crosshead : placeWeights.plainCrosshead;
  if (part === 'kicker' || part === 'deck' || part === 'deck row')
    return isSetApart ? 0 : placeWeights.plainDeck;
  return 0;
}

/** Evidence from neighbouring parts of a title: kicker and deck are smaller than the headline between them. */
function titleScore(places: Places, part: Part): number {
  const { before, own, next } = places;
  const isAbove = next !== undefined && next.ratio >= display;
  const isBelow = before !== undefined && before.ratio >= display;
  const isSmaller = (than: Placement) => own.line.size * sameSize < than.line.size;
  if (part === 'kicker' && own.ratio >= display && !(isAbove && isSmaller(next))) return hardly;
  if (part === 'deck' && own.ratio >= display && !(isBelow && isSmaller(before))) return hardly;
  // Above larger type nothing is a headline, and in the middle below it neither.
  if (part === 'headline' && isAbove && isSmaller(next)) return hardly;
  if (part === 'headline' && isBelow && isSmaller(before) && areInMiddle(before, own)) return hardly;
  if (own.ratio >= display) return 0;
  // A small line above large type is a kicker; a centred one below large type is a deck or a name.
  if (part === 'crosshead' && isAbove && isSmaller(next) && own.ratio >= raised) return hardly;
  if (part === 'byline' && (places.isUnderHeadline || places.isNameRow)) return placeWeights.name;
  if (part === 'byline row' && places.isUnderNameRow) return placeWeights.name;
  return 0;
}
