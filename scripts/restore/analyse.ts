import type { Layout } from '../article/layout.js';
import type { Range } from '../article/ledger.js';
import { bordersOf } from './borders-of.js';
import { areBlanksNoise, readSpread, withoutNoise } from './measure/blanks.js';
import { weighLines } from './measure/evidence.js';
import { solveGaps } from './measure/gaps.js';
import { withoutBlockIndent } from './measure/indents.js';
import { cutLines, type Line, splitLines } from './measure/lines.js';
import type { Gaps, Page, Run } from './measure/page.js';
import { lastRows, placedBreaks, placedJoins } from './measure/placed-joins.js';
import { type Placement, placementsOf } from './measure/placement.js';
import { findRuns } from './measure/runs.js';
import { measureLines } from './measure/shape.js';
import { indentOf, isFull, isOtherSize, weighPlacement } from './measure/weigh-placement.js';
import { type Decided, readNotation } from './notation/index.js';
import { readableLines } from './notation/readable.js';
import { searchNumbers } from './numbers/fit.js';
import { placeOverrides } from './overrides.js';
import { fitted } from './parts/fitted.js';
import { isDisplay } from './parts/part.js';
import { isHeadlineByPlace, isNamedByPlace, placeParts } from './parts/placed-parts.js';
import { type Reading, readParts } from './parts/read-parts.js';
import { findColumns, readColumns } from './structure/columns.js';
import { findFurniture } from './structure/furniture/furniture.js';
import type { FurnitureKind } from './structure/furniture/page-view.js';
import type { SetPiece } from './structure/set-pieces/found.js';
import { headsOfPieces } from './structure/set-pieces/piece-heads.js';
import { findSetPieces, withoutDecided } from './structure/set-pieces/set-pieces.js';
import type { Label } from './write/groups.js';

const { sure } = searchNumbers;

/** A set piece with its lines. */
export interface PlacedPiece extends SetPiece {
  lines: Line[];
  /** The line of `Analysis.lines` that follows it. */
  place: number;
}

/** Findings of the inverse of typesetting about a text, before anything is written. */
export interface Analysis {
  /** Lines of the stories. */
  lines: Line[];
  /** The same with those of set pieces. */
  all: Line[];
  /** Lines of page furniture, with the reason; a person's decision needs none. */
  furniture: { line: Line; kind: FurnitureKind | undefined }[];
  /** Poems, tables, lists of names, with their place among the lines of the stories. */
  setPieces: PlacedPiece[];
  /** Lines that head a set piece, by their starts. */
  heads: ReadonlyMap<number, Label>;
  /** Printed lines in which two columns were side by side. */
  columns: { from: Line; to: Line }[];
  page: Page;
  runs: Run[];
  gaps: Gaps;
  blanksAreNoise: boolean;
  /** The part of each line. */
  reading: Reading;
  /** The place of the line that begins at an offset, if it is known. */
  placementAt: (start: number) => Placement | undefined;
}

/** Rules that are off, and where the source's lines stand on paper. */
interface How {
  off?: ReadonlySet<string>;
  layout?: Layout | undefined;
}

