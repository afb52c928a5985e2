import type { Trim } from '../../typeset/book/trim.js';
import type { Box, Matrix } from '../read/matrix.js';
import { pointsPerMm } from './marks.js';
import type { Cell } from './schemes/sheet.js';
import { n } from './strokes.js';

/** Content of a cell: a form with its trim and bleed boxes, and its name in the sheet's resources. */
export interface Placed {
  cell: Cell;
  form: { trim: Box; bleed: Box };
  name: string;
}

/** Operators that place pages on a side; `shift` moves all of it, in mm. */
export function drawSide(
  placed: readonly Placed[],
  { trim, gapMm, shift }: { trim: Trim; gapMm: number; shift: readonly [number, number] },
): string {
  return placed
    .map(({ cell, form, name }) => {
      const matrix = matrixOf(cell, form.trim, { trim, shift });
      const [left, bottom, right, top] = reachOf(cell, form, gapMm);
      const clip = `${n(left)} ${n(bottom)} ${n(right - left)} ${n(top - bottom)} re W n`;
      return `q ${matrix.map(n).join(' ')} cm ${clip} /${name} Do Q`;
    })
    .join('\n');
}

/** Matrix from a page's own points to the sheet's. */
export function matrixOf(
  cell: Cell,
  [left, bottom]: Box,
  { trim, shift }: { trim: Trim; shift: readonly [number, number] },
): Matrix {
  const creep = cell.spine === 'left' ? -cell.creepMm : cell.creepMm;
  const x = (cell.xMm + shift[0]) * pointsPerMm;
  const y = (cell.yMm + shift[1]) * pointsPerMm;
  if (!cell.turned) return [1, 0, 0, 1, x - left + creep * pointsPerMm, y - bottom];
  const right = x + trim.widthMm * pointsPerMm;
  const top = y + trim.heightMm * pointsPerMm;
  return [-1, 0, 0, -1, right + left - creep * pointsPerMm, top + bottom];
}

/**
 * Printable box of a page, in its own points: to its bleed, but not beyond a fold, nor past the middle of the white
 * between two pages.
 */
function reachOf(cell: Cell, { trim, bleed }: Placed['form'], gapMm: number): Box {
  const isLeft = cell.spine === 'left';
  const creep = cell.creepMm * pointsPerMm;
  const most = cell.isFolded ? 0 : gapMm > 0 ? (gapMm / 2) * pointsPerMm : Number.POSITIVE_INFINITY;
  // Creep moves the page over its fold; the fold stays where it is.
  const left = isLeft ? Math.max(bleed[0], trim[0] - most + creep) : bleed[0];
  const right = isLeft ? bleed[2] : Math.min(bleed[2], trim[2] + most - creep);
  return [left, bleed[1], right, bleed[3]];
}
