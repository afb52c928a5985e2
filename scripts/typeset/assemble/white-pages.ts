/** 白页 that a book plans so that it can be bound: behind its cover, and before what closes it. */
export interface Whites {
  behindCover: number;
  beforeClosing: number;
}

export const noWhites: Whites = { behindCover: 0, beforeClosing: 0 };

/** A designer leaves the inside of a cover white, or a leaf; more looks like a fault of the printer's. */
const mostBehindCover = 2;

/**
 * As few white pages as make the number of pages a multiple; where two ways end in as many pages, the one with fewer
 * behind the cover, because contents belong on its inside. None ever stands behind what closes the book.
 *
 * @param count pages of the book with so many white ones: a story that asks for a recto, or a spread for its verso,
 * brings white pages of its own, so that their number is not just a sum.
 */
export function planWhites(count: (whites: Whites) => number, multiple: number): Whites {
  let best: { whites: Whites; pages: number } | undefined;
  for (let behindCover = 0; behindCover <= mostBehindCover; behindCover++)
    for (let beforeClosing = 0; beforeClosing < 2 * multiple; beforeClosing++) {
      const whites = { behindCover, beforeClosing };
      const pages = count(whites);
      if (pages % multiple === 0 && pages < (best?.pages ?? Number.POSITIVE_INFINITY))
        best = { whites, pages };
    }
  return best?.whites ?? noWhites;
}
