import { widthClass, widthOf } from '../../text/widths.js';
import type { TypeArea } from '../book/type-area.js';

/** Size of a running head with its letter spacing, in points: the largest of our themes. */
const sizePt = 8.5;
/** Share of the measure that may be filled: wide Latin letters (W, M) take more than the half em counted for each. */
const reserve = 0.92;

/**
 * 书眉: a title above a page, on one line. One that is too long for the measure ends in 「…」; cutting it off by a
 * clipping box would make printing a quarter slower.
 */
export function runningHead(title: string, { ems, emPt }: TypeArea): string {
  const quarters = ((4 * ems * emPt) / sizePt) * reserve;
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
