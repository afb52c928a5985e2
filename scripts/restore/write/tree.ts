import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Location } from 'vfile-location';
import type { Block, Piece, Story } from '../../article/restoration.js';

/** Parts of a story's front matter, as data of nodes in a tree. */
export type Part = 'kicker' | 'deck' | 'byline' | 'furniture';

declare module 'mdast' {
  interface Data {
    /** The part of a paragraph that belongs to the story's title, or to no story. */
    part?: Part;
  }
}

/**
 * One story as mdast: `#` headline (absent if the source has none), `##` crossheads, the other blocks with `data.role`.
 * Kicker, deck and byline are outside.
 */
function storyTree(story: Story, locate: Location): Root {
  const children: RootContent[] = [];
  if (story.headline) children.push(heading(1, story.headline, locate));
  for (const block of story.blocks) children.push(blockNode(block, locate));
  return { type: 'root', children };
}

/**
 * A whole restoration as one tree: stories separated by thematic breaks, title parts as paragraphs with `data.part`.
 * Positions point into the source.
 */
export function restorationTree(
  stories: readonly Story[],
  furniture: readonly Piece[],
  locate: Location,
): Root {
  const children: RootContent[] = [];
  stories.forEach((story, index) => {
    if (index > 0) children.push({ type: 'thematicBreak' });
    const part = (name: Part, piece: Piece | null) => (piece ? [partNode(name, piece, locate)] : []);
    children.push(...part('kicker', story.kicker));
    const [first, ...rest] = storyTree(story, locate).children;
    const titled = story.headline !== null;
    if (first && titled) children.push(first);
    children.push(...part('deck', story.deck), ...part('byline', story.byline));
    if (first && !titled) children.push(first);
    children.push(...rest);
  });
  for (const piece of furniture) children.push(partNode('furniture', piece, locate));
  return { type: 'root', children };
}

function blockNode(block: Block, locate: Location): RootContent {
  if (block.role === 'crosshead') return heading(2, block, locate);
  const node = paragraph(block, locate);
  if (block.role !== 'paragraph') node.data = { role: block.role };
  return node;
}

function partNode(part: Part, piece: Piece, locate: Location): Paragraph {
  return { ...paragraph(piece, locate), data: { part } };
}

function heading(depth: 1 | 2, piece: Piece, locate: Location): RootContent {
  return { type: 'heading', depth, children: phrasing(piece, locate), ...positioned(piece, locate) };
}

function paragraph(piece: Piece, locate: Location): Paragraph {
  return { type: 'paragraph', children: phrasing(piece, locate), ...positioned(piece, locate) };
}

/** Verse keeps its lines: newlines in a piece are hard breaks. */
function phrasing(piece: Piece, locate: Location): PhrasingContent[] {
  return piece.text.split('\n').flatMap((value, index): PhrasingContent[] => {
    const text: PhrasingContent = { type: 'text', value, ...positioned(piece, locate) };
    return index === 0 ? [text] : [{ type: 'break' }, text];
  });
}

function positioned({ ranges }: Piece, locate: Location): { position?: Position } {
  if (ranges.length === 0) return {};
  let [first, last] = ranges[0]!;
  for (const [from, to] of ranges) [first, last] = [Math.min(first, from), Math.max(last, to)];
  const start = locate.toPoint(first);
  const end = locate.toPoint(last);
  return start && end ? { position: { start, end } } : {};
}
