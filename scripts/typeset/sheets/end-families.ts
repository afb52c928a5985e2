import { type Declaration, type WalkContext, walk } from 'css-tree/dist/csstree.esm';
import type { Sheet } from './sheet.js';

const last = 'chongpai-serif';
const keyword = /^\s*(?:inherit|initial|unset|revert|revert-layer)\s*(?:!important\s*)?$/i;

/**
 * Ends every list of fonts in the face that has all characters of the book: otherwise the browser would use the
 * machine's fonts for characters that the designer's font lacks.
 */
export function endFamilies(sheet: Sheet): string {
  const ends: number[] = [];
  walk(sheet.tree, {
    visit: 'Declaration',
    enter(this: WalkContext, node: Declaration) {
      if (this.atrule?.name === 'font-face' || !/^(?:font|font-family|--[\w-]*-face)$/.test(node.property))
        return;
      const { start, end } = node.value.loc!;
      const value = sheet.css.slice(start.offset, end.offset);
      if (!keyword.test(value) && !value.includes(last) && !/var\([^)]*\)\s*$/.test(value))
        ends.push(end.offset);
    },
  });
  return ends
    .sort((a, b) => b - a)
    .reduce((css, end) => `${css.slice(0, end).trimEnd()}, "${last}"${css.slice(end)}`, sheet.css);
}
