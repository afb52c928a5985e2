import { type SetParagraph, setAgain } from '../lines/set-lines.browser.js';
import type { Side } from '../pages.js';
import { endBefore, markEarly } from './early-ends.browser.js';
import { fitFigures } from './fit-figures.browser.js';
import type { FlowNotes } from './page-calls.browser.js';
import type { Flow } from './page-model.browser.js';
import { planFeet } from './plan-feet.browser.js';
import { readCalls } from './read-calls.browser.js';
import { readItems } from './read-items.browser.js';

/**
 * 齐脚: lets pages of text end on the same line. A page ends a line short where the next paragraph would leave a line
 * alone, and a story's last page may hold only a line or two. Then one paragraph of the page is set a line longer or
 * shorter, if that does not show; else the facing page ends as early, if the side of the first page is known. The flow
 * must not be in columns yet.
 *
 * @returns true if other pages would have been made, had the first one been on the other side
 */
export function evenFeet(
  root: HTMLElement,
  set: readonly SetParagraph[],
  { pageSize, side, called }: { pageSize: number; side: Side | undefined; called?: FlowNotes },
): boolean {
  const line = Number.parseFloat(getComputedStyle(root).lineHeight);
  const isVertical = getComputedStyle(root).writingMode.startsWith('vertical');
  if (!line || isVertical) return false;
  if (!called) fitFigures(root, set, { line, pageSize });
  if (set.length === 0) return false;
  const read = readItems(root, set, pageSize);
  if (called) readCalls(read, called, line);
  const tried: Flow['tried'] = new Map();
  for (let round = 0; round < mostRounds; round++) {
    const items = read.map((item) => ({ ...item }));
    const { changes, spaces, ends, isSided } = planFeet(
      { items, line, pageSize, tried, ...(called && { noteSizes: called }) },
      side,
    );
    const former = new Map([...changes.keys()].map((one) => [one, one.lines]));
    const strange = setAgain(changes);
    if (strange.length === 0) {
      for (const heading of spaces) widen(heading, line);
      const endAt = called ? markEarly : endBefore;
      for (const end of ends) endAt(items[end.item]!.block, end, line);
      return isSided;
    }
    // All pages after such a paragraph would change: the plan is made again without it.
    for (const one of strange) tried.get(one)!.set(changes.get(one)!.length, undefined);
    if (round < mostRounds - 1) setAgain(former);
  }
  return true;
}

/** A browser seldom differs from our lines: each round leaves out the paragraphs in which it did. */
const mostRounds = 6;

/** A variable of heads: like a crosshead's margin, it has no effect at the head of a page. */
const widen = ({ style }: HTMLElement, line: number): void => style.setProperty('--opened', `${line}px`);
