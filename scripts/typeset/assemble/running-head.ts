import { widthClass, widthOf } from '../../text/widths.js';
import { headReserve, headSizePt } from '../book/head-room.js';
import type { TypeArea } from '../book/type-area.js';

/**
 * 书眉: a title above a page, on one line. One that is too long for the measure loses its date, or ends in 「…」 after a
 * word; cutting it off by a clipping box would make printing a quarter slower.
 */
export function runningHead(title: string, { ems, emPt }: TypeArea): string {
  const quarters = ((4 * ems * emPt) / headSizePt) * headReserve;
  const letters = [...title];
  let width = 0;
  const over = letters.findIndex((letter) => {
    width += widthOf(widthClass(letter.codePointAt(0)!), 0, 'full');
    return width > quarters;
  });
  if (over < 0) return title;
  const dated = date.exec(title);
  if (dated && [...dated[1]!].length <= over) return dated[1]!;
  // The ellipsis replaces the letter before the last that fits.
  const cut = Math.max(1, over - 1);
  const shown = letters.slice(0, cut).join('');
  const isInWord = /[\p{Script=Latin}\d]$/u.test(shown) && /^[\p{Script=Latin}\d’'-]/u.test(letters[cut]!);
  const whole = isInWord ? shown.replace(/[\s\u3000]+\S*$/u, '') : shown;
  return `${(whole || shown).replace(/[\s\u3000,;:]+$/u, '')}…`;
}

/** A title with the date of its issue: “The Daily, 26 February 2025”, 某报　2025年2月26日. */
const date = /^(.+?)(?:, (?=\d{1,2} \p{L}+ \d{4}$)|\u3000(?=\d{4}年|[一二〇○零]{1,4}年))/u;
