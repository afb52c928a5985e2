import type { Assembled } from '../../typeset/assemble/assemble.js';
import { openHeading } from '../finish/tree/level-headings.js';

/** 分印: pages of a book that are printed as one file, whole galleys, with the anchors of links to other parts. */
export interface BookPart {
  /** HTML of its pages, and behind them of its anchors. */
  pages: string;
  anchors: string;
  /** The ranks of the headings above its first one. */
  above: number[];
}

/** Sizes of parts, in pages. */
interface PartSizes {
  /** Of a part at least, where the book has so many. */
  leastPages: number;
  /** A book of fewer pages is printed whole, in the tab in which it was laid out. */
  leastInAll: number;
}

/**
 * The print of 412 pages takes 1.8 s, of 50 pages .2 s, of which .03 s are the same for any part. After a change one part
 * is printed, finished and read again: the smaller it is, the sooner. A longer book has larger ones, for each has its
 * fonts, and a tab prints ten.
 */
const usual = (pages: number): PartSizes => ({ leastPages: pages < 600 ? 24 : 48, leastInAll: 120 });

/**
 * Groups pages into parts. Parts begin with galleys and depend on the pages of the book only: so a change that moves
 * no page leaves the other parts as they were, and the same book has the same parts however it was made.
 *
 * @returns one for a short book, or one of one galley.
 */
export function groupPages<T extends { galley: number }>(
  pages: readonly T[],
  { leastPages, leastInAll }: PartSizes = usual(pages.length),
): T[][] {
  const groups: T[][] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    const isNew = !last || (page.galley !== last.at(-1)!.galley && last.length >= leastPages);
    if (isNew && (groups.length === 0 || pages.length >= leastInAll)) groups.push([page]);
    else last!.push(page);
  }
  return groups;
}

/** Divides a book for printing. @returns one part, without anchors, for a short book, or one of one galley. */
export function bookParts({ pages }: Pick<Assembled, 'pages'>, sizes?: PartSizes): BookPart[] {
  const html = groupPages(pages, sizes).map((group) => group.map((page) => page.html).join('\n'));
  return withAnchors(html);
}

/**
 * The browser writes a link without a target as text, and no destination that no link leads to. So a part has hidden
 * targets for its links to other parts, and hidden links to its targets of others.
 */
function withAnchors(parts: readonly string[]): BookPart[] {
  if (parts.length === 1) return [{ pages: parts[0]!, anchors: '', above: [] }];
  const links = parts.map((html) => new Set(Array.from(html.matchAll(/ href="#([^"]+)"/g), ([, id]) => id!)));
  const ids = parts.map((html) => new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id!)));
  const above = headingsAbove(parts);
  return parts.map((pages, index) => {
    const away = [...links[index]!].filter((id) => !ids[index]!.has(id));
    const elsewhere = new Set(links.flatMap((all, other) => (other === index ? [] : [...all])));
    const asked = [...ids[index]!].filter((id) => elsewhere.has(id) && !links[index]!.has(id));
    const anchors = [
      ...away.map((id) => `<i id="${id}"></i>`),
      ...asked.map((id) => `<a href="#${id}">x</a>`),
    ];
    const hidden = anchors.length > 0 ? `<div hidden>${anchors.join('')}</div>` : '';
    return { pages, anchors: hidden, above: above[index]! };
  });
}

/** For each part the ranks of the headings that are open where it begins. */
function headingsAbove(parts: readonly string[]): number[][] {
  const open: number[] = [];
  return parts.map((html) => {
    const before = [...open];
    for (const [, rank] of html.matchAll(/<h([1-6])[\s>]/g)) openHeading(open, Number(rank));
    return before;
  });
}
