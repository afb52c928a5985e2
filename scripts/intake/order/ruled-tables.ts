import type { Box } from '../../article/layout.js';
import { boxAroundAll } from '../boxes.js';
import { joinWords } from '../join-words.js';
import type { PrintedLine, PrintedPage } from '../printed-page.js';
import { barredRow } from '../written-rows.js';

/** Rules meet if they are at most so many points apart; edges this near are one edge. */
const touching = 2;
/** More rules than a table has are a drawing, or a form for handwriting. */
const mostRules = 1500;
/** A table has at least two rows and two columns: so many edges each way. */
const leastEdges = 3;
/** A longer cell holds a story: rules between stories of a page also meet. In characters. */
const longestCell = 60;
/** With fewer rows of two cells a grid with empty ones may be a masthead's box, or an advertisement's. */
const leastOpenRows = 3;

/**
 * Turns the cells of ruled tables into rows, with two full-width spaces between cells, as in print; or with bars, where
 * some are empty, so that each value stays in its column.
 */
export function readTables(page: PrintedPage): PrintedPage {
  if (page.rules.length < 2 * leastEdges || page.rules.length > mostRules) return page;
  let { lines } = page;
  for (const rules of grids(page.rules)) lines = withTable(lines, rules);
  return lines === page.lines ? page : { ...page, lines };
}

/** Groups of rules that meet. */
function grids(rules: readonly Box[]): Box[][] {
  const group = rules.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at]!;
    return at;
  };
  rules.forEach((a, one) => {
    for (let other = 0; other < one; other++) {
      const b = rules[other]!;
      const isApart =
        a.left > b.right + touching ||
        b.left > a.right + touching ||
        a.top > b.bottom + touching ||
        b.top > a.bottom + touching;
      if (!isApart) group[rootOf(one)] = rootOf(other);
    }
  });
  const found = new Map<number, Box[]>();
  rules.forEach((rule, index) => {
    const root = rootOf(index);
    found.set(root, [...(found.get(root) ?? []), rule]);
  });
  return [...found.values()];
}

function withTable(lines: readonly PrintedLine[], rules: readonly Box[]): PrintedLine[] {
  const isFlat = ({ left, right, top, bottom }: Box) => right - left >= bottom - top;
  const ys = edges(rules.filter(isFlat).map(({ top, bottom }) => (top + bottom) / 2));
  const xs = edges(rules.filter((rule) => !isFlat(rule)).map(({ left, right }) => (left + right) / 2));
  // Many tables have no rules at their sides.
  const own = boxAroundAll(rules)!;
  const sides = edges([own.left, ...xs, own.right]);
  if (ys.length < leastEdges || sides.length < leastEdges) return [...lines];
  const inside = lines.filter(({ box, direction }) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return direction === 'horizontal' && x > own.left && x < own.right && y > ys[0]! && y < ys.at(-1)!;
  });
  const rows = ys.slice(1).map(() => sides.slice(1).map((): PrintedLine[] => []));
  for (const line of inside) {
    const { left, right, top, bottom } = line.box;
    // A cell over several columns is the first of them.
    const start = left + Math.min((right - left) / 2, line.size / 2);
    const [row, column] = [cellAt(ys, (top + bottom) / 2), cellAt(sides, start)];
    rows[row]?.[column]?.push(line);
  }
  const cells = rows.map((row) => row.map(cellText));
  const filled = cells.filter((row) => row.filter((text) => text !== '').length > 1);
  if (filled.length < 2 || cells.flat().some((text) => [...text].length > longestCell)) return [...lines];
  const taken = new Set(inside);
  const isOpen = filled.length >= leastOpenRows && filled.some((row) => row.includes(''));
  const written = rows.flatMap((row, index): PrintedLine[] => {
    const parts = row.flat();
    if (parts.length === 0) return [];
    return [
      {
        ...parts[0]!,
        text: isOpen ? barredRow(cells[index]!) : cells[index]!.join('\u3000\u3000').trim(),
        box: { ...boxAroundAll(parts.map(({ box }) => box))!, left: own.left, right: own.right },
      },
    ];
  });
  return [...lines.filter((line) => !taken.has(line)), ...written];
}

/** Places of edges from least to largest, each once. */
function edges(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.filter((value, index) => index === 0 || value - sorted[index - 1]! > touching);
}

const cellAt = (bounds: readonly number[], value: number): number =>
  bounds.findLastIndex((bound) => bound <= value);

/** The lines of a cell as one text. */
function cellText(lines: readonly PrintedLine[]): string {
  const sorted = lines.toSorted((a, b) =>
    Math.abs(a.box.top - b.box.top) < a.size / 2 ? a.box.left - b.box.left : a.box.top - b.box.top,
  );
  return joinWords(sorted.map(({ text }) => ({ text: text.trim() })));
}
