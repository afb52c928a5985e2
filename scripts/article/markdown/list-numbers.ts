import type { List, ListItem, Root } from 'mdast';
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

declare module 'mdast' {
  interface ListItemData {
    /** The number of an item in the manuscript, where it does not follow from the item before. */
    number?: number;
  }
  interface ListData {
    /** True if its numbers are written with a bracket: 1). */
    isBracketed?: boolean;
  }
}

/**
 * 序号: the items of a list keep the numbers of the manuscript: 1, 3, 5. A list of equal numbers (1. 1. 1.) asks Markdown
 * to count. In place.
 */
export function remarkListNumbers() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    visit(tree, 'list', (list) => {
      if (!list.ordered) return;
      const first = source.slice(list.position?.start.offset, (list.position?.start.offset ?? 0) + 12);
      if (/^\d+\)/.test(first)) list.data = { ...list.data, isBracketed: true };
      const numbers = list.children.map((item) => numberOf(item, source));
      if (numbers.every((number) => number === numbers[0])) return;
      list.children.forEach((item, index) => {
        const [number, before] = [numbers[index], index === 0 ? undefined : numbers[index - 1]];
        if (number !== undefined && before !== undefined && number !== before + 1)
          item.data = { ...item.data, number };
      });
    });
  };
}

function numberOf({ position }: ListItem, source: string): number | undefined {
  const digits = /^\d+/.exec(source.slice(position?.start.offset, (position?.start.offset ?? 0) + 9))?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The number of an item in its list. */
export function itemNumber(list: List, index: number): number {
  const from = list.children.findLastIndex((item, at) => at <= index && item.data?.number !== undefined);
  return from < 0 ? (list.start ?? 1) + index : list.children[from]!.data!.number! + index - from;
}

/** Writes an item under its own number. */
export const writeNumbered: Handle = (node: ListItem, parent, state, info) => {
  if (parent?.type !== 'list' || !parent.ordered) return defaultHandlers.listItem(node, parent, state, info);
  const index = parent.children.indexOf(node);
  if (parent.data?.isBracketed) state.bulletCurrent = ')';
  const start = itemNumber(parent, index) - index;
  // The writer counts from the list's start, which may not be negative: the number goes into the bullet instead.
  if (start >= 0) return defaultHandlers.listItem(node, { ...parent, start }, state, info);
  return defaultHandlers.listItem(node, { ...parent, start: start + index, children: [node] }, state, info);
};
