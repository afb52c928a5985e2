import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { hasHan } from '../../text/characters.js';

/**
 * 着重号: each letter of stressed Chinese text in a box of its own, under which its dot is painted. The dots of
 * `text-emphasis` take room, and would push the lines below them off the grid.
 */
export function stressed(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'text' && hasHan(node.value)) return boxesOf(node.value);
    if (node.type === 'element' && (node.tagName === 'strong' || node.tagName === 'u'))
      return [{ ...node, children: stressed(node.children) }];
    return [node];
  });
}

const letter = /[\p{L}\p{N}]\p{M}*/gu;

function boxesOf(text: string): ElementContent[] {
  const boxes: ElementContent[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(letter)) {
    if (index > end) boxes.push({ type: 'text', value: text.slice(end, index) });
    boxes.push(h('span.stressed', found));
    end = index + found.length;
  }
  if (end < text.length) boxes.push({ type: 'text', value: text.slice(end) });
  return boxes;
}
