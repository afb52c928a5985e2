import type { Html, Nodes, Root } from 'mdast';
import { type Block, opaque, type Piece } from './block.js';
import { htmlText, silenceOf } from './html-text.js';

/**
 * The blocks of an mdast tree: the prose of each paragraph, heading or table cell as one text, regardless of markup.
 * Alternative texts and titles are separate blocks; code, addresses and ids are left out.
 */
export function treeBlocks(tree: Root): Block[] {
  const blocks: Block[] = [];
  visit(tree, blocks);
  return blocks;
}

function visit(node: Nodes, blocks: Block[]): void {
  if (node.type === 'html') blocks.push(htmlBlock(node));
  if (!('children' in node)) return;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const collector: Collector = { pieces: [], asides: [], silent: 0 };
    for (const child of node.children) collect(child, collector);
    blocks.push({ pieces: collector.pieces }, ...collector.asides);
  } else for (const child of node.children) visit(child, blocks);
}

function htmlBlock(node: Html): Block {
  const parts: string[] = [];
  let done = 0;
  const pieces = htmlText(node.value).map(([start, end]): Piece => {
    parts.push(node.value.slice(done, start));
    const index = parts.push(node.value.slice(start, end)) - 1;
    done = end;
    const write = (text: string) => {
      parts[index] = text;
      node.value = parts.join('');
    };
    return { text: parts[index]!, write };
  });
  parts.push(node.value.slice(done));
  return { pieces };
}

interface Collector {
  pieces: Piece[];
  asides: Block[];
  /** Number of open HTML elements whose text stays. */
  silent: number;
}

function collect(node: Nodes, to: Collector): void {
  if ('alt' in node && node.alt)
    to.asides.push(aside(node.alt, (text) => Object.assign(node, { alt: text })));
  if ('title' in node && node.title)
    to.asides.push(aside(node.title, (text) => Object.assign(node, { title: text })));
  if (node.type === 'text') {
    const offset = node.position?.start.offset;
    const write = (text: string) => Object.assign(node, { value: text });
    to.pieces.push(to.silent > 0 ? { text: opaque } : { text: node.value, offset, write });
  } else if (node.type === 'html') to.silent = Math.max(0, to.silent + silenceOf(node.value));
  else if (node.type === 'break') to.pieces.push({ text: '\n' });
  else if ('children' in node && !isBare(node)) for (const child of node.children) collect(child, to);
  else to.pieces.push({ text: opaque });
}

function aside(text: string, write: (text: string) => void): Block {
  return { pieces: [{ text, write }] };
}

/** A bare address: its text is the address. */
function isBare(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [only] = node.children;
  return node.children.length === 1 && only?.type === 'text' && node.url.endsWith(only.value);
}
