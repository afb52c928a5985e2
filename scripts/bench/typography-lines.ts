import { isInseparablePair, lineEndProhibited, lineStartProhibited } from '../text/prohibition.js';
import { type Check, checked, describe } from './typography-check.js';
import {
  bodyLines,
  columnLeft,
  columnRight,
  columnsOf,
  endOf,
  gapsOf,
  isJustified,
  isOpening,
  startOf,
  tolerancePt,
} from './typography-geometry.js';
import type { SetBlock } from './typography-read.js';

/** Where lines stand, and where they are broken. */
export const lineChecks: readonly Check[] = [
  {
    name: 'type area a whole number of ems and lines',
    run: (set) =>
      checked([...bodyLines(set)], ({ block, line, index }) => {
        const isWhole = Number.isInteger(columnsOf(set).measure) && Number.isInteger(set.book.typeArea.lines);
        const over = endOf(line, set) - columnRight(set, line);
        return isWhole && (over < 0.3 || !isJustified(block, index))
          ? undefined
          : `${describe(line)} +${over.toFixed(2)} pt`;
      }),
  },
  {
    name: 'base lines on one grid, on all pages',
    run: (set) => {
      const lines = [...bodyLines(set)];
      const { topPt, linePt } = set.book.typeArea;
      const phases = lines.map(({ line }) => (((line.y - topPt) % linePt) + linePt) % linePt);
      const grid = [...phases].sort((a, b) => a - b)[Math.floor(phases.length / 2)] ?? 0;
      return checked(
        lines.map(({ line }, index) => ({ line, off: phases[index]! - grid })),
        ({ line, off }) =>
          Math.abs(off) < tolerancePt ? undefined : `${describe(line)} ${off.toFixed(2)} pt off`,
      );
    },
  },
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
  {
    name: '—— and …… whole',
    run: (set) =>
      checked(
        [...bodyLines(set)].flatMap(({ block, line, index }) =>
          [...line.text.matchAll(/——|……|[—…]/gu)].map((match) => ({
            match,
            line,
            next: block.lines[index + 1],
          })),
        ),
        ({ match, line, next }) => {
          const isTorn =
            match.index + match[0].length === line.text.length &&
            next !== undefined &&
            match[0].length === 1 &&
            isInseparablePair(match[0], next.text[0]!);
          return isTorn ? `${describe(line)} … ${line.text.slice(-4)}` : undefined;
        },
      ),
  },
  {
    name: 'numbers with units, per cent, dates, names, Latin words whole',
    run: (set) =>
      checked(
        [...bodyLines(set)].flatMap(({ block, line, index }) => {
          const next = block.lines[index + 1];
          return next && !breaksAtBlank(block, index) ? [{ line, next }] : [];
        }),
        ({ line, next }) => {
          const end = line.text.slice(-12);
          const seam = `${end}\u0001${next.text.slice(0, 12)}`;
          // 2月|25日 is worse than a gap of ⅙ em, but not in a newspaper's column.
          const isNarrow = columnsOf(set).measure < 20;
          const torn = tears.some((tear) => tear.test(seam)) || (!isNarrow && /\d月\u0001\d+日/u.test(seam));
          return torn ? `${end.slice(-6)}|${next.text.slice(0, 6)} (page ${line.page + 1})` : undefined;
        },
      ),
  },
];

/** Whether a line ends between two words. */
function breaksAtBlank({ lines, source }: SetBlock, index: number): boolean {
  let left = lines.slice(0, index + 1).reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
  let at = 0;
  while (at < source.length && left > 0) if (!/\s/u.test(source[at++]!)) left--;
  return /\s/u.test(source[at] ?? '');
}

/** What a proof-reader marks where a line ends (at \u0001). */
const tears: readonly RegExp[] = [
  /[\d.,]\u0001[\d.,]/u,
  /\d\u0001[%％‰℃年月日时時分秒号號元人名个個次件项項家岁歲级級届屆版条條亩畝吨噸公千百万萬亿億倍]/u,
  /\d[万萬亿億]\u0001[元人名吨噸亩畝千]/u,
  /第\u0001\d/u,
  /[A-Za-z]\u0001[A-Za-z]/u,
  /(?:记者|記者|通讯员|通訊員)[　 ]?\p{Script=Han}\u0001\p{Script=Han}(?:\p{Script=Han})?[）)　、]/u,
];
