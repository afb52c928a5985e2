import { type Check, checked, describe } from './check.js';
import { bodyLines, columnRight, columnsOf, endOf, isJustified, tolerancePt } from './geometry.js';
import type { SetBook, SetLine } from './read.js';

/** The type area and its grid. */
export const gridChecks: readonly Check[] = [
  {
    name: 'type area a whole number of ems and lines',
    run: (set) =>
      checked([...bodyLines(set)], ({ block, line, index }) => {
        const isWhole = Number.isInteger(columnsOf(set).measure) && Number.isInteger(set.book.typeArea.lines);
        const over = endOf(line, set) - columnRight(set, line);
        return isWhole && (over < 0.3 || !isJustified(block, index))
          ? undefined
          : `${describe(line)} +${over.toFixed(2)} pt`;
      }),
  },
  {
    name: 'base lines on one grid, on all pages',
    run: (set) => {
      const grid = gridOf(set);
      return checked([...bodyLines(set)], ({ line }) => offGrid(line, grid, set));
    },
  },
  {
    name: 'lines of facing pages beside each other',
    run: (set) => {
      const first = new Map<number, SetLine>();
      for (const { line } of bodyLines(set)) if (!first.has(line.page)) first.set(line.page, line);
      const versos = [...first.keys()].filter((page) => page % 2 === 1 && first.has(page + 1));
      return checked(versos, (page) => offGrid(first.get(page + 1)!, phaseOf(first.get(page)!, set), set));
    },
  },
  {
    name: 'back in register after headings, quotes, figures, tables',
    run: (set) => {
      const grid = gridOf(set);
      const first = set.blocks.filter(
        (block, index) => block.isBody && set.blocks[index - 1]?.isBody === false,
      );
      return checked(first, ({ lines }) => offGrid(lines[0]!, grid, set));
    },
  },
];

function phaseOf({ y }: SetLine, { book }: SetBook): number {
  const { topPt, linePt } = book.typeArea;
  return (((y - topPt) % linePt) + linePt) % linePt;
}

/** Position of most base lines. */
function gridOf(set: SetBook): number {
  const phases = [...bodyLines(set)].map(({ line }) => phaseOf(line, set)).sort((a, b) => a - b);
  return phases[Math.floor(phases.length / 2)] ?? 0;
}

function offGrid(line: SetLine, grid: number, set: SetBook): string | undefined {
  const off = phaseOf(line, set) - grid;
  return Math.abs(off) < tolerancePt ? undefined : `${describe(line)} ${off.toFixed(2)} pt off`;
}
