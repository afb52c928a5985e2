import { comparable } from '../read/comparable.js';
import type { Glyph } from '../read/painter.js';
import { stepsDown } from './steps-down.js';

/** Right-to-left letters and digits, and the marks on them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** True if a text has a right-to-left letter. */
export function isRightToLeft(text: string): boolean {
  // Nearly all text is outside these ranges: one comparison suffices.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x590 || (code > 0x8ff && code < 0xd800) || (code > 0xdfff && code < 0xfb1d)) continue;
    return rightToLeft.test(text);
  }
  return false;
}

/** Glyphs that represent one piece of text: a letter with its marks, a ligature. */
type Unit = Glyph[];

/**
 * The glyphs of a page in reading order. Browsers paint each line from left to right; right-to-left names are reversed
 * here. Where the picture is ambiguous (figures beside the name may belong before or after it), `isWritten` decides.
 */
export function inReadingOrder(
  glyphs: readonly Glyph[],
  isWritten: (text: string) => boolean = () => true,
): readonly Glyph[] {
  if (!glyphs.some(({ text }) => isRightToLeft(text))) return glyphs;
  const lines = linesOf(glyphs, stepsDown(glyphs) > 0);
  const fromRight = new Set(lines.filter(hasName).map(tagOf));
  const fromLeft = new Set(
    lines.filter((line) => line.some((unit) => directionOf(unit) === 'left')).map(tagOf),
  );
  return lines.flatMap((line) => {
    if (hasName(line)) return turnLine(line, isWritten).flat();
    // The last line of a paragraph from the right may have figures and marks only: .%50
    const isBare = fromRight.has(tagOf(line)) && !line.some((unit) => directionOf(unit) === 'left');
    return isBare ? turnBare(line, { isWritten, isMixed: fromLeft.has(tagOf(line)) }).flat() : line.flat();
  });
}

const hasName = (line: Unit[]) => line.some((unit) => isRightToLeft(textOf(unit)));
const tagOf = (line: Unit[]) => line[0]![0]!.mcid;

/** The readings of a line without letters, in a paragraph with names; one with other letters as well may run from the left. */
function turnBare(
  line: Unit[],
  { isWritten, isMixed }: { isWritten: (text: string) => boolean; isMixed: boolean },
): Unit[] {
  const turned = figures.map((figure) => turnRound(line, figure));
  const readings = isMixed ? [line, ...turned] : [...turned, line];
  const text = (units: Unit[]) => units.flatMap((unit) => comparable(textOf(unit))).join('');
  return readings.find((units) => isWritten(text(units))) ?? line;
}

const textOf = (unit: Unit) => unit.map(({ text }) => text).join('');

/** Lines of units; a tag begins a line of its own. */
function linesOf(glyphs: readonly Glyph[], isVertical: boolean): Unit[][] {
  const lines: Unit[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const line = lines.at(-1);
    if (!last || !line || !isSameLine(last, glyph, isVertical)) lines.push([[glyph]]);
    else if (glyph.cluster && glyph.cluster === last.cluster) line.at(-1)!.push(glyph);
    else line.push([glyph]);
    last = glyph;
  }
  return lines;
}

/** A mark is up to half an em from its letter's base line; the next line is a whole em away. */
function isSameLine(one: Glyph, other: Glyph, isVertical: boolean): boolean {
  if (one.mcid !== other.mcid || one.isArtifact !== other.isArtifact) return false;
  const apart = isVertical ? one.x - other.x : one.y - other.y;
  return Math.abs(apart) < 0.9 * Math.max(one.size, other.size);
}

/** Direction of a character (Unicode Annex 9), as far as lines of Chinese need it. */
type Direction = 'left' | 'right' | 'figure' | 'neutral';

function directionOf(unit: Unit): Direction {
  const text = textOf(unit);
  if (isRightToLeft(text)) return 'right';
  if (/\p{Nd}/u.test(text)) return 'figure';
  // Chinese marks are between names, never in one: see `isolateNames`.
  return /[\p{L}\p{Nl}\u3000-\u303f\uff00-\uffef]/u.test(text) ? 'left' : 'neutral';
}

function turnLine(line: Unit[], isWritten: (text: string) => boolean): Unit[] {
  const directions = line.map(directionOf);
  const turned: Unit[] = [];
  for (let at = 0; at < line.length; ) {
    let end = at;
    while (end < line.length && directions[end] !== 'left') end++;
    const isWhole = at === 0 && end === line.length;
    const stretch = { units: line.slice(at, end), directions: directions.slice(at, end), isWhole };
    turned.push(...turnStretch(stretch, isWritten), ...line.slice(end, end + 1));
    at = end + 1;
  }
  return turned;
}

interface Stretch {
  units: Unit[];
  directions: Direction[];
  /** True if it is the whole line: most likely one of a paragraph that runs from the right. */
  isWhole: boolean;
}

/** Reverses the name in a stretch between two left-to-right letters. */
function turnStretch(stretch: Stretch, isWritten: (text: string) => boolean): Unit[] {
  if (!stretch.directions.includes('right')) return stretch.units;
  let first: Unit[] | undefined;
  for (const reading of readings(stretch)) {
    first ??= reading;
    if (isWritten(reading.flatMap((unit) => comparable(textOf(unit))).join(''))) return reading;
  }
  return first!;
}

/** Maximum number of figures and marks beside a name that are examined: more do not belong to a name. */
const mostBeside = 12;

/**
 * The possible readings of a stretch. Figures and marks at the left of a name are read after it, or precede it and
 * belong to the text before; those at its right, at the beginning of a line, the reverse.
 */
function* readings({ units, directions, isWhole }: Stretch): Generator<Unit[]> {
  // Of equal paragraphs, the point at the left end of one could also be that of the one before.
  if (isWhole) for (const figure of figures) yield turnRound(units, figure);
  const [name, end] = [directions.indexOf('right'), directions.lastIndexOf('right') + 1];
  for (let last = end; last <= Math.min(units.length, end + mostBeside); last++)
    for (let first = name; first >= Math.max(0, name - mostBeside); first--)
      for (const figure of figures)
        yield [
          ...units.slice(0, first),
          ...turnRound(units.slice(first, last), figure),
          ...units.slice(last),
        ];
  yield words(units, directions);
}

/** Each word separately, in the order of the line: two names with only a space between them. */
function words(units: Unit[], directions: readonly Direction[]): Unit[] {
  const read: Unit[] = [];
  for (let at = 0; at < units.length; ) {
    let end = at;
    while (end < units.length && directions[end] === 'right') end++;
    read.push(...units.slice(at, end).reverse(), ...units.slice(end, end + 1));
    at = end + 1;
  }
  return read;
}

/** Figures run from left to right within: alone, with marks between them, and with signs beside them (W1–W7). */
const figures = [
  /\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*/gu,
  /[-+%‰$€£¥#°]*\p{Nd}+(?:[-+.,:/٫٬]\p{Nd}+)*[-+%‰$€£¥#°]*/gu,
];

function turnRound(units: Unit[], figure: RegExp): Unit[] {
  // One letter per unit, so that offsets in the text are indices of the list.
  const text = units.map((unit) => [...textOf(unit)][0] ?? '\0');
  const offsets: number[] = [];
  let length = 0;
  for (const character of text) {
    offsets.push(length);
    length += character.length;
  }
  const turned = [...units];
  for (const match of text.join('').matchAll(figure)) {
    const from = offsets.indexOf(match.index);
    const to = offsets.findLastIndex((offset) => offset < match.index + match[0].length) + 1;
    turned.splice(from, to - from, ...units.slice(from, to).reverse());
  }
  return turned.reverse();
}
