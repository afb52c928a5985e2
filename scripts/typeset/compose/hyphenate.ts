import type { Element, ElementContent } from 'hast';
import english from 'hyphen/en-us/index.js';

/** Elements that are set without broken words: titles, lists of titles, code. */
const whole = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'a', 'code', 'pre']);

/**
 * 断词: marks in English text where words may be broken, by soft hyphens: the browser has no dictionary of its own.
 * `lang` is the language around the elements. In place.
 */
export function hyphenate(elements: readonly ElementContent[], lang: string): void {
  for (const element of elements) if (element.type === 'element') hyphenateElement(element, lang);
}

function hyphenateElement(element: Element, around: string): void {
  const lang = typeof element.properties.lang === 'string' ? element.properties.lang : around;
  if (whole.has(element.tagName) || element.properties.ariaHidden === 'true') return;
  // A hyphen at the end of a line would be read as part of the address.
  if (element.properties.className?.toString() === 'address') return;
  for (const child of element.children) {
    if (child.type === 'element') hyphenateElement(child, lang);
    else if (child.type === 'text' && /^en\b/i.test(lang)) child.value = breakWords(child.value);
  }
}

/**
 * Words of six letters and more, in lower case, in compounds of eight and more; capitals only where the ending is
 * English (Development, Technological): names stay whole. Three letters at least stand before and after a
 * hyphen; none splits a ligature (fi, fl, ff).
 */
function breakWords(text: string): string {
  return text.replace(breakable, (word) =>
    english.hyphenateSync(word).replace(/(?<=^.{1,2})\u00ad|\u00ad(?=.{0,2}$)|(?<=f)\u00ad(?=[fil])/gu, ''),
  );
}

const breakable = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}’'-])\p{Ll}{6,}(?![\p{L}\p{N}-])`,
    String.raw`(?<![\p{L}\p{N}’'])\p{Ll}{8,}(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}’'-])\p{Lu}\p{Ll}{4,}(?:ment|tion|sion|ical|ance|ence|ional|ive)s?(?![\p{L}\p{N}-])`,
  ].join('|'),
  'gu',
);
