import type { PlacedLine } from '../../article/layout.js';
import { placementNumbers } from '../numbers/place.js';
import type { Placement } from './placement.js';
import { isOtherSize } from './weigh-placement.js';

const { apartShare, extra, indentFrom, indentTo, leastShift, offMiddle, raised } = placementNumbers;

type Placements = readonly (Placement | undefined)[];

/** True for heavy type, no larger than the text, in the middle of its column, which it may fill. */
const isMiddle = ({ isHeavy, indent, slack, ratio }: Placement) =>
  isHeavy && ratio < raised && Math.abs(indent - slack) < offMiddle;

/** True for the first row of a heavy heading that has white above it. */
export const isHeadingByWhite = (own: Placement) => isMiddle(own) && own.apart >= extra;

/** True if a line stands right below another in its column, in type of its size. */
const isBelow = (before: Placement, own: Placement) =>
  before.line.column === own.line.column && own.extra < extra && !isOtherSize(before, own);

/** True for a line under one of regular type; at the top of a column no white is seen. */
const isUnderText = (before: Placement | undefined, { line }: Placement) =>
  before !== undefined && !before.isHeavy && before.line.page === line.page && isOver(before.line, line);

/** True if a line is above another, or at its right on a vertical page. */
const isOver = ({ box: a, direction }: PlacedLine, { box: b }: PlacedLine) =>
  direction === 'vertical'
    ? a.left >= b.right && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top)
    : a.bottom <= b.top && Math.min(a.right, b.right) > Math.max(a.left, b.left);

/**
 * 小标题: the numbers of lines that are further rows of a heavy heading, in the middle of the column below its first row.
 * Only where headings have white above them are two rows of one seen from two headings.
 */
export function headingRows(placements: Placements): number[] {
  const first = placements.filter(
    (own, index) => own && isMiddle(own) && isUnderText(placements[index - 1], own),
  );
  const apart = first.filter((own) => own && isHeadingByWhite(own));
  if (apart.length <= apartShare * first.length) return [];
  const rows: number[] = [];
  let isOpen = false;
  placements.forEach((own, index) => {
    const before = placements[index - 1];
    if (isOpen && before && own && isMiddle(own) && isBelow(before, own)) rows.push(index);
    else isOpen = own !== undefined && isHeadingByWhite(own);
  });
  return rows;
}

/**
 * The numbers of lines of another weight that begin a block: a heavy one in the middle of its column, with white at its
 * ends or above it, and a regular one that stands in below it.
 */
export function weightBreaks(placements: Placements): number[] {
  return placements.flatMap((own, index) => {
    const before = placements[index - 1];
    if (!own || !before || before.line.page !== own.line.page || own.isHeavy === before.isHeavy) return [];
    if (own.isHeavy) return isMiddle(own) && (own.indent > leastShift || own.apart >= extra) ? [index] : [];
    if (before.line.column !== own.line.column) return [];
    const isIn = own.indent > indentFrom && own.indent < indentTo;
    return isIn && (before.indent < indentFrom || (isMiddle(before) && before.slack > leastShift))
      ? [index]
      : [];
  });
}
