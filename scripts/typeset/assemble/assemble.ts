import { styleElement } from '../../chromium/closed-tab.js';
import type { Book } from '../compose/galley.js';
import type { FontSet } from '../fonts/fonts.js';
import { splitCss } from '../pages/book-css.js';
import type { LaidOut } from '../pages/paginate.js';
import { folio } from './folio.js';
import { folioList } from './folio-list.js';
import { furnitureMark, type PageBox } from './pages.js';
import { runningHead } from './running-head.js';

/** A page in its place in the book. */
export interface PlacedPage extends PageBox {
  /** 页码 as printed; for a page label also where it is not printed. */
  label: string;
  /** 白页: nothing stands on it. */
  isBlank: boolean;
  /** The folio as printed, '' where none is. */
  folio: string;
  /** Whether its text keeps to the type area; a cover fills the sheet. */
  isBound: boolean;
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
${styleElement(css)}${styleElement(sheetCss)}</head>
<body><main class="pagedjs_pages">${pages.map(({ html }) => html).join('\n')}</main></body></html>`;
}

/** On paper the page boxes are the sheets: no room around them, none left over after the last. */
const sheetCss = `html, body { margin: 0; padding: 0; }
.pagedjs_page { break-after: page; break-inside: avoid; }
.pagedjs_page:last-child { break-after: auto; }`;

type Unfilled = PlacedPage & { furniture: string };

function placePages(book: Book, { pages }: LaidOut): Unfilled[] {
  const placed: Unfilled[] = [];
  let arabic = 0;
  book.galleys.forEach(({ start, folios, pageName }, index) => {
    const { pages: own, white } = pages[index]!;
    own.forEach((page, order) => {
      const wanted = order === 0 && start === 'recto' ? 'recto' : page.side;
      if (wanted !== 'any' && wanted !== sideOf(placed.length)) {
        // A white page before the first numbered one still belongs to the front matter.
        const label = arabic > 0 ? folio(++arabic, 'arabic') : folio(placed.length + 1, 'roman');
        placed.push({ ...whitePage(book, white, placed.length), label });
      }
      // Facing pages begin with a verso, which has the even number.
      if (folios === 'arabic' && arabic === 0 && wanted === 'verso') arabic = 1;
      const label = folios === 'arabic' ? folio(++arabic, 'arabic') : folio(placed.length + 1, 'roman');
      const isRecto = sideOf(placed.length) === 'recto';
      const html = onSide(page.html, isRecto, book);
      const furniture = folios === 'none' ? '' : furnitureOf(book, page, { label, isRecto });
      const shown = folios === 'none' ? '' : label;
      placed.push({
        ...page,
        html,
        label,
        isBlank: false,
        folio: shown,
        isBound: pageName !== 'cover',
        furniture,
      });
    });
  });
  return placed;
}

/** The side of the n-th page, from 0: a book opens with a recto. */
const sideOf = (index: number) => (index % 2 === 0 ? 'recto' : 'verso');

/** Says to the style sheets on which side of a spread a page lies: rectos lie right in a book that is bound left. */
function onSide(html: string, isRecto: boolean, { progression }: Book): string {
  const side = isRecto === (progression === 'ltr') ? 'right' : 'left';
  return html.replace('class="pagedjs_page', `class="pagedjs_page pagedjs_${side}_page`);
}

/** 白页: nothing stands on it, so that what follows opens on the wanted side. */
function whitePage(book: Book, white: string, index: number): Omit<Unfilled, 'label'> {
  const html = onSide(white, sideOf(index) === 'recto', book).replace(
    'class="pagedjs_page',
    'class="pagedjs_page pagedjs_blank_page',
  );
  return { html, side: 'any', opens: false, ids: [], isBlank: true, folio: '', isBound: true, furniture: '' };
}

/** 书眉, 页码: on paper only; the tags that screen readers follow know nothing of them. */
function furnitureOf(
  book: Book,
  page: PageBox,
  { label, isRecto }: { label: string; isRecto: boolean },
): string {
  const head = isRecto ? (page.head ?? book.runningHead) : book.runningHead;
  const running = page.opens
    ? ''
    : `<div class="running-head" aria-hidden="true">${escapeHtml(runningHead(head, book.typeArea))}</div>`;
  return `${running}<div class="folio" aria-hidden="true">${label}</div>`;
}

/** The folios in the contents: filled in now that all pages are known. */
function fillReferences(html: string, folios: Map<string, string>): string {
  return html.replace(
    /(<span class="page-ref"[^>]* data-target="([^"]+)"[^>]*>)([^<]*)(<\/span>)/g,
    (_, open: string, targets: string, room: string, close: string) => {
      const found = targets.split(' ').flatMap((target) => folios.get(target) ?? []);
      return `${open}${folioList(found, room)}${close}`;
    },
  );
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
