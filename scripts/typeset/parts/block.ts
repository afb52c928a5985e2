import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { Ruby } from '../../article/ruby.js';
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
  switch (block.type) {
    case 'heading':
      return [
        h(
          `h${Math.min(6, context.rank + Math.max(1, block.depth - 1))}.crosshead`,
          phrasingHtml(block.children, context.notes),
        ),
      ];
    case 'paragraph':
      return [h('p', roleOf(block), phrasingHtml(block.children, context.notes))];
    case 'blockquote':
      return [h('blockquote', roleOf(block), blocksHtml(block.children, context))];
    case 'list':
      return [
        h(
          block.ordered ? 'ol' : 'ul',
          block.ordered && block.start !== 1 ? { start: block.start ?? 1 } : {},
          [...block.children.map((item) => listItem(item, context))],
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

function blocksHtml(blocks: readonly RootContent[], context: BlockContext): Element[] {
  return blocks.flatMap((block) => blockHtml(block, context));
}

/** Roles become classes; a `paragraph` has none. */
function roleOf({ data }: RootContent): Properties {
  return data?.role && data.role !== 'paragraph' ? { className: [data.role] } : {};
}

function listItem(item: ListItem, context: BlockContext): Element {
  const [only, ...more] = item.children;
  // A tight item is its text: the paragraph around it is Markdown's, not the author's.
  if (only?.type === 'paragraph' && !item.spread)
    return h('li', [...phrasingHtml(only.children, context.notes), ...blocksHtml(more, context)]);
  return h('li', blocksHtml(item.children, context));
}

function tableHtml({ children, align }: Table, { notes }: BlockContext): Element {
  const [head, ...rows] = children.map(({ children: cells }, rowIndex) =>
    h(
      'tr',
      cells.map((cell, index) => {
        const side = align?.[index];
        return h(
          rowIndex === 0 ? 'th' : 'td',
          side ? { className: [`align-${side}`] } : {},
          phrasingHtml(cell.children, notes),
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
      case 'inlineCode':
        return [h('code', node.value)];
      case 'ruby':
        return [rubyHtml(node, notes)];
      case 'break':
        return [h('br')];
      case 'link':
        return [h('a', isSafe(node.url) ? { href: node.url } : {}, phrasingHtml(node.children, notes))];
      case 'image':
        return [h('img', { src: node.url, alt: node.alt ?? '' })];
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
