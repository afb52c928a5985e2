import type { Doubt, Gap, Piece } from '../../article/restoration.js';
import type { Line } from './lines.js';

/** Measured by the bench: of the gaps above it fewer than 1 in 2,000 are wrong. */
const certainFrom = 0.9995;
/** Below it a person should look: about every fourth of these is wrong. */
const openBelow = 0.8;
/** How sure a decision is that the structure of the page made against the odds of the lines. */
const byStructure = 0.85;

/**
 * 行间: says of each border of two lines whether one piece goes on across it, and how sure that is.
 *
 * @param join for each line the probability that it goes on in the next one
 */
export function findBorders(
  length: number,
  lines: readonly Line[],
  { pieces, join }: { pieces: Iterable<Piece>; join: Float64Array },
): Gap[] {
  const owner = ownersOf(length, pieces);
  return lines.slice(1).flatMap((line, index): Gap[] => {
    const before = lines[index]!;
    // Columns side by side are read one after the other: no border lies between their lines.
    if (line.start < before.end) return [];
    const joined = owner[before.end - 1] === owner[line.start];
    const agreed = joined ? join[index]! : 1 - join[index]!;
    const confidence = agreed > 0.5 ? agreed : byStructure;
    const certainty = confidence >= certainFrom ? 'certain' : confidence < openBelow ? 'open' : 'likely';
    return [{ start: before.end, end: line.start, joined, confidence, certainty }];
  });
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

/** Words on both sides that a message quotes. */
const quoted = 8;

/** Open borders as messages, with the other reading. */
export function doubtBorders(text: string, gaps: readonly Gap[]): Doubt[] {
  return gaps
    .filter(({ certainty }) => certainty === 'open')
    .map(({ start, end, joined, confidence }) => {
      const before = text.slice(Math.max(0, start - quoted), start);
      const after = text.slice(end, end + quoted);
      const done = joined ? 'they were joined' : 'a new block was begun';
      const percent = Math.round(confidence * 100);
      return {
        start,
        end,
        ruleId: 'rejoin',
        reason: `Unexpected line end in “${before}|${after}”, expected signs whether the paragraph goes on; ${done} (${percent} % sure)`,
        candidates: [joined ? '\n\n' : ''],
      };
    });
}
