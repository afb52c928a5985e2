import type { SetBook } from './read.js';

/** Share of the lines of facing pages that are filled, in each language. */
export interface Fill {
  pages: number;
  verso: number;
  recto: number;
}

/**
 * Measures how full the pages of a bilingual book are: its lines of type, each as high as those of its language, over
 * the height of the type area. Front and back matter are not counted.
 *
 * @param others height of a line of the second language, in points
 */
export function fillOf({ blocks, pages, book }: SetBook, others: number): Fill {
  const { linePt, lines } = book.typeArea;
  const bases = new Map<number, Set<number>>();
  for (const block of blocks)
    for (const { page, y } of block.lines)
      bases.set(page, (bases.get(page) ?? new Set<number>()).add(Math.round(y)));
  const share = (side: number) => {
    const text = [...bases].filter(([page]) => page >= 3 && page < pages - backPages && page % 2 === side);
    const filled = text.reduce((sum, [, own]) => sum + own.size * (side === 1 ? linePt : others), 0);
    return filled / Math.max(1, text.length) / (lines * linePt);
  };
  return { pages, verso: share(1), recto: share(0) };
}

/** Notes and colophon of the sample. */
const backPages = 4;
