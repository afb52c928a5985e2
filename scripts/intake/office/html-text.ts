import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { areRows, barredRow, evenRows, writtenRows } from '../written-rows.js';

/** Elements that begin a new line; the last ones belong to Founder's system for e-papers. */
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th thead tr ul founder-title founder-pretitle founder-subtitle founder-author founder-content'.split(
    ' ',
  ),
);
const titlePart = /^founder-(?!content)/u;
/** Elements that no reader sees. */
const unseen: ReadonlySet<string> = new Set(
  'script style title template noscript iframe object svg math select textarea'.split(' '),
);

/** A block of a web page: its words in one line, and its element. */
export interface HtmlBlock {
  text: string;
  element: string;
  /** Number of characters in links. */
  linked: number;
  /** True for a line behind `<br>` in one element with the block before it. */
  isLine?: boolean;
  /** True if its first characters are blanks of full width. */
  isIndented?: boolean;
}

/** The blocks of a part of a web page, in reading order. */
export function blocksOfHtml(root: Nodes): HtmlBlock[] {
  const found: HtmlBlock[] = [];
  let open: HtmlBlock | undefined;
  let isLine = false;
  const write = (text: string, element: string, isLink: boolean) => {
    open ??= { text: '', element, linked: 0 };
    open.text += text;
    if (isLink) open.linked += text.trim().length;
  };
  const end = () => {
    if (open && open.text.trim() !== '') {
      const isIndented = /^[ \t\r\n\u00a0]*\u3000/u.test(open.text);
      found.push({
        ...open,
        text: open.text.replace(/[ \t\r\n]+/gu, ' ').trim(),
        ...(isLine && found.length > 0 && { isLine }),
        ...(isIndented && { isIndented }),
      });
    }
    open = undefined;
  };
  const walk = (node: Nodes, element: string, isLink: boolean) => {
    if (node.type === 'text') write(node.value, element, isLink);
    if (node.type === 'element' && unseen.has(node.tagName)) return;
    const rows = node.type === 'element' && node.tagName === 'table' ? dataRows(node) : undefined;
    if (rows) {
      end();
      found.push(...captionsOf(node), { text: barredRows(rows), element: 'table', linked: 0 });
      return;
    }
    if (!('children' in node)) return;
    const name = node.type === 'element' ? node.tagName : element;
    const isBlock = blocks.has(name) && node.type === 'element';
    if (isBlock) {
      end();
      isLine = name === 'br';
    }
    // A paragraph inside a part of a title is that part.
    const own = isBlock && !titlePart.test(element) ? name : element;
    for (const child of node.children) walk(child, own, isLink || name === 'a');
    if (isBlock && name !== 'br') {
      end();
      isLine = false;
    }
  };
  walk(root, 'body', false);
  end();
  return found;
}

/** A cell spans no more columns or rows: a page has no wider table. */
const mostSpan = 100;
/** A cell has no more characters: one of a page's layout holds whole articles. */
const longestCell = 120;

/** The cells of a table of figures and words; undefined for one of a page's layout. */
function dataRows(table: Element): string[][] | undefined {
  const rows = rowsOfTable(table);
  const isLong = rows.some((row) => row.some((cell) => cell.length > longestCell));
  return areRows(rows) && !isLong && !holdsTable(table) ? evenRows(rows) : undefined;
}

/** The cells of a table. A cell may span columns and rows: the other places that it takes are empty. */
function rowsOfTable(table: Nodes): string[][] {
  const rows: string[][] = [];
  const taken: number[] = [];
  const addRow = (own: readonly Element[]) => {
    const row: string[] = [];
    for (const cell of own) {
      while ((taken[row.length] ?? 0) > rows.length) row.push('');
      const [wide, high] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')];
      for (let at = 0; at < wide; at++) {
        taken[row.length] = rows.length + high;
        row.push(at === 0 ? wordsOf(cell) : '');
      }
    }
    rows.push(row);
  };
  const walk = (node: Nodes) => {
    if (node.type === 'element' && node.tagName === 'tr')
      addRow(node.children.filter((one): one is Element => one.type === 'element'));
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(table);
  return rows;
}

/** The words over a table, which its rows do not have. */
const captionsOf = (table: Nodes): HtmlBlock[] =>
  'children' in table
    ? table.children
        .filter((one) => one.type === 'element' && one.tagName === 'caption')
        .flatMap((caption) => blocksOfHtml(caption))
    : [];

/** The columns or rows that a cell spans, no more than a printed table has. */
const spanOf = ({ properties }: Element, what: 'colSpan' | 'rowSpan') =>
  Math.min(Math.max(Number(properties[what]) || 1, 1), mostSpan);

const holdsTable = (node: Nodes): boolean =>
  'children' in node &&
  node.children.some((child) => (child.type === 'element' && child.tagName === 'table') || holdsTable(child));

const wordsOf = (cell: Nodes) =>
  blocksOfHtml(cell)
    .map(({ text }) => text)
    .join('');

/** Rows between bars, the head above its line, as in Markdown: an empty cell keeps its place. */
function barredRows(rows: readonly string[][]): string {
  const [head, ...body] = rows.map(barredRow);
  return [head, `|${'---|'.repeat(rows[0]!.length)}`, ...body].join('\n');
}

/** The rows of tables in HTML that a program wrote of a page, and the blocks of other HTML. */
export function rowsOfHtml(html: string): string[] {
  const written: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === 'element' && node.tagName === 'table' && !holdsTable(node)) {
      written.push(...captionsOf(node).map(({ text }) => text), ...writtenRows(rowsOfTable(node)));
    } else if ('children' in node && holdsTable(node)) for (const child of node.children) walk(child);
    else written.push(...blocksOfHtml(node).map(({ text }) => text));
  };
  walk(fromHtml(html, { fragment: true }));
  return written;
}
