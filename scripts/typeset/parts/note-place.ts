import type { Element, ElementContent } from 'hast';

/** Blocks that a note can be about. */
const blocks = new Set(['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'pre']);

/** The DOM id of the first block of a story with these words, created if it has none; undefined if no block has. */
export function notePlace(story: Element, words: string): string | undefined {
  const wanted = words.replace(/\s/gu, '');
  const all = [...blocksOf(story)];
  const index = all.findIndex((block) => textOf(block).replace(/\s/gu, '').includes(wanted));
  const block = all[index];
  if (!block) return undefined;
  if (typeof block.properties.id !== 'string') block.properties.id = `${story.properties.id}-p${index}`;
  return block.properties.id;
}

function* blocksOf(element: Element): Generator<Element> {
  if (blocks.has(element.tagName)) yield element;
  else for (const child of element.children) if (child.type === 'element') yield* blocksOf(child);
}

/** Without the readings of a learners' edition. */
function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' && node.tagName !== 'rt' ? node.children.map(textOf).join('') : '';
}
