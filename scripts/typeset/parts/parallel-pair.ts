import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Edition } from '../../article/edition.js';
import type { Part } from './part.js';

/** What both languages say in one place. One of the two may be missing. */
export interface Cells {
  first: readonly ElementContent[];
  second: readonly ElementContent[];
}

/** Behind the DOM ids of what is said a second time. */
export const secondId = '-b';

/**
 * 对照: two languages side by side, row by row: `.pair` holds `.first` and `.second`. Which of them stand beside each
 * other, and where, is a matter of style sheets; layout knows that the two go on in parallel over page breaks.
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

/** A part in the second language: ids, and links to them, are its own. */
export function inSecond({ html, passages }: Part): Part {
  for (const element of html)
    visit(element, 'element', ({ properties }) => {
      if (typeof properties.id === 'string') properties.id += secondId;
    });
  return { html, passages: passages.map((one) => ({ ...one, id: one.id + secondId })) };
}
