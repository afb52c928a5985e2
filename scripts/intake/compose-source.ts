import type { Layout, PlacedLine } from '../article/layout.js';
import { fingerprint } from '../article/ledger-file.js';
import type { Source } from '../article/source.js';
import { columnsOf } from './order/cut.js';
import { findEdges } from './order/edges.js';
import { type Item, type ReadingPage, turn } from './order/item.js';
import { type Column, measureOf, type Row, rowsOf } from './order/rows.js';
import { widen } from './order/widen.js';
import type { PrintedPage } from './printed-page.js';

/**
 * 底本 of printed pages: their lines in reading order, a line each, with a form feed between pages; and the place of
 * each on paper. Running heads and folios come first on their page.
 */
export function composeSource(pages: readonly PrintedPage[], path: string, encoding = 'utf-8'): Source {
  const edges = findEdges(pages);
  const layout: Layout = { pages: pages.map(({ width, height }) => ({ width, height })), lines: [] };
  let text = '';
  let column = 0;
  pages.forEach((printed, page) => {
    if (page > 0) text += '\f';
    const turned = turn(printed);
    const isEdge = ({ line }: Item) => edges.has(line);
    const heads = turned.items.filter(isEdge).map((item) => columnOf([item], turned));
    const inner = { ...turned, items: turned.items.filter((item) => !isEdge(item)) };
    const columns = widen(
      columnsOf(inner).map((items) => columnOf(items, inner)),
      inner.body,
    );
    for (const own of [...heads, ...columns]) {
      for (const row of own.rows) {
        const edge = edges.get(row.pieces[0]!.line);
        const start = text.length;
        text += `${row.text}\n`;
        const end = start + row.text.length;
        layout.lines.push({
          start,
          end,
          page,
          column,
          measure: own.measure,
          ...placeOf(row),
          ...(edge && { edge }),
        });
      }
      column++;
    }
  });
  return { path, text, encoding, fingerprint: fingerprint(text), layout };
}

function columnOf(items: readonly Item[], page: ReadingPage): Column {
  const rows = rowsOf(items);
  return { rows, measure: measureOf(rows, page) };
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
