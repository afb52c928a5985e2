import { element } from '../controls/element.browser.js';
import { fill, textOf } from './piece-content.browser.js';

/** A place or selection in a restored text, as offsets of the source: the caret and the other end. */
export interface Point {
  at: number;
  anchor: number;
}

/** A stretch of restored text and its place in the source. */
interface Stop {
  at: number;
  node: Node;
  offset: number;
}

/**
 * 光标: a caret in the restored text of a piece, moved by click and key. It is between characters of the source; the
 * replacement of an edit counts as one character.
 */
export function newCaret() {
  const bar = element('span', { class: 'caret', 'aria-hidden': 'true' });
  let text: HTMLElement | undefined;
  let point: Point | undefined;
  const show = () => {
    if (!text || !point) return;
    const stops = stopsOf(text);
    const stop = stops.find(({ at }) => at >= point!.at) ?? stops.at(-1);
    if (!stop) return;
    const box = boxAt(stop);
    const frame = text.getBoundingClientRect();
    bar.style.setProperty('--x', `${box.left - frame.left}px`);
    bar.style.setProperty('--y', `${box.top - frame.top}px`);
    bar.style.setProperty('--h', `${box.height}px`);
    if (bar.parentElement !== text) text.append(bar);
    highlight(text, stops, point);
  };
  const clear = () => {
    bar.remove();
    CSS.highlights.delete('picked');
    text = undefined;
    point = undefined;
  };
  return {
    clear,
    point: () => point,
    /** The selection, or the character after the caret. */
    range(): readonly [number, number] | undefined {
      if (!text || !point) return undefined;
      const { at, anchor } = point;
      if (at !== anchor) return [Math.min(at, anchor), Math.max(at, anchor)];
      const next = stopsOf(text).find((stop) => stop.at > at);
      return next && [at, next.at];
    },
    set(piece: HTMLElement, at: number, anchor = at) {
      fill(piece);
      text = piece.querySelector<HTMLElement>('.restored-text') ?? undefined;
      point = { at, anchor };
      show();
    },
    /** Moves one step; returns true if possible. */
    move(by: 1 | -1, extend: boolean): boolean {
      if (!text || !point) return false;
      const places = [...new Set(stopsOf(text).map(({ at }) => at))];
      const next = by > 0 ? places.find((at) => at > point!.at) : places.findLast((at) => at < point!.at);
      if (next === undefined) return false;
      point = { at: next, anchor: extend ? point.anchor : next };
      show();
      return true;
    },
    show,
  };
}

export type Caret = ReturnType<typeof newCaret>;

/** Places between characters, in order. A mark ends where its edit does. */
function stopsOf(text: HTMLElement): Stop[] {
  const stops: Stop[] = [];
  for (const part of text.querySelectorAll<HTMLElement>('[data-at], .mark')) {
    const at = Number(part.dataset.at ?? part.dataset.end);
    const node = part.firstChild;
    if (part.dataset.at === undefined) stops.push({ at, node: part, offset: part.childNodes.length });
    else if (node instanceof Text)
      for (let offset = 0; offset <= node.length; offset++)
        // Not inside a character of two units.
        if (!/[\udc00-\udfff]/.test(node.data[offset] ?? '')) stops.push({ at: at + offset, node, offset });
  }
  return stops;
}

/** The range of the source of a character among some words of a piece's text. */
export function placeOfText(
  piece: HTMLElement,
  words: string,
  at: number,
): readonly [start: number, end: number] | undefined {
  const found = textOf(piece).indexOf(words);
  if (found < 0) return undefined;
  fill(piece);
  let index = found + [...words].slice(0, at).join('').length;
  for (const part of piece.querySelectorAll<HTMLElement>('.restored-text [data-at], .restored-text .mark')) {
    const length = part.textContent?.length ?? 0;
    if (index >= length) index -= length;
    else if (part.dataset.at === undefined) return [Number(part.dataset.start), Number(part.dataset.end)];
    else return [Number(part.dataset.at) + index, Number(part.dataset.at) + index + 1];
  }
  return undefined;
}

/** The range of the source of a stretch of a piece's text. */
export function sourceRange(
  piece: HTMLElement,
  from: number,
  to: number,
): readonly [number, number] | undefined {
  fill(piece);
  let offset = 0;
  let start: number | undefined;
  let end: number | undefined;
  for (const part of piece.querySelectorAll<HTMLElement>('.restored-text [data-at], .restored-text .mark')) {
    const length = part.textContent?.length ?? 0;
    const [head, tail] = [offset, offset + length];
    offset = tail;
    if (tail <= from || head >= to) continue;
    const at = part.dataset.at === undefined ? undefined : Number(part.dataset.at);
    start ??= at === undefined ? Number(part.dataset.start) : at + Math.max(0, from - head);
    end = at === undefined ? Number(part.dataset.end) : at + Math.min(length, to - head);
  }
  return start === undefined || end === undefined ? undefined : [start, end];
}

/** The offset in a piece's text of a place of the source. */
export function textOffset(piece: HTMLElement, at: number): number {
  fill(piece);
  let offset = 0;
  for (const part of piece.querySelectorAll<HTMLElement>('.restored-text [data-at], .restored-text .mark')) {
    const length = part.textContent?.length ?? 0;
    const start = Number(part.dataset.at ?? part.dataset.start);
    const end = part.dataset.at === undefined ? Number(part.dataset.end) : start + length;
    if (at < end) return offset + (part.dataset.at === undefined ? 0 : Math.max(0, at - start));
    offset += length;
  }
  return offset;
}

function boxAt({ node, offset }: Stop): { left: number; top: number; height: number } {
  const range = document.createRange();
  if (node instanceof Text && offset < node.length) {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect();
  }
  range.selectNodeContents(node);
  const box = [...range.getClientRects()].at(-1) ?? (node as Element).getBoundingClientRect();
  return { left: box.right, top: box.top, height: box.height };
}

function highlight(text: HTMLElement, stops: readonly Stop[], { at, anchor }: Point): void {
  const [from, to] = [Math.min(at, anchor), Math.max(at, anchor)];
  const start = stops.findLast((stop) => stop.at <= from && stop.node.isConnected);
  const end = stops.find((stop) => stop.at >= to);
  if (from === to || !start || !end || !text.isConnected) return void CSS.highlights.delete('picked');
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  CSS.highlights.set('picked', new Highlight(range));
}

/** The place of the source at a point of the DOM inside a restored text. */
function sourcePlace(node: Node, offset: number): number | undefined {
  const part = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-at], .mark',
  );
  if (!part) return undefined;
  return part.dataset.at === undefined ? Number(part.dataset.end) : Number(part.dataset.at) + offset;
}

/** The place of a click, or the selection of a pointer: caret and anchor. */
export function pointed({ clientX, clientY }: PointerEvent): [at: number, anchor: number] | undefined {
  const chosen = getSelection();
  if (chosen && !chosen.isCollapsed && chosen.anchorNode && chosen.focusNode) {
    const at = sourcePlace(chosen.focusNode, chosen.focusOffset);
    const anchor = sourcePlace(chosen.anchorNode, chosen.anchorOffset);
    if (at !== undefined && anchor !== undefined) return [at, anchor];
  }
  const position = document.caretPositionFromPoint?.(clientX, clientY);
  const at = position && sourcePlace(position.offsetNode, position.offset);
  return at === undefined || at === null ? undefined : [at, at];
}
