import type { Line } from '../measure/lines.js';
import type { Placement } from '../measure/placement.js';
import { display, isCentred, isFull, isOtherSize } from '../measure/weigh-placement.js';
import { placementNumbers, placeWeights } from '../numbers/place.js';
import { isRow, isText, parts } from './part.js';

const { raised, small } = placementNumbers;
const { hardly, never } = placeWeights;

/** Adds the evidence of a line's place to the scores of its parts. */
export function placeParts(
  scores: Float64Array,
  lines: readonly Line[],
  { placements, line }: { placements: readonly (Placement | undefined)[]; line: number },
): void {
  const own = placements[line];
  if (!own) return;
  const before = placements[line - 1];
  const startsNew = before ? borderBefore(before, own, lines[line]!) : 0;
  parts.forEach((part, index) => {
    scores[index]! += sizeScore(own, part) + (isRow(part) ? -startsNew : startsNew);
  });
}

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

function sizeScore({ ratio, isHeavy, ...own }: Placement, part: (typeof parts)[number]): number {
  const isHead = part === 'headline' || part === 'headline row';
  if (ratio >= display) return isHead ? placeWeights.headline : isText(part) ? never : 0;
  if (isHead) return ratio < small ? never : ratio < raised && !isHeavy ? hardly : 0;
  if (ratio >= raised) return isText(part) ? hardly : 0;
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
