import type { PrintedLine, PrintedPage } from '../printed-page.js';
import { mostSizes, newColumnFinder } from './column-between.js';
import { type Item, inkOf, turn } from './item.js';

/** White of up to this many em between pieces of a row may separate phrases; wider white separates columns or cells. */
const mostWhite = 4;
/** Pieces of one row share this much of their height. */
const sameRow = 0.6;

/**
 * 连缀: joins pieces of one printed line that are separated by white: 第七条　…, the phrases of a headline, a line that
 * was recognised in two. A piece that begins where lines of a column begin is a line of that column.
 */
export function joinPieces(page: PrintedPage): PrintedPage {
  const { isVertical } = turn(page);
  const usual = isVertical ? 'vertical' : 'horizontal';
  // A character alone runs in the direction of its page.
  const isUsual = ({ direction, text }: PrintedLine) => direction === usual || text.length < 2;
  const others = page.lines.filter((line) => !isUsual(line));
  const own = page.lines.filter(isUsual);
  return {
    ...page,
    lines: [...joinAlong({ ...page, lines: own }), ...joinAlong({ ...page, lines: others })],
  };
}

/** Joins the pieces of lines that run in one direction. */
function joinAlong(page: PrintedPage): PrintedLine[] {
  const { items, body } = turn(page);
  const hasColumn = newColumnFinder(items, body);
  const sorted = items.toSorted((a, b) => a.near + a.far - b.near - b.far);
  const next = new Map<Item, Item>();
  /** For each piece that was joined to a line, the first piece of that line. */
  const headOf = new Map<Item, Item>();
  // From left to right, because only the first piece of a line shows at which column the line begins.
  const inOrder = sorted.map((item, index) => ({ item, index })).sort((a, b) => a.item.from - b.item.from);
  for (const { item, index } of inOrder) {
    const right = nearestRight(sorted, index);
    if (!right || headOf.has(right)) continue;
    const white = (right.from - item.to) / Math.max(item.size, right.size);
    const head = headOf.get(item) ?? item;
    if (white > mostWhite || (white > 0.5 && hasColumn({ head, left: item, right }))) continue;
    next.set(item, right);
    headOf.set(right, head);
  }
  return sorted
    .filter((item) => !headOf.has(item))
    .map((first) => {
      const pieces = [first];
      for (let item = next.get(first); item; item = next.get(item)) pieces.push(item);
      return pieces.length === 1 ? first.line : joined(pieces);
    });
}

/** The nearest piece after another in its row. */
function nearestRight(sorted: readonly Item[], index: number): Item | undefined {
  const item = sorted[index]!;
  let best: Item | undefined;
  const look = (at: number) => {
    const other = sorted[at]!;
    const shared = Math.min(item.far, other.far) - Math.max(item.near, other.near);
    if (shared < sameRow * Math.min(item.far - item.near, other.far - other.near)) return;
    if (Math.max(item.size, other.size) > mostSizes * Math.min(item.size, other.size)) return;
    if (inkOf(other)[0] < inkOf(item)[1] - item.size / 2 || other.from <= item.from) return;
    if (!best || other.from < best.from) best = other;
  };
  const middle = item.near + item.far;
  const reach = 2 * (item.far - item.near);
  for (let at = index - 1; at >= 0 && middle - sorted[at]!.near - sorted[at]!.far < reach; at--) look(at);
  for (let at = index + 1; at < sorted.length && sorted[at]!.near + sorted[at]!.far - middle < reach; at++)
    look(at);
  return best;
}

function joined(pieces: readonly Item[]): PrintedLine {
  const lines = pieces.map(({ line }) => line);
  const longest = lines.reduce((best, line) => (line.text.length > best.text.length ? line : best));
  const confidences = lines.flatMap(({ confidence }) => confidence ?? []);
  return {
    ...longest,
    text: pieces.map((piece, index) => blankBefore(piece, pieces[index - 1]) + piece.line.text).join(''),
    box: {
      left: Math.min(...lines.map(({ box }) => box.left)),
      top: Math.min(...lines.map(({ box }) => box.top)),
      right: Math.max(...lines.map(({ box }) => box.right)),
      bottom: Math.max(...lines.map(({ box }) => box.bottom)),
    },
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
}

/** White between two pieces as the space that a typist would have typed. */
export function blankBefore(piece: Item, before: Item | undefined): string {
  if (!before) return '';
  const room = (piece.from - before.to) / Math.max(piece.size, before.size);
  if (room < 0.4) return '';
  return room < 0.7 ? ' ' : room < 3 ? '\u3000' : '\u3000\u3000';
}
