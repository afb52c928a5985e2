import { continuationOf, copyForEye } from '../cuts/carry-out.browser.js';
import { inlineSizeOf } from './measure-table.browser.js';

/** The cells of a table by row and column, before any is moved. */
type Cells = ReadonlyMap<HTMLTableRowElement, readonly HTMLTableCellElement[]>;

/**
 * 分段: a table of too many columns for any measure is split between them. Its pieces are one below the other, each
 * with as many columns as fit, after a copy of the first one, which is decoration.
 *
 * @param measure in px.
 * @returns true if it was split: not where two columns are already too wide, or where cells span others.
 */
export function partColumns(table: HTMLTableElement, measure: number): boolean {
  const cells: Cells = new Map([...table.rows].map((row) => [row, [...row.cells]]));
  const count = table.rows[0]?.cells.length ?? 0;
  const isPlain = [...cells.values()].every(({ length }) => length === count);
  if (!isPlain || table.querySelector('[colspan], [rowspan]')) return false;
  const groups = groupsOf(leastSizes(table), measure);
  if (groups.length < 2) return false;
  const pieces = groups.slice(1).map((columns) => pieceOf(table, cells, columns));
  table.after(...pieces);
  for (const piece of [table, ...pieces]) piece.classList.add('parted');
  return true;
}

/** Minimum width of each column, in px. */
function leastSizes(table: HTMLTableElement): number[] {
  const { inlineSize } = table.style;
  table.style.inlineSize = 'min-content';
  const sizes = [...table.rows[0]!.cells].map(inlineSizeOf);
  table.style.inlineSize = inlineSize;
  return sizes;
}

/** Allowance for borders and rounding. */
const sparePx = 1;

/** Numbers of the columns after the first, piece by piece, as even as possible; none where one does not fit. */
function groupsOf([head = 0, ...others]: number[], measure: number): number[][] {
  const room = measure - head - sparePx;
  if (others.some((size) => size > room)) return [];
  const full = fill(others, room, others.length);
  const even = fill(others, room, Math.ceil(others.length / full.length));
  return even.length === full.length ? even : full;
}

function fill(sizes: readonly number[], room: number, most: number): number[][] {
  const groups: number[][] = [];
  let left = 0;
  sizes.forEach((size, index) => {
    const last = groups.at(-1);
    if (last && size <= left && last.length < most) last.push(index + 1);
    else {
      groups.push([index + 1]);
      left = room;
    }
    left -= size;
  });
  return groups;
}

/** Moves columns of a table into a continuation of it. */
function pieceOf(table: HTMLTableElement, cells: Cells, columns: readonly number[]): HTMLTableElement {
  const piece = continuationOf(table);
  const sections = new Map<Element, Element>();
  for (const [row, own] of cells) {
    const section = row.parentElement!;
    const target = sections.get(section) ?? continuationOf(section);
    if (!sections.has(section)) piece.append(target);
    sections.set(section, target);
    const next = continuationOf(row);
    next.append(copyForEye(own[0]!), ...columns.map((column) => own[column]!));
    target.append(next);
  }
  return piece;
}
