/** A half-open interval [start, end) of UTF-16 units in the source. */
export type Range = readonly [start: number, end: number];

/** Edit 校改: one change to the source; `source[start, end)` becomes `replacement`. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
  /** The id of the rule that made it, which is its file's name: `rejoin`, `letter-spacing` … */
  rule: string;
  /** 0 … 1: the probability that an editor would make the same change. */
  confidence: number;
}

/**
 * The result of applying the edits to the given ranges of a source, in the order of the ranges.
 * Edits are sorted and disjoint; one that crosses the border of a range is a bug of the caller.
 *
 * @throws RangeError when edits overlap, are unsorted, or straddle a range.
 */
export function replay(
  source: string,
  edits: readonly Edit[],
  ranges: readonly Range[] = [[0, source.length]],
): string {
  assertLedger(source, edits);
  return ranges.map((range) => replayRange(source, edits, range)).join('');
}

/** Throws unless the edits are sorted, disjoint and inside the source. */
export function assertLedger(source: string, edits: readonly Edit[]): void {
  let last = 0;
  for (const edit of edits) {
    if (edit.start < last || edit.end < edit.start || edit.end > source.length) {
      throw new RangeError(
        `Unexpected edit ${edit.rule} at ${edit.start}–${edit.end}, expected one at or after ${last}`,
      );
    }
    last = edit.end;
  }
}

function replayRange(source: string, edits: readonly Edit[], [start, end]: Range): string {
  let text = '';
  let at = start;
  for (let index = firstAtOrAfter(edits, start); index < edits.length; index++) {
    const edit = edits[index]!;
    if (edit.start >= end && !(edit.start === end && edit.end === end && start === end)) break;
    if (edit.end > end) {
      throw new RangeError(
        `Unexpected edit ${edit.rule} at ${edit.start}–${edit.end} across the range ${start}–${end}`,
      );
    }
    text += source.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return text + source.slice(at, end);
}

/** Index of the first of sorted edits that begins at or after an offset; `from` is known to be no later. */
export function firstAtOrAfter(edits: readonly Edit[], offset: number, from = 0): number {
  let low = from;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
