import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';

const { mostCells, leastCellRows: leastRows, mostColumns } = pieceNumbers;

/** A cell is short and not a sentence; recognition writes each on a line. */
const cell = pattern('u')`^[^，。；：！？、“”]{1,12}$`;
const value = pattern('u')`^(?:[-+−]?[\d０-９][\d０-９.,/ ]*(?:[%％‰°℃]|[${han}]{0,2})|[—–-]{1,2})$`;
type CellKind = 'none' | 'words' | 'value';
/** Cache of the kinds of lines, since each is examined from many others. */
const kinds = new WeakMap<Line, CellKind>();

function kindOf(line: Line): CellKind {
  const known = kinds.get(line);
  if (known) return known;
  const { text } = line;
  const kind = !cell.test(text) ? 'none' : value.test(text) ? 'value' : 'words';
  kinds.set(line, kind);
  return kind;
}

/** 表, one cell per line: a head of words, and rows in which each column has only values or only words. */
export function cellLinesAt(lines: readonly Line[], from: number): Found {
  if (kindOf(lines[from]!) !== 'words') return { to: from, isFound: false };
  const isValue: boolean[] = [];
  for (let at = from; at < lines.length && isValue.length < mostCells; at++) {
    const kind = kindOf(lines[at]!);
    if (kind === 'none') break;
    isValue.push(kind === 'value');
    if (isValue.length === mostColumns * 2 && !isValue.includes(true)) break;
  }
  for (let columns = 2; columns <= mostColumns && columns * leastRows <= isValue.length; columns++) {
    const rows = rowsOf(isValue, columns);
    // The rest after the last whole row is not part of the table.
    if (rows >= leastRows) return { to: from + rows * columns, isFound: true, columns };
  }
  // A later line may still be a table's head.
  return { to: from, isFound: false };
}

/** Number of rows, including the head, that fit this many columns. */
function rowsOf(isValue: readonly boolean[], columns: number): number {
  if (isValue.slice(0, columns).some(Boolean)) return 0;
  const kinds = isValue.slice(columns, 2 * columns);
  if (!kinds.includes(true) || !kinds.includes(false)) return 0;
  let rows = 1;
  while ((rows + 1) * columns <= isValue.length) {
    const start = rows * columns;
    if (kinds.some((kind, column) => isValue[start + column] !== kind)) break;
    rows++;
  }
  return rows;
}
