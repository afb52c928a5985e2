import { widthClass, widthOf } from '../../text/widths.js';
import { headReserve, headSizePt } from '../book/head-room.js';
import type { TypeArea } from '../book/type-area.js';

/**
 * 书眉: a title above a page, on one line. One that is too long for the measure ends in 「…」; cutting it off by a
 * clipping box would make printing a quarter slower.
 */
export function runningHead(title: string, { ems, emPt }: TypeArea): string {
  const quarters = ((4 * ems * emPt) / headSizePt) * headReserve;
  const letters = [...title];
  let width = 0;
  for (const [index, letter] of letters.entries()) {
    width += widthOf(widthClass(letter.codePointAt(0)!), 0, 'full');
    // The ellipsis replaces the letter before the last that fits.
    if (width > quarters)
      return `${letters
        .slice(0, Math.max(1, index - 1))
        .join('')
        .trimEnd()}…`;
  }
  return title;
}
