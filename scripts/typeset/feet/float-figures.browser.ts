import { carryOut } from '../cuts/carry-out.browser.js';
import { planCut } from '../cuts/cut.browser.js';
import { markParting } from '../cuts/edges.browser.js';
import { type Floating, floatingFrom, leastPage, siblingsWhile } from './floating.browser.js';
import { type FlowColumns, inFlow } from './flow-columns.browser.js';
import { isBetterAfter, mostWhite } from './page-model.browser.js';
import { textBoxes } from './text-boxes.browser.js';

/** A flow in columns, each of which becomes a page. */
export type FloatingFlow = FlowColumns & { content: HTMLElement };

/** Figures of a galley that are moved: each takes three layouts. */
const mostMoved = 100;

/**
 * 图随文走: a figure for which a page or a column has no room stands at the head of the next one, and the text after it
 * fills the place. It never comes before the words that it follows in the manuscript, and its story's text goes on under
 * it. A screen reader still meets it where the manuscript has it: `data-moored` names the block before which it is read.
 */
export function floatFigures(flow: FloatingFlow): void {
  const line = Number.parseFloat(getComputedStyle(flow.content).lineHeight);
  if (flow.fullSize < leastPage * line) return;
  const left = [...flow.content.querySelectorAll<HTMLElement>('figure')];
  for (let count = 0; left.length > 0 && count < mostMoved; ) {
    const found = floatingFrom(left.shift()!);
    if (!found || !leavesWhite(flow, found)) continue;
    count++;
    const key = `${left.length}`;
    const [first] = found.over;
    first!.setAttribute('data-mooring', key);
    if (!move(flow, found)) {
      first!.removeAttribute('data-mooring');
      continue;
    }
    for (const figure of found.figures) figure.setAttribute('data-moored', key);
    left.splice(0, found.figures.length - 1);
  }
}

/**
 * Moves figures up to the head of their column again, if pages were made even since and a line or two has come to stand
 * above them.
 */
export function holdFigures(flow: FloatingFlow): void {
  for (const figure of flow.content.querySelectorAll<HTMLElement>(`${moored}:not(${moored} + *)`)) {
    const columnOf = inFlow(flow, figure.parentElement!);
    const column = columnOf(figure.getBoundingClientRect());
    const before = siblingsWhile(figure.previousElementSibling, 'before', (at) => {
      const last = textBoxes(at).at(-1);
      return !last || columnOf(last) >= column;
    });
    const block = before.at(-1);
    if (!block || before.length > mostAbove) continue;
    const figures = siblingsWhile(figure, 'after', (at) => at.matches(moored));
    settled({ block, isAfter: (box) => columnOf(box) >= column }).before(...figures);
  }
}

const moored = '[data-moored]';

/** Blocks above a figure that a change of the feet can have brought there. */
const mostAbove = 2;

/** A place before a block, or in it, before its part for which `isAfter` is true. */
interface Place {
  block: HTMLElement;
  isAfter: (box: DOMRect) => boolean;
}

/** True if the column before a figure ends with more white than may stay. */
function leavesWhite(flow: FloatingFlow, { figures: [figure] }: Floating): boolean {
  const body = figure!.parentElement!;
  const columnOf = inFlow(flow, body);
  const before = textBoxes(figure!.previousElementSibling!).at(-1);
  if (!before || columnOf(figure!.getBoundingClientRect()) <= columnOf(before)) return false;
  const line = Number.parseFloat(getComputedStyle(flow.content).lineHeight);
  return whiteAfter(flow, before) > (mostWhite + 0.5) * line && isFull(flow, body, before);
}

const whiteAfter = (flow: FloatingFlow, box: DOMRect) => flow.fullSize - flow.endOf(box);

/** True if a box of text goes down to the foot of its page: the last columns are balanced, and end above it. */
function isFull({ columnOf }: FlowColumns, body: Element, box: DOMRect): boolean {
  if (!(Number(getComputedStyle(body).columnCount) > 1)) return true;
  return [...body.getClientRects()].some((one) => columnOf(one) > columnOf(box));
}

/** Moves figures to the place at which their column ends without them, or else after their text; false if they stay. */
function move(flow: FloatingFlow, { figures, over }: Floating): boolean {
  const columnOf = inFlow(flow, figures[0]!.parentElement!);
  const before = textBoxes(figures[0]!.previousElementSibling!).at(-1)!;
  const [column, white, size] = [columnOf(before), whiteAfter(flow, before), sizeOf(figures)];
  // The second of two that need two pages would stand two pages behind its text.
  if (size > flow.fullSize) return false;
  // As high as before, columns are balanced as before.
  over.at(-1)!.after(...figures);
  const isAfter = (box: DOMRect) => columnOf(box) > column;
  const block = over.find((one) => textBoxes(one).some(isAfter));
  const [first] = over;
  const isFilled = block && (block !== first || !textBoxes(block).every(isAfter));
  // A crosshead stays with what follows it.
  if (isFilled && !block.previousElementSibling?.matches('.crosshead')) {
    settled({ block, isAfter }).before(...figures);
    return true;
  }
  if (!block && isBetterAfter({ height: sizeOf(over), white, size, pageSize: flow.fullSize })) return true;
  first!.before(...figures);
  return false;
}

const sizeOf = (blocks: readonly HTMLElement[]) =>
  blocks.reduce((sum, block) => sum + textBoxesSize(block), 0);
const textBoxesSize = (block: HTMLElement) =>
  [...block.getClientRects()].reduce((sum, { height }) => sum + height, 0);

/** The block before which a place is: one in which it lies is parted there. */
function settled({ block, isAfter }: Place): HTMLElement {
  const cut = planCut(block, (box) => (isAfter(box) ? 1 : 0));
  if ('page' in cut) return block;
  const before = document.createDocumentFragment();
  carryOut([cut], { pageOf: () => before, end: 1 });
  block.before(before);
  block.removeAttribute('data-mooring');
  markParting(block.previousElementSibling!, block);
  return block;
}
