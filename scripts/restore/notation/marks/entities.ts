import type { Mark } from './mark.js';

/** A reference to a character; with a backslash before it it is text. */
const entity = /(?<!\\)&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/giu;
/** Entity names that Chinese pages use, each before its character. */
const named = new Map(
  'nbsp \u00a0|lt <|gt >|amp &|quot "|apos \'|ldquo “|rdquo ”|lsquo ‘|rsquo ’|mdash —|ndash –|hellip …|middot ·|bull •|times ×|divide ÷|deg °|permil ‰|copy ©|reg ®|trade ™|laquo «|raquo »|ensp \u2002|emsp \u3000|thinsp \u2009|shy \u00ad|zwnj \u200c|zwj \u200d|sect §|para ¶|plusmn ±|frac12 ½|frac14 ¼|yen ¥|euro €|larr ←|rarr →|uarr ↑|darr ↓|hearts ♥|radic √|infin ∞|ne ≠|le ≤|ge ≥'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** References to characters in a text, each with its character; unknown names are text. */
export const entityMarks = (text: string): Mark[] =>
  [...text.matchAll(entity)].flatMap(({ 0: all, index }) => {
    const wanted = characterOf(all);
    return wanted === undefined ? [] : [{ index, length: all.length, wanted }];
  });

function characterOf(text: string): string | undefined {
  const name = text.slice(1, -1);
  if (name[0] !== '#') return named.get(name);
  const code = Number(/^#x/iu.test(name) ? `0x${name.slice(2)}` : name.slice(1));
  return code > 8 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : undefined;
}
