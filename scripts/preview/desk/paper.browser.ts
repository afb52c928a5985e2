import type { ShownBook, ShownPage } from '../layout/lay-out.js';
import { element } from './element.browser.js';
import { layOnSheets } from './printed-sheets.browser.js';

/** How pages lie on the desk: 对页, 单页, 总览, and on the sheets that a printer takes: 拼版. */
export const modes = ['facing', 'single', 'overview', 'sheets'] as const;
export type Mode = (typeof modes)[number];

/** A frame that holds a book: its own document, in which no script runs. */
export interface Paper {
  frame: HTMLIFrameElement;
  document: Document;
  book: ShownBook;
  /** A box a page, in order; the page lies in it at its true size and is scaled as a whole. */
  sheets: HTMLElement[];
}

/** Makes a frame with a book in it, invisible until its sheets and fonts are there. */
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
  // Pages out of sight ask for no font: they would be laid out without it when they come in sight.
  await loadFaces([...document.fonts]);
  return paper;
}

/** Brings the style sheets and fonts of a new state, so that it can be put into the frame at once. */
export async function fetchSheets(
  { document, book: { fonts, sheets } }: Paper,
  book: ShownBook,
): Promise<void> {
  const standing = new Set(document.fonts);
  await Promise.all(without(book.fonts, fonts).map((name) => addSheet(document, name)));
  // The book's own sheets hold no fonts: they wait until their pages are put in.
  await Promise.all(without(book.sheets, sheets).map((name) => addSheet(document, name, waiting)));
  await loadFaces([...document.fonts].filter((face) => !standing.has(face)));
}

const loadFaces = (faces: readonly FontFace[]) => Promise.all(faces.map((face) => face.load()));

/** Puts a new state into a frame, whose sheets are there: only pages that differ are touched. */
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
  // On printed sheets a page has its place from outside.
  if (sheets.length !== before || modeOf(book, mode) === 'sheets') arrange(paper, mode);
}

/** A medium that there is not: a sheet for it is fetched and not applied. */
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

/** Whether a frame can show a state: its fonts are all still wanted, for a font that goes takes its glyphs from the screen. */
export function canPatch(paper: Paper, book: ShownBook): boolean {
  return (
    without(paper.book.fonts, book.fonts).length === 0 &&
    paper.book.lang === book.lang &&
    paper.book.width === book.width &&
    paper.book.height === book.height
  );
}

/** The way in which a book can lie: sheets are there only where a press file is asked for. */
export const modeOf = ({ press }: ShownBook, mode: Mode): Mode =>
  mode === 'sheets' && !press ? 'facing' : mode;

/** Lays the pages out: on their sheets, or as spreads: the cover alone, then verso and recto side by side. */
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
