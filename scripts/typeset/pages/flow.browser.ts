import { carryOut } from '../cuts/carry-out.browser.js';
import { type ColumnOf, type Cut, lastPage, planCuts } from '../cuts/cut.browser.js';
import { freeLines } from '../feet/hold-lines.browser.js';
import type { SetParagraph } from '../lines/set-lines.browser.js';
import { fixInnerColumns, type InnerColumns, readInnerColumns } from './inner-columns.browser.js';
import { markContinuation } from './split.browser.js';

/** Gap between the columns of a flow, in px: wider than anything may protrude from the type area. */
const gapPx = 400;

/** A multi-column box whose columns become pages. */
export interface Flow {
  /** The content of the columns. */
  content: HTMLElement;
  /** Block size of a column, in px: the height of the type area; its width in vertical writing. */
  fullSize: number;
  /** Sets the height of all columns. */
  setSize: (size: number) => void;
  columnOf: ColumnOf;
  /** Distance of a box from the start side of its column (left; right in vertical writing) and from its top, in px. */
  offsetOf: (box: DOMRect) => { x: number; y: number };
  /** Distance from the top of its column to the end of a box, in px. */
  endOf: (box: DOMRect) => number;
  /** Pages that end early, to be level with the facing one, with the place of their foot in px from their top. */
  earlyFeet?: ReadonlyMap<number, number>;
}

/** Lets an area's content flow in columns of the area's own size. */
export function openFlow(area: HTMLElement, content: HTMLElement): Flow {
  const { width, height } = contentBox(area);
  const isVertical = getComputedStyle(area).writingMode.startsWith('vertical');
  const [measure, fullSize] = isVertical ? [height, width] : [width, height];
  area.style.cssText = `box-sizing:content-box;inline-size:${measure}px;block-size:${fullSize}px;columns:auto ${measure}px;column-gap:${gapPx}px;column-fill:auto`;
  area.classList.add('galley-flow');
  const stride = measure + gapPx;
  const columnOf: ColumnOf = (box) => {
    const origin = area.getBoundingClientRect();
    const offset = isVertical ? box.top - origin.top : box.left - origin.left;
    return Math.max(0, Math.floor((offset + gapPx / 2) / stride));
  };
  const offsetOf = (box: DOMRect) => {
    const origin = area.getBoundingClientRect();
    const [x, y] = [isVertical ? origin.right - box.right : box.left - origin.left, box.top - origin.top];
    const before = columnOf(box) * stride;
    return isVertical ? { x, y: y - before } : { x: x - before, y };
  };
  const endOf = (box: DOMRect) => {
    const origin = area.getBoundingClientRect();
    return isVertical ? origin.right - box.left : box.bottom - origin.top;
  };
  return {
    content,
    fullSize,
    setSize: (size) => {
      area.style.blockSize = `${size}px`;
    },
    columnOf,
    offsetOf,
    endOf,
  };
}

/** An area's size without padding and border, in px, fractions included. */
export function contentBox(area: HTMLElement): { width: number; height: number } {
  const { width, height } = area.getBoundingClientRect();
  const style = getComputedStyle(area);
  const frame = (...sides: ('Top' | 'Right' | 'Bottom' | 'Left')[]) =>
    sides.reduce(
      (sum, side) =>
        sum + Number.parseFloat(style[`padding${side}`]) + Number.parseFloat(style[`border${side}Width`]),
      0,
    );
  return { width: width - frame('Left', 'Right'), height: height - frame('Top', 'Bottom') };
}

/** The content of a flow by column. */
export interface Plan {
  cuts: Cut[];
  columns: number;
}

export function planFlow({ content, columnOf }: Flow): Plan {
  const cuts = planCuts(content, columnOf);
  return { cuts, columns: cuts.reduce((most, cut) => Math.max(most, lastPage(cut) + 1), 1) };
}

/** Called with columns before they are taken out of their flow: for tests that compare pages with them. */
export type Watch = (flow: Flow, count: number, set?: readonly SetParagraph[]) => void;

/** Takes the first columns out of a flow; the rest begins a column as a continuation. */
export function takeColumns(flow: Flow, { cuts, columns }: Plan, count: number): DocumentFragment[] {
  const inner = readInnerColumns(flow.content, flow);
  const taken = carried(cuts, count);
  if (count < columns) markContinuation(flow.content);
  return settled(taken, inner);
}

/** Takes all columns out of a flow. Its content leaves the document at once: node by node takes three times as long. */
export function takeAll(flow: Flow, { cuts, columns }: Plan): DocumentFragment[] {
  const inner = readInnerColumns(flow.content, flow);
  flow.content.remove();
  return settled(carried(cuts, columns), inner);
}

function carried(cuts: readonly Cut[], count: number): DocumentFragment[] {
  const taken = Array.from({ length: count }, () => document.createDocumentFragment());
  carryOut(cuts, { pageOf: (page) => taken[page]!, end: count });
  return taken;
}

function settled(taken: DocumentFragment[], inner: InnerColumns): DocumentFragment[] {
  for (const [page, piece] of taken.entries()) {
    freeLines(piece);
    fixInnerColumns(piece, page, inner);
  }
  return taken;
}
