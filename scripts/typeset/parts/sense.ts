import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';
import type { Edition, TitleBreaks } from '../../article/edition.js';

/** Breaks of a title in a language. */
export type BreaksOf = (title: string) => TitleBreaks;

/** Breaks of titles in an edition, where it defines them; for texts that have no names of their own. */
export const breaksIn = ({ titleBreaks }: Pick<Edition, 'titleBreaks'>): BreaksOf | undefined =>
  titleBreaks && ((title) => titleBreaks(title, []));

/** 词组: minimum length of a unit that may be broken at all, in characters; shorter ones fit anywhere. */
const longUnit = 5;

/** Classes of titles: their lines end where the sense allows. */
const titleClasses = new Set([
  'headline',
  'kicker',
  'deck',
  'crosshead',
  'section-title',
  'contents-section',
  'contents-title',
  'contents-kicker',
  'second-title',
]);

/**
 * 标题断行: marks possible breaks of titles by `<wbr>`, and prevents breaks elsewhere except at spaces and marks
 * (`.at-sense`). In place.
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
    const { places, inUnits } = breaks(
      textsOf(element)
        .map(({ value }) => value)
        .join(''),
    );
    if (places.length + inUnits.length > 0) properties.className = [...classes, 'at-sense'];
    insertBreaks(element, { places: new Set(places), inUnits: new Set(inUnits), at: 0 });
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
  places: ReadonlySet<number>;
  inUnits: ReadonlySet<number>;
  at: number;
}

/** Walks the texts in the same order, and splits them at the places. */
function insertBreaks(node: Element, walk: Walk): void {
  if (isAside(node)) return;
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName === 'ruby') {
      // A base with its reading is not split, only separated from the text before it.
      const isAtBreak = walk.places.has(walk.at);
      walk.at += textsOf(child).reduce((sum, { value }) => sum + value.length, 0);
      return isAtBreak ? [h('wbr'), child] : [child];
    }
    if (child.type === 'element') insertBreaks(child, walk);
    return child.type === 'text' ? partText(child.value, walk) : [child];
  });
}

/** A text with its breaks: between units, and inside long ones, which are boxes that break only if necessary. */
function partText(value: string, walk: Walk): ElementContent[] {
  const start = walk.at;
  walk.at += value.length;
  const isAtBreak = walk.places.has(start);
  return cut(value, (at) => walk.places.has(start + at)).flatMap(({ text, at }, index): ElementContent[] => {
    const parts = cut(text, (inside) => walk.inUnits.has(start + at + inside));
    const nodes = parts.flatMap((part, order): ElementContent[] => [
      ...(order > 0 ? [h('wbr')] : []),
      { type: 'text', value: part.text },
    ]);
    const unit = parts.length > 1 && text.length > longUnit ? [h('span.unit', nodes)] : [textNode(text)];
    return index > 0 || isAtBreak ? [h('wbr'), ...unit] : unit;
  });
}

const textNode = (value: string): Text => ({ type: 'text', value });

/** The pieces of a text that begin at its start and at each place. */
function cut(text: string, isPlace: (at: number) => boolean): { text: string; at: number }[] {
  const starts = [0, ...[...Array(text.length).keys()].filter((at) => at > 0 && isPlace(at))];
  return starts.map((at, index) => ({ text: text.slice(at, starts[index + 1]), at }));
}
