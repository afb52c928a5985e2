import type { Box } from '../article/layout.js';
import { isHan } from '../text/characters.js';
import { emsOf } from './boxes.js';
import type { PrintedLine, PrintedPage } from './printed-page.js';

/** A line of a recognition result: words, and a box that is tight or wide by the program's habit. */
export interface BoxedLine {
  text: string;
  /** Undefined where the file has none: the line is under the one before it. */
  box: Box | undefined;
  /** Type size in the unit of the page, if the file has it. */
  size?: number | undefined;
  weight?: number | undefined;
  confidence?: number | undefined;
}

export interface BoxedPage {
  width?: number | undefined;
  height?: number | undefined;
  lines: BoxedLine[];
  rules?: Box[];
}

/** Lines at least this many times longer than wide run in the direction of their length. */
const elongated = 1.6;

/** Pages of recognised lines as printed ones: with directions, with sizes, with a box for each line. */
export function printPages(pages: readonly BoxedPage[]): PrintedPage[] {
  return pages.map(({ width, height, lines, rules = [] }) => {
    const placed = placeAll(lines.filter(({ text }) => /\S/u.test(text)));
    const right = Math.max(1, ...placed.map(({ box }) => box.right));
    const bottom = Math.max(1, ...placed.map(({ box }) => box.bottom));
    return {
      // Boxes outside the page mean that its size is wrong, not that the words do not exist.
      width: Math.max(width ?? 0, right),
      height: Math.max(height ?? 0, bottom),
      lines: sized(placed),
      rules,
    };
  });
}

type Placed = BoxedLine & { box: Box };

/** Places lines without a usable box under each other, below the last one that has one. */
function placeAll(lines: readonly BoxedLine[]): Placed[] {
  let last: Box = { left: 0, top: -1, right: 20, bottom: 0 };
  return lines.map((line) => {
    const own = line.box;
    const isGood =
      own && Object.values(own).every(Number.isFinite) && own.right > own.left && own.bottom > own.top;
    const height = last.bottom - last.top;
    last = isGood
      ? own
      : {
          left: last.left,
          right: last.left + height * [...line.text].length,
          top: last.bottom + height / 2,
          bottom: last.bottom + 1.5 * height,
        };
    return { ...line, box: last };
  });
}

/** Lines with at least this many Han tell their width; the median of a page gives the ratio of boxes to type. */
const enoughHan = 8;
/** Boxes are from a third narrower to twice as wide as their type. */
const [leastFactor, mostFactor] = [0.5, 1.4];

function sized(lines: readonly Placed[]): PrintedLine[] {
  const measured = lines.map((line) => ({ line, ...sidesOf(line.box, line.text), pitch: pitchOf(line) }));
  const factors = measured.flatMap(({ pitch, thickness }) =>
    pitch === undefined ? [] : [pitch / thickness],
  );
  factors.sort((a, b) => a - b);
  const factor = Math.min(mostFactor, Math.max(leastFactor, factors[factors.length >> 1] ?? 1));
  const pitches = measured.flatMap(({ pitch }) => pitch ?? []).sort((a, b) => a - b);
  const body = pitches[pitches.length >> 1];
  const isFull = fullLines(lines, body ?? 1);
  const sizeOf = ({ line, pitch, thickness }: (typeof measured)[number]) => {
    // Type is never wider than its pitch; a box is taller than its type where the line has a bracket, or dirt above it.
    const size = Math.min(thickness * factor, pitch ?? mostSizeOf(line));
    // A full line is stretched where a number did not fit, so its pitch is not the size of the type.
    if (body !== undefined && Math.abs(size / body - 1) < noise && isFull(line)) return body;
    // 一 is a stroke, and a full stop a dot in a corner: the ink of a word or two tells no small type.
    if (body !== undefined && size < body && emsOf(line.text) <= fewEms) return body;
    // Letters spaced out tell no size; and what differs from the text by no more than noise is text.
    if (pitch !== undefined && Math.abs(pitch / size - 1) < noise) return pitch;
    return body !== undefined && Math.abs(size / body - 1) < noise ? body : size;
  };
  return measured
    .map((one) => ({ ...one, size: one.line.size ?? sizeOf(one) }))
    .map((one) => ({
      text: oneLine(one.line.text),
      box: withBlanks(one),
      direction: one.direction,
      size: one.size,
      ...(one.line.weight !== undefined && { weight: one.line.weight }),
      ...(one.line.confidence !== undefined && { confidence: one.line.confidence }),
    }));
}

