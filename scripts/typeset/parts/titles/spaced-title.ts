import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Figures and letters that belong together, in other scripts too. */
const word = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]{2}/u;

/**
 * 疏排: a short title whose characters a sheet may set apart, such as 要 闻. One with a word or a number (第10版) gets
 * the class `has-words` as well, for its letters must not be parted.
 */
export function spacedTitle(
  selector: string,
  text: string,
  { id, content = text }: { id?: string; content?: ElementContent[] | string } = {},
): Element {
  return h(word.test(text) ? `${selector}.has-words` : selector, id === undefined ? {} : { id }, content);
}
