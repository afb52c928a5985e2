import type { Line } from '../measure/lines.js';
import type { Correction } from '../write/corrections.js';

/** Lines without the marks of a notation; a line of marks only becomes empty. */
export function readableLines(
  source: string,
  lines: readonly Line[],
  corrections: readonly Correction[],
): Line[] {
  const marks = corrections.filter(({ rule }) => rule !== undefined);
  if (marks.length === 0) return [...lines];
  const sorted = marks.toSorted((a, b) => a.range[0] - b.range[0]);
  return lines.map((line) => {
    let text = '';
    let at = line.start;
    for (let next = firstAfter(sorted, line.start); next < sorted.length; next++) {
      const { range, wanted } = sorted[next]!;
      if (range[0] >= line.end) break;
      if (range[0] < at) continue;
      text += source.slice(at, range[0]) + wanted;
      at = range[1];
    }
    return at === line.start ? line : { ...line, text: (text + source.slice(at, line.end)).trim() };
  });
}

/** The first mark after a place, by binary search: a web page has thousands of marks. */
function firstAfter(marks: readonly Correction[], place: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.range[0] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
