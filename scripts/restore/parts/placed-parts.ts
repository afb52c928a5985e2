import { endsWithCredit } from '../../text/press/names.js';
import { closers, sentenceEnds } from '../../text/prohibition.js';
import type { Line } from '../measure/lines.js';
import type { Placement } from '../measure/placement.js';
import { display, isCentred, isFull, isOtherSize } from '../measure/weigh-placement.js';
import { placementNumbers, placeWeights } from '../numbers/place.js';
import { isRow, isText, type Part, parts } from './part.js';

const { raised, sameSize, small } = placementNumbers;
const { hardly, never } = placeWeights;

/** The place of a line, and those of the lines before and after it if known. */
interface Places {
  before: Placement | undefined;
  own: Placement;
  next: Placement | undefined;
}

/** Adds the evidence of a line's place to the scores of its parts. */
export function placeParts(
  scores: Float64Array,
  lines: readonly Line[],
  { placements, line }: { placements: readonly (Placement | undefined)[]; line: number },
): void {
  const own = placements[line];
  if (!own) return;
  const places: Places = { before: placements[line - 1], own, next: placements[line + 1] };
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

/** True for large type alone above or within a column: a headline, whatever its words look like. */
export const isHeadlineByPlace = (own: Placement | undefined): boolean =>
  own !== undefined && own.ratio >= display && (own.isLone || isCentred(own));

/** Positive where a block begins with a line, negative where the one before continues. */
function borderBefore(before: Placement, own: Placement, line: Line): number {
  if (isOtherSize(before, own)) return -never;
  if (own.ratio >= display) return 0;
  const isFilled = isFull(before, line);
  const isIn = own.indent > placementNumbers.indentFrom && own.indent < placementNumbers.indentTo;
  if (isFilled === true && own.indent < placementNumbers.flush && own.extra < placementNumbers.extra)
    return hardly / 2;
  if (isFilled === false && isIn) return -hardly / 2;
  return isIn && !isCentred(own) ? placeWeights.indented : 0;
}

/** Evidence of a story without a title: it is set apart, and no story begins in the middle of its columns. */
function opening({ before, own }: Places, last: Line | undefined, line: Line): number {
  if (!before || before.line.page !== own.line.page) return 0;
  if (!own.line.opens) return placeWeights.inside;
  const end = last?.text.at(-1) ?? '';
  const isOver = sentenceEnds.has(end) || closers.has(end) || endsWithCredit(last?.text ?? '');
  return isOver || isFull(before, line) === false ? placeWeights.apart : 0;
}

function sizeScore({ ratio, isHeavy, ...own }: Placement, part: Part): number {
  const isHead = part === 'headline' || part === 'headline row';
  if (ratio >= display) {
    if (isHead) return placeWeights.headline;
    if (isText(part) || part === 'tail') return never;
    // A crosshead stands in its column, and a name is never as large as a headline.
    return own.isInTitle && (part.startsWith('crosshead') || part.startsWith('byline')) ? hardly : 0;
  }
  if (isHead) return ratio < small ? never : ratio < raised && !isHeavy ? hardly : 0;
  if (ratio >= raised) return isText(part) || part === 'tail' ? hardly : 0;
  if (ratio < small)
    return part.startsWith('caption') || part === 'tail'
      ? placeWeights.caption
      : part === 'crosshead'
        ? hardly
        : 0;
  const isSetApart = isHeavy || isCentred({ ratio, isHeavy, ...own });
  if (part === 'crosshead') return isSetApart ? placeWeights.crosshead : placeWeights.plainCrosshead;
  if (part === 'kicker' || part === 'deck' || part === 'deck row')
    return isSetApart ? 0 : placeWeights.plainDeck;
  return 0;
}

/** Evidence from neighbouring parts of a title: kicker and deck are smaller than the headline between them. */
function titleScore({ before, own, next }: Places, part: Part): number {
  const isAbove = next !== undefined && next.ratio >= display;
  const isBelow = before !== undefined && before.ratio >= display;
  const isSmaller = (than: Placement) => own.line.size * sameSize < than.line.size;
  if (part === 'kicker' && own.ratio >= display && !(isAbove && isSmaller(next))) return hardly;
  if (part === 'deck' && own.ratio >= display && !(isBelow && isSmaller(before))) return hardly;
  if (own.ratio >= display) return 0;
  // A small line above large type is a kicker; a centred one below large type is a deck or a name.
  if (part === 'crosshead' && isAbove && isSmaller(next) && own.ratio >= raised) return hardly;
  if (part === 'byline' && isBelow && isCentred(own) && own.ratio < raised) return placeWeights.name;
  return 0;
}
