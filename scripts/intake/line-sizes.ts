import { isHan } from '../text/characters.js';
import { beginsBlank, emsOf, endsBlank } from './boxes.js';
import { thicknessOf } from './coarse-boxes.js';
import { fewEms, type Placed, sidesOf } from './placed.js';

/** Lines with at least this many Han tell their width; the median of a page gives the ratio of boxes to type. */
const enoughHan = 8;
/** Boxes are from a third narrower to twice as wide as their type. */
const [leastFactor, mostFactor] = [0.5, 1.4];

/**
 * Type sizes of the lines of a page: by what the file tells, where boxes agree with it; else by their boxes; and
 * whether boxes go round ink.
 */
export function sizesOf(lines: readonly Placed[], pointSize?: number): { sizes: number[]; areInk: boolean } {
  const thick = thicknessOf(lines);
  const measured = lines.map((line, index) => ({ line, thickness: thick[index]!, pitch: pitchOf(line) }));
  const long = measured.flatMap((one) => (one.pitch === undefined ? [] : [{ ...one, pitch: one.pitch }]));
  const isFull = fullLines(lines, middleOf(long.map(({ pitch }) => pitch)) ?? 1);
  // A full line is stretched by what its measure has beyond whole ems: its pitch is not the size of the type.
  const free = long.filter(({ line }) => !isFull(line));
  const sure = free.length >= enoughLines ? free : long;
  const ratio = middleOf(sure.map(({ pitch, thickness }) => pitch / thickness)) ?? 1;
  const factor = Math.min(mostFactor, Math.max(leastFactor, ratio));
  const usual = middleOf(long.map(({ thickness }) => thickness));
  const body = usual && usual * factor;
  const noise = noiseOf(long);
  const areInk = !hasWholeBoxes(measured, usual);
  const sizeOf = ({ line, pitch, thickness }: (typeof measured)[number]): number => {
    // Type is never wider than its pitch; a box is taller than its type where the line has a bracket, or dirt above it.
    const size = Math.min(thickness * factor, pitch ?? mostSizeOf(line));
    if (body === undefined) return size;
    // 一 is a stroke, and a full stop a dot in a corner: the ink of a word or two tells no small type; a line above does.
    if (areInk && size < body && emsOf(line.text) <= fewEms) {
      const above = lineAbove(measured, { line, thickness });
      return above ? Math.min(body, sizeOf(above)) : body;
    }
    // What differs from the text by no more than noise is text: round ink a line's box has the height of its
    // characters, and its pitch is off too. Letters spaced out tell no size.
    const isText = areInk
      ? Math.abs(size / body - 1) < mostNoise
      : size / body > 1 - noise.under && size / body < 1 + noise.over;
    if (isText && (isFull(line) || pitch === undefined || areInk)) return body;
    if (pitch === undefined) return size;
    // A justified line of smaller type may have the text's pitch, but exact boxes tell its height.
    if (Math.abs(pitch / body - 1) < samePitch) return !areInk && noise.isExact ? size : body;
    // Justified lines of small type, as of captions, are wider than their type by what each of them has to fill.
    if (areInk && pitch < body) return size;
    return Math.abs(pitch / size - 1) < Math.max(noise.under, noise.over) ? pitch : size;
  };
  return { sizes: told(lines, measured.map(sizeOf), pointSize), areInk };
}

/** A line goes on below another that is so many of its own heights away at most, and as high, give or take this share. */
const [mostAway, sameHeight] = [1, 1.1];

/** The line of some length that a word or two end, if there is one: the nearest above, in the order of reading. */
function lineAbove<One extends { line: Placed; thickness: number }>(
  lines: readonly One[],
  { line, thickness }: Pick<One, 'line' | 'thickness'>,
): One | undefined {
  const own = extentOf(line);
  return lines
    .flatMap((other) => {
      const { near, far, from, to } = extentOf(other.line);
      const white = own.near - far;
      const isAbove = near < own.near && white > -thickness / 2 && white < mostAway * thickness;
      const isLong = emsOf(other.line.text) > fewEms && other.line.direction === line.direction;
      if (!isAbove || !isLong || thickness > sameHeight * other.thickness) return [];
      return Math.min(to, own.to) > Math.max(from, own.from) ? [{ other, white }] : [];
    })
    .sort((a, b) => a.white - b.white)[0]?.other;
}

