import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';

/** What parts phrases: an ideographic blank, or a blank between Chinese characters. */
const gap = pattern('u')`(\u3000|(?<=[${han}]) (?=[${han}]))`;

/** A longer one fills lines of its own, and must be able to break at a page's foot, which a whole one never does. */
const longest = 40;

/** The phrases of a headline stay whole where they can: a line breaks between them first. */
export function phrases(content: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let phrase: ElementContent[] = [];
  const close = () => {
    const isShort = phrase.reduce((sum, node) => sum + lengthOf(node), 0) <= longest;
    if (phrase.length > 0) result.push(...(isShort ? [h('span.phrase', phrase)] : phrase));
    phrase = [];
  };
  for (const node of content) {
    if (node.type === 'text')
      for (const part of node.value.split(gap)) {
        if (part === '\u3000' || part === ' ') close();
        if (part === '\u3000' || part === ' ') result.push({ type: 'text', value: part });
        else if (part !== '') phrase.push({ type: 'text', value: part });
      }
    else if (isRuby(node)) phrase.push(node);
    else {
      close();
      result.push(node);
    }
  }
  close();
  return result;
}

/** A character with its reading belongs to the words around it. */
const isRuby = (node: ElementContent) => node.type === 'element' && node.tagName === 'ruby';
const lengthOf = (node: ElementContent) => (node.type === 'text' ? node.value.length : 1);
