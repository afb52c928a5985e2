import type { Element } from 'xast';

/** More than this are drawn by no hand: a browser takes seconds for as many. */
const mostCopies = 100_000;

/**
 * True if a drawing draws far more than it holds: `<use>` of groups of `<use>`, patterns of patterns. A kilobyte of
 * them keeps a browser busy for ever.
 *
 * @param elements all of the drawing, in any order
 */
export function isDrawingBomb(elements: readonly Element[]): boolean {
  const named = new Map(
    elements.flatMap((one) => (one.attributes.id ? [[one.attributes.id, one] as const] : [])),
  );
  const weights = new Map<Element, number>();
  const weightOf = (element: Element): number => {
    const known = weights.get(element);
    if (known !== undefined) return known;
    weights.set(element, 0); // a circle draws nothing
    const inside = element.children.filter((child) => child.type === 'element');
    const copied = copiesOf(element).flatMap((id) => named.get(id) ?? []);
    const weight = [...inside, ...copied].reduce((sum, one) => sum + weightOf(one), 1);
    weights.set(element, weight);
    return weight;
  };
  return elements[0] !== undefined && weightOf(elements[0]) > elements.length + mostCopies;
}

/** Ids of what is drawn in the place of an element, or for it: copies, patterns, masks, markers. */
function copiesOf({ name, attributes }: Element): string[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    const text = value ?? '';
    if (/^(?:xlink:)?href$/.test(key))
      return /^(?:\w+:)?(?:use|pattern)$/.test(name) ? [text.replace(/^#/, '')] : [];
    return [...text.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].map(([, id]) => id!);
  });
}
