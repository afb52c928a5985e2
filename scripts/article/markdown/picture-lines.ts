import type { Image, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { hasHan } from '../../text/characters.js';
import { tell } from '../problem.js';
import { say } from '../words/say.js';
import { definedNotes, withCalls } from './note-calls.js';

/**
 * 插图: a picture on a line of its own is a block, even where no blank line separates it from the text; its title is
 * its caption. A picture between words is inline. In place; before line ends are joined.
 */
export function remarkPictures() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (node) => unlink(node, file));
    // ![](a.png): a picture needs a description for those who do not see it (PDF/UA-1 §7.3).
    const word = hasHan(String(file)) ? '图' : 'Picture';
    visit(tree, 'image', (node) => {
      node.alt = node.alt?.trim() || node.title?.trim() || word;
    });
    const notes = definedNotes(tree);
    visit(tree, 'paragraph', (node, index, parent) => {
      if (!parent || index === undefined || !node.children.some(isImage)) return undefined;
      const blocks = blocksOf(node).flatMap((block) => [block, ...captionsOf(block, notes)]);
      (parent as Parents & { children: RootContent[] }).children.splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
    for (const block of tree.children) judgePlate(block, file);
    visit(tree, 'image', ({ title, position: place }) => {
      if (!title) return;
      const note = say('picture-alone');
      tell(file, say('inline-title', title.slice(0, 40)), { place, ruleId: 'picture', note });
    });
  };
}

/** 整页图, 跨页图: the comment must precede a picture, and only a single picture can go over a spread. */
function judgePlate(block: RootContent, file: VFile): void {
  const { isPlate, isSpread } = block.data ?? {};
  if (!isPlate && !isSpread) return;
  const place = { place: block.position, ruleId: 'role' };
  if (!isPicture(block))
    tell(file, say('plate-without-picture', isSpread ? 'spread' : 'plate'), {
      ...place,
      note: say('picture-below'),
    });
  else if (isSpread && block.children.length > 1) {
    tell(file, say('spread-of-several', block.children.length), { ...place, note: say('spread-one') });
    block.data = { ...block.data, isPlate: true };
    delete block.data.isSpread;
  }
}

/** A picture on a line of its own that is a link is a picture: on paper nobody follows it. */
function unlink(node: Paragraph, file: VFile): void {
  const isLinked = (one: PhrasingContent) =>
    one.type === 'link' && one.children.length > 0 && one.children.every(isImage);
  if (!node.children.some(isLinked)) return;
  if (!node.children.every((one) => isImage(one) || isBlank(one) || isLinked(one))) return;
  node.children = node.children.flatMap((one) => {
    if (one.type !== 'link') return [one];
    tell(file, say('linked-picture', one.url.slice(0, 60)), {
      place: one.position,
      ruleId: 'picture',
      note: say('link-in-words'),
    });
    return one.children;
  });
}

const isImage = (node: PhrasingContent): node is Image => node.type === 'image';

/** A paragraph that consists of pictures only, one or several side by side. */
export const isPicture = (block: RootContent | undefined): block is Paragraph & { children: Image[] } =>
  block?.type === 'paragraph' && block.children.length > 0 && block.children.every(isImage);

/** The lines of a paragraph: those of pictures separate from those of words. */
function blocksOf(node: Paragraph): Paragraph[] {
  const blocks: Paragraph[] = [];
  let wasPictures: boolean | undefined;
  for (const line of linesOf(node.children)) {
    const isPictures = line.some(isImage) && line.every((one) => isImage(one) || isBlank(one));
    const children = isPictures ? line.filter(isImage) : line;
    const last = blocks.at(-1);
    if (last && wasPictures === isPictures) last.children.push(...(isPictures ? [] : [newline]), ...children);
    else blocks.push({ ...(blocks.length === 0 ? node : bare(node, children)), children });
    wasPictures = isPictures;
  }
  return blocks;
}

const newline: PhrasingContent = { type: 'text', value: '\n' };
const isBlank = (node: PhrasingContent) => node.type === 'text' && node.value.trim() === '';

function bare({ position }: Paragraph, [first]: readonly PhrasingContent[]): Paragraph {
  const start = first?.position?.start;
  return { type: 'paragraph', children: [], ...(position && start && { position: { ...position, start } }) };
}

/** Inline content split at its line ends, so far as these are in its own text. */
function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  nodes.forEach((node, index) => {
    const isEdge = isPictureBeside(nodes, index);
    if (node.type !== 'text' || !node.value.includes('\n') || !isEdge) {
      lines.at(-1)!.push(node);
      return;
    }
    const at = { first: node.value.indexOf('\n'), last: node.value.lastIndexOf('\n') };
    const isBefore = index > 0 && isImage(nodes[index - 1]!);
    const isBehind = index + 1 < nodes.length && isImage(nodes[index + 1]!);
    const cuts = [...new Set([...(isBefore ? [at.first] : []), ...(isBehind ? [at.last] : [])])];
    let from = 0;
    for (const cut of [...cuts, node.value.length]) {
      const value = node.value.slice(from, cut);
      if (value !== '') lines.at(-1)!.push(from === 0 ? { ...node, value } : shifted(node, from, value));
      if (cut < node.value.length) lines.push([]);
      from = cut + 1;
    }
  });
  return lines.filter((line) => line.length > 0);
}

const isPictureBeside = (nodes: readonly PhrasingContent[], index: number) =>
  [nodes[index - 1], nodes[index + 1]].some((one) => one !== undefined && isImage(one));

/** A later part of a text begins a line of the file. */
function shifted(node: PhrasingContent & { type: 'text' }, from: number, value: string): PhrasingContent {
  const { position } = node;
  const lines = node.value.slice(0, from).split('\n').length - 1;
  if (!position) return { type: 'text', value };
  const start = {
    line: position.start.line + lines,
    column: 1,
    ...(position.start.offset !== undefined && { offset: position.start.offset + from }),
  };
  return { type: 'text', value, position: { start, end: position.end } };
}

function captionsOf(block: Paragraph, notes: ReadonlySet<string>): Paragraph[] {
  if (!isPicture(block)) return [];
  return block.children.flatMap((image): Paragraph[] => {
    if (!isImage(image)) return [];
    const { title, position } = image;
    if (!title) return [];
    image.title = null;
    const words = withCalls(title, (identifier) => notes.has(identifier));
    const children = words.map((node) => ({ ...node, ...(position && { position }) }));
    return [{ type: 'paragraph', children, data: { role: 'caption' }, ...(position && { position }) }];
  });
}
