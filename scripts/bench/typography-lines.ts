import type { Glyph } from '../prepress/painter.js';
import { isCjkPunctuation, isHan } from '../text/characters.js';
import { blankSideOf } from '../text/mark-shape.js';
import { isInseparablePair, lineEndProhibited, lineStartProhibited } from '../text/prohibition.js';
import { type Check, checked, describe } from './typography-check.js';
import { advanceOf, type SetBlock, type SetBook, type SetLine } from './typography-read.js';

/** Tolerance of a place on paper: an eighth of a point is not seen, and layout rounds to 1/64 px. */
const tolerancePt = 0.13;
const mostGapEm = 1 / 8;
/** 中西间距, which is no slack. */
const autospaceEm = 1 / 8;

/** 栏: how many columns a page has, how wide they are and how far apart, in em. */
function columnsOf({ book }: SetBook): { count: number; measure: number; gap: number } {
  const numberOf = (name: string, otherwise: number) =>
    Number(new RegExp(`${name}:\\s*(\\d+)\\s*;`).exec(book.css.join('\n'))?.[1] ?? otherwise);
  const count = numberOf('--columns', 1);
  const gap = numberOf('--gap', 0);
  return { count, measure: (book.typeArea.ems - (count - 1) * gap) / count, gap };
}

/** Where the column of a line begins. */
function columnLeft(set: SetBook, line: SetLine): number {
  const { innerPt, outerPt, emPt } = set.book.typeArea;
  const { measure, gap } = columnsOf(set);
  const first = line.page % 2 === 0 ? innerPt : outerPt;
  const stride = (measure + gap) * emPt;
  // A mark may begin half an em before its column, with its blank half.
  return first + Math.max(0, Math.floor((line.glyphs[0]!.x + 0.7 * emPt - first) / stride)) * stride;
}

/** Where it ends. */
const columnRight = (set: SetBook, line: SetLine) =>
  columnLeft(set, line) + columnsOf(set).measure * set.book.typeArea.emPt;

function* bodyLines({ blocks }: SetBook): Generator<{ block: SetBlock; line: SetLine; index: number }> {
  for (const block of blocks)
    if (block.isBody) for (const [index, line] of block.lines.entries()) yield { block, line, index };
}

/** Where the text of a line begins: the ink side of a mark that has given its blank half away. */
const startOf = ({ glyphs }: SetLine) => glyphs[0]!.x;

/** Where it ends: a mark at the end counts with what is left of it. */
function endOf(line: SetLine, set: SetBook): number {
  const last = line.glyphs.at(-1)!;
  return last.x + advanceOf(last) - (isTrimmable(last, set) ? last.size / 2 : 0);
}

const isCentred = ({ book }: SetBook) => /^zh-Hant/.test(book.lang);
const isTrimmable = (glyph: Glyph, set: SetBook) =>
  blankSideOf(glyph.text, isCentred(set)) === 'end' && advanceOf(glyph) > 0.9 * glyph.size;
const isOpening = (glyph: Glyph) => blankSideOf(glyph.text, false) === 'start';

/** Lines that are justified: all but a paragraph's last one. */
const isJustified = (block: SetBlock, index: number) => index < block.lines.length - 1;

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
          return next ? [{ line, next }] : [];
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
  {
    name: 'adjacent marks compressed',
    run: (set) =>
      checked(
        [...bodyLines(set)].flatMap(({ line }) =>
          line.glyphs.slice(1).flatMap((glyph, at) => {
            const before = line.glyphs[at]!;
            return meets(before, glyph, set) ? [{ before, glyph, line }] : [];
          }),
        ),
        ({ before, glyph, line }) => {
          // Two marks together take 1½ em, so from the first one's start to the second one's ink is at most 1 em.
          const distance = (glyph.x - before.x) / glyph.size;
          const most = isOpening(glyph) ? 0.65 : 0.65;
          return distance < most + 0.001
            ? undefined
            : `${before.text}${glyph.text} ${distance.toFixed(2)} em (page ${line.page + 1})`;
        },
      ),
  },
  {
    name: 'marks at a line’s end trimmed',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(
          ({ block, line, index }) => isJustified(block, index) && isTrimmable(line.glyphs.at(-1)!, set),
        ),
        ({ line }) => {
          const last = line.glyphs.at(-1)!;
          const left = (columnRight(set, line) - last.x) / last.size;
          return left < 0.55 ? undefined : `${describe(line)} … ${line.text.slice(-4)} ${left.toFixed(2)} em`;
        },
      ),
  },
  {
    name: 'no gap wider than ⅛ em',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(({ block, index }) => isJustified(block, index)),
        ({ line }) => {
          const most = Math.max(0, ...gapsOf(line, set));
          return most <= mostGapEm + 0.005 ? undefined : `${describe(line)} ${most.toFixed(3)} em`;
        },
      ),
  },
  {
    name: 'slack spread over the whole line',
    run: (set) =>
      checked(
        [...bodyLines(set)].filter(({ block, index }) => isJustified(block, index)),
        ({ line }) => {
          const gaps = gapsOf(line, set, true);
          const uneven = Math.max(...gaps) - Math.min(...gaps);
          return gaps.length < 2 || uneven < 0.03 ? undefined : `${describe(line)} ±${uneven.toFixed(3)} em`;
        },
      ),
  },
];

/** What a proof-reader marks where a line ends (at \u0001). */
const tears: readonly RegExp[] = [
  /[\d.,]\u0001[\d.,]/u,
  /\d\u0001[%％‰℃年月日时時分秒号號元人名个個次件项項家岁歲级級届屆版条條亩畝吨噸公千百万萬亿億倍]/u,
  /\d[万萬亿億]\u0001[元人名吨噸亩畝千]/u,
  /第\u0001\d/u,
  /[A-Za-z]\u0001[A-Za-z]/u,
  /(?:记者|記者|通讯员|通訊員)[　 ]?\p{Script=Han}\u0001\p{Script=Han}(?:\p{Script=Han})?[）)　、]/u,
];

/** Whether two neighbours are marks of which one must give. */
function meets(before: Glyph, after: Glyph, set: SetBook): boolean {
  const [left, right] = [before, after].map((glyph) => blankSideOf(glyph.text, isCentred(set)));
  const isFull = [before, after].every((glyph) => advanceOf(glyph) > 0.9 * glyph.size);
  return (
    isFull &&
    ((left === 'end' && right !== undefined && right !== 'both') || (left === 'start' && right === 'start'))
  );
}

/** Space between neighbours of a line beyond what they take by themselves, in em. */
function gapsOf({ glyphs }: SetLine, set: SetBook, hanOnly = false): number[] {
  const gaps: number[] = [];
  glyphs.slice(1).forEach((glyph, at) => {
    const before = glyphs[at]!;
    const [a, b] = [before.text, glyph.text];
    if (a === ' ' || b === ' ' || a === '　' || b === '　') return;
    if (hanOnly && !(isHan(a) && isHan(b))) return;
    let gap = (glyph.x - before.x - advanceOf(before)) / glyph.size;
    if (isHan(a) !== isHan(b) && !isCjkPunctuation(a) && !isCjkPunctuation(b)) gap -= autospaceEm;
    gaps.push(gap);
  });
  return set ? gaps : [];
}
