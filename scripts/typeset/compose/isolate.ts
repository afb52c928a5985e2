import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** Letters of Hebrew, Arabic, Syriac, Thaana, N’Ko … and the marks on them. */
const letters = String.raw`[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u064b-\u065f]`;
/** Characters that may come between two of their words: a space, figures, marks that are not Chinese. */
const between = String.raw`[ \u00a0\u200c-\u200f\p{Nd}.,:;!?'"()«»%/+\-–\u060c\u061b\u061f\u066a-\u066c]`;
/** Figures belong to a name beside them where no Chinese or Latin word follows: （فبراير 2025）, not 25 محمد 岁. */
const figuresBehind = String.raw`(?:[ .,:/\-–]*\p{Nd}+)*(?![ \u00a0.,:/\-–]*[\p{L}\p{Nd}%％])`;
const name = new RegExp(`${letters}+(?:${between}*${letters}+)*(?:${figuresBehind})?`, 'gu');

/**
 * 外文隔离: isolates a right-to-left name from the text around it. The marks between two names then stay Chinese, and
 * the first name comes first; by the rules for mixed text the browser would reverse the whole list. In place.
 */
export function isolateNames(elements: ElementContent[]): void {
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at]!;
    if (element.type === 'element' && !element.properties.dir) isolateNames(element.children);
    if (element.type !== 'text') continue;
    const pieces = piecesOf(element.value);
    elements.splice(at, 1, ...pieces);
    at += pieces.length - 1;
  }
}

function piecesOf(text: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(name)) {
    if (index > at) pieces.push({ type: 'text', value: text.slice(at, index) });
    pieces.push(h('bdi', { dir: 'rtl' }, found));
    at = index + found.length;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ type: 'text', value: text.slice(at) });
  return pieces;
}
