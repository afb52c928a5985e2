import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import { chapterNumberOf } from '../../../text/press/chapters.js';
import { spacedTitle } from './spaced-title.js';

/** Separator of phrases: an ideographic space, or a space between Chinese characters. */
const gap = pattern('u')`(\u3000|(?<=[${han}]) (?=[${han}]))`;

/** Longer phrases fill whole lines, and must be able to break at a page's foot, so they are not kept whole. */
const longest = 40;

/** The phrases of a headline stay whole where possible: a line breaks between them first. */
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

/**
 * 章回: the number of a chapter has a separate line above the words of the title; the line break replaces the blank
 * between them.
 */
export function chapterTitle(content: readonly ElementContent[]): ElementContent[] {
  const whole = content.map(textOf).join('');
  const number = chapterNumberOf(whole);
  const [above, title] = (number !== undefined && partAt(content, number.length)) || [];
  if (!above || !title) return phrases(content);
  const words = whole.slice(number!.length).trim();
  const halves = words.split(/[\s\u3000]+/u);
  // 回目: the two halves of a couplet are set one below the other.
  const isCouplet = halves.length === 2 && halves[0]!.length === halves[1]!.length;
  const lines = (isCouplet && partAt(title, halves[0]!.length)) || [title];
  return [
    spacedTitle('span.chapter-number', number!, { content: above }),
    ...lines.flatMap((line) => [h('br'), ...phrases(line)]),
  ];
}

/**
 * Parts a title after so many characters; the blanks there fall away. Readings do not count. Undefined if an element
 * stands across the place.
 */
function partAt(
  content: readonly ElementContent[],
  length: number,
): [ElementContent[], ElementContent[]] | undefined {
  const before: ElementContent[] = [];
  let rest = length;
  for (const [index, node] of content.entries()) {
    const text = textOf(node);
    if (text.length <= rest && (rest > 0 || text === '')) {
      before.push(node);
      rest -= text.length;
      continue;
    }
    if (rest > 0 && node.type !== 'text') return undefined;
    if (rest > 0) before.push({ type: 'text', value: text.slice(0, rest) });
    const later = content.slice(index + 1);
    if (node.type !== 'text') return [before, [node, ...later]];
    const value = text.slice(rest).trimStart();
    return [before, value === '' ? later : [{ type: 'text', value }, ...later]];
  }
  return undefined;
}

/** The text of a title without readings and calls of notes. */
function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || /^(?:rt|sup)$/.test(node.tagName)) return '';
  return node.children.map(textOf).join('');
}

/** A character with its reading belongs to the words around it. */
const isRuby = (node: ElementContent) => node.type === 'element' && node.tagName === 'ruby';
const lengthOf = (node: ElementContent) => (node.type === 'text' ? node.value.length : 1);
