import type { Properties } from 'hast';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { hasHan, isCjkPunctuation } from '../../text/characters.js';

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
/** A list of names with Chinese marks is Chinese: its names are isolated one by one. */
const isMixed = (text: string) => hasHan(text) || [...text].some(isCjkPunctuation);
const letter = /\p{L}/gu;

/** Direction of a block: right to left if more than half of its letters are, and none is Chinese. */
export function directionOf(node: Nodes): Properties {
  const text = textOf(node);
  const count = text.match(rightToLeft)?.length ?? 0;
  const isFromRight = count > 0 && !isMixed(text) && count * 2 > (text.match(letter)?.length ?? 0);
  return isFromRight ? { dir: 'rtl' } : {};
}
