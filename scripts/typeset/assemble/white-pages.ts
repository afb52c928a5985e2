/** 白页 that a book needs for binding: after its cover, and before its closing part. */
export interface Whites {
  behindCover: number;
  beforeClosing: number;
}

export const noWhites: Whites = { behindCover: 0, beforeClosing: 0 };

/** A designer may leave the inside of a cover blank, or a leaf; more looks like a printer's fault. */
const mostBehindCover = 2;

/**
 * The fewest blank pages that make the number of pages a multiple; of two ways with equally many pages, the one with
 * fewer after the cover, because contents belong on its inside. None ever follows the closing part.
 *
 * @param count pages of the book with the given blank ones: a story that asks for a recto, or a spread for its verso,
 * brings further blank pages, so that their number is not just a sum.
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
