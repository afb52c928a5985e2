import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { han, hasHan } from '../../text/characters.js';

/**
 * 着重号: puts each letter of stressed Chinese text into a box, below which its dot is painted. The dots of
 * `text-emphasis` would take room and push the following lines off the grid.
 */
export function stressed(content: readonly ElementContent[]): ElementContent[] {
  return content.some(hasReading) ? [...content] : boxed(content);
}

/** Readings stand where the dots would be: such words are set in another way (text.css), all of them. */
const hasReading = (node: ElementContent): boolean =>
  node.type === 'element' && (node.tagName === 'ruby' || node.children.some(hasReading));

function boxed(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'text' && hasHan(node.value)) return boxesOf(node.value);
    if (node.type === 'element' && holders.has(node.tagName))
      return [{ ...node, children: boxed(node.children) }];
    return [node];
  });
}

/** Elements inside stressed text whose text is stressed with it: a reader sees no gap in the dots. */
const holders = new Set(['strong', 'u', 'a', 'code', 'span']);

/** Characters that fill a square each, or words with the blanks and the punctuation of figures between them. */
const square = String.raw`[${han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}〇]\p{M}*`;
const part = String.raw`(?!${square})[\p{L}\p{N}\p{M}]`;
const pieces = new RegExp(`(${square})|(?:${part})(?:(?:${part}|[ .,'’-])*(?:${part}))?`, 'gu');

/** Words in other scripts stay whole: boxes would separate their letters, and screen readers would lose the blanks. */
function boxesOf(text: string): ElementContent[] {
  const boxes: ElementContent[] = [];
  let end = 0;
  for (const { 0: found, 1: letter, index } of text.matchAll(pieces)) {
    if (index > end) boxes.push({ type: 'text', value: text.slice(end, index) });
    boxes.push(h(letter === undefined ? 'span.stressed-words' : 'span.stressed', found));
    end = index + found.length;
  }
  if (end < text.length) boxes.push({ type: 'text', value: text.slice(end) });
  return boxes;
}
