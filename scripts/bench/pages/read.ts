import { diffArrays } from 'diff';
import type { Page as Tab } from 'puppeteer';
import { comparable } from '../../prepress/read/comparable.js';

/** Content of the pages of one article. */
export interface Shown {
  /** The characters in the pages, in order, except those of notes, whose place depends on pages. */
  text: string;
  /**
   * The notes by their numbers: where the cells of a row are split, a note may be on an earlier page than another one
   * that is called before it.
   */
  notes: string;
  /** Number of characters outside the type area, where they are clipped or run into the margin. */
  outside: number;
  /** Number of notes that begin at the foot of a page that does not call them, and need not wait. */
  away: number;
  pages: number;
}

/** Content of an article that was not set. */
export const nothingShown: Shown = { text: '', notes: '', outside: 0, away: 0, pages: 0 };

/** A run of characters that belong together, over all pages: of a cell, of a note, or between such. */
interface Piece {
  /** Number of its note; 0 for text. */
  note: number;
  text: string;
  /**
   * The row of a table that is split between its columns: its cells are read one after the other, as in the manuscript.
   */
  row?: string;
}

/** Reads the page boxes in a tab: characters, and those outside the type area of their page. */
export async function readPages(tab: Tab): Promise<Shown> {
  const { pieces, outside, pages } = await tab.evaluate(readPieces);
  const away = await tab.evaluate(countAway);
  const textOf = (some: Piece[]) => some.map(({ text }) => text).join('');
  const notes = pieces.filter(({ note }) => note > 0).sort((one, other) => one.note - other.note);
  return {
    text: textOf(pieces.filter(({ note }) => note === 0)),
    notes: textOf(notes),
    outside,
    away,
    pages,
  };
}

/** Runs in the tab. */
function readPieces(): { pieces: Piece[]; outside: number; pages: number } {
  const shown = { pieces: [] as Piece[], outside: 0, pages: 0 };
  const range = document.createRange();
  const known = new Map<string, Piece>();
  // A figure at the head of a page is read before the text that has filled the page before.
  const moorings = new Map<string, Piece>();
  const read = new Set<Element>();
  // A cell or a note that continues overleaf is read there before its neighbour, as in the manuscript.
  const pieceOf = (element: Element): Piece => {
    const note = element.closest<HTMLElement>('.note');
    const whole = element.closest<HTMLElement>('td, th') ?? note;
    const key = whole?.dataset.fragment ?? whole?.dataset.ref;
    const number = note ? Number(/-n(\d+)(?:-c)*$/.exec(note.id)?.[1] ?? Number.MAX_SAFE_INTEGER) : 0;
    const piece: Piece = (key === undefined ? undefined : known.get(key)) ?? { note: number, text: '' };
    const row = whole?.closest('.parted') ? whole.closest('tr')?.dataset.fragment : undefined;
    if (row) piece.row = row;
    const moored = element.closest<HTMLElement>('[data-moored]')?.dataset.moored;
    const mooring = moored === undefined ? undefined : moorings.get(moored);
    if (mooring) shown.pieces.splice(shown.pieces.indexOf(mooring), 0, piece);
    if (!shown.pieces.includes(piece)) {
      const last = row === undefined ? -1 : shown.pieces.findLastIndex((one) => one.row === row);
      shown.pieces.splice(last < 0 ? shown.pieces.length : last + 1, 0, piece);
    }
    if (key !== undefined) known.set(key, piece);
    const begun = element.closest<HTMLElement>('[data-mooring]:not([data-split-from])');
    if (begun && !read.has(begun)) moorings.set(begun.dataset.mooring!, piece);
    if (begun) read.add(begun);
    return piece;
  };
  // Half a character of rounding.
  const isInside = ({ left, right, top, bottom, width, height }: DOMRect, area: DOMRect) =>
    Math.max(area.left - left, right - area.right) < width / 2 &&
    Math.max(area.top - top, bottom - area.bottom) < height / 2;
  for (const area of document.querySelectorAll('.pagedjs_page_content')) {
    shown.pages++;
    const bounds = area.getBoundingClientRect();
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (node.parentElement!.closest('[aria-hidden]')) continue;
      const piece = pieceOf(node.parentElement!);
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = [...range.getClientRects()].at(-1);
        if (!box || node.data[at]!.trim() === '') continue;
        piece.text += node.data[at]!;
        if (!isInside(box, bounds)) shown.outside++;
      }
    }
  }
  return shown;
}

/**
 * Runs in the tab. A note may wait for one that is called on the same page and fills it: the calls of one row of a
 * table cannot be separated.
 */
function countAway(): number {
  const areaOf = (note: Element | null) => note?.closest('.pagedjs_page_content');
  const isCalledOn = (area: Element | null | undefined, { id }: Element) =>
    [...(area?.querySelectorAll(`a[href="#${id}"]`) ?? [])].some((call) => !call.closest('[aria-hidden]'));
  const begun = [...document.querySelectorAll('.page-notes .note:not([data-split-from])')];
  return begun.filter((note) => {
    const area = areaOf(note);
    if (isCalledOn(area, note)) return false;
    const all = [...note.parentElement!.children];
    const before = all.slice(0, all.indexOf(note));
    const start = document.getElementById(before[0]?.id.replace(/(?:-c)+$/, '') ?? '');
    const waited = before[0]?.hasAttribute('data-split-from') && !before.some((one) => isCalledOn(area, one));
    return !(waited && isCalledOn(areaOf(start), note));
  }).length;
}

/** Numbers of missing characters, and of characters that were not written or are duplicated. */
export function compare(written: string, { text, notes }: Shown): { lost: number; doubled: number } {
  const [expected, found] = [comparable(written), comparable(text + notes)];
  const counts = { lost: 0, doubled: 0 };
  if (expected.join('') === found.join('')) return counts;
  for (const { added, removed, value } of diffArrays(expected, found)) {
    if (added) counts.doubled += value.length;
    if (removed) counts.lost += value.length;
  }
  return counts;
}
