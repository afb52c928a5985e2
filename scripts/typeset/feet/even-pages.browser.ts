import type { SetParagraph } from '../lines/set-lines.browser.js';
import type { Side } from '../pages.js';
import { evenColumns } from './even-columns.browser.js';
import { evenSpreads, type PagedFlow } from './even-spreads.browser.js';
import { floatFigures, holdFigures } from './float-figures.browser.js';
import { snapColumns } from './snap-columns.browser.js';

/** Pages of a flow that have been made even. */
export interface EvenPages {
  /** Pages that end early, to be level with the facing one, with the place of their foot in px from their top. */
  earlyFeet: ReadonlyMap<number, number>;
  /** True if other pages would have been made, had the first one been on the other side. */
  isSided: boolean;
}

/** A change of one kind moves what another one has settled; it seldom needs a second round. */
const mostRounds = 3;

/**
 * 齐脚 of a flow in columns, each of which becomes a page: what its paragraphs allow, and then, if the side of the first
 * page is known, spread by spread.
 */
export function evenPages(flow: PagedFlow, set: readonly SetParagraph[], side: Side | undefined): EvenPages {
  snapColumns(flow.content);
  evenColumns(flow, set);
  floatFigures(flow);
  snapColumns(flow.content);
  const earlyFeet = new Map<number, number>();
  let isSided = false;
  const isSingle = side === undefined || side === 'any' || isVertical(flow.content);
  for (let round = 0; !isSingle && round < mostRounds; round++) {
    if (evenSpreads(flow, side, earlyFeet)) isSided = true;
    if (!snapColumns(flow.content)) break;
  }
  // Columns that were put on the grid may have moved a line as well.
  holdFigures(flow);
  return { earlyFeet, isSided };
}

const isVertical = (content: Element) => getComputedStyle(content).writingMode.startsWith('vertical');
