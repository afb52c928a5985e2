import { diffArrays } from 'diff';
import type { Page as Tab } from 'puppeteer';
import { comparable } from '../prepress/comparable.js';

/** What the pages of one article show. */
export interface Shown {
  /** The characters in the pages, in order; those of notes apart, as pages decide where they stand among the others. */
  text: string;
  notes: string;
  /** How many characters lie outside of the type area, where they are clipped or run into the margin. */
  outside: number;
  pages: number;
}

/** Reads the page boxes that stand in a tab: characters, and whether each is inside of its page's type area. */
export function readPages(tab: Tab): Promise<Shown> {
  return tab.evaluate(() => {
    const shown: Shown = { text: '', notes: '', outside: 0, pages: 0 };
    const range = document.createRange();
    // A cell that goes on overleaf is read on there before its neighbour, as in the manuscript.
    const pieces = { text: [] as string[], notes: [] as string[] };
    const placeOf = new Map<string, number>();
    const pieceOf = (kind: 'text' | 'notes', element: Element): number => {
      const cell = element.closest<HTMLElement>('td, th');
      const key = cell?.dataset.fragment ?? cell?.dataset.ref;
      const place = (key === undefined ? undefined : placeOf.get(key)) ?? pieces[kind].push('') - 1;
      if (key !== undefined) placeOf.set(key, place);
      return place;
    };
    const isInside = (box: DOMRect, area: DOMRect) =>
      box.left > area.left - box.width / 2 &&
      box.right < area.right + box.width / 2 &&
      box.top > area.top - box.height / 2 &&
      box.bottom < area.bottom + box.height / 2;
    for (const area of document.querySelectorAll('.pagedjs_page_content')) {
      shown.pages++;
      const bounds = area.getBoundingClientRect();
      const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        if (node.parentElement!.closest('[aria-hidden]')) continue;
        const kind = node.parentElement!.closest('.note') ? 'notes' : 'text';
        const piece = pieceOf(kind, node.parentElement!);
        for (let at = 0; at < node.length; at++) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = [...range.getClientRects()].at(-1);
          if (!box || node.data[at]!.trim() === '') continue;
          pieces[kind][piece] += node.data[at]!;
          if (!isInside(box, bounds)) shown.outside++;
        }
      }
    }
    return { ...shown, text: pieces.text.join(''), notes: pieces.notes.join('') };
  });
}

/** How many characters are missing in what is shown, and how many are there that were not written, or twice. */
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
