import type { Layout, PlacedLine } from '../article/layout.js';
import { fingerprint } from '../article/ledger-file.js';
import type { Source } from '../article/source.js';
import { type Block, columnsOf } from './order/cut.js';
import { findEdges } from './order/edges.js';
import { type Item, type ReadingPage, turn } from './order/item.js';
import { joinPieces } from './order/join-pieces.js';
import { level } from './order/level.js';
import { type Column, measureOf, type Row, rowsOf } from './order/rows.js';
import { readTables } from './order/ruled-tables.js';
import { widen } from './order/widen.js';
import type { PrintedLine, PrintedPage } from './printed-page.js';

/**
 * 底本 of printed pages: their lines in reading order, a line each, with a form feed between pages; and the place of
 * each on paper. Running heads and folios come first on their page.
 */
export function composeSource(found: readonly PrintedPage[], path: string, encoding = 'utf-8'): Source {
  const levelled = found.map(level);
  const pages = levelled.map(({ page }) => joinPieces(readTables(page)));
  const edges = findEdges(pages);
  const layout: Layout = { pages: [], lines: [] };
  let text = '';
  let column = 0;
  pages.forEach((printed, page) => {
    if (page > 0) text += '\f';
    const turned = turn(printed);
    const { width, height } = printed;
    const { angle } = levelled[page]!;
    layout.pages.push({
      width,
      height,
      direction: turned.isVertical ? 'vertical' : 'horizontal',
      ...(angle !== 0 && { angle }),
    });
    for (const { rows, measure, opens } of columnsOfPage(turned, edges)) {
      for (const [index, row] of rows.entries()) {
        const edge = edges.get(row.pieces[0]!.line);
        const [start, end] = [text.length, text.length + row.text.length];
        text += `${row.text}\n`;
        layout.lines.push({
          start,
          end,
          page,
          column,
          measure,
          ...placeOf(row),
          ...(opens && index === 0 && { opens }),
          ...(edge && { edge }),
        });
      }
      column++;
    }
  });
  return { path, text, encoding, fingerprint: fingerprint(text), layout };
}

function columnsOfPage(page: ReadingPage, edges: ReadonlyMap<PrintedLine, unknown>): Column[] {
  const isEdge = ({ line }: Item) => edges.has(line);
  const heads = page.items.filter(isEdge).map((item) => columnOf({ items: [item], opens: false }, page));
  const inner = { ...page, items: page.items.filter((item) => !isEdge(item)) };
  const columns = columnsOf(inner).map((block) => columnOf(block, inner));
  return [...heads, ...widen(columns, inner.body)];
}

function columnOf({ items, opens }: Block, page: ReadingPage): Column {
  const rows = rowsOf(items);
  return { rows, measure: measureOf(rows, page), opens };
}

function placeOf({ pieces }: Row): Pick<PlacedLine, 'box' | 'direction' | 'size' | 'weight' | 'confidence'> {
  const lines = pieces.map(({ line }) => line);
  const longest = lines.reduce((best, line) => (line.text.length > best.text.length ? line : best));
  const confidences = lines.flatMap(({ confidence }) => confidence ?? []);
  return {
    direction: longest.direction,
    size: longest.size,
    ...(longest.weight !== undefined && { weight: longest.weight }),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
    box: {
      left: Math.min(...lines.map(({ box }) => box.left)),
      top: Math.min(...lines.map(({ box }) => box.top)),
      right: Math.max(...lines.map(({ box }) => box.right)),
      bottom: Math.max(...lines.map(({ box }) => box.bottom)),
    },
  };
}
