import { lineEndProhibited, lineStartProhibited } from '../../text/prohibition.js';
import { type Check, checked, describe } from './check.js';
import {
  bodyLines,
  columnLeft,
  columnRight,
  endOf,
  gapsOf,
  isJustified,
  isOpening,
  startOf,
} from './geometry.js';

/** Checks of the places and the breaks of lines. */
export const lineChecks: readonly Check[] = [
  {
    name: 'first line indented 2 em, none after a page break',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(
          ({ block, line, index }) => index === 0 || block.lines[index - 1]!.page !== line.page,
        ),
        ({ line, index }) => {
          const { emPt } = set.book.typeArea;
          const indent = (startOf(line) - columnLeft(set, line)) / emPt;
          const wanted = index === 0 ? 2 : 0;
          const isRight = [0, isOpening(line.glyphs[0]!) ? -0.5 : 0].some(
            (trim) => Math.abs(indent - wanted - trim) < 0.02,
          );
          return isRight ? undefined : `${describe(line)} ${indent.toFixed(2)} em`;
        },
      ),
  },
  {
    name: 'lines reach the edge, the last before a page break too',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(({ block, index }) => isJustified(block, index)),
        ({ line }) => {
          const short = columnRight(set, line) - endOf(line, set);
          return Math.abs(short) < 0.3 ? undefined : `${describe(line)} ${short.toFixed(2)} pt short`;
        },
      ),
  },
  {
    name: 'last line of a paragraph not spread',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(({ block, index }) => !isJustified(block, index)),
        ({ line }) => {
          const gaps = gapsOf(line, set);
          const most = Math.max(0, ...gaps);
          return most < 0.02 ? undefined : `${describe(line)} ${most.toFixed(3)} em`;
        },
      ),
  },
  {
    name: 'no mark at the start of a line that may not stand there',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(({ index }) => index > 0),
        ({ line }) =>
          lineStartProhibited.has(line.glyphs[0]!.text) || line.glyphs[0]!.text === '…'
            ? describe(line)
            : undefined,
      ),
  },
  {
    name: 'no mark at the end of a line that may not stand there',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(({ block, index }) => isJustified(block, index)),
        ({ line }) =>
          lineEndProhibited.has(line.glyphs.at(-1)!.text)
            ? `${describe(line)} … ${line.text.slice(-6)}`
            : undefined,
      ),
  },
];
