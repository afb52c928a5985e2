/** Rounding of the browser, in px. */
const rounding = 0.5;
/** Half a pixel too little moves the base lines of what stands below by a whole one; less than this cannot. */
const least = 0.1;

/** The rest of the last line of columns that are so many px high. */
export const restOfLine = (size: number, line: number): number => {
  const rest = Math.ceil((size - rounding) / line) * line - size;
  return rest > least ? rest : 0;
};

/**
 * 网格 under columns: balanced columns are as high as half of their content, and that may be half a line more than
 * their lines where the space above a crosshead has gone at the head of a column. The rest of that line follows them, so
 * that what stands below is on the grid. The flow must be in columns.
 *
 * @returns true if something has moved
 */
export function snapColumns(root: HTMLElement): boolean {
  const line = Number.parseFloat(getComputedStyle(root).lineHeight);
  const isVertical = getComputedStyle(root).writingMode.startsWith('vertical');
  let hasMoved = !isVertical && snapTables(root, line);
  // A change moves all that follows: the next ones are measured after it.
  for (const body of root.querySelectorAll<HTMLElement>('.story-body')) {
    if (!(Number(getComputedStyle(body).columnCount) > 1)) continue;
    const last = [...body.getClientRects()].at(-1);
    const rest = last ? restOfLine(isVertical ? last.width : last.height, line) : 0;
    const known = Number.parseFloat(body.style.marginBlockEnd) || 0;
    if (Math.abs(rest - known) < least) continue;
    body.style.marginBlockEnd = rest > 0 ? `${rest}px` : '';
    hasMoved = true;
  }
  return hasMoved;
}

/**
 * A table that begins a page or a column loses the space above it, half a line, and so does the last part of one that
 * goes on there, below its head set again: then this follows the table, so that the text below is on the grid.
 *
 * @returns true if something has moved
 */
function snapTables(root: HTMLElement, line: number): boolean {
  let hasMoved = false;
  for (const table of root.querySelectorAll('table')) {
    const known = Number(table.dataset.lost ?? 0);
    const lost = lostBy(table, known, line);
    if (Math.abs(lost - known) < rounding) continue;
    const { marginBlockEnd } = getComputedStyle(table);
    table.style.marginBlockEnd = `${Number.parseFloat(marginBlockEnd) - known + lost}px`;
    table.dataset.lost = `${lost}`;
    hasMoved = true;
  }
  return hasMoved;
}

/** Space in px that must follow a table below its own margin. */
function lostBy(table: HTMLTableElement, known: number, line: number): number {
  const { marginBlockStart, marginBlockEnd, borderBlockStartWidth } = getComputedStyle(table);
  const parts = [...table.getClientRects()].filter(({ height }) => height > rounding);
  if (parts.length > 1) {
    // Half of the rule above it, which it has on its page alone, makes a table with collapsed borders higher.
    const size = parts.at(-1)!.height + Number.parseFloat(borderBlockStartWidth) / 2;
    return restOfLine(size + Number.parseFloat(marginBlockEnd) - known, line);
  }
  const before = table.previousElementSibling;
  return before && isHead(table, before) ? Number.parseFloat(marginBlockStart) : 0;
}

/** True if a block begins another column than the one in which the block before it ends. */
function isHead(block: Element, before: Element): boolean {
  const [first, last] = [block.getClientRects()[0], [...before.getClientRects()].at(-1)];
  return first !== undefined && last !== undefined && first.top < last.bottom - rounding;
}
