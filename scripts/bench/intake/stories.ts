import type { Restoration } from '../../article/restoration.js';
import { isSpace } from '../../text/characters.js';
import type { BrokenPage, GoldRole } from '../restore/gold.js';

const floating: ReadonlySet<GoldRole> = new Set(['caption', 'jump']);

/** Number of stories on a page, and of those that came out whole. */
export interface WholeStories {
  stories: number;
  whole: number;
}

/**
 * Counts stories that came out whole: one article has all of their characters, and none of another story. Captions are
 * not counted, because they float, nor are lines that only say where a story goes on.
 */
export function wholeStories(page: BrokenPage, { articles }: Restoration): WholeStories {
  const articleOf = new Int32Array(page.text.length).fill(-1);
  articles.forEach(({ kicker, headline, deck, byline, blocks }, index) => {
    for (const piece of [kicker, headline, deck, byline, ...blocks])
      for (const [start, end] of piece?.ranges ?? []) articleOf.fill(index, start, end);
  });
  const articlesOf = new Map<number, Set<number>>();
  const storiesOf = new Map<number, Set<number>>();
  const add = (map: Map<number, Set<number>>, key: number, value: number) => {
    const known = map.get(key);
    if (known) known.add(value);
    else map.set(key, new Set([value]));
  };
  for (let at = 0; at < page.text.length; at++) {
    const piece = page.pieces[page.owner[at]!];
    if (!piece || floating.has(piece.role) || piece.story < 0 || isSpace(page.text.charCodeAt(at))) continue;
    add(articlesOf, piece.story, articleOf[at]!);
    add(storiesOf, articleOf[at]!, piece.story);
  }
  const whole = [...articlesOf.values()].filter((own) => {
    const [article] = own;
    return own.size === 1 && article !== -1 && storiesOf.get(article!)?.size === 1;
  });
  return { stories: articlesOf.size, whole: whole.length };
}
