import { characterOf, type FlowNotes, type ItemCall } from './page-calls.browser.js';
import type { Item } from './read-items.browser.js';

/** Tells each item which notes it calls, in which of its lines, each of which is `line` px high. */
export function readCalls(items: readonly Item[], { notes }: FlowNotes, line: number): void {
  for (const item of items) {
    const calls = notes.flatMap(({ call, size, least }): ItemCall[] => {
      if (!item.block.contains(call)) return [];
      const character = item.set && characterOf(item.set, call);
      return [{ end: lineEnd(item, call, line), size, least, ...(character !== undefined && { character }) }];
    });
    if (calls.length > 0) item.calls = calls;
  }
}

/** The end of the line with a call, from the top of its block: of a block that does not part, its end. */
function lineEnd({ block, inner, size }: Item, call: Element, line: number): number {
  if (inner.length === 0) return size;
  const box = call.getBoundingClientRect();
  const middle = (box.top + box.bottom) / 2 - block.getBoundingClientRect().top;
  return Math.ceil(middle / line) * line;
}
