import { isItemStart } from '../../text/press/items.js';
import { isByline, isCredit } from '../../text/press/names.js';
import { looksLikeTail } from '../../text/press/tails.js';
import { placementNumbers } from '../numbers/place.js';
import { headingRows, weightBreaks } from './heavy-rows.js';
import type { Line } from './lines.js';
import type { Placement } from './placement.js';
import { display, isCentred, isFull, isOtherSize } from './weigh-placement.js';

const { extra, flush, small } = placementNumbers;

/** The starts of lines that go on from the one above, by their place in its column and their words. */
export function placedJoins(
  lines: readonly Line[],
  placements: readonly (Placement | undefined)[],
): Set<number> {
  const joins = new Set(headingRows(placements).map((index) => lines[index]!.start));
  const isFlushList = hasFlushItems(lines, placements);
  lines.forEach((line, index) => {
    const [last, before, own] = [lines[index - 1], placements[index - 1], placements[index]];
    if (!last || !before || !own || before.line.column !== own.line.column) return;
    if (own.extra >= extra || isOtherSize(before, own)) return;
    const isItem = !isFlushList && isItemStart(line.text) && isFlushBehindFull(before, own, line);
    if (isItem || goesOn({ last, before }, { line, own })) joins.add(line.start);
  });
  return joins;
}

/** Starts of the last rows of headlines, of a character or two that had no room: they are no large first characters. */
export function lastRows(lines: readonly Line[], placements: readonly (Placement | undefined)[]): number[] {
  return lines.flatMap(({ start, text }, index) => {
    const [before, own] = [placements[index - 1], placements[index]];
    if (!before || !own || own.line.column !== before.line.column || isOtherSize(before, own)) return [];
    if (before.ratio < display || own.extra >= extra || [...text].length > placementNumbers.lastRow)
      return [];
    return isFull(before, lines[index]) === true && isCentred(own) ? [start] : [];
  });
}

function goesOn(
  { last, before }: { last: Line; before: Placement },
  { line, own }: { line: Line; own: Placement },
): boolean {
  // 本报记者　李明　摄 in a caption's small type.
  if (before.ratio < small && own.ratio < small && isCredit(line.text)) return true;
  if (isFull(before, line) !== true) return false;
  // Names that had no room in one line, and a name after the text that its last line had no room for.
  if (isByline(last.text)) return isCentred(own);
  return own.indent < flush && own.indent <= own.slack && (isCredit(line.text) || looksLikeTail(line.text));
}

const isFlushBehindFull = (before: Placement, own: Placement, line: Line) =>
  own.indent < flush && isFull(before, line) === true;

/** True if items of the text stand flush where they certainly begin, or none stands in like a paragraph. */
function hasFlushItems(lines: readonly Line[], placements: readonly (Placement | undefined)[]): boolean {
  let standsIn = false;
  for (const [index, line] of lines.entries()) {
    const [before, own] = [placements[index - 1], placements[index]];
    if (!own || !isItemStart(line.text)) continue;
    if (own.indent < flush && (!before || isFull(before, line) === false)) return true;
    if (own.indent > placementNumbers.indentFrom && own.indent < placementNumbers.indentTo) standsIn = true;
  }
  return !standsIn;
}

/** Starts of lines that begin a block by their place: in another size, a title over columns, in another weight. */
export function placedBreaks(
  lines: readonly Line[],
  placements: readonly (Placement | undefined)[],
): number[] {
  const isOther = new Set(weightBreaks(placements));
  return lines.flatMap(({ start }, index) => {
    const [before, own] = [placements[index - 1], placements[index]];
    const isBegun = before && own && (isOtherSize(before, own) || isTitleAfterText(before, own));
    return isBegun || isOther.has(index) ? [start] : [];
  });
}

/** A kicker is hardly larger than the text in the column before it. */
const isTitleAfterText = (before: Placement, own: Placement) =>
  own.isInTitle && !before.isInTitle && own.line.column !== before.line.column;
