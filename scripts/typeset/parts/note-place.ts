import type { Element, ElementContent } from 'hast';

/** Blocks that a note can be about. */
const blocks = new Set(['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'pre']);

/** The DOM id of the first block of a story with these words, created if it has none; undefined if no block has. */
export function notePlace(story: Element, words: string): string | undefined {
  const wanted = words.replace(/\s/gu, '');
  const all = knownBlocks(story);
  const index = all.findIndex(({ text }) => text.includes(wanted));
  const block = all[index]?.block;
  if (!block) return undefined;
  if (typeof block.properties.id !== 'string') block.properties.id = `${story.properties.id}-p${index}`;
  return block.properties.id;
}

/** The blocks of stories with their texts: a long story has a hundred notes, each of which looks through all. */
const known = new WeakMap<Element, { block: Element; text: string }[]>();

function knownBlocks(story: Element) {
  const standing =
    known.get(story) ??
    [...blocksOf(story)].map((block) => ({ block, text: textOf(block).replace(/\s/gu, '') }));
  known.set(story, standing);
  return standing;
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