/** Reads lines, sets furniture aside (a paragraph may continue after it), infers settings, weighs every gap. */
export function analyse(
  text: string,
  decided: Decided = undecided(text),
  { off = new Set(), layout }: How = {},
): Analysis {
  const whole = splitLines(text);
  const physical = cutLines(text, whole, decided.breaks);
  const { isWhole } = decided;
  const columns = isWhole || layout || off.has('columns') ? [] : findColumns(text, physical);
  const printed = readableLines(text, readColumns(text, physical, columns), decided.corrections);
  const blanksAreNoise = areBlanksNoise(printed);
  const unplaced = withoutBlockIndent(blanksAreNoise ? withoutNoise(printed) : printed);
  const isPlaced = isWhole ? undefined : layout;
  const allPlacements = placementsOf(unplaced, isPlaced);
  const all = unplaced.map((line, index) => indentOf(line, allPlacements[index]));
  const { marks, kinds } = furnitureMarks(text, all, { decided, off, placements: allPlacements });
  const story = all.filter((_, index) => !marks[index]);
  const furniture = all.flatMap((line, index) => (marks[index] ? [{ line, kind: kinds[index] }] : []));
  const found = isWhole ? [] : withoutDecided(findSetPieces(story, isPlaced !== undefined), story, decided);
  const heads = headsOfPieces(story, found);
  const isSet = new Uint8Array(story.length);
  for (const { from, to } of found) isSet.fill(1, from, to);
  const lines = readSpread(story.filter((_, index) => !isSet[index]));
  const evidence = weighLines(lines);
  const placements = placementsOf(lines, isPlaced);
  weighPlacement(evidence, lines, placements);
  const borders = bordersOf(story, { isSet, heads }, decided);
  for (const start of placedJoins(lines, placements))
    if (!decided.breaks.has(start)) borders.set(start, 'join');
  for (const start of lastRows(lines, placements)) if (!decided.breaks.has(start)) borders.set(start, 'join');
  for (const start of placedBreaks(lines, placements))
    if (!decided.joins.has(start)) borders.set(start, 'break');
  lines.forEach(({ start }, index) => {
    const border = borders.get(start);
    if (border) evidence.gap[index]! += border === 'break' ? sure : -sure;
  });
  const shape = measureLines(lines);
  lines.forEach(({ start }, index) => {
    if (borders.get(start) === 'join') shape.continues[index] = 1;
  });
  const page: Page = { lines, shape, evidence };
  const runs = findRuns(page);
  const gaps = solveGaps(page, runs);
  const isCutText = physical.length > whole.length ? cutText(text, decided, { off, layout }) : () => false;
  const reading = readParts(page, {
    runs,
    gaps,
    weights: fitted,
    isText: (line) => isCutText(lines[line]!),
    ...(isPlaced && {
      place: (line, scores) => placeParts(scores, lines, { placements, line }),
      isLarge: (line) => isHeadlineByPlace(placements[line]),
      isNamed: (line) => isNamedByPlace(placements, line),
      isLastOfSize: (line) => {
        const [own, next] = [placements[line], placements[line + 1]];
        return own !== undefined && next !== undefined && isOtherSize(own, next);
      },
    }),
    decided: (line) => {
      const border = borders.get(lines[line]!.start);
      return border && (border === 'break' ? 'begins' : 'goes on');
    },
  });
  const byStart = new Map(isPlaced ? lines.map(({ start }, index) => [start, placements[index]]) : []);
  let before = 0;
  const numbers = story.map((_, index) => (isSet[index] ? before : before++));
  const setPieces = found.map((piece): PlacedPiece => {
    return { ...piece, lines: story.slice(piece.from, piece.to), place: numbers[piece.from]! };
  });
  return {
    lines,
    all: story,
    furniture,
    setPieces,
    heads,
    page,
    runs,
    gaps,
    blanksAreNoise,
    reading,
    placementAt: (start) => byStart.get(start),
    columns: columns.map(({ from, to }) => ({ from: physical[from]!, to: physical[to - 1]! })),
  };
}

/**
 * Lines that a person cut, and that are text without the cut: their halves stay text, for a break says where a
 * paragraph begins and not what it is.
 */
function cutText(text: string, decided: Decided, how: How): (line: Line) => boolean {
  const { lines, reading } = analyse(text, { ...decided, breaks: new Set() }, how);
  const cuts = [...decided.breaks].sort((a, b) => a - b);
  const spans = lines.flatMap(({ start, end }, index) => {
    const isCut = cuts.some((at) => at > start && at < end);
    return isCut && !isDisplay(reading.parts[index]!) ? [{ start, end }] : [];
  });
  return (line) => spans.some(({ start, end }) => line.start >= start && line.end <= end);
}

/** The lines of furniture, unless a person decides otherwise. */
function furnitureMarks(
  source: string,
  lines: readonly Line[],
  {
    decided: { roles, empty, isWhole },
    off,
    placements,
  }: { decided: Decided; off: ReadonlySet<string>; placements: readonly (Placement | undefined)[] },
): { marks: boolean[]; kinds: (FurnitureKind | undefined)[] } {
  const found = isWhole ? lines.map(() => undefined) : findFurniture(source, lines);
  const kinds = found.map((kind, index) => {
    const own = placements[index]?.line.edge ?? (isNoHead(placements[index]) ? undefined : kind);
    return own && off.has(own) ? undefined : own;
  });
  const marks = kinds.map((kind) => kind !== undefined);
  const order = lines.map((_, index) => index).sort((a, b) => lines[a]!.start - lines[b]!.start);
  const decide = ([from, to]: Range, isFurniture: boolean) => {
    for (let at = firstEnding(lines, order, from); at < order.length; at++) {
      const index = order[at]!;
      if (lines[index]!.start >= to) break;
      marks[index] = isFurniture;
      kinds[index] = undefined;
    }
  };
  for (const range of empty) decide(range, true);
  for (const { range, role } of roles) decide(range, role === 'furniture');
  // A line of marks only has no text to decide about.
  lines.forEach(({ text }, index) => {
    if (text === '') marks[index] = true;
  });
  return { marks, kinds };
}

/** True for a headline, and for a full line within a column of text: neither is a running head, even if its words recur. */
const isNoHead = (placement: Placement | undefined) =>
  isHeadlineByPlace(placement) ||
  (placement !== undefined && !placement.isLone && isFull(placement, undefined) === true);

/** The first line, in source order, that ends after a place. */
function firstEnding(lines: readonly Line[], order: readonly number[], place: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[order[middle]!]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const undecided = (text: string) => readNotation(text, [], { placed: placeOverrides(text), off: new Set() });
