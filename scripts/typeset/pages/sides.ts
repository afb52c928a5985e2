import type { Book } from '../book/galley.js';
import type { Pages, PaginationJob } from '../pages.js';

/** The sides on which galleys begin, one after the other, as `placePages` gives them. */
export class Sides {
  private side: 'recto' | 'verso' = 'recto';

  /** The side of a galley's first page, after those that were counted. */
  of({ start }: Pick<Book['galleys'][number], 'start'>): 'recto' | 'verso' {
    return start === 'recto' ? 'recto' : this.side;
  }

  /** Counts the pages of a galley; where one asks for a side, a white one may stand before it. */
  count(galley: Pick<Book['galleys'][number], 'start'>, { pages }: Pages): void {
    this.side = this.of(galley);
    for (const { side } of pages) {
      if (side !== 'any') this.side = side;
      this.side = this.side === 'recto' ? 'verso' : 'recto';
    }
  }
}

/** True if a galley was laid out for a side on which it does not begin, and this makes a difference. */
export const isMisplaced = (job: PaginationJob, pages: Pages, side: 'recto' | 'verso') =>
  pages.isSided === true && job.side !== side;
