import type { BrowserPool } from '../../chromium/browser-pool.js';
import type { Book } from '../../typeset/book/galley.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';
import { paginate } from '../../typeset/pages/paginate.js';
import type { Pages } from '../../typeset/pages.js';
import type { Table } from '../table.js';
import type { FloorCount } from './floors.browser.js';

/** Counts of a book: as it is printed, and broken for the fewest gaps by all rules, and without one. */
export interface BookFloors {
  name: string;
  counts: FloorCount[];
}

/** Lays a book out with the code that also counts the floors of its lines. */
export async function countFloors(book: Book, pool: BrowserPool): Promise<FloorCount[]> {
  const fonts = await subsetFonts(book.fonts, book.characters, book.displayCharacters);
  const { pages } = await paginate(book, fonts, pool, { bundle: 'bench/typography/floors' });
  const sums: FloorCount[] = [];
  for (const { floors } of pages as (Pages & { floors: FloorCount[] })[])
    for (const [index, floor] of floors.entries()) {
      const sum = sums[index];
      sums[index] = {
        rule: floor.rule,
        full: floor.full + (sum?.full ?? 0),
        solid: floor.solid + (sum?.solid ?? 0),
        widest: Math.max(floor.widest, sum?.widest ?? 0),
        narrowest: Math.max(floor.narrowest, sum?.narrowest ?? 0),
      };
    }
  return sums;
}

/** Costs of the rules: the best that any choice of breaks could reach by all rules, and without one of them. */
export function floorTable(books: readonly BookFloors[]): Table {
  const shown = ({ full, solid, widest, narrowest }: FloorCount) =>
    `${((solid / Math.max(1, full)) * 100).toFixed(1)} % · ${widest.toFixed(3)} · ${narrowest.toFixed(3)}`;
  return {
    title:
      'Floors: full lines without gaps between Chinese, and the widest gap in em, if only their number mattered; the widest gap, if only its width did',
    head: ['book', ...(books[0]?.counts.map(({ rule }) => rule) ?? [])],
    rows: books.map(({ name, counts }) => [name, ...counts.map(shown)]),
  };
}
