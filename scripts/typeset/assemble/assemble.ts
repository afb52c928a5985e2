import { styleElement } from '../../chromium/closed-tab.js';
import type { Book } from '../book/galley.js';
import type { FontSet } from '../fonts/fonts.js';
import { splitCss } from '../pages/book-css.js';
import type { LaidOut } from '../pages/paginate.js';
import { furnitureMark } from '../pages.js';
import { escapeHtml } from './escape-html.js';
import { folioList } from './folio-list.js';
import { type PlacedPage, placePages } from './place-pages.js';
import { noWhites, planWhites, type Whites } from './white-pages.js';

/** The whole book, ready for print and preview. */
export interface Assembled {
  pages: PlacedPage[];
  /** The style sheets that the pages need, fonts included. */
  css: string;
}

/** 拼合: puts the galleys' pages in order, with folios, running heads, and the folios that the contents refer to. */
export function assemble(book: Book, laidOut: LaidOut, fonts: FontSet): Assembled {
  const placed = placePages(book, laidOut, whitesOf(book, laidOut));
  const folios = new Map<string, string>();
  for (const { ids, label } of placed) for (const id of ids) if (!folios.has(id)) folios.set(id, label);
  const pages = placed.map((page) => ({
    ...page,
    html: fillReferences(page.html, folios).replace(`<!--${furnitureMark}-->`, () => page.furniture),
  }));
  const css = [fonts.css, laidOut.pagedCss, ...book.css, splitCss()].join('\n');
  return { pages: pages.map(({ furniture: _, ...page }) => page), css };
}

/** The assembled book as one document. `script` and `extraCss` are the preview's. */
export function documentOf(book: Book, { pages, css }: Assembled, extraCss = ''): string {
  return `<!doctype html>
<html lang="${book.lang}"><head><meta charset="utf-8"><title>${escapeHtml(book.title)}</title>
${styleElement(css)}${styleElement(sheetCss + extraCss)}</head>
<body><main class="pagedjs_pages">${pages.map(({ html }) => html).join('\n')}</main></body></html>`;
}

/** On paper the page boxes are the sheets: no space around them or after the last. */
const sheetCss = `html, body { margin: 0; padding: 0; }
.pagedjs_page { break-after: page; break-inside: avoid; }
.pagedjs_page:last-child { break-after: auto; }`;

/** The blank pages that binding requires; none where no binding is set. */
function whitesOf(book: Book, laidOut: LaidOut): Whites {
  if (!book.binding) return noWhites;
  const { multiple, hasOwnCover } = book.binding;
  const count = (whites: Whites) => {
    const pages = placePages(book, laidOut, whites);
    return hasOwnCover ? pages.filter(({ isCover }) => !isCover).length : pages.length;
  };
  return planWhites(count, multiple);
}

/** Fills in the folios in the contents, now that all pages are known. */
function fillReferences(html: string, folios: Map<string, string>): string {
  return html.replace(
    /(<span class="page-ref"[^>]* data-target="([^"]+)"[^>]*>)([^<]*)(<\/span>)/g,
    (_, open: string, targets: string, room: string, close: string) => {
      const found = targets.split(' ').flatMap((target) => folios.get(target) ?? []);
      return `${open}${folioList(found, room)}${close}`;
    },
  );
}
