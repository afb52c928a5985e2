import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';
import type { Edition, TitleBreak } from '../../../article/edition.js';

/** Breaks of a title in a language. */
export type BreaksOf = (title: string) => readonly TitleBreak[];

/** Breaks of titles in an edition, where it defines them; for texts that have no names of their own. */
export const breaksIn = ({ titleBreaks }: Pick<Edition, 'titleBreaks'>): BreaksOf | undefined =>
  titleBreaks && ((title) => titleBreaks(title, []));

/** Classes of titles: their lines end where the sense allows. */
const titleClasses = new Set([
  'headline',
  'cover-head',
  'cover-lead',
  'nameplate',
  'book-title',
  'kicker',
  'deck',
  'crosshead',
  'pull-quote',
  'section-title',
  'contents-section',
  'contents-title',
  'contents-kicker',
  'second-title',
]);

/**
 * 标题断行: marks the possible breaks of titles by `<wbr>`, each with its cost by sense; layout chooses among them
 * (`title-lines.browser.ts`). In place.
 *
 * @param breaksOf by the language of the text around a title; a language without an entry breaks as the browser does.
 */
export function breakTitles(
  elements: readonly ElementContent[],
  lang: string,
  breaksOf: ReadonlyMap<string, BreaksOf>,
): void {
  for (const element of elements)
    if (element.type === 'element') breakElement(element, { lang, breaksOf, isHighlight: false });
}

interface Around {
  lang: string;
  breaksOf: ReadonlyMap<string, BreaksOf>;
  /** 要目 on the cover: a list whose items are titles. */
  isHighlight: boolean;
}

function breakElement(element: Element, around: Around): void {
  const { properties } = element;
  const lang = typeof properties.lang === 'string' ? properties.lang : around.lang;
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
  const breaks = around.breaksOf.get(lang);
  const isTitle =
    classes.some((name) => titleClasses.has(name)) || (around.isHighlight && element.tagName === 'li');
  if (isTitle && breaks) {
    const title = textsOf(element)
      .map(({ value }) => value)
      .join('');
    const costs = new Map(breaks(title).map(({ at, cost }) => [at, cost]));
    if (costs.size > 0) properties.className = [...classes, 'at-sense'];
    insertBreaks(element, { costs, at: 0 });
    return;
  }
  const isHighlight = around.isHighlight || classes.includes('highlights');
  for (const child of element.children)
    if (child.type === 'element') breakElement(child, { ...around, lang, isHighlight });
}

/** The texts of a title without readings and note calls, in order. */
function textsOf(node: Element): Text[] {
  if (isAside(node)) return [];
  return node.children.flatMap((child) =>
    child.type === 'text' ? [child] : child.type === 'element' ? textsOf(child) : [],
  );
}

const isAside = ({ tagName, properties }: Element) =>
  tagName === 'rt' || tagName === 'rp' || tagName === 'sup' || properties.ariaHidden === 'true';

interface Walk {
  /** By offset of the title. */
  costs: ReadonlyMap<number, number>;
  at: number;
}

/** Walks the texts in the same order, and splits them at the places. */
function insertBreaks(node: Element, walk: Walk): void {
  if (isAside(node)) return;
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName === 'ruby') {
      // A base with its reading is not split, only separated from the text before it.
      const cost = walk.costs.get(walk.at);
      walk.at += textsOf(child).reduce((sum, { value }) => sum + value.length, 0);
      return cost === undefined ? [child] : [breakAt(cost), child];
    }
    if (child.type === 'element') insertBreaks(child, walk);
    return child.type === 'text' ? partText(child.value, walk) : [child];
  });
}

/** A text with its breaks. */
function partText(value: string, walk: Walk): ElementContent[] {
  const start = walk.at;
  walk.at += value.length;
  const nodes: ElementContent[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const cost = walk.costs.get(start + at);
    if (cost === undefined) continue;
    if (at > from) nodes.push({ type: 'text', value: value.slice(from, at) });
    nodes.push(breakAt(cost));
    from = at;
  }
  return [...nodes, { type: 'text', value: value.slice(from) }];
}

/** Its cost in hundredths. */
const breakAt = (cost: number): Element => h('wbr', { dataCost: `${Math.round(cost * 100)}` });
