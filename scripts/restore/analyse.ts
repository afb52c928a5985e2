import { weighLines } from './evidence.js';
import { markFurniture } from './furniture.js';
import { type Gaps, solveGaps } from './gaps.js';
import { type Line, splitLines } from './lines.js';
import { findRuns, type Page, type Run } from './runs.js';
import { measureLines } from './shape.js';

/** What the inverse of typesetting finds out about a text, before anything is written down. */
export interface Analysis {
  /** Lines of the stories. */
  lines: Line[];
  /** Lines that belong to the page. */
  furniture: Line[];
  page: Page;
  runs: Run[];
  gaps: Gaps;
}

/** Reads lines, sets furniture aside (a paragraph may go on after it), infers settings, weighs every gap. */
export function analyse(text: string): Analysis {
  const all = splitLines(text);
  const marks = markFurniture(all);
  const lines = all.filter((_, index) => !marks[index]);
  const furniture = all.filter((_, index) => marks[index]);
  const page: Page = { lines, shape: measureLines(lines), evidence: weighLines(lines) };
  const runs = findRuns(page);
  return { lines, furniture, page, runs, gaps: solveGaps(page, runs) };
}