/** Lines of at most so many em have too little ink to tell their size. */
const fewEms = 3;

/** Marks whose outer half is blank, at the end of a line and at its beginning. */
const [endMark, startMark] = [/[，。、；：！？）》」』】”’]$/u, /^[（《「『【“‘]/u];

/** Recognition draws boxes round the ink; the blank halves of marks at both ends belong to the line. */
function withBlanks({
  line: { box, text },
  direction,
  size,
}: {
  line: Placed;
  direction: PrintedLine['direction'];
  size: number;
}): Box {
  const own = text.trim();
  const lacks = emsOf(own) * size - sidesOf(box, own).length;
  const [before, after] = [startMark.test(own), endMark.test(own)].map((isBlank) =>
    isBlank ? size / 2 : 0,
  ) as [number, number];
  if (lacks <= 0 || before + after === 0) return box;
  const share = Math.min(1, lacks / (before + after));
  return direction === 'vertical'
    ? { ...box, top: box.top - share * before, bottom: box.bottom + share * after }
    : { ...box, left: box.left - share * before, right: box.right + share * after };
}

/** So many lines with the same two edges form a column. */
const leastFull = 5;

/** Tells whether a line fills a column from edge to edge, as others near it do; `em` is the size of the text. */
function fullLines(lines: readonly Placed[], em: number): (line: Placed) => boolean {
  const cell = ({ box: { left, top, right, bottom } }: Placed): [number, number] =>
    (bottom - top > right - left ? [top, bottom] : [left, right]).map((edge) => Math.round(edge / em)) as [
      number,
      number,
    ];
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = cell(line).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (line) => {
    const [from, to] = cell(line);
    let count = 0;
    for (const a of [-1, 0, 1])
      for (const b of [-1, 0, 1]) count += counts.get([from + a, to + b].join()) ?? 0;
    return count >= leastFull;
  };
}

/** A box is off by some pixels on each side: of a short line that may be this share of its size. */
const noise = 0.2;

/** Length of a line by its characters; undefined for a short one, and for one of other characters than Chinese. */
function pitchOf({ text, box }: Placed): number | undefined {
  const ems = emsOf(text);
  const isChinese = [...text].every((char) => isHan(char) || /[，。、；：？！“”（）《》]/u.test(char));
  return ems >= enoughHan && isChinese ? sidesOf(box, text).length / ems : undefined;
}

/** Boxes of short lines are off by more: their pitch is a bound with this much room. */
const room = 1.15;

/** The largest size that the characters of a line have room for. */
function mostSizeOf({ text, box }: Placed): number {
  return (room * sidesOf(box, text).length) / Math.max(1, emsOf(text));
}

/** A line's end inside of it would be taken for one of ours. */
const oneLine = (text: string) =>
  text
    .replace(/[\s\u0085]+/gu, (blank) => (/[\r\n\f\v\u0085\u2028\u2029]/u.test(blank) ? ' ' : blank))
    .trim();

function sidesOf({ left, top, right, bottom }: Box, text: string) {
  const [width, height] = [right - left, bottom - top];
  return height > elongated * width && [...text].length > 1
    ? ({ direction: 'vertical', length: height, thickness: width } as const)
    : ({ direction: 'horizontal', length: width, thickness: height } as const);
}
