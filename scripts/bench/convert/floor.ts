import { isHan } from '../../text/characters.js';

/** A wrong form, beside the line that the paper printed. */
export interface WrongForm {
  truth: string;
  at: number;
  ours: string;
}

/** Numbers of neighbours to the left and to the right by which a place is looked up, the closest first. */
const windows = [
  [1, 1],
  [2, 0],
  [0, 2],
  [1, 0],
  [0, 1],
] as const;

/** Fewer places than this say nothing of how a paper spells. */
const leastSeen = 2;

/**
 * Counts the errors at which the paper contradicts itself: beside the same neighbours it prints our form more often than
 * the one of this place. No converter can have these right that does not know the place.
 *
 * @param lines of the same paper, among them those of the errors.
 */
export function countAgainstItself(wrong: readonly WrongForm[], lines: readonly string[]): number {
  const counts = countGrams(
    lines,
    wrong.flatMap(({ truth, at, ours }) =>
      windows.flatMap((window) => [gramOf(truth, at, truth[at]!, window), gramOf(truth, at, ours, window)]),
    ),
  );
  return wrong.filter(({ truth, at, ours }) => {
    for (const window of windows) {
      const [own, other] = [truth[at]!, ours].map((form) => counts.get(gramOf(truth, at, form, window)) ?? 0);
      if (own! + other! >= leastSeen) return other! > own!;
    }
    return false;
  }).length;
}

/** A form with its neighbours; empty where these are not all Han. */
function gramOf(text: string, at: number, form: string, [left, right]: readonly [number, number]): string {
  if (at < left || at + right >= text.length) return '';
  const [before, behind] = [text.slice(at - left, at), text.slice(at + 1, at + 1 + right)];
  for (const char of before + behind) if (!isHan(char.charCodeAt(0))) return '';
  return before + form + behind;
}

function countGrams(lines: readonly string[], grams: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map(grams.filter((gram) => gram !== '').map((gram) => [gram, 0]));
  for (const line of lines)
    for (const length of [2, 3])
      for (let at = 0; at + length <= line.length; at++) {
        const gram = line.slice(at, at + length);
        const count = counts.get(gram);
        if (count !== undefined) counts.set(gram, count + 1);
      }
  return counts;
}
