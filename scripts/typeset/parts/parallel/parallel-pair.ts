import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Edition } from '../../../article/edition.js';
import type { Part } from '../part.js';

/** The content of both languages at one place. One of the two may be missing. */
export interface Cells {
  first: readonly ElementContent[];
  second: readonly ElementContent[];
}

/** Suffix of DOM ids in the second language. */
export const secondId = '-b';

/**
 * 对照: two languages side by side, row by row: `.pair` contains `.first` and `.second`. Style sheets decide their
 * arrangement; layout knows that the two continue in parallel over page breaks.
 */
export function pair({ first, second }: Cells, edition: Edition): Element[] {
  if (first.length + second.length === 0) return [];
  const cells = [
    first.length > 0 ? h('div.first', { lang: edition.lang }, [...first]) : undefined,
    second.length > 0 ? h('div.second', { lang: edition.second!.lang }, [...second]) : undefined,
  ];
  return [h('div.pair', { dataParallel: '' }, cells)];
}

/** The whole of a galley in two languages. */
export function parallel(children: readonly Element[], edition: Edition): Element {
  const isMixed = /^en\b/.test(edition.second!.lang) !== /^en\b/.test(edition.lang);
  const kind = isMixed ? 'two-scripts' : 'one-script';
  // A group, so that a screen reader's tree keeps each language of facing pages together.
  const className = ['parallel', edition.parallel ?? 'facing', kind];
  return h('div', { className, role: 'group' }, [...children]);
}

/** A part in the second language, with ids and links of its own. */
export function inSecond({ html, passages }: Part): Part {
  for (const element of html)
    visit(element, 'element', ({ properties }) => {
      if (typeof properties.id === 'string') properties.id += secondId;
    });
  return { html, passages: passages.map((one) => ({ ...one, id: one.id + secondId })) };
}
