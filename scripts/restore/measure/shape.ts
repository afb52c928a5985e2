import { isLatin, isSpace } from '../../text/characters.js';
import { isWordChar, unitEnd } from '../../text/units.js';
import {
  type WidthClass,
  type WidthStyle,
  widthClass,
  widthClasses,
  widthTables,
} from '../../text/widths.js';
import { latinNumbers, searchNumbers } from '../numbers/fit.js';
import type { Line } from './lines.js';

const { leastNarrow, mostNarrow, narrowByLetter } = latinNumbers;

export const widthStyles: readonly WidthStyle[] = ['kaiming', 'full', 'squeezed', 'half'];

/** Shape of the lines: widths in quarter ems, one array per punctuation style, one entry per line. */
export interface Shape {
  /** Width of the whole line. */
  width: Int32Array[];
  /** Width of the line's unbreakable beginning, which would have had to fit on the line before. */
  head: Int32Array[];
  /** Width of the first character, which had to fit where no prohibition was observed. */
  headAlone: Int32Array[];
  /** Width of a mark at the line's end that may hang out of the column. */
  hang: Int32Array[];
  /** Number of places between Han and ASCII, where the compositor may have put up to ¼ em. */
  seams: Uint8Array;
  /** Quarter ems by which its Latin letters may be narrower than half an em each. */
  narrow: Uint8Array;
  /** 1 for lines that continue the line before, whatever space was left there: by evidence stronger than widths. */
  continues: Uint8Array;
}

/** Measures every line in every punctuation style. Justification spaces count nothing, U+3000 one em. */
export function measureLines(lines: readonly Line[]): Shape {
  const arrays = () => widthStyles.map(() => new Int32Array(lines.length));
  const shape: Shape = {
    width: arrays(),
    head: arrays(),
    headAlone: arrays(),
    hang: arrays(),
    seams: new Uint8Array(lines.length),
    narrow: new Uint8Array(lines.length),
    continues: new Uint8Array(lines.length),
  };
  lines.forEach((line, index) => {
    measureLine(shape, line, index);
    if (index > 0 && isBrokenWord(lines[index - 1]!.text, line.text)) {
      shape.head.forEach((heads, style) => {
        heads[index] = shape.headAlone[style]![index]!;
      });
    }
  });
  return shape;
}

/** True if the compositor broke a number or word: then only its next character had to fit. */
function isBrokenWord(before: string, after: string): boolean {
  return isWordChar(before.charCodeAt(before.length - 1)) && isWordChar(after.charCodeAt(0));
}

function measureLine(shape: Shape, line: Line, index: number): void {
  const { kinds, gaps } = classesOf(line.text);
  const headEnd = unbreakableHead(line.text);
  let seams = 0;
  for (let at = 1; at < kinds.length; at++) if (kinds[at - 1]! + kinds[at]! === 3) seams++;
  shape.seams[index] = Math.min(seams, 0xff);
  const latin = latinLetters(line.text);
  shape.narrow[index] = latin < leastNarrow ? 0 : Math.min(latin * narrowByLetter, mostNarrow);
  const last = kinds.at(-1) ?? 0;
  for (let style = 0; style < widthStyles.length; style++) {
    const table = widthTables[widthStyles[style]!];
    let width = gaps;
    for (let at = 0; at < kinds.length; at++) {
      const next = at + 1 < kinds.length ? kinds[at + 1]! : 0;
      const own = table[kinds[at]! * widthClasses + next]!;
      if (at === 0) shape.headAlone[style]![index] = own;
      width += own;
      if (at === headEnd - 1) shape.head[style]![index] = width;
    }
    shape.width[style]![index] = width;
    if (last === 3 || last === 4) shape.hang[style]![index] = table[last * widthClasses]!;
  }
}

/** The number of ASCII letters, and of lines to write on. */
function latinLetters(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x7b && (code === 0x5f || isLatin(code))) letters++;
  }
  return letters;
}

/** Half-width marks in Chinese text, which were full-width in print: the extraction changed them. */
const fullMark: Record<string, WidthClass> = { ',': 3, ';': 3, ':': 3, '?': 4, '!': 4, '(': 5, ')': 3 };

function isHalfMark(text: string, at: number): boolean {
  if (text.charCodeAt(at) > 0x3f || fullMark[text[at]!] === undefined) return false;
  const neighbour = text[at] === '(' ? text.charCodeAt(at + 1) : text.charCodeAt(at - 1);
  return neighbour > 0x2e80;
}

/** The width classes of the visible characters, and the width in quarter ems of spaces that belong to the text. */
function classesOf(text: string): { kinds: WidthClass[]; gaps: number } {
  const kinds: WidthClass[] = [];
  let gaps = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at++;
    if (isSpace(code)) {
      if (code === 0x3000) gaps += 4;
      else if (isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at + 1))) gaps += 1;
      continue;
    }
    const kind = isHalfMark(text, at) ? fullMark[text[at]!]! : widthClass(code);
    if (kind) kinds.push(kind);
  }
  return { kinds, gaps };
}

/** Number of visible characters in the unbreakable beginning of a line. */
function unbreakableHead(text: string): number {
  const codes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at++;
    // A space between Latin words is a break opportunity; others are left by justification.
    if (isSpace(code)) {
      if (isWordChar(codes.at(-1)) && isLatin(text.charCodeAt(at + 1))) break;
    } else if (widthClass(code) !== 0) codes.push(code);
    if (codes.length > searchNumbers.longestUnit) break;
  }
  return unitEnd(codes, 0);
}
