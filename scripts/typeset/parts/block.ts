import type { Element, Properties } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, Heading, Image, List, ListItem, RootContent } from 'mdast';
import { itemNumber } from '../../article/markdown/list-numbers.js';
import { isPicture } from '../../article/markdown/picture-lines.js';
import { linedTable } from '../tables/lined-table.js';
import { directionOf } from './direction.js';
import { headingId, type Notes, noteId, noteMark, phrasingHtml } from './phrasing.js';
import { plainText } from './plain-text.js';
import { tableHtml } from './table.js';

/** Facts about its story that a block needs. */
export interface BlockContext {
  /** Rank of the story's headline; crossheads are one below it. */
  rank: 1 | 2;
  notes: Notes;
  /** The block before this one. */
  follows?: RootContent | undefined;
  /** 图略: the captions whose picture is missing, and the words that say so. */
  missing?: { captions: ReadonlySet<RootContent>; words: string };
}

/** A block of a manuscript as HTML. Raw HTML of a manuscript is inert: it is set as literal text. */
export function blockHtml(block: RootContent, context: BlockContext): Element[] {
  const made = elementsOf(block, context);
  const { missing } = context;
  if (missing?.captions.has(block)) made.at(-1)?.children.push({ type: 'text', value: missing.words });
  if (block.data?.startsPage)
    for (const { properties } of made.slice(0, 1))
      properties.className = [properties.className ?? [], 'new-page'].flat() as string[];
  return made;
}

function elementsOf(block: RootContent, context: BlockContext): Element[] {
  switch (block.type) {
    case 'heading':
      return [
        h(
          `h${Math.min(6, context.rank + levelOf(block))}.crosshead.level-${levelOf(block)}`,
          block.data?.anchor === undefined ? {} : { id: headingId(context.notes.prefix, block.data.anchor) },
          phrasingHtml(block.children, context.notes),
        ),
      ];
    case 'paragraph': {
      if (isPicture(block)) return [figureHtml(block.children)];
      const table = linedTable(block);
      if (table) return [tableHtml(table, context.notes)];
      return [
        h('p', { ...roleOf(block), ...directionOf(block) }, phrasingHtml(block.children, context.notes)),
      ];
    }
    case 'blockquote':
      return [
        h('blockquote', { ...roleOf(block), ...directionOf(block) }, blocksHtml(block.children, context)),
      ];
    case 'list':
      return [
        h(
          block.ordered ? 'ol' : 'ul',
          { ...(block.ordered && numbersOf(block)), ...directionOf(block) },
          block.children.map((item) => listItem(item, context)),
        ),
      ];
    case 'table':
      return [tableHtml(block, context.notes)];
    case 'thematicBreak':
      return [h('hr')];
    case 'code':
      return [h('pre', [h('code', block.value)])];
    case 'html':
      return [h('p', block.value)];
    // Notes go to the foot of the page that calls them: `notesHtml` makes them.
    default:
      return [];
  }
}

/** The first number of a list, its bracket, and the room of numbers with more than two figures. */
function numbersOf(list: List): Properties {
  const { start, data, children } = list;
  const figures = String(Math.max(...children.map((_, index) => itemNumber(list, index)))).length;
  return {
    ...(start !== 1 && { start: start ?? 1 }),
    ...(data?.isBracketed && { className: ['bracketed'] }),
    ...(figures > 2 && { style: `--numbers: ${1 + figures / 2}em` }),
  };
}

/** 章 节 目: crossheads of a story, from 1. */
const levelOf = ({ depth }: Heading): number => Math.max(1, depth - 1);

function blocksHtml(blocks: readonly RootContent[], context: BlockContext): Element[] {
  return blocks.flatMap((block) => blockHtml(block, context));
}

/** Roles become classes; a `paragraph` has none. */
function roleOf({ data }: RootContent): Properties {
  return data?.role && data.role !== 'paragraph' ? { className: [data.role] } : {};
}

function listItem(item: ListItem, context: BlockContext): Element {
  const [only, ...more] = item.children;
  const own = item.data?.number === undefined ? {} : { value: item.data.number };
  // A tight item is only its text: the paragraph around it is Markdown's, not the author's.
  if (only?.type === 'paragraph' && !item.spread)
    return h('li', own, [...phrasingHtml(only.children, context.notes), ...blocksHtml(more, context)]);
  return h('li', own, blocksHtml(item.children, context));
}

/** 插图: one picture, or several side by side. */
function figureHtml(images: readonly Image[]): Element {
  const pictures = images.map(({ url, alt }) => h('img', { src: url, alt: alt ?? '' }));
  return h('figure', images.length > 1 ? [h('div.side-by-side', pictures)] : pictures);
}

/** The text of a block as it is set: with 图略 under a caption whose picture is missing. */
export const blockText = (block: RootContent, { notes, missing }: BlockContext): string =>
  plainText(block, notes) + (missing?.captions.has(block) ? missing.words : '');

/** A footnote; its number begins its first paragraph, if it begins with one. */
export function noteHtml(note: FootnoteDefinition, context: BlockContext): Element {
  const number = h('span.note-number', noteMark(note.identifier, context.notes));
  const blocks = blocksHtml(note.children, context);
  const [first] = blocks;
  if (first?.tagName === 'p') first.children.unshift(number, { type: 'text', value: ' ' });
  else blocks.unshift(h('p', [number]));
  return h('aside.note', { id: noteId(note.identifier, context.notes) }, blocks);
}
