import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import { chapterNumberOf } from '../../../text/press/chapters.js';

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
  const [first, ...rest] = content;
  const number = first?.type === 'text' ? chapterNumberOf(first.value) : undefined;
  if (first?.type !== 'text' || number === undefined) return phrases(content);
  const words = first.value.slice(number.length).trimStart();
  const halves = words.split(/[\s\u3000]+/u);
  // 回目: the two halves of a couplet are set one below the other.
  const isCouplet = rest.length === 0 && halves.length === 2 && halves[0]!.length === halves[1]!.length;
  const lines = isCouplet ? halves : [words];
  const title = lines.flatMap((line, at): ElementContent[] => [
    ...(at > 0 ? [h('br')] : []),
    ...(line === '' ? [] : phrases([{ type: 'text', value: line }])),
  ]);
  return [h('span.chapter-number', number), h('br'), ...title, ...phrases(rest)];
}

/** A character with its reading belongs to the words around it. */
const isRuby = (node: ElementContent) => node.type === 'element' && node.tagName === 'ruby';
const lengthOf = (node: ElementContent) => (node.type === 'text' ? node.value.length : 1);
