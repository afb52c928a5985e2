import { before, type Leaf } from '../expect/written.js';
import type { Finding } from '../finding.js';
import { type Line, linesOf } from './lines-of.js';
import { findingAt, type Paper } from './paper.js';
import { inPieces, type PartedTables, partedTables, pieceOf } from './parted-tables.js';

const remedy = 'Lines have changed places: take back what moves them in the style sheet, or print again.';

/**
 * 阅读顺序: no printed line comes after one that is read later: not below it in the same column, nor to its right in the
 * same row. Notes are at the foot, below the text of their page.
 */
export function checkFlow(paper: Paper): Finding[] {
  const { leaves } = paper.written;
  const pages = new Map<number, { text: Line[]; notes: Line[] }>();
  const lines = linesOf(paper);
  // A note that nothing calls is set where it stands in the text.
  const called = new Set(leaves.flatMap(({ calls }) => calls ?? []));
  for (const line of lines) {
    const page = pages.get(line.page) ?? { text: [], notes: [] };
    pages.set(line.page, page);
    const { note } = leaves[line.leaf]!;
    (note !== undefined && called.has(note) ? page.notes : page.text).push(line);
  }
  const findings: Finding[] = [];
  const parted = partedTables(paper);
  for (const { text: read, notes } of pages.values()) {
    const text = inPieces(paper, parted, read);
    findings.push(...astray(paper, text), ...astray(paper, notes), ...joined(paper, text));
    findings.push(...stepped(paper, text), ...stepped(paper, notes));
    for (const note of notes) {
      const below = text.find((line) => isAbove(note, line));
      if (!below) continue;
      const problem = `is a footnote, and stands above “${wordsOf(paper, below)}”, text of its page`;
      findings.push(findingAt(paper, note.start, { rule: 'out-of-order', problem, remedy }));
    }
  }
  return [...findings, ...unevenRows(paper, { lines, parted })];
}

/** Lines that are printed before one that is read earlier. */
function astray(paper: Paper, lines: readonly Line[]): Finding[] {
  return lines.flatMap((line, index) => {
    const later = lines
      .slice(0, index)
      .findLast(
        (earlier) =>
          (isAbove(line, earlier) || isLeftOf(line, earlier)) &&
          !floatsBeside(paper, earlier, line) &&
          !goOnBesideEachOther(paper, lines, [line, earlier]),
      );
    if (!later) return [];
    const where = isAbove(line, later) ? 'above' : 'before';
    const problem = `stands ${where} “${wordsOf(paper, later)}”, which is read first`;
    return [findingAt(paper, line.start, { rule: 'out-of-order', problem, remedy })];
  });
}

/** 文绕图: text runs to the left of a floating picture and of its caption. */
function floatsBeside({ written }: Paper, earlier: Line, line: Line): boolean {
  const isCaption = ({ leaf }: Line) => written.leaves[leaf]!.tags.includes('figure');
  return isCaption(earlier) && !isCaption(line) && !isAbove(line, earlier);
}

/**
 * Cells of a row continue side by side over the columns of a page, so that a later cell's line may be to the left of an
 * earlier cell's lines in the next column; but it never begins left of the beginning of that cell.
 */
function goOnBesideEachOther(
  { written }: Paper,
  lines: readonly Line[],
  [one, other]: readonly [Line, Line],
): boolean {
  const cellOf = ({ leaf }: Line) => written.leaves[leaf]!.cell;
  const [later, earlier] = [cellOf(one), cellOf(other)];
  if (later === undefined || later.row !== earlier?.row || later.column === earlier.column) return false;
  const beginning = (column: number) =>
    lines.find((line) => cellOf(line)?.row === later.row && cellOf(line)?.column === column)!;
  return !isLeftOf(beginning(later.column), beginning(earlier.column));
}

const wordsOf = ({ written }: Paper, { start, end }: Line) =>
  written.characters.slice(start, Math.min(end, start + 8)).join('');

const middle = ({ bottom, top }: Line) => (bottom + top) / 2;

/** True if one line is above the other in the same column. */
function isAbove(one: Line, other: Line): boolean {
  if (one.isDown !== other.isDown) return false;
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const narrower = Math.min(one.right - one.left, other.right - other.left);
  if (shared < 1 || shared < narrower / 4) return false;
  return one.bottom > middle(other) && middle(one) > other.top;
}

/** True if one line precedes the other in the same row; right-to-left names are checked with the text. */
function isLeftOf(one: Line, other: Line): boolean {
  if (one.isTurned || other.isTurned || one.isDown !== other.isDown) return false;
  const shared = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  const lower = Math.min(one.top - one.bottom, other.top - other.bottom);
  return shared > 0.6 * lower && one.left < other.right - 1 && Math.abs(one.y - other.y) < one.size * 0.3;
}

