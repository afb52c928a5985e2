import type { Element, ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../../article/edition.js';
import { type Part, passage } from './part.js';

/** A name of the names file, and its list. */
export interface IndexName {
  text: string;
  kind: 'person' | 'place' | 'other';
}

/** A place of a name: its DOM id, and the number of characters before it in the book. */
interface Place {
  id: string;
  at: number;
}

/** 索引: names and their places, collected while going through the stories. */
export interface IndexEntries {
  places: Map<string, Place[]>;
  /** Number of characters so far. */
  characters: number;
}

/** The place of an element with readings in the text around it, and where that goes on behind the last name. */
interface Readings {
  start: number;
  end: number;
  behind: number;
}

export const newIndexEntries = (): IndexEntries => ({ places: new Map(), characters: 0 });

/** Maximum number of folios with reserved space. Nobody could use an entry with more. */
const mostFolios = 40;
/** Estimate of a page's characters; pages seldom have fewer. */
const pageCharacters = 500;
/** Parts of a story that are not indexed. */
const passedOver = new Set(['header', 'h1', 'h2', 'h3', 'h4', 'a']);

/** Gives an id to the first place of each name in each block of a story, so that its folio can be found. */
export function indexNames(story: Element, names: readonly IndexName[], entries: IndexEntries): void {
  if (names.length === 0) return;
  const known = byFirst(names);
  let seen = new Set<string>();
  const visit = (element: Element) => {
    if (passedOver.has(element.tagName)) return;
    if (element.tagName === 'p') seen = new Set();
    const words = element.children.map(baseOf);
    const text = words.join('');
    let [start, behind] = [0, 0];
    element.children = element.children.flatMap((child, index): ElementContent[] => {
      const end = start + words[index]!.length;
      if (child.type === 'element') {
        if (isRuby(child)) behind = markReadings(child, text, { start, end, behind });
        else visit(child);
      }
      start = end;
      return child.type === 'text' ? split(child.value) : [child];
    });
  };

  /**
   * 注音: a name is in several elements, one a character or a word; the first of them gets its id.
   *
   * @returns where the text behind the last name begins
   */
  const markReadings = (ruby: Element, text: string, { start, end, behind }: Readings): number => {
    let at = Math.max(start, behind);
    while (at < end) {
      const name = known.get(text[at]!)?.find((one) => text.startsWith(one, at));
      if (name !== undefined && !seen.has(name) && ruby.properties.id === undefined) {
        seen.add(name);
        ruby.properties.id = placeOf(name, at + name.length - start);
      }
      at += name?.length ?? 1;
    }
    entries.characters += end - start;
    return at;
  };
  const split = (text: string): ElementContent[] => {
    const pieces: ElementContent[] = [];
    let from = 0;
    for (let at = 0; at < text.length; ) {
      const name = known.get(text[at]!)?.find((one) => text.startsWith(one, at));
      if (name !== undefined && !seen.has(name)) {
        seen.add(name);
        pieces.push({ type: 'text', value: text.slice(from, at) }, marked(name, at + name.length));
        from = at + name.length;
      }
      at += name?.length ?? 1;
    }
    entries.characters += text.length;
    return [...pieces, { type: 'text', value: text.slice(from) }];
  };
  const marked = (name: string, end: number): Element => h('span', { id: placeOf(name, end) }, name);
  const placeOf = (name: string, end: number): string => {
    const places = entries.places.get(name) ?? [];
    if (places.length === 0) entries.places.set(name, places);
    const id = `n${[...entries.places.keys()].indexOf(name)}-${places.length}`;
    places.push({ id, at: entries.characters + end });
    return id;
  };
  visit(story);
}

const isRuby = ({ tagName }: Element) => tagName === 'ruby';

/** The characters of a text or of what has readings; those of other elements are looked at by themselves. */
const baseOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.tagName !== 'ruby') return '\0';
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
};

/** Names by their first character, the longest first. */
function byFirst(names: readonly IndexName[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const { text } of [...names].sort((a, b) => b.text.length - a.text.length)) {
    const alike = known.get(text[0]!);
    if (alike) alike.push(text);
    else known.set(text[0]!, [text]);
  }
  return known;
}

/** The index itself, in lists; by pronunciation on the mainland, by strokes elsewhere. */
export function index(
  { places }: IndexEntries,
  names: readonly IndexName[],
  { collation, labels }: Edition,
): Part | undefined {
  if (places.size === 0) return undefined;
  const kinds = new Map(names.map(({ text, kind }) => [text, kind]));
  const sorted = [...places.keys()].sort(new Intl.Collator(collation).compare);
  const lists = (['person', 'place', 'other'] as const)
    .map((kind) => ({ kind, names: sorted.filter((name) => kinds.get(name) === kind) }))
    .filter((list) => list.names.length > 0);
  const html = h('section#index.back-part', { dataHead: labels.index, dataOpens: '' }, [
    h('h1.part-title', labels.index),
    ...lists.flatMap((list) => [
      h('h2.index-list', labels.indexLists[list.kind]),
      ...list.names.map((name) => row(name, places.get(name)!)),
    ]),
  ]);
  const pieces = lists.flatMap((list) => [labels.indexLists[list.kind], ...list.names]);
  return {
    html: [html as Element & RootContent],
    passages: [passage('index', 'the index', [labels.index, ...pieces])],
  };
}

function row(name: string, places: readonly Place[]): Element {
  const pages = new Set(places.map(({ at }) => Math.floor(at / pageCharacters)));
  const room = new Array(Math.min(pages.size + 1, mostFolios)).fill('000');
  return h('p.index-row', [
    h('a', { href: `#${places[0]!.id}` }, name),
    h(
      'span.page-ref',
      { ariaHidden: 'true', dataTarget: places.map(({ id }) => id).join(' ') },
      room.join('，'),
    ),
  ]);
}
