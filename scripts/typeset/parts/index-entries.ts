import type { Element, ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../../article/edition.js';
import { type Part, passage } from './part.js';

/** 索引: names, and the ids of the places where they stand. */
export type IndexEntries = Map<string, string[]>;

/** Room for so many folios is kept in a line; `assemble` fills in a few more. */
const usualFolios = 8;
/** Parts that a story has besides its text: no place of an index. */
const passedOver = new Set(['header', 'h1', 'h2', 'h3', 'h4', 'a']);

/** Gives an id to the first place of each name in each block of a story, so that its folio is found. */
export function indexNames(story: Element, names: readonly string[], entries: IndexEntries): void {
  if (names.length === 0) return;
  const pattern = new RegExp(
    [...names]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    'u',
  );
  let seen = new Set<string>();
  const visit = (element: Element) => {
    if (passedOver.has(element.tagName)) return;
    if (element.tagName === 'p') seen = new Set();
    element.children = element.children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') visit(child);
      return child.type === 'text' ? split(child.value) : [child];
    });
  };
  const split = (text: string): ElementContent[] => {
    const match = pattern.exec(text);
    if (!match) return [{ type: 'text', value: text }];
    const [name] = match;
    const before: ElementContent = { type: 'text', value: text.slice(0, match.index) };
    const rest = split(text.slice(match.index + name.length));
    if (seen.has(name)) return [before, { type: 'text', value: name }, ...rest];
    seen.add(name);
    const places = entries.get(name) ?? [];
    entries.set(name, places);
    const id = `n${[...entries.keys()].indexOf(name)}-${places.length}`;
    places.push(id);
    return [before, h('span', { id }, name), ...rest];
  };
  visit(story);
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The index itself: by pronunciation on the mainland, by strokes elsewhere. */
export function index(entries: IndexEntries, { id, labels }: Edition): Part | undefined {
  if (entries.size === 0) return undefined;
  const order = id.startsWith('zh-Hant') ? 'zh-Hant-u-co-stroke' : 'zh-Hans-u-co-pinyin';
  const names = [...entries.keys()].sort(new Intl.Collator(order).compare);
  const rows = names.map((name) => {
    const places = entries.get(name)!;
    return h('p.index-row', [
      h('a', { href: `#${places[0]}` }, [
        h('span', name),
        h('span.leader', { ariaHidden: 'true' }),
        h(
          'span.page-ref',
          { ariaHidden: 'true', dataTarget: places.join(' ') },
          places
            .slice(0, usualFolios)
            .map(() => '000')
            .join('，'),
        ),
      ]),
    ]);
  });
  const html = h('section#index.back-part', { dataHead: labels.index, dataOpens: '' }, [
    h('h1.part-title', labels.index),
    h('div.index-rows', rows),
  ]);
  return {
    html: [html as Element & RootContent],
    passages: [passage('index', 'the index', [labels.index, ...names])],
  };
}
