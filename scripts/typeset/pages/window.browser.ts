import type { Flow, Plan } from './flow.browser.js';
import { planFlow } from './flow.browser.js';

/**
 * Window: the blocks of a galley that are in a flow at a time. Where pages are made one by one, each costs a layout of
 * everything after it; later blocks are hidden so that it costs the same on every page.
 */
export interface Window {
  /** Blocks not yet shown, in order. */
  later: Element[];
}

/** Pages of the window after the current one: enough for blocks that are kept together over a page break. */
const pagesAhead = 2;
const mark = 'data-later';

/** Hides all blocks. */
export function openWindow(root: Element): Window {
  const later = [...blocksOf(root)];
  for (const block of later)
    for (let at: Element | null = block; at && at !== root; at = at.parentElement) at.setAttribute(mark, '');
  return { later };
}

/** Containers of blocks only; everything else is a block. */
const containers = new Set(['ARTICLE', 'SECTION', 'MAIN', 'DIV', 'HEADER']);

function* blocksOf(parent: Element): Generator<Element> {
  for (const child of parent.children) {
    if (containers.has(child.tagName) && child.children.length > 0 && !hasOwnText(child))
      yield* blocksOf(child);
    else yield child;
  }
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

/** Shows blocks until the flow's first columns are final, and plans it. `complete` is the number of final columns. */
export function planWindow(flow: Flow, window: Window, hasRoom: number): Plan & { complete: number } {
  for (;;) {
    const plan = planFlow(flow);
    if (window.later.length === 0) return { ...plan, complete: plan.columns };
    const complete = plan.columns - pagesAhead;
    if (complete > 0) return { ...plan, complete };
    show(window, hasRoom * (pagesAhead + 2));
  }
}

/** Shows blocks of this many characters in total, at least one. */
function show(window: Window, characters: number): void {
  let left = characters;
  while (left > 0 && window.later.length > 0) {
    const block = window.later.shift()!;
    // A block costs at least a line.
    left -= Math.max(40, block.textContent?.length ?? 0);
    for (let at: Element | null = block; at?.hasAttribute(mark); at = at.parentElement)
      at.removeAttribute(mark);
  }
}
