import type { Element, ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Book } from '../book/galley.js';

/** A heading of a book, from its galleys. */
export interface BookHeading {
  /** Its text, with single spaces for white space. */
  text: string;
  /** The same including readings between its characters, as browsers extract it. */
  shown: string;
  /** 1 … 6. */
  rank: number;
}

/** All headings of a book, in the order of its galleys. */
export function bookHeadings({ galleys }: Pick<Book, 'galleys'>): BookHeading[] {
  return galleys.flatMap(({ html }) =>
    /<h[1-6]\b/.test(html) ? [...headingsIn(fromHtml(html, { fragment: true }).children)] : [],
  );
}

function* headingsIn(nodes: readonly RootContent[]): Generator<BookHeading> {
  for (const node of nodes) {
    if (node.type !== 'element' || node.properties.ariaHidden === 'true') continue;
    const rank = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (rank === undefined) yield* headingsIn(node.children);
    else {
      const text = plain(textOf(node, false));
      if (text !== '') yield { text, shown: plain(textOf(node, true)), rank: Number(rank) };
    }
  }
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

function textOf({ children }: Element, hasReadings: boolean): string {
  const say = (child: ElementContent): string => {
    if (child.type === 'text') return child.value;
    if (child.type !== 'element' || child.properties.ariaHidden === 'true') return '';
    return child.tagName === 'rt' && !hasReadings ? '' : textOf(child, hasReadings);
  };
  return children.map(say).join('');
}
