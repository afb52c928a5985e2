import type { Nodes, Root } from 'mdast';
import type { Block, Piece } from './block.js';

/** Nodes whose content is markup or code: never touched. */
const opaque = new Set(['code', 'inlineCode', 'yaml', 'definition', 'footnoteReference', 'imageReference']);

/**
 * The blocks of an mdast tree: the prose of each paragraph, heading or table cell as one text, whatever markup cuts
 * it. Alternative texts and titles are blocks of their own.
 */
export function treeBlocks(tree: Root): Block[] {
  const blocks: Block[] = [];
  visit(tree, blocks);
  return blocks;
}

function visit(node: Nodes, blocks: Block[]): void {
  if (node.type === 'html') return;
  if (!('children' in node)) return;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const collector: Collector = { pieces: [], asides: [], ruby: 0 };
    for (const child of node.children) collect(child, collector);
    blocks.push({ pieces: collector.pieces, kind: node.type });
    blocks.push(...collector.asides);
  } else for (const child of node.children) visit(child, blocks);
}

interface Collector {
  pieces: Piece[];
  asides: Block[];
  /** Depth of <rt>, <rp>, <code> …, whose text stays. */
  ruby: number;
}

function collect(node: Nodes, to: Collector): void {
  if ((node.type === 'image' || node.type === 'imageReference') && node.alt)
    to.asides.push(aside(node.alt, (text) => (node.alt = text)));
  if ((node.type === 'image' || node.type === 'link') && node.title)
    to.asides.push(aside(node.title, (text) => (node.title = text)));
  if (node.type === 'text') {
    if (to.ruby > 0) return;
    to.pieces.push({
      text: node.value,
      offset: node.position?.start.offset,
      write: (text) => (node.value = text),
    });
  } else if (node.type === 'html') {
    to.ruby = Math.max(0, to.ruby + rubyStep(node.value));
  } else if (opaque.has(node.type) || node.type === 'image') to.pieces.push({ text: '\uFFFC' });
  else if (node.type === 'break') to.pieces.push({ text: '\n' });
  else if (node.type === 'link' && isBare(node)) to.pieces.push({ text: '\uFFFC' });
  else if ('children' in node) for (const child of node.children) collect(child, to);
}

function aside(text: string, write: (text: string) => void): Block {
  return { pieces: [{ text, write }], kind: 'aside' };
}

/** The annotation of ruby stays, its base is text. */
export function rubyStep(tag: string): number {
  const match = /^<(\/?)(rt|rp|code|kbd|samp|pre|script|style)\b[^>]*?(\/?)>$/i.exec(tag);
  if (!match || match[3]) return 0;
  return match[1] ? -1 : 1;
}

/** A bare address: its text is the address. */
function isBare(node: { url: string; children: Nodes[] }): boolean {
  const [only] = node.children;
  return node.children.length === 1 && only?.type === 'text' && node.url.endsWith(only.value);
}