/** A line's place along its direction, and across it, where the next line is farther. */
const extentOf = ({ box: { left, top, right, bottom }, direction }: Placed) =>
  direction === 'vertical'
    ? { from: top, to: bottom, near: -right, far: -left }
    : { from: left, to: right, near: top, far: bottom };

const middleOf = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[values.length >> 1];

/** The pitch of a line that ends with a mark is off by no more, because half of the mark's em is blank. */
const samePitch = 0.07;

/** Short lines with a box as high as that of long ones, give or take this share, have boxes of their whole em. */
const sameBox = 0.03;

/** True if boxes go round whole ems and not round ink: then they are equally high for a word or two. */
function hasWholeBoxes(
  lines: readonly { line: Placed; thickness: number }[],
  usual: number | undefined,
): boolean {
  if (usual === undefined) return false;
  const short = lines.filter(({ line }) => emsOf(line.text) <= fewEms);
  const whole = short.filter(({ thickness }) => Math.abs(thickness / usual - 1) < sameBox);
  return whole.length >= leastWhole && 2 * whole.length >= short.length;
}
const leastWhole = 3;

/** Programs guess sizes of type: one that differs from its box by this factor is wrong. */
const mostWrong = 1.35;
/** The resolution that a file tells is right unless most of its sizes differ from their boxes by this share. */
const mostOffScale = 0.15;

/** The sizes that a file tells in points, scaled to its page; measured ones where a box contradicts, or none is told. */
function told(
  lines: readonly Placed[],
  measured: readonly number[],
  pointSize: number | undefined,
): number[] {
  const scales = lines
    .flatMap(({ points, text }, index) =>
      points ? [{ scale: measured[index]! / points, weight: text.length }] : [],
    )
    .sort((a, b) => a.scale - b.scale);
  let half = scales.reduce((sum, { weight }) => sum + weight, 0) / 2;
  const usual = scales.find(({ weight }) => {
    half -= weight;
    return half <= 0;
  })?.scale;
  if (usual === undefined) return [...measured];
  const isTold = pointSize !== undefined && Math.abs(usual / pointSize - 1) < mostOffScale;
  const scale = isTold ? pointSize : usual;
  return lines.map(({ points }, index) => {
    const size = measured[index]!;
    if (!points) return size;
    const own = points * scale;
    return Math.max(own, size) < mostWrong * Math.min(own, size) ? own : size;
  });
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

/** Boxes that recognition draws are off by some pixels on each side, by up to this share of their size, … */
const mostNoise = 0.2;
/** … and exact ones, of programs that read a PDF, by their rounding. */
const leastNoise = 0.06;
/** Fewer lines do not show how far the boxes of a page are off. */
const enoughLines = 10;

/** Usual errors are so much smaller than the largest. */
const errorRoom = 1.6;

/** How far boxes of the text are off, downwards and upwards, by the range of the thickness of long lines. */
function noiseOf(long: readonly { thickness: number }[]): { under: number; over: number; isExact: boolean } {
  const own = long.map(({ thickness }) => thickness).sort((a, b) => a - b);
  if (own.length < enoughLines) return { under: mostNoise, over: mostNoise, isExact: false };
  const at = (share: number) => own[Math.floor(own.length * share)]!;
  const shareOf = (range: number) => Math.min(mostNoise, Math.max(leastNoise, (errorRoom * range) / at(0.5)));
  const [under, over] = [shareOf(at(0.5) - at(0.1)), shareOf(at(0.9) - at(0.5))];
  return { under, over, isExact: under <= leastNoise && over <= leastNoise };
}

/** Marks beside each other are set in less than two em: ”、“. */
const squeezed = /[，。、；：？！“”（）《》]{2}/u;

/** Length of a line by its characters; undefined for a short one, and for one of other characters than Chinese. */
function pitchOf(line: Placed): number | undefined {
  const { text } = line;
  if (squeezed.test(text)) return undefined;
  const ems = emsOf(text);
  const isChinese = [...text].every((char) => isHan(char) || /[，。、；：？！“”（）《》—…]/u.test(char));
  return ems >= enoughHan && isChinese ? sidesOf(line).length / ems : undefined;
}

/** Boxes of short lines are off by more: their pitch is a bound with this much room. */
const room = 1.15;

/** The largest size that the characters of a line have room for; a box of ink ends before the blank half of a mark. */
function mostSizeOf(line: Placed): number {
  const blank = [beginsBlank, endsBlank].filter((has) => has(line.text)).length / 2;
  return (room * sidesOf(line).length) / Math.max(1, emsOf(line.text) - blank);
}
