import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Link, PhrasingContent } from 'mdast';
import type { Labels } from '../../article/edition.js';
import { markAddresses } from './addresses.js';
import { keepCalls } from './note-calls.js';
import { rubyHtml, shiftsOf } from './readings.js';
import { storyId } from './story-id.js';
import { stressed } from './stressed.js';

/** 注: the footnotes of one story, numbered as they are called. */
export interface Notes {
  /** Prefix of their DOM ids. */
  prefix: string;
  numbers: Map<string, number>;
  /** Identifiers of the notes that the story has: front matter may call them. */
  defined?: ReadonlySet<string>;
  /** Identifiers of the notes that each note calls itself. */
  calls?: ReadonlyMap<string, readonly string[]>;
  /** True for notes to a Chinese text, which have ① rather than 1. */
  areCircled?: boolean;
  /** Text around the folio after a link in the book; absent for no folio. */
  onPage?: Labels['onPage'];
}

export const noteId = (identifier: string, notes: Notes) => `${notes.prefix}-n${numberOf(identifier, notes)}`;

/** The number of a footnote: in the order of calls, those of the note itself right after it, as on paper. */
export function numberOf(identifier: string, notes: Notes): number {
  const known = notes.numbers.get(identifier);
  if (known !== undefined) return known;
  const number = notes.numbers.size + 1;
  notes.numbers.set(identifier, number);
  for (const inner of notes.calls?.get(identifier) ?? []) numberOf(inner, notes);
  return number;
}

/** First numbers of the stretches ①–⑳, ㉑–㉟, ㊱–㊿ of Unicode, and the code points of these. */
const circled = [
  [36, 0x32b1],
  [21, 0x3251],
  [1, 0x2460],
] as const;
/** ㊿ is the last one. */
const mostCircled = 50;

/** 注码: the number of a footnote as printed. */
export function noteMark(identifier: string, notes: Notes): string {
  const number = numberOf(identifier, notes);
  const [first, code] = circled.find(([from]) => number >= from)!;
  return notes.areCircled && number <= mostCircled
    ? String.fromCodePoint(code + number - first)
    : `${number}`;
}

/** Inline content as HTML. */
export function phrasingHtml(nodes: readonly PhrasingContent[], notes: Notes): ElementContent[] {
  const shifts = shiftsOf(nodes);
  const content = nodes.flatMap((node): ElementContent[] => {
    switch (node.type) {
      case 'text':
        return markAddresses(node.value);
      case 'emphasis':
        return [h('em', stressed(phrasingHtml(node.children, notes)))];
      case 'strong':
        return [h('strong', phrasingHtml(node.children, notes))];
      case 'superscript':
        return [h('sup', phrasingHtml(node.children, notes))];
      case 'subscript':
        return [h('sub', phrasingHtml(node.children, notes))];
      case 'properName':
        return [h('u', phrasingHtml(node.children, notes))];
      case 'inlineCode':
        return [h('code', markAddresses(node.value))];
      case 'ruby':
        return [rubyHtml(node, phrasingHtml(node.children, notes), shifts.get(node))];
      case 'break':
        return [h('br')];
      case 'link':
        return linkHtml(node, notes);
      case 'image':
        return [h('img.in-line', { src: node.url, alt: node.alt ?? '' })];
      case 'html':
        return [{ type: 'text', value: node.value }];
      case 'footnoteReference': {
        const number = noteMark(node.identifier, notes);
        return [h('sup.note-call', [h('a', { href: `#${noteId(node.identifier, notes)}` }, number)])];
      }
      default:
        return 'children' in node ? phrasingHtml(node.children as PhrasingContent[], notes) : [];
    }
  });
  return keepCalls(content);
}

/** A link to the web; or to a place in the book, with its page. */
function linkHtml({ url, data, children }: Link, notes: Notes): ElementContent[] {
  const content = phrasingHtml(children, notes);
  const place = data?.leadsTo;
  if (!place) return isSafe(url) ? [h('a', { href: url }, content)] : content;
  const story = storyId(place.section, place.article);
  if (place.note !== undefined && story === notes.prefix)
    return [h('a', { href: `#${noteId(place.note, notes)}` }, content)];
  const target = place.heading === undefined ? story : headingId(story, place.heading);
  const [before, after] = notes.onPage ?? [];
  const folio = h('span.page-ref', { ariaHidden: 'true', dataTarget: target }, '00');
  // Decoration only, like the numbers of the contents.
  const page =
    before && after ? h('span.link-page', { ariaHidden: 'true' }, [before, folio, after]) : undefined;
  return [h('a', { href: `#${target}` }, [...content, page])];
}

export const headingId = (story: string, heading: number) => `${story}-h${heading}`;

/** A link may lead to the web or a mailbox; never to a script or a file. */
function isSafe(url: string): boolean {
  return /^(?:https?:|mailto:)/i.test(url);
}
