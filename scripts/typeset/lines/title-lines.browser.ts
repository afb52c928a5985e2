/** A piece of a title between two possible breaks. Lengths in any one unit. */
export interface TitlePiece {
  /** Its start and the end of its last character, on a line with all of the title. */
  start: number;
  end: number;
  /** Cost of a break before it; undefined for the first. */
  cost?: number;
}

/** Lines of a title. */
export interface Breaking {
  cost: number;
  /** Indices of the pieces that begin a line, without the first. */
  starts: number[];
}

/** Costs, in the unit of the breaks' (`edition/titles/break-costs.ts`). */
const costs = {
  /** Lines of unlike length: times the square of the distance from their mean, as a share of the measure. */
  balance: 1.5,
  /** A line more than necessary: dearer than a break between two phrases, cheaper than one between two words. */
  line: 0.35,
  /** A last line of less than a quarter of the measure. */
  stump: 0.3,
  /** A line that runs over the end of a clause or a person's blank: the eye stops there. */
  runOver: 0.5,
};
/** Rounding, as a share of the measure: a title that fits exactly fits. */
const rounding = 0.0002;

/**
 * 标题断句: the lines of a title whose ends make sense, and which are of about the same length, by dynamic programming over
 * its possible breaks.
 *
 * @returns undefined where a piece is wider than the measure.
 */
export function titleLines(
  pieces: readonly TitlePiece[],
  { measure, indent = 0 }: { measure: number; indent?: number },
): Breaking | undefined {
  const room = measure * (1 + rounding);
  const fewest = linesWithin(pieces, room, indent).length;
  let best: Breaking | undefined;
  for (let count = fewest; count <= fewest + 2; count++) {
    const found = linesOf(pieces, count, { room, indent });
    if (found && count > fewest && isJoined(pieces, found.starts, { room, indent })) continue;
    const cost = found && found.cost + (count - fewest) * costs.line;
    if (cost !== undefined && cost < (best?.cost ?? Number.POSITIVE_INFINITY))
      best = { cost, starts: found!.starts };
  }
  return best;
}

/** True if two lines after each other fit on one: the browser, which breaks only where it must, would join them. */
function isJoined(
  pieces: readonly TitlePiece[],
  starts: readonly number[],
  { room, indent }: { room: number; indent: number },
): boolean {
  const bounds = [0, ...starts, pieces.length];
  return bounds
    .slice(2)
    .some((to, at) => pieces[to - 1]!.end - pieces[bounds[at]!]!.start + (at === 0 ? indent : 0) <= room);
}

/** Starts of lines that are filled one after the other. */
function linesWithin(pieces: readonly TitlePiece[], room: number, indent: number): number[] {
  const starts = [0];
  pieces.forEach(({ end }, index) => {
    const first = starts.at(-1)!;
    const used = end - pieces[first]!.start + (first === 0 ? indent : 0);
    if (index > first && used > room) starts.push(index);
  });
  return starts;
}

/** The cheapest breaking into so many lines. */
function linesOf(
  pieces: readonly TitlePiece[],
  count: number,
  { room, indent }: { room: number; indent: number },
): Breaking | undefined {
  const mean = (pieces.at(-1)!.end - pieces[0]!.start + indent) / count;
  const lengthOf = (from: number, to: number) =>
    pieces[to - 1]!.end - pieces[from]!.start + (from === 0 ? indent : 0);
  // Lines that end before each piece: the best with 0, 1, 2 … lines.
  let before: (Breaking | undefined)[] = [{ cost: 0, starts: [] }];
  for (let line = 1; line <= count; line++) {
    const after: (Breaking | undefined)[] = [];
    for (let to = line; to <= pieces.length; to++)
      for (let from = to - 1; from >= line - 1; from--) {
        const length = lengthOf(from, to);
        if (length > room) break;
        const known = before[from];
        if (!known) continue;
        const isStump = line === count && count > 1 && length < room / 4;
        const cost =
          known.cost +
          (pieces[from]!.cost ?? 0) +
          costs.balance * ((length - mean) / room) ** 2 +
          (pieces.slice(from + 1, to).some(({ cost }) => cost === 0) ? costs.runOver : 0) +
          (isStump ? costs.stump : 0);
        if (cost < (after[to]?.cost ?? Number.POSITIVE_INFINITY))
          after[to] = { cost, starts: from > 0 ? [...known.starts, from] : known.starts };
      }
    before = after;
  }
  return before[pieces.length];
}
