/** Paged.js took the breaks out of the style sheets and wrote them into attributes: gives them back to the browser. */
export function forceBreaks(content: DocumentFragment): void {
  const all = '[data-break-before], [data-break-after], [data-previous-break-after]';
  for (const element of content.querySelectorAll<HTMLElement>(all)) {
    const { breakBefore, breakAfter, previousBreakAfter } = element.dataset;
    if (breakBefore === 'avoid') element.style.breakBefore = 'avoid';
    if (breakAfter === 'avoid') element.style.breakAfter = 'avoid';
    if (isForced(breakBefore) || isForced(previousBreakAfter)) element.style.breakBefore = 'column';
  }
  if (content.querySelector('[data-page]')) partNamedPages(content, '');
}

/**
 * A page has one name: where it changes between two siblings, a page ends. @returns names of the first and last page.
 */
function partNamedPages(parent: ParentNode, name: string): { first: string; last: string } {
  const names = { first: name, last: name };
  let previous: string | undefined;
  for (const child of parent.children) {
    const element = child as HTMLElement;
    if (!isShown(element) || element.style.display === 'none') continue;
    const { first, last } = partNamedPages(element, element.dataset.page ?? name);
    if (previous === undefined) names.first = first;
    else if (previous !== first) element.style.breakBefore = 'column';
    previous = last;
    names.last = last;
  }
  return names;
}

/** The sides required by the first content of a page, in Paged.js's reading. */
export function askedSides(content: ParentNode): { dataset: DOMStringMap } | undefined {
  for (const { dataset } of opening(content))
    if (isForced(dataset.previousBreakAfter) || isForced(dataset.breakBefore)) return { dataset };
  return undefined;
}

const isForced = (value: string | undefined) => value !== undefined && value !== 'avoid' && value !== 'auto';

/** The element that names the page; the first one where none does. */
export function namedOpening(content: ParentNode): HTMLElement | undefined {
  const chain = [...opening(content)];
  return chain.findLast(({ dataset }) => dataset.page) ?? chain[0];
}

function* opening(content: ParentNode): Generator<HTMLElement> {
  for (let at = shown(content); at; at = shown(at)) yield at;
}

const shown = (parent: ParentNode) => ([...parent.children] as HTMLElement[]).find(isShown);

/** MathML has no data set. */
const isShown = ({ dataset }: HTMLElement) => dataset !== undefined && !dataset.undisplayed;
