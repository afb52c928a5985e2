import type { Element } from 'hast';
import { h } from 'hastscript';
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isPicture } from '../../article/markdown/picture-lines.js';
import { type BlockContext, blockHtml } from './block.js';
import { signatureOf } from './forms/signature.js';

/** The blocks of a story as HTML; a picture and the caption and credit that follow it are one figure. */
export function storyBlocks(blocks: readonly RootContent[], context: BlockContext): Element[] {
  const made: Element[] = [];
  const signature = signatureOf(blocks);
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const own = { ...context, follows: blocks[at - 1] };
    if (block.data?.role === 'verse') {
      at = addVerses(blocks, at, { made, context });
      continue;
    }
    if (!isPicture(block)) {
      const elements = blockHtml(block, own);
      markOverTable(blocks, at, elements[0]);
      if (signature.has(at)) addClass(elements[0], 'signature');
      made.push(...elements);
      continue;
    }
    const figure = blockHtml(block, own)[0]!;
    if (block.data?.isPlate) figure.properties.className = ['plate'];
    if (block.data?.isSpread) figure.properties.className = ['plate', 'spread'];
    while (isCaption(blocks[at + 1])) figure.children.push(...blockHtml(blocks[++at]!, own));
    made.push(figure);
  }
  return made;
}

function addClass(element: Element | undefined, name: string): void {
  if (element) element.properties.className = [element.properties.className ?? [], name].flat() as string[];
}

/** 单位：万亩、公斤, between a table's title and the table, in brackets or without. */
const unitLine = /^[（(]?(?:(?:计量)?单位|單位|計量單位)[：:][^。]{1,30}$/u;
const isUnits = (block: RootContent | undefined) =>
  block?.type === 'paragraph' && !block.data?.role && unitLine.test(textOf(block));
const isTable = (block: RootContent | undefined) => block?.type === 'table' || block?.data?.role === 'table';

/** 表3-1　主要河流特征表, 历年水旱灾害统计表 */
const tableTitle =
  /^(?:[附续]?表\s?[\d一二三四五六七八九十][^。；]{0,40}|[^，。；：]{2,28}[表錄录](?:[（(][^（）()]*[）)])?)$/u;
const isTableTitle = (block: RootContent | undefined) =>
  block?.type === 'paragraph' && !block.data?.role && tableTitle.test(textOf(block).trim());

/** 表题, 单位: the title of a table and the line of its units stay with it on the page. */
function markOverTable(blocks: readonly RootContent[], at: number, element: Element | undefined): void {
  const [own, next, second] = blocks.slice(at, at + 3);
  const isTitle = isTableTitle(own);
  if (!element || !(isUnits(own) || isTitle || own?.data?.role === 'caption')) return;
  if (!isTable(next) && !(isUnits(next) && isTable(second))) return;
  addClass(element, 'over-table');
  if (isUnits(own)) addClass(element, 'units');
  if (isTitle) addClass(element, 'table-title');
}

/**
 * 诗: stanzas after each other are one block, centred as a whole, so that all lines begin below each other.
 *
 * @returns the place of the last one
 */
function addVerses(
  blocks: readonly RootContent[],
  first: number,
  { made, context }: { made: Element[]; context: BlockContext },
): number {
  const stanzas: Element[] = [];
  let at = first;
  do {
    const [stanza] = blockHtml(blocks[at]!, { ...context, follows: blocks[at - 1] });
    if (stanza && hasLines(blocks[at]!) && at > first && hasLines(blocks[at - 1]!))
      addClass(stanza, 'stanza');
    if (linesOf(blocks[at]!) <= longestWhole) addClass(stanza, 'whole-stanza');
    if (stanza) stanzas.push(stanza);
    at++;
  } while (blocks[at]?.data?.role === 'verse' && !blocks[at]!.data?.startsPage);
  made.push(...(stanzas.length > 1 ? [groupOf(stanzas)] : stanzas));
  return at - 1;
}

function groupOf(stanzas: Element[]): Element {
  const [first] = stanzas;
  const startsPage = first !== undefined && hasClass(first, 'new-page');
  if (startsPage)
    first.properties.className = [first.properties.className ?? []]
      .flat()
      .filter((name) => name !== 'new-page');
  return h(startsPage ? 'div.verses.new-page' : 'div.verses', stanzas);
}

/** A stanza of so many lines is not parted. */
const longestWhole = 8;
const linesOf = (block: RootContent) =>
  'children' in block ? block.children.filter(({ type }) => type === 'break').length + 1 : 1;
/** A stanza, not a single line: the next one stands off from it. */
const hasLines = (block: RootContent) => linesOf(block) > 1;

/**
 * The columns of a story: a page that begins within it ends them, and they begin anew there; a plate, which has a page
 * to itself, stands outside of them.
 */
export function storyBodies(elements: readonly (Element | undefined)[]): Element[] {
  const bodies: Element[] = [];
  let open: Element | undefined;
  for (const element of elements) {
    if (!element) continue;
    if (hasClass(element, 'plate')) {
      bodies.push(element);
      open = undefined;
      continue;
    }
    if (!open || hasClass(element, 'new-page')) {
      // What begins a page begins it with its columns.
      open = h(hasClass(element, 'new-page') ? 'div.story-body.new-page' : 'div.story-body');
      bodies.push(open);
    }
    open.children.push(element);
  }
  return bodies.length > 0 ? bodies : [h('div.story-body')];
}

/** True for what a page begins with: white above it would stand at the foot of the page before. */
export const beginsPage = (element: Element | undefined) =>
  element !== undefined && (hasClass(element, 'plate') || hasClass(element, 'new-page'));

const hasClass = ({ properties }: Element, name: string) => [properties.className].flat().includes(name);

const isCaption = (block: RootContent | undefined) =>
  block?.data?.role === 'caption' || block?.data?.role === 'credit';

/**
 * 图略: the captions among a story's blocks whose picture is not reproduced. A caption belongs to the picture or the
 * table before it, or to the table after it. A story of nothing but captions has its note as a whole.
 */
export function captionsWithoutPicture(blocks: readonly RootContent[]): Set<RootContent> {
  const found = new Set<RootContent>();
  if (blocks.every(isCaption)) return found;
  for (const [at, block] of blocks.entries()) {
    if (block.data?.role !== 'caption') continue;
    const owner = blocks.slice(0, at).findLast((one) => !isCaption(one));
    const hasOwner = owner && (isPicture(owner) || isTable(owner));
    if (!hasOwner && !isTable(blocks[at + 1])) found.add(block);
  }
  return found;
}
