import type { PlacedLine } from '../../article/layout.js';
import { foldLine } from '../../text/fold.js';
import { hasImprintField, isImprint, isPaperImprint } from '../../text/press/imprint.js';
import { pageLabelOf } from '../../text/press/page-labels.js';
import type { PrintedLine, PrintedPage } from '../printed-page.js';
import { type Item, turn } from './item.js';

type Edge = NonNullable<PlacedLine['edge']>;

/** Maximum size of a head, relative to the text. */
const mostSize = 1.3;
/** … and of one inside of another: the head of a table that is repeated on each page is as large as the text. */
const mostInner = 0.95;
/** Heads of two pages are at one height, give or take this share of the page. */
const sameHeight = 0.015;
/** Minimum number of characters of text lines that mark the edge of the type area. */
const leastText = 8;
/** Heads are within this share of the page, at its top or its foot. */
const margin = 0.12;

/** Rows of heads, or of feet, above each other. */
const mostRows = 2;

interface Candidate {
  page: number;
  line: PrintedLine;
  /** Share of the page's height. */
  height: number;
  words: string;
}

/**
 * 书眉 and 页码 by their place: small lines above and below all running text that count pages, carry a date or an
 * imprint, or repeat the same words at one height on several pages.
 */
export function findEdges(pages: readonly PrintedPage[]): Map<PrintedLine, Edge> {
  const edges = new Map<PrintedLine, Edge>();
  // A browser prints its own head and foot around those of the page.
  for (let round = 0; round < mostRows; round++) {
    const inner = pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !edges.has(line)) }));
    const known = edges.size;
    addEdges(edges, inner, round === 0 ? mostSize : mostInner);
    if (edges.size === known) break;
  }
  for (const page of pages) for (const line of imprintOf(page)) edges.set(line, 'running-head');
  return edges;
}

/**
 * 报尾: the pieces of rows at a page's foot, or head, that tell address, post code, telephones and printer of the paper:
 * they may run below some columns while others end beside them.
 */
function imprintOf({ lines, height }: PrintedPage): PrintedLine[] {
  const pieces = lines.filter(({ box: { top, bottom }, text }) => {
    const share = (top + bottom) / 2 / height;
    return (share < margin || share > 1 - margin) && hasImprintField(text);
  });
  return pieces.filter(({ box, size }) => {
    const row = pieces.filter((other) => Math.abs(other.box.top - box.top) < size / 2);
    const inOrder = row.toSorted((a, b) => a.box.left - b.box.left);
    return isPaperImprint(inOrder.map(({ text }) => text).join('\u3000'));
  });
}

function addEdges(edges: Map<PrintedLine, Edge>, pages: readonly PrintedPage[], most: number): void {
  const candidates = pages.flatMap((page, index) => outerLines(page, index, most));
  for (const candidate of candidates) {
    const { line, words } = candidate;
    if (pageLabelOf(line.text)) edges.set(line, 'page-number');
    else if (
      isImprint(line.text) ||
      candidates.some(
        (other) =>
          other.page !== candidate.page &&
          other.words === words &&
          Math.abs(other.height - candidate.height) < sameHeight,
      )
    )
      edges.set(line, 'running-head');
  }
}

function outerLines(page: PrintedPage, index: number, most: number): Candidate[] {
  const { items, body } = turn(page);
  const isText = ({ size, line }: Item) => size < 1.15 * body && line.text.length >= leastText;
  const texts = items.filter(isText).map(({ line }) => line);
  return page.lines.flatMap((line): Candidate[] => {
    if (line.size > most * body || line.text.length > 60) return [];
    const { top, bottom } = line.box;
    const height = (top + bottom) / 2 / page.height;
    if (height > margin && height < 1 - margin) return [];
    const others = texts.filter((text) => text !== line);
    const isOut =
      others.every((text) => text.box.top > bottom - body / 4) ||
      others.every((text) => text.box.bottom < top + body / 4);
    // A head has several pieces side by side: name, date, number. Vertical lines of text also begin at one height.
    const isBeside = (text: PrintedLine) =>
      text.direction === 'horizontal' && Math.abs(text.box.top - top) < body / 2;
    const isRow = others.every((text) => text.box.top > bottom - body / 4 || isBeside(text));
    if (!isOut && !isRow) return [];
    const words = foldLine(line.text).replace(/[\d\s〇一二三四五六七八九十]+/gu, '#');
    return [{ page: index, line, height, words }];
  });
}
