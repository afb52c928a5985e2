import { foldBook } from '../../prepress/impose/fold.js';
import { type Imposed, type ImposeTask, impose } from '../../prepress/impose/impose.js';
import { numberedBook } from '../../prepress/impose/numbered-book.js';
import { type Press, pressOf, thicknessOf } from '../../prepress/impose/press.js';
import { schemeIds, schemes } from '../../prepress/impose/schemes/schemes.js';
import type { Edge } from '../../prepress/impose/schemes/sheet.js';
import { signatureSizes } from '../../prepress/impose/schemes/signatures.js';
import type { BenchOptions, Table } from '../table.js';
import { readSides } from './read-sides.js';

/** White at the spine of these pages: it must allow for creep. */
const innerMm = 25;
const trim = { widthMm: 148, heightMm: 210 };
const mostPages = 400;
/** Papers from a leaflet to a card, in g/m². */
const papers = [60, 80, 120, 170, 300];

/** Imposes numbered books, reads their sheets back from the PDF, folds and cuts them, and counts the faults. */
export async function benchPress({ pages = mostPages }: BenchOptions): Promise<Table[]> {
  const rows: string[][] = [];
  for (const scheme of schemeIds)
    for (const binding of ['left', 'right'] as const) rows.push(await row(scheme, binding, pages));
  return [
    {
      title: `Press files of 1 to ${pages} pages, read back and folded`,
      head: [
        'scheme',
        'binding',
        'books',
        'refused for creep',
        'out of order',
        'on their head',
        'widest difference of outer margins',
        'ms for 100 pages',
      ],
      rows,
    },
  ];
}

async function row(scheme: Press['scheme'], binding: Edge, most: number): Promise<string[]> {
  const { multiple, isNested } = schemes[scheme];
  let [books, refused, wrong, turned, widest, milliseconds] = [0, 0, 0, 0, 0, 0];
  for (let pages = multiple; pages <= most; pages += multiple) {
    const press = pressOf({ scheme, gsm: papers[(pages / multiple) % papers.length]! });
    const source = await numberedBook(pages, trim);
    const started = performance.now();
    const made = await imposed(source, { trim, binding, press, innerMm, title: '', modified: new Date(0) });
    if (!made) {
      refused++;
      continue;
    }
    const { pdf, plan } = made;
    milliseconds += (performance.now() - started) * (100 / pages);
    const book = foldBook(await readSides(pdf), {
      scheme,
      binding,
      flip: plan.flip,
      heads: press.heads,
      trimWidthMm: trim.widthMm,
      millMm: 0,
      paperMm: thicknessOf(press),
      signatures: scheme === 'saddle' ? [pages / 4] : signatureSizes(pages / 4, press.sheets),
    }).slice(0, pages);
    books++;
    wrong += book.some(({ page }, index) => page !== index) ? 1 : 0;
    turned += book.some(({ isUpright }) => !isUpright) ? 1 : 0;
    if (isNested) widest = Math.max(widest, spreadOf(book));
  }
  return [
    scheme,
    binding,
    String(books),
    String(refused),
    String(wrong),
    String(turned),
    isNested ? `${widest.toFixed(3)} mm` : '–',
    (milliseconds / books).toFixed(0),
  ];
}

/** A press file; undefined where creep would exceed the margin, which is refused. */
async function imposed(pdf: Uint8Array, task: ImposeTask): Promise<Imposed | undefined> {
  try {
    return await impose(pdf, task);
  } catch (error) {
    if (error instanceof Error && error.message.includes('creep')) return undefined;
    throw error;
  }
}

/** Spread of outer margins, separately for rectos and versos. */
function spreadOf(book: readonly { toForeEdgeMm: number }[]): number {
  const sides = [0, 1].map((parity) => book.filter((_, index) => index % 2 === parity));
  return Math.max(
    ...sides.map((side) => {
      const margins = side.map(({ toForeEdgeMm }) => toForeEdgeMm);
      return Math.max(...margins) - Math.min(...margins);
    }),
  );
}
