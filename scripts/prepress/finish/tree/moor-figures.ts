import { isElement, type StructureElement } from '../../read/read-structure.js';

/** The private tags of a figure below text that is read after it, and of that text (`tagFragments`). */
const [mooredTag, mooringTag] = [/-x-m(\d+)$/i, /-x-f(\d+)$/i];

/**
 * 图文次序: puts a figure, which layout has set at the head of a page, before the block that follows it in the manuscript.
 * In place; before fragments are joined.
 */
export function moorFigures(root: StructureElement): void {
  const moored: StructureElement[] = [];
  const moorings = new Map<string, StructureElement>();
  const walk = (element: StructureElement) => {
    const number = mooringTag.exec(element.lang ?? '')?.[1];
    if (number !== undefined && !moorings.has(number)) moorings.set(number, element);
    if (mooredTag.test(element.lang ?? '')) moored.push(element);
    for (const kid of element.kids) if (isElement(kid)) walk(kid);
  };
  walk(root);
  for (const figure of moored) {
    const next = moorings.get(mooredTag.exec(figure.lang!)![1]!);
    figure.lang = figure.lang!.replace(mooredTag, '');
    if (!next?.parent || !figure.parent) continue;
    figure.parent.kids = figure.parent.kids.filter((kid) => kid !== figure);
    next.parent.kids.splice(next.parent.kids.indexOf(next), 0, figure);
    figure.parent = next.parent;
  }
}