/** A line of the same text is at least this much lower, in em; raised and lowered marks are apart. */
const leastStep = 0.9;
const mostOff = 0.3;
/** Words in a line may be larger than the others by this factor. */
const mostGrown = 1.4;

/** Pieces of a block that lie off the line before, or below and behind its end like stairs. */
function stepped(paper: Paper, lines: readonly Line[]): Finding[] {
  const { leaves, gapAt } = paper.written;
  const text = lines.filter(({ isRaised }) => !isRaised);
  return text.flatMap((line, index) => {
    const last = text[index - 1];
    const isSame =
      last !== undefined &&
      last.page === line.page &&
      last.isDown === line.isDown &&
      gapAt[line.start] !== before.line &&
      leaves[last.leaf]!.block === leaves[line.leaf]!.block &&
      // 首字下沉: an initial stands beside lines.
      Math.max(line.size, last.size) < mostGrown * Math.min(line.size, last.size);
    if (!isSame || line.isTurned || last.isTurned) return [];
    const step = Math.abs(line.y - last.y) / Math.max(line.size, last.size);
    const isOff = step > mostOff && step < leastStep;
    if (!isOff && (line.top >= last.bottom || line.left < last.right - 0.5)) return [];
    const problem = `has left the line of “${wordsOf(paper, last)}”`;
    return [findingAt(paper, line.start, { rule: 'out-of-order', problem, remedy })];
  });
}

/** Lines that are separate in the manuscript, and not in print. */
function joined(paper: Paper, lines: readonly Line[]): Finding[] {
  const { written } = paper;
  return lines.flatMap((line, index) => {
    const last = lines[index - 1];
    if (!last || written.gapAt[line.start] !== before.line || last.end !== line.start) return [];
    if (last.isDown !== line.isDown) return [];
    const [one, other] = [written.leaves[last.leaf]!, written.leaves[line.leaf]!];
    const isNextCell = one.cell && other.cell && one.cell !== other.cell;
    const gap = line.left - last.right;
    const size = Math.max(line.size, last.size);
    // 对照: a language beside the other, in columns of its own.
    const isOther = gap > 0 && sideOf(one) !== sideOf(other);
    if (
      isNextCell ||
      isOther ||
      Math.abs(line.y - last.y) > 0.3 * size ||
      gap < -0.5 * size ||
      gap > 1.5 * size
    )
      return [];
    const problem = `goes on in the line of “${wordsOf(paper, last)}”, expected a line of its own`;
    return [findingAt(paper, line.start, { rule: 'joined', problem, remedy })];
  });
}

/** The column of a pair that text stands in. */
const sideOf = ({ classes }: Leaf) => classes.find((name) => name === '.first' || name === '.second');

/** Checks that the cells of a row are beside each other. */
function unevenRows(
  paper: Paper,
  { lines, parted }: { lines: readonly Line[]; parted: PartedTables },
): Finding[] {
  const { leaves } = paper.written;
  const rows = new Map<string, Map<number, Line>>();
  for (const line of lines) {
    const { cell } = leaves[line.leaf]!;
    if (!cell) continue;
    const key = `${cell.row} ${pieceOf(parted, cell)} ${line.page}`;
    const row = rows.get(key) ?? new Map<number, Line>();
    rows.set(key, row);
    const known = row.get(cell.column);
    row.set(
      cell.column,
      known
        ? { ...known, bottom: Math.min(known.bottom, line.bottom), top: Math.max(known.top, line.top) }
        : line,
    );
  }
  return [...rows.values()].flatMap((row) => {
    const [first, ...others] = [...row.values()];
    const away = others.find((one) => first && (one.bottom > first.top || one.top < first.bottom));
    if (!away) return swapped(paper, row);
    const problem = `stands in another row of its table than “${wordsOf(paper, first!)}”`;
    return [findingAt(paper, away.start, { rule: 'out-of-order', problem, remedy })];
  });
}

/** Cells of a row whose next one stands before them. */
function swapped(paper: Paper, row: ReadonlyMap<number, Line>): Finding[] {
  const cells = [...row].sort(([one], [other]) => one - other).map(([, line]) => line);
  const at = cells.findIndex((line, index) => index > 0 && line.left < cells[index - 1]!.left - 1);
  if (at < 0 || cells.some(({ isTurned }) => isTurned)) return [];
  const problem = `stands before “${wordsOf(paper, cells[at - 1]!)}”, the cell that should precede it`;
  return [findingAt(paper, cells[at]!.start, { rule: 'out-of-order', problem, remedy })];
}
