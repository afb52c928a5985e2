/** 白页 that a book plans so that it can be bound: behind its cover, and before what closes it. */
export interface Whites {
  behindCover: number;
  beforeClosing: number;
}

export const noWhites: Whites = { behindCover: 0, beforeClosing: 0 };

/** A designer leaves the inside of a cover white, or a leaf; more looks like a fault of the printer's. */
const mostBehindCover = 2;

/**
 * As few white pages as make the number of pages a multiple; where two ways take as many, the one with fewer behind the
 * cover, because contents belong on its inside. None ever stands behind what closes the book.
 *
 * @param count pages of the book with so many white ones: a story that asks for a recto brings white pages of its own,
 * so that their number is not just a sum.
 */
export function planWhites(count: (whites: Whites) => number, multiple: number): Whites {
  for (let total = 0; total < 2 * multiple; total++)
    for (let behindCover = 0; behindCover <= Math.min(total, mostBehindCover); behindCover++) {
      const whites = { behindCover, beforeClosing: total - behindCover };
      if (count(whites) % multiple === 0) return whites;
    }
  return noWhites;
}
