import { element } from '../controls/element.browser.js';
import type { ShownBook, ShownPage } from '../layout/lay-out.js';
import { layOnSheets } from './printed-sheets.browser.js';

/** Arrangements of pages on the desk: 对页, 单页, 总览, and on printed sheets: 拼版. */
export const modes = ['facing', 'single', 'overview', 'sheets'] as const;
export type Mode = (typeof modes)[number];

/** A frame with a book: a separate document, in which no script runs. */
export interface Paper {
  frame: HTMLIFrameElement;
  document: Document;
  book: ShownBook;
  /** A box for each page, in order; the page in it has its true size and is scaled as a whole. */
  sheets: HTMLElement[];
}

/** Makes a frame with a book, invisible until its sheets and fonts are loaded. */
export async function openPaper(host: HTMLElement, book: ShownBook, mode: Mode): Promise<Paper> {
  const frame = element('iframe', {
    class: 'paper',
    src: '/paper',
    title: book.title,
    'data-state': 'coming',
  });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  host.append(frame);
  await loaded;
  const document = frame.contentDocument!;
  document.documentElement.lang = book.lang;
  await Promise.all([...book.fonts, ...book.sheets].map((name) => addSheet(document, name)));
  const paper: Paper = { frame, document, book, sheets: [] };
  document.body.append(
    Object.assign(document.createElement('main'), { className: 'pagedjs_pages', tabIndex: -1 }),
  );
  paper.sheets = book.pages.map((page, index) => newSheet(document, page, index));
  arrange(paper, mode);
  // Pages out of sight request no fonts: they would be laid out without them when they come into sight.
  await loadFaces([...document.fonts]);
  return paper;
}

/** Loads the style sheets and fonts of a new state, so that it can be put into the frame at once. */
export async function fetchSheets(
  { document, book: { fonts, sheets } }: Paper,
  book: ShownBook,
): Promise<void> {
  const standing = new Set(document.fonts);
  await Promise.all(without(book.fonts, fonts).map((name) => addSheet(document, name)));
  // The book's own sheets have no fonts: they wait until their pages are put in.
  await Promise.all(without(book.sheets, sheets).map((name) => addSheet(document, name, waiting)));
  await loadFaces([...document.fonts].filter((face) => !standing.has(face)));
}

const loadFaces = (faces: readonly FontFace[]) => Promise.all(faces.map((face) => face.load()));

/** Puts a new state into a frame with loaded sheets: only pages that differ are touched. */
export function patchPaper(paper: Paper, book: ShownBook, mode: Mode): void {
  const { document, sheets } = paper;
  exchangeSheets(document, book);
  const before = sheets.length;
  book.pages.forEach((page, index) => {
    const old = paper.book.pages[index];
    if (old?.html === page.html && old.label === page.label) return;
    const fresh = newSheet(document, page, index);
    sheets[index]?.replaceWith(fresh);
    sheets[index] = fresh;
  });
  for (const left of sheets.splice(book.pages.length)) left.remove();
  paper.book = book;
  // On printed sheets the place of a page is set from outside.
  if (sheets.length !== before || modeOf(book, mode) === 'sheets') arrange(paper, mode);
}

/** A medium that does not exist: a sheet for it is loaded and not applied. */
const waiting = 'waiting';

const without = (names: readonly string[], others: readonly string[]) =>
  names.filter((name) => !others.includes(name));

function exchangeSheets(document: Document, { fonts, sheets }: ShownBook): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-sheet]')) {
    const name = link.dataset.sheet!;
    if (sheets.includes(name)) link.media = 'all';
    else if (!fonts.includes(name)) link.remove();
  }
}

/** True if a frame can show a state: all its fonts are still needed, as removing one removes its glyphs. */
export function canPatch(paper: Paper, book: ShownBook): boolean {
  return (
    without(paper.book.fonts, book.fonts).length === 0 &&
    paper.book.lang === book.lang &&
    paper.book.width === book.width &&
    paper.book.height === book.height
  );
}

/** The possible arrangement of a book: there are sheets only where a press file is wanted. */
export const modeOf = ({ press }: ShownBook, mode: Mode): Mode =>
  mode === 'sheets' && !press ? 'facing' : mode;

/** Arranges the pages: on their sheets, or as spreads: the cover alone, then verso and recto side by side. */
export function arrange({ document, sheets, book }: Paper, wanted: Mode): void {
  const mode = modeOf(book, wanted);
  const main = document.querySelector('main')!;
  main.dataset.mode = mode;
  main.dataset.progression = book.progression;
  main.style.setProperty('--page-width', `${book.width}px`);
  main.style.setProperty('--page-height', `${book.height}px`);
  if (mode === 'sheets') {
    main.replaceChildren(...layOnSheets(document, sheets, book.press!));
    return;
  }
  for (const sheet of sheets) sheet.classList.remove('is-turned');
  const spreads: HTMLElement[] = [];
  sheets.forEach((sheet, index) => {
    const opens = mode === 'single' || index === 0 || index % 2 === 1;
    if (opens) spreads.push(Object.assign(document.createElement('div'), { className: 'desk-spread' }));
    spreads.at(-1)!.append(sheet);
  });
  main.replaceChildren(...spreads);
}

function newSheet(document: Document, { html, label }: ShownPage, index: number): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = 'desk-sheet';
  sheet.dataset.side = index % 2 === 0 ? 'recto' : 'verso';
  sheet.setAttribute('role', 'group');
  sheet.setAttribute('aria-label', label);
  sheet.innerHTML = html;
  return sheet;
}

function addSheet(document: Document, name: string, media = 'all'): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `/sheet?name=${name}`;
    link.dataset.sheet = name;
    link.media = media;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error('A style sheet did not come.'));
    document.head.append(link);
  });
}
