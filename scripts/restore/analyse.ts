import { weighLines } from './measure/evidence.js';
import { solveGaps } from './measure/gaps.js';
import { cutLines, type Line, splitLines } from './measure/lines.js';
import type { Gaps, Page, Run } from './measure/page.js';
import { findRuns } from './measure/runs.js';
import { measureLines } from './measure/shape.js';
import { type Placed, placeOverrides } from './overrides.js';
import { type FurnitureKind, findFurniture } from './structure/furniture.js';
import { findSetPieces, type SetPiece } from './structure/set-pieces.js';

/** What the inverse of typesetting finds out about a text, before anything is written down. */
export interface Analysis {
  /** Lines of the stories. */
  lines: Line[];
  /** Lines that belong to the page, and why; a person's word needs no reason. */
  furniture: { line: Line; kind: FurnitureKind | undefined }[];
  /** Poems and tables. */
  setPieces: { label: SetPiece['label']; lines: Line[] }[];
  page: Page;
  runs: Run[];
  gaps: Gaps;
}

/** A block ends before a set piece or where a person says so, whatever its lines look like; or goes on. */
const sure = 20;

/** Reads lines, sets furniture aside (a paragraph may go on after it), infers settings, weighs every gap. */
export function analyse(
  text: string,
  placed: Placed = placeOverrides(text),
  off: ReadonlySet<string> = new Set(),
): Analysis {
  const all = cutLines(text, splitLines(text), placed.breaks);
  const { marks, kinds } = furnitureMarks(text, all, { placed, off });
  const story = all.filter((_, index) => !marks[index]);
  const furniture = all.flatMap((line, index) => (marks[index] ? [{ line, kind: kinds[index] }] : []));
  const found = findSetPieces(story);
  const isSet = new Uint8Array(story.length);
  for (const { from, to } of found) isSet.fill(1, from, to);
  const lines = story.filter((_, index) => !isSet[index]);
  const evidence = weighLines(lines);
  let place = 0;
  story.forEach((line, index) => {
    if (isSet[index]) return;
    if (isSet[index - 1] || placed.breaks.has(line.start)) evidence.gap[place]! += sure;
    if (placed.joins.has(line.start)) evidence.gap[place]! -= sure;
    place++;
  });
  const page: Page = { lines, shape: measureLines(lines), evidence };
  const runs = findRuns(page);
  const gaps = solveGaps(page, runs);
  lines.slice(1).forEach(({ start }, index) => {
    if (placed.joins.has(start)) gaps.join[index] = 1;
    if (placed.breaks.has(start)) gaps.join[index] = 0;
  });
  const setPieces = found.map(({ from, to, label }) => ({ label, lines: story.slice(from, to) }));
  return { lines, furniture, setPieces, page, runs, gaps };
}

/** Which lines are furniture, unless a person says otherwise. */
function furnitureMarks(
  source: string,
  lines: readonly Line[],
  { placed: { roles }, off }: { placed: Placed; off: ReadonlySet<string> },
): { marks: boolean[]; kinds: (FurnitureKind | undefined)[] } {
  const kinds = findFurniture(source, lines).map((kind) => (kind && off.has(kind) ? undefined : kind));
  const marks = kinds.map((kind) => kind !== undefined);
  for (const { range, role } of roles) {
    lines.forEach(({ start, end }, index) => {
      if (start >= range[1] || end <= range[0]) return;
      marks[index] = role === 'furniture';
      kinds[index] = undefined;
    });
  }
  return { marks, kinds };
}
