import type { Finding } from '../finding.js';
import type { Box } from '../read/matrix.js';
import type { PaintedPath } from '../read/painter.js';
import { type Line, linesOf } from './lines-of.js';
import { lyingBox } from './lying.js';
import { findingAt, type Paper } from './paper.js';

const remedy = 'Take back what removes borders of tables in the style sheet, or print again.';

/** A rule of a table is thinner than this, in points, */
const thinPt = 3;
/** no farther from its row than this, in em, */
const reachEm = 2.5;
/** and runs over this share of a cell's text. */
const leastOver = 0.8;
/** Paler than this, a rule cannot be seen on white. */
const palest = 0.9;
const palestGround = 0.985;

/** A row of a table on paper: of each cell its first and its last line. */
interface Row {
  /** Among the rows of the book. */
  number: number;
  cells: Map<number, { first: Line; last: Line }>;
  isHead: boolean;
  /** True if it goes on in another column or on another page: its rules are not where its text ends. */
  isSplit: boolean;
}

/**
 * 表线: tables have the rules that the sheets give them: above the first row, below the head, below the last row. Where
 * sheets give them others, a table has at least one rule or ground: without any, its rows are words in a line.
 */
export function checkTableRules(paper: Paper): Finding[] {
  const rules = paper.written.tableRules;
  return [...rowsOf(paper)].flatMap(([table, rows]) => {
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const written = paper.written.tables.get(table)!;
    const blanks = { above: first.number - written.first, below: written.last - last.number };
    const head = rows.findLast(({ isHead }) => isHead);
    if (!rules || (!rules.top && !rules.head && !rules.bottom))
      return rows.some((row) => isMarked(paper, row)) ? [] : [lacking(paper, first, 'any rule or ground')];
    const lacks: [boolean, Row | undefined, 'above' | 'below', string][] = [
      [rules.top, first, 'above', 'the rule above its first row'],
      [rules.head, head, 'below', 'the rule below its head'],
      [rules.bottom, last, 'below', 'the rule below its last row'],
    ];
    return lacks.flatMap(([isWanted, row, side, what]) =>
      isWanted &&
      row &&
      !row.isSplit &&
      !isRuled(paper, row, {
        side,
        next: rows[rows.indexOf(row) + 1],
        blanks: row === head && side === 'below' ? 0 : blanks[side],
      })
        ? [lacking(paper, row, what)]
        : [],
    );
  });
}

const lacking = (paper: Paper, { cells }: Row, what: string) =>
  findingAt(paper, [...cells.values()][0]!.first.start, {
    rule: 'table-rule',
    problem: `is in a table without ${what}`,
    remedy,
  });

/** The rows of each table with lines that run across; a table split between its columns has the rules of its pieces. */
function rowsOf(paper: Paper): Map<number, Row[]> {
  const { leaves } = paper.written;
  const tables = new Map<number, Map<number, Row>>();
  if (!leaves.some(({ cell }) => cell)) return new Map();
  for (const line of linesOf(paper)) {
    const { cell, tags } = leaves[line.leaf]!;
    if (!cell) continue;
    const rows = tables.get(cell.table) ?? new Map<number, Row>();
    tables.set(cell.table, rows);
    const row = rows.get(cell.row) ?? newRow(cell.row, tags);
    rows.set(cell.row, row);
    const known = row.cells.get(cell.column);
    if (known && (line.page !== known.last.page || line.bottom > known.last.bottom)) row.isSplit = true;
    row.cells.set(cell.column, { first: known?.first ?? line, last: line });
  }
  for (const rows of tables.values())
    for (const row of rows.values()) {
      const pages = new Set([...row.cells.values()].map(({ last }) => last.page));
      if (pages.size > 1 || isStepped([...row.cells.values()].map(({ first }) => first))) row.isSplit = true;
    }
  return new Map([...tables].map(([table, rows]) => [table, [...rows.values()]]));
}

const newRow = (number: number, tags: readonly string[]): Row => ({
  number,
  cells: new Map(),
  isHead: tags.includes('thead'),
  isSplit: false,
});

/** True if cells stand below each other, in pieces of a table that is split between its columns. */
const isStepped = (lines: readonly Line[]) =>
  lines.some((line) => lines.some((other) => other.top < line.bottom));

/** True if a rule runs along the text of each cell, and not beyond the next row; blank rows may stand between. */
function isRuled(
  paper: Paper,
  { cells }: Row,
  { side, next, blanks }: { side: 'above' | 'below'; next: Row | undefined; blanks: number },
): boolean {
  const lines = [...cells.values()].map((cell) => (side === 'above' ? cell.first : cell.last));
  const [top, bottom] = [
    Math.max(...lines.map((line) => line.top)),
    Math.min(...lines.map((line) => line.bottom)),
  ];
  const reach = (1 + blanks) * reachEm * Math.max(...lines.map(({ size }) => size));
  const below = next ? [...next.cells.values()].map(({ first }) => first) : [];
  const limit = Math.max(
    0,
    ...below
      .filter(({ page, top: y }) => page === lines[0]!.page && y < bottom + 1)
      .map((line) => line.top - 1),
  );
  return lines.every((line) => {
    const band: Box =
      side === 'above'
        ? [line.left, top - 1, line.right, top + reach]
        : [line.left, Math.max(limit, bottom - reach), line.right, bottom + 1];
    const over = rulesIn(pathsBeside(paper, line), band).reduce(
      (sum, [left, , right]) => sum + right - left,
      0,
    );
    return over >= leastOver * (line.right - line.left);
  });
}

/** The painting on the page of a line, rotated like the line. */
function pathsBeside({ paths }: Paper, { page, isDown }: Line): readonly PaintedPath[] {
  const all = paths.get(page) ?? [];
  return isDown ? all.map((path) => ({ ...path, box: lyingBox(path.box) })) : all;
}

/** Parts of horizontal rules that lie in a box. */
function rulesIn(paths: readonly PaintedPath[], [left, bottom, right, top]: Box): Box[] {
  return paths.flatMap(({ box, ink }): Box[] => {
    const isThin = box[3] - box[1] <= thinPt && box[2] - box[0] > box[3] - box[1];
    const y = (box[1] + box[3]) / 2;
    if (!isThin || !isVisible(ink) || y < bottom || y > top || box[0] >= right || box[2] <= left) return [];
    return [[Math.max(left, box[0]), box[1], Math.min(right, box[2]), box[3]]];
  });
}

const isVisible = (ink: PaintedPath['ink'], most = palest) =>
  ink === undefined || ink.some((level) => level < most);

/** True if a rule, upright or across, or a ground lies at a row. */
function isMarked(paper: Paper, { cells }: Row): boolean {
  return [...cells.values()].some(({ first, last }) => {
    const [beside, reach] = [first.size, reachEm * first.size];
    return pathsBeside(paper, first).some(({ box, ink }) => {
      const isAtRow =
        box[0] < first.right + beside &&
        box[2] > first.left - beside &&
        box[1] < first.top + reach &&
        box[3] > last.bottom - reach;
      return isAtRow && isVisible(ink, palestGround);
    });
  });
}
