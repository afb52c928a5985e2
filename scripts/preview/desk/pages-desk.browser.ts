import { element } from '../controls/element.browser.js';
import type { Grip } from '../controls/grip.browser.js';
import type { ShownBook } from '../layout/lay-out.js';
import type { Choices } from './choices.browser.js';
import { arrange, canPatch, fetchSheets, openPaper, type Paper, patchPaper } from './paper.browser.js';
import { applyZoom, follow, goToPage, goToPlace, type Place, placeIn } from './place.browser.js';
import { type SoughtWords, soughtAt } from './sought-words.browser.js';

/** 看样: the part of the desk with the pages. */
export interface PagesDesk {
  root: HTMLElement;
  /** Shows a new state, at the same place. */
  show(book: ShownBook): Promise<void>;
  /** Arranges the pages again after a choice was changed. */
  refresh(): void;
  goTo(page: number): void;
  place(): Place;
  scale(): number;
  paper(): Paper | undefined;
}

interface Told {
  grip: Grip;
  moved: () => void;
  key: (event: KeyboardEvent) => void;
  renewed: (paper: Paper) => void;
  /** A word was double clicked. */
  word: (words: SoughtWords) => void;
}

export function newPagesDesk(choices: Choices, told: Told): PagesDesk {
  const root = element('div', { class: 'papers' });
  let paper: Paper | undefined;
  let scale = 1;
  /** States come one by one; the latest wins. */
  let turn = 0;
  const zoom = () => {
    if (paper) scale = applyZoom(paper, choices.zoom, choices.mode);
  };
  const keepingPlace = (change: () => void) => {
    if (!paper) return;
    const place = placeIn(paper);
    change();
    zoom();
    goToPlace(paper, place);
    told.moved();
  };
  const replace = async (book: ShownBook) => {
    const mine = ++turn;
    const fresh = await openPaper(root, book, choices.mode);
    await told.grip.released();
    if (mine !== turn) return fresh.frame.remove();
    // Another layout may have been chosen meanwhile.
    arrange(fresh, choices.mode);
    scale = applyZoom(fresh, choices.zoom, choices.mode);
    if (paper) goToPlace(fresh, follow(placeIn(paper), paper.book, book));
    listen(fresh, choices, told, goTo);
    const old = paper;
    paper = fresh;
    fresh.frame.dataset.state = 'here';
    // Keyboard focus in the paper moves to the new one.
    if (old && document.activeElement === old.frame) fresh.frame.focus({ preventScroll: true });
    old?.frame.remove();
  };
  const patch = async (standing: Paper, book: ShownBook) => {
    const mine = ++turn;
    await fetchSheets(standing, book);
    await told.grip.released();
    if (mine !== turn) return;
    // Read now: a person may have scrolled while the sheets were loading.
    const place = follow(placeIn(standing), standing.book, book);
    patchPaper(standing, book, choices.mode);
    zoom();
    goToPlace(standing, place);
  };
  const goTo = (page: number) => {
    if (!paper) return;
    goToPage(paper, page);
    told.moved();
  };
  new ResizeObserver(() => keepingPlace(() => undefined)).observe(root);
  return {
    root,
    goTo,
    async show(book) {
      if (paper && canPatch(paper, book)) await patch(paper, book);
      else await replace(book);
      if (paper) told.renewed(paper);
      told.moved();
    },
    refresh: () => keepingPlace(() => arrange(paper!, choices.mode)),
    place: () => (paper ? placeIn(paper) : { page: 0, share: 0 }),
    scale: () => scale,
    paper: () => paper,
  };
}

/** The paper runs no script: its events are handled here. */
function listen(paper: Paper, choices: Choices, told: Told, goTo: (page: number) => void): void {
  const { document, frame } = paper;
  told.grip.watch(document);
  document.documentElement.toggleAttribute('data-dark', isDark());
  frame.contentWindow!.addEventListener('scroll', told.moved, { passive: true });
  document.addEventListener('keydown', told.key);
  document.addEventListener('dblclick', () => {
    const words = soughtAt(document);
    if (words && choices.mode !== 'overview') told.word(words);
  });
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const link = target.closest('a[href]');
    if (link) {
      event.preventDefault();
      followLink(link.getAttribute('href')!, paper, goTo);
    } else if (choices.mode === 'overview') {
      const sheet = target.closest<HTMLElement>('.desk-sheet');
      if (sheet)
        frame.dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: paper.sheets.indexOf(sheet) }));
    }
  });
}

/** A reference turns to its page; an address opens beside the desk, without access to it. */
function followLink(href: string, { book }: Paper, goTo: (page: number) => void): void {
  if (!href.startsWith('#')) {
    window.open(href, '_blank', 'noopener,noreferrer');
    return;
  }
  const id = decodeURIComponent(href.slice(1));
  const page = book.pages.findIndex(({ ids }) => ids.includes(id));
  if (page >= 0) goTo(page);
}

export function isDark(): boolean {
  const wanted = document.documentElement.dataset.surroundings;
  return wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}
