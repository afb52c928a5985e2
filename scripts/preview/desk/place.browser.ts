import type { ShownBook } from '../layout/lay-out.js';
import { type Mode, modeOf, type Paper } from './paper.browser.js';

/** A reader's place in a book: a page, and the share of it above, 0 … 1. */
export interface Place {
  page: number;
  share: number;
}

/** Zoom: a factor, or the whole spread, or the width of the window. */
export type Zoom = number | 'spread' | 'width';

/** Space around a spread, in px. */
const around = 28;
/** Minimum and maximum width of a page in the overview, in px; a window holds about a dozen side by side. */
const [narrowest, widest, abreast] = [148, 240, 13];

/** The current page: the first one that extends below the upper third of the window. */
export function placeIn({ sheets, frame }: Paper): Place {
  const line = frame.clientHeight / 3;
  const isAtTop = frame.contentWindow!.scrollY < 2;
  const page = isAtTop ? 0 : sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > line);
  const found = sheets[page];
  if (!found) return { page: Math.max(0, sheets.length - 1), share: 0 };
  const box = found.getBoundingClientRect();
  return { page, share: (line - box.top) / box.height };
}

/** Scrolls so that a place is where `placeIn` finds it. */
export function goToPlace({ sheets, frame }: Paper, { page, share }: Place): void {
  const sheet = sheets[Math.min(page, sheets.length - 1)];
  if (!sheet) return;
  const box = sheet.getBoundingClientRect();
  const view = frame.contentWindow!;
  view.scrollBy({ top: box.top + share * box.height - frame.clientHeight / 3, behavior: 'instant' });
}

/** Brings a page to the top of the window, or to its middle where the whole of it fits. */
export function goToPage({ sheets, frame }: Paper, page: number): void {
  const sheet = sheets[Math.max(0, Math.min(page, sheets.length - 1))];
  if (!sheet) return;
  const { top, height, left, width } = sheet.getBoundingClientRect();
  const room = frame.clientHeight - height;
  const view = frame.contentWindow!;
  const across = left < 0 || left + width > frame.clientWidth ? left - around : 0;
  view.scrollBy({ top: top - Math.max(around / 2, room / 2), left: across, behavior: 'instant' });
}

/** The same place in a new state of a book: a story that moved to another page takes the reader along. */
export function follow(place: Place, before: ShownBook, after: ShownBook): Place {
  for (let page = place.page; page >= 0; page--) {
    for (const id of before.pages[page]?.ids ?? []) {
      const moved = after.pages.findIndex(({ ids }) => ids.includes(id));
      if (moved >= 0) return { ...place, page: place.page + moved - page };
    }
  }
  return place;
}

/** Scales all pages. Only the picture is scaled: the layout inside stays that of the print. */
export function applyZoom(paper: Paper, zoom: Zoom, wanted: Mode): number {
  const { book, frame, document } = paper;
  const mode = modeOf(book, wanted);
  const pages = mode === 'single' ? 1 : 2;
  const whole = mode === 'sheets' ? book.press! : { width: book.width * pages, height: book.height };
  const width = (frame.clientWidth - around * 2) / whole.width;
  const height = (frame.clientHeight - around * 2) / whole.height;
  const fitting = zoom === 'spread' ? Math.min(width, height) : zoom === 'width' ? width : zoom;
  const thumbnail = Math.max(narrowest, Math.min(widest, frame.clientWidth / abreast));
  const scale = mode === 'overview' ? thumbnail / book.width : Math.max(0.1, fitting);
  document.querySelector('main')!.style.setProperty('--zoom', `${scale}`);
  return scale;
}
