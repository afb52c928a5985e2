import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type {
  FootnoteDefinition,
  Heading,
  Image,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { isPicture } from '../../article/markdown/picture-lines.js';
import type { Ruby } from '../../article/markdown/ruby.js';
import { keepCalls } from './note-calls.js';

/** 注: the footnotes of one story, numbered as they are called. */
export interface Notes {
  /** Before their DOM ids. */
  prefix: string;
  numbers: Map<string, number>;
}

/** What a block must know of its story. */
export interface BlockContext {
  /** Rank of the story's headline; crossheads are one below it. */
  rank: 1 | 2;
  notes: Notes;
  /** The block before this one. */
  follows?: RootContent | undefined;
}

/** A block of a manuscript as HTML. Raw HTML of a manuscript is inert: it is set as the text that it is. */
export function blockHtml(block: RootContent, context: BlockContext): Element[] {
  const made = elementsOf(block, context);
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
          phrasingHtml(block.children, context.notes),
        ),
      ];
    case 'paragraph':
      if (isPicture(block)) return [figureHtml(block.children)];
      return [h('p', roleOf(block), phrasingHtml(block.children, context.notes))];
    case 'blockquote':
      return [h('blockquote', roleOf(block), blocksHtml(block.children, context))];
    case 'list':
      return [
        h(
          block.ordered ? 'ol' : 'ul',
          block.ordered && block.start !== 1 ? { start: block.start ?? 1 } : {},
          block.children.map((item) => listItem(item, context)),
        ),
      ];
    case 'table':
      return [tableHtml(block, context)];
    case 'thematicBreak':
      return [h('hr')];
    case 'code':
      return [h('pre', [h('code', block.value)])];
    case 'html':
      return [h('p', block.value)];
    // Notes stand at the foot of the page that calls them: `notesHtml` makes them.
    default:
      return [];
  }
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
  // A tight item is its text: the paragraph around it is Markdown's, not the author's.
  if (only?.type === 'paragraph' && !item.spread)
    return h('li', own, [...phrasingHtml(only.children, context.notes), ...blocksHtml(more, context)]);
  return h('li', own, blocksHtml(item.children, context));
}

/** 插图: one picture, or several side by side. */
function figureHtml(images: readonly Image[]): Element {
  const pictures = images.map(({ url, alt }) => h('img', { src: url, alt: alt ?? '' }));
  return h('figure', images.length > 1 ? [h('div.side-by-side', pictures)] : pictures);
}

/** A cell without anything to paint is no cell of its row in the tags of a PDF. */
const blankCell = '\u00a0';

function tableHtml({ children, align }: Table, { notes }: BlockContext): Element {
  const [head, ...rows] = children.map(({ children: cells }, rowIndex) =>
    h(
      'tr',
      cells.map((cell, index) => {
        const side = align?.[index];
        return h(
          rowIndex === 0 ? 'th' : 'td',
          side ? { className: [`align-${side}`] } : {},
          cell.children.length > 0 ? phrasingHtml(cell.children, notes) : blankCell,
        );
      }),
    ),
  );
  return h('table', [head ? h('thead', [head]) : null, rows.length > 0 ? h('tbody', rows) : null]);
}

/** A footnote; its number begins its first paragraph, if that is what it begins with. */
export function noteHtml(note: FootnoteDefinition, context: BlockContext): Element {
  const number = h('span.note-number', `${numberOf(note.identifier, context.notes)}`);
  const blocks = blocksHtml(note.children, context);
  const [first] = blocks;
  if (first?.tagName === 'p') first.children.unshift(number, { type: 'text', value: ' ' });
  else blocks.unshift(h('p', [number]));
  return h('aside.note', { id: noteId(note.identifier, context.notes) }, blocks);
}

export const noteId = (identifier: string, notes: Notes) => `${notes.prefix}-n${numberOf(identifier, notes)}`;

/** The number of a footnote: in the order of calls. */
export function numberOf(identifier: string, { numbers }: Notes): number {
  const number = numbers.get(identifier) ?? numbers.size + 1;
  numbers.set(identifier, number);
  return number;
}

/** Inline content as HTML. */
export function phrasingHtml(nodes: readonly PhrasingContent[], notes: Notes): ElementContent[] {
  const content = nodes.flatMap((node): ElementContent[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value }];
      case 'emphasis':
        return [h('em', phrasingHtml(node.children, notes))];
      case 'strong':
        return [h('strong', phrasingHtml(node.children, notes))];
      case 'superscript':
        return [h('sup', phrasingHtml(node.children, notes))];
      case 'subscript':
        return [h('sub', phrasingHtml(node.children, notes))];
      case 'properName':
        return [h('u', phrasingHtml(node.children, notes))];
      case 'inlineCode':
        return [h('code', node.value)];
      case 'ruby':
        return [rubyHtml(node, notes)];
      case 'break':
        return [h('br')];
      case 'link':
        return [h('a', isSafe(node.url) ? { href: node.url } : {}, phrasingHtml(node.children, notes))];
      case 'image':
        return [h('img.in-line', { src: node.url, alt: node.alt ?? '' })];
      case 'html':
        return [{ type: 'text', value: node.value }];
      case 'footnoteReference': {
        const number = numberOf(node.identifier, notes);
        return [h('sup.note-call', [h('a', { href: `#${noteId(node.identifier, notes)}` }, `${number}`)])];
      }
      default:
        return 'children' in node ? phrasingHtml(node.children as PhrasingContent[], notes) : [];
    }
  });
  return keepCalls(content);
}

/** 注音: pinyin stands above its character, 注音符號 at its right with the tone beside them. */
function rubyHtml({ reading, children }: Ruby, notes: Notes): Element {
  const base = phrasingHtml(children, notes);
  const symbols = /^(˙?)([\u3105-\u312f]+)([ˊˇˋ]?)$/u.exec(reading);
  if (!symbols) return h('ruby', [...base, h('rt', reading)]);
  const [, before, letters, after] = symbols;
  return h('ruby.bopomofo', [
    ...base,
    h('rt', [h('span.letters', `${before}${letters}`), after ? h('span.tone', after) : undefined]),
  ]);
}

/** A link may lead to the web, a mailbox, or a place in the book; never to a script or a file. */
function isSafe(url: string): boolean {
  return /^(?:https?:|mailto:|#)/i.test(url);
}
