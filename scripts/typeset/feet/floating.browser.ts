/** On a page of fewer lines a figure leaves little room for text: it stays where it is. */
export const leastPage = 20;

/** Blocks that text may run on in, past the place of a figure. */
const running = 'p, .crosshead';
/** Blocks that begin a page, or belong to the one beside them. */
const bound = '.new-page, [data-break], .caption, .credit, .over-table, .signature, .jump, .continued';

/** 如下图： introduces what follows at once. */
const introduces = /[：:]\s*$/u;

/** Figures that move together, and the text that can go before them. */
export interface Floating {
  figures: HTMLElement[];
  over: HTMLElement[];
}

/**
 * A figure with those right after it, and the blocks that may fill its page while it stands at the head of the next: the
 * text of its own story up to another picture, a table, or whatever begins a page. Undefined where there is none, and
 * where the words before introduce the figure.
 */
export function floatingFrom(figure: HTMLElement): Floating | undefined {
  const before = figure.previousElementSibling;
  if (!isFigure(figure) || !before || introduces.test(before.textContent!)) return undefined;
  const figures = siblingsWhile(figure, 'after', isFigure);
  const over = siblingsWhile(figures.at(-1)!.nextElementSibling, 'after', isRunning);
  return over.length > 0 ? { figures, over } : undefined;
}

/** A block and those beside it, up to the first for which `isOne` is false. */
export function siblingsWhile(
  first: Element | null,
  side: 'before' | 'after',
  isOne: (block: Element) => boolean,
): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  const next = side === 'before' ? 'previousElementSibling' : 'nextElementSibling';
  for (let at = first; at && isOne(at); at = at[next]) blocks.push(at as HTMLElement);
  return blocks;
}

const isFigure = (block: Element) => block.matches('figure:not(.plate)');
const isRunning = (block: Element) =>
  block.matches(running) && !block.matches(bound) && !block.querySelector('img, table');
