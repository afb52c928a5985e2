import type { Gap, Piece } from '../../article/restoration.js';
import { borderNumbers } from '../numbers/doubts.js';
import type { Line } from './lines.js';

const { certainFrom, openBelow, mostUnfit, byStructure, even } = borderNumbers;

/**
 * 行间: decides for each border of two lines if one piece continues across it, with a confidence.
 *
 * @param unsure 1 for lines before which no border is certain
 * @param goesOn for each line the probability that it continues the one before
 */
export function findBorders(
  length: number,
  lines: readonly Line[],
  { pieces, goesOn, unsure }: { pieces: Iterable<Piece>; goesOn: Float64Array; unsure: Uint8Array },
): Gap[] {
  const owner = ownersOf(length, pieces);
  const gaps: Gap[] = [];
  for (let index = 1; index < lines.length; index++) {
    const [{ end: start }, { start: end }] = [lines[index - 1]!, lines[index]!];
    // Columns side by side are read one after the other: there is no border between their lines.
    if (end < start) continue;
    const joined = owner[start - 1] === owner[end];
    const agreed = joined ? goesOn[index]! : 1 - goesOn[index]!;
    const own = agreed > even ? agreed : byStructure;
    const confidence = unsure[index] ? Math.min(own, mostUnfit) : own;
    const certainty = confidence >= certainFrom ? 'certain' : confidence < openBelow ? 'open' : 'likely';
    gaps.push({ start, end, joined, confidence, certainty });
  }
  return gaps;
}

function ownersOf(length: number, pieces: Iterable<Piece>): Int32Array {
  const owner = new Int32Array(length).fill(-1);
  let number = 0;
  for (const { ranges } of pieces) {
    for (const [start, end] of ranges) owner.fill(number, start, end);
    number++;
  }
  return owner;
}
