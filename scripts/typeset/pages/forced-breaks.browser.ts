import type { Side } from '../pages.js';
import { styleRules } from './style-rules.browser.js';

const sides: Record<string, Side> = {
  page: 'any',
  always: 'any',
  column: 'any',
  recto: 'recto',
  right: 'recto',
  verso: 'verso',
  left: 'verso',
};

/**
 * Turns the page breaks that style sheets force into column breaks, which work in a galley in columns, and marks the
 * elements that must begin a page with `data-break`, the side that they require. Their continuations are not marked.
 * The declarations are few: their selectors are queried, not every element's style.
 */
export function forceBreaks(root: HTMLElement): void {
  const elements = new Set<HTMLElement>(
    root.querySelectorAll<HTMLElement>('[style*="break-"], [style*="Break"]'),
  );
  for (const rule of styleRules()) {
    const { breakBefore, breakAfter } = rule.style;
    if (!sides[breakBefore] && !sides[breakAfter]) continue;
    for (const element of root.querySelectorAll<HTMLElement>(rule.selectorText)) elements.add(element);
  }
  const forced: [HTMLElement, Side][] = [];
  for (const element of elements) {
    const style = getComputedStyle(element);
    const before = sides[style.breakBefore];
    const after = sides[style.breakAfter];
    if (before) forced.push([element, before]);
    const next = after && follower(element, root);
    if (after && next) forced.push([next, after]);
    if (after) element.style.breakAfter = 'auto';
  }
  for (const [element, side] of forced) force(element, side);
}

function force(element: HTMLElement, side: Side): void {
  const known = element.getAttribute('data-break');
  if (!known || known === 'any') element.setAttribute('data-break', side);
  element.style.breakBefore = 'column';
  // There is no space above a crosshead at the head of a page. The browser drops it in the flow, but not on the page.
  for (const one of [element, ...opening(element)])
    if (one instanceof HTMLElement && one.matches('.crosshead'))
      one.style.setProperty('margin-block-start', '0', 'important');
}

/** The next element that shows something, or the one after the nearest ancestor that has such a next element. */
function follower(element: Element, root: Element): HTMLElement | undefined {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement)
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling)
      if (takesSpace(next)) return next as HTMLElement;
  return undefined;
}

/** False for what is hidden, and for a box without a size, as that of lifted notes: its page would be white. */
function takesSpace(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** The side required by the first content of a page; undefined when it is not forced to begin one. */
export function sideOf(content: ParentNode): Side | undefined {
  let side: Side | undefined;
  for (const element of opening(content)) {
    const asked = element.getAttribute('data-break') as Side | null;
    if (asked && (side === undefined || side === 'any')) side = asked;
  }
  return side;
}

/** The elements that begin a page: its first element, the first element of that … */
function* opening(content: ParentNode): Generator<Element> {
  for (let element = content.firstElementChild; element; element = element.firstElementChild) yield element;
}
