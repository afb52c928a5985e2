import { folio } from './folio.js';
import type { FontSet } from './fonts.js';
import type { Book } from './galley.js';
import { furnitureMark, type PageBox } from './pages.js';
import { type LaidOut, splitCss } from './paginate.js';

/** A page in its place in the book. */
export interface PlacedPage extends PageBox {
  /** 页码 as printed; for a page label also where it is not printed. */
  label: string;
}

/** The whole book, ready for print and preview. */
export interface Assembled {
  pages: PlacedPage[];
  /** The style sheets that the pages need, fonts included. */
  css: string;
}

/** 拼合: puts the galleys' pages in order, with folios, running heads, and the folios that the contents refer to. */
export function assemble(book: Book, laidOut: LaidOut, fonts: FontSet): Assembled {
  const placed = placePages(book, laidOut);
  const folios = new Map<string, string>();
  for (const { ids, label } of placed) for (const id of ids) if (!folios.has(id)) folios.set(id, label);
  const pages = placed.map((page) => ({
    ...page,
    html: fillReferences(page.html, folios).replace(`<!--${furnitureMark}-->`, page.furniture),
  }));
  const css = [fonts.css, laidOut.pagedCss, ...book.css, splitCss()].join('\n');
  return { pages: pages.map(({ furniture: _, ...page }) => page), css };
}

/** The assembled book as one document. `script` and `extraCss` are the preview's. */
export function documentOf(book: Book, { pages, css }: Assembled): string {
  return `<!doctype html>
<html lang="${book.lang}"><head><meta charset="utf-8"><title>${escapeHtml(book.title)}</title>
<style>${css}</style><style>${sheetCss}</style></head>
<body><main class="pagedjs_pages">${pages.map(({ html }) => html).join('\n')}</main></body></html>`;
}

/** On paper the page boxes are the sheets: no room around them, none left over after the last. */
const sheetCss = `html, body { margin: 0; padding: 0; }
.pagedjs_page { break-after: page; break-inside: avoid; }
.pagedjs_page:last-child { break-after: auto; }`;

function placePages(book: Book, { pages }: LaidOut): (PlacedPage & { furniture: string })[] {
  const placed: (PlacedPage & { furniture: string })[] = [];
  let arabic = 0;
  book.galleys.forEach((galley, index) => {
    for (const page of pages[index]!.pages) {
      // A white page before the first numbered one still belongs to the front matter.
      const isArabic = galley.folios === 'arabic' && !(page.isBlank && arabic === 0);
      const label = isArabic ? folio(++arabic, 'arabic') : folio(placed.length + 1, 'roman');
      const isShown = galley.folios !== 'none' && !page.isBlank;
      const isRecto = placed.length % 2 === 0;
      placed.push({ ...page, label, furniture: isShown ? furnitureOf(book, page, { label, isRecto }) : '' });
    }
  });
  return placed;
}

/** 书眉, 页码: on paper only; the tags that screen readers follow know nothing of them. */
function furnitureOf(
  book: Book,
  page: PageBox,
  { label, isRecto }: { label: string; isRecto: boolean },
): string {
  const head = isRecto ? (page.head ?? book.runningHead) : book.runningHead;
  const running = page.opens ? '' : `<div class="running-head" aria-hidden="true">${escapeHtml(head)}</div>`;
  return `${running}<div class="folio" aria-hidden="true">${label}</div>`;
}

/** The folios in the contents: filled in now that all pages are known. */
function fillReferences(html: string, folios: Map<string, string>): string {
  return html.replace(
    /(<span class="page-ref"[^>]* data-target="([^"]+)"[^>]*>)[^<]*(<\/span>)/g,
    (_, open: string, target: string, close: string) => `${open}${folios.get(target) ?? ''}${close}`,
  );
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
