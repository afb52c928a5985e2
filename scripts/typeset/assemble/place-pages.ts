import type { Book } from '../book/galley.js';
import { closingParts, isClosed } from '../compose/closing.js';
import type { LaidOut } from '../pages/paginate.js';
import type { PageBox } from '../pages.js';
import { escapeHtml } from './escape-html.js';
import { folio } from './folio.js';
import { runningHead } from './running-head.js';
import type { Whites } from './white-pages.js';

/** A page in its place in the book. */
export interface PlacedPage extends PageBox {
  /** 页码 as printed; for a page label also where it is not printed. */
  label: string;
  /** Index of the galley that it is of, or before which it stays blank. */
  galley: number;
  /** True for a 白页. */
  isBlank: boolean;
  /** The folio and the running head as printed; '' if there is none. */
  folio: string;
  running: string;
  /** True if its text keeps to the type area; a cover fills the sheet. */
  isBound: boolean;
  /** True if it belongs to a cover that is printed as a separate sheet. */
  isCover: boolean;
}

/** A page whose references and furniture are not filled in yet. */
export type Unfilled = PlacedPage & { furniture: string };

/** Puts the pages of all galleys in their places, with blank pages between them. */
export function placePages(book: Book, { pages }: LaidOut, whites: Whites): Unfilled[] {
  const placed: Unfilled[] = [];
  let arabic = 0;
  let galley = 0;
  const closing = closingPage(book, pages);
  const addWhite = (white: string, isCover = false) => {
    // A blank page before the first numbered one still belongs to the front matter.
    const label = arabic > 0 ? folio(++arabic, 'arabic') : folio(placed.length + 1, 'roman');
    placed.push({ ...whitePage(book, white, placed.length), galley, label, isCover });
  };
  const addWhites = (white: string) => {
    for (let count = 0; count < whites.beforeClosing; count++) addWhite(white);
  };
  const firstInside = book.galleys.findIndex(({ pageName }) => pageName !== 'cover');
  book.galleys.forEach(({ start, folios, pageName, facing }, index) => {
    const { pages: own, white } = pages[index]!;
    const isCover = pageName === 'cover';
    galley = index;
    if (index === firstInside && index > 0) {
      // The inside of a separate cover, so that the pages between begin with a recto.
      if (book.binding?.hasOwnCover && placed.length % 2 === 1) addWhite(white, true);
      for (let count = 0; count < whites.behindCover; count++) addWhite(white);
    }
    own.forEach((page, order) => {
      if (page === closing) addWhites(white);
      const asked = order === 0 && start === 'recto' ? 'recto' : page.side;
      // A screen shows single pages, so no page stays blank.
      const wanted = book.trim.isScreen ? 'any' : asked;
      if (wanted !== 'any' && wanted !== sideOf(placed.length)) addWhite(white);
      // Facing pages begin with a verso, whose number is even, counting all pages before it.
      if (folios === 'arabic' && arabic === 0 && wanted === 'verso') arabic = placed.length;
      const label = folios === 'arabic' ? folio(++arabic, 'arabic') : folio(placed.length + 1, 'roman');
      const isRecto = sideOf(placed.length) === 'recto';
      const html = onSide(page.html, isRecto, book);
      const isBare = folios === 'none';
      const isSecond = facing === true && page.side === 'recto';
      const running = isBare || page.opens ? '' : headOf(book, page, { isRecto, isSecond });
      const lang = isSecond ? book.second?.lang : undefined;
      const furniture = isBare ? '' : furnitureOf(label, { head: running, lang });
      const place = { isBlank: false, folio: isBare ? '' : label, running, isBound: !isCover, isCover };
      placed.push({ ...page, html, galley, label, ...place, furniture });
    });
  });
  if (!closing) addWhites(pages.at(-1)?.white ?? '');
  return placed;
}

/**
 * The page before which blank pages may be inserted: the first of the closing part; where that begins below a story,
 * the last page that a story opens, but for the text's first: blank pages before that would part it from the contents, and
 * it begins on a recto whatever their number. Else the back cover; none, so the end of the book, if it has no cover.
 */
function closingPage(book: Book, pages: LaidOut['pages']): PageBox | undefined {
  const isCover = (index: number) => book.galleys[index]!.pageName === 'cover';
  const inside = pages.flatMap(({ pages: own }, index) => (isCover(index) ? [] : own));
  for (const part of closingParts) {
    const found = inside.find(({ ids }) => ids[0] === part);
    if (found) return found;
  }
  if (isClosed(book)) {
    const text = book.galleys.findIndex(({ folios }) => folios === 'arabic');
    const last = inside.findLast(({ opens }) => opens);
    if (last !== pages[text]?.pages[0]) return last;
  }
  const last = pages.length - 1;
  return isCover(last) && inside.length > 0 ? pages[last]!.pages[0] : undefined;
}

/** The side of the n-th page, from 0: a book opens with a recto. */
const sideOf = (index: number) => (index % 2 === 0 ? 'recto' : 'verso');

/** Marks for style sheets the side of a spread that a page is on: rectos are right in a book that is bound left. */
function onSide(html: string, isRecto: boolean, { progression }: Book): string {
  const side = isRecto === (progression === 'ltr') ? 'right' : 'left';
  return html
    .replace('class="pagedjs_page', `class="pagedjs_page pagedjs_${side}_page`)
    .replace(/ data-half(?:="")?/g, ` data-half="${side}"`);
}

/** 白页: an empty page, so that the next one opens on the wanted side. */
function whitePage(book: Book, white: string, index: number): Omit<Unfilled, 'label' | 'galley'> {
  const html = onSide(white, sideOf(index) === 'recto', book).replace(
    'class="pagedjs_page',
    'class="pagedjs_page pagedjs_blank_page',
  );
  return {
    html,
    side: 'any',
    opens: false,
    ids: [],
    isBlank: true,
    folio: '',
    running: '',
    isBound: true,
    isCover: false,
    furniture: '',
  };
}

/** 书眉: the running head of a page; on a recto it is the story's. */
function headOf(
  book: Book,
  page: PageBox,
  { isRecto, isSecond }: { isRecto: boolean; isSecond: boolean },
): string {
  const usual = (isSecond ? book.second?.runningHead : undefined) ?? book.runningHead;
  return runningHead(isRecto ? (page.head ?? usual) : usual, book.typeArea);
}

/** 书眉, 页码: printed only; the tags for screen readers do not include them. */
function furnitureOf(label: string, { head, lang }: { head: string; lang: string | undefined }): string {
  const own = lang === undefined ? '' : ` lang="${lang}"`;
  const running = head && `<div class="running-head"${own} aria-hidden="true">${escapeHtml(head)}</div>`;
  return `${running}<div class="folio" aria-hidden="true">${label}</div>`;
}
