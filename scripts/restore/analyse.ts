import { weighLines } from './evidence.js';
import { markFurniture } from './furniture.js';
import { type Gaps, solveGaps } from './gaps.js';
import { type Line, splitLines } from './lines.js';
import { findRuns, type Page, type Run } from './runs.js';
import { findSetPieces, type SetPiece } from './set-pieces.js';
import { measureLines } from './shape.js';

/** What the inverse of typesetting finds out about a text, before anything is written down. */
export interface Analysis {
  /** Lines of the stories. */
  lines: Line[];
  /** Lines that belong to the page. */
  furniture: Line[];
  /** Poems and tables. */
  setPieces: { label: SetPiece['label']; lines: Line[] }[];
  page: Page;
  runs: Run[];
  gaps: Gaps;
}

/** A block ends before a set piece, whatever its lines look like. */
const afterSetPiece = 20;

/** Reads lines, sets furniture aside (a paragraph may go on after it), infers settings, weighs every gap. */
export function analyse(text: string): Analysis {
  const all = splitLines(text);
  const marks = markFurniture(all);
  const story = all.filter((_, index) => !marks[index]);
  const furniture = all.filter((_, index) => marks[index]);
  const found = findSetPieces(story);
  const isSet = new Uint8Array(story.length);
  for (const { from, to } of found) isSet.fill(1, from, to);
  const lines = story.filter((_, index) => !isSet[index]);
  const evidence = weighLines(lines);
  let place = 0;
  story.forEach((_, index) => {
    if (isSet[index]) return;
    if (isSet[index - 1]) evidence.gap[place]! += afterSetPiece;
    place++;
  });
  const page: Page = { lines, shape: measureLines(lines), evidence };
  const runs = findRuns(page);
  const setPieces = found.map(({ from, to, label }) => ({ label, lines: story.slice(from, to) }));
  return { lines, furniture, setPieces, page, runs, gaps: solveGaps(page, runs) };
}
