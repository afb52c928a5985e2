import { isLatin, isSpace } from '../../text/characters.js';
import { isWordChar, unitEnd } from '../../text/units.js';
import { type WidthClass, type WidthStyle, widthClass, widthOf } from '../../text/widths.js';
import type { Line } from './lines.js';

export const widthStyles: readonly WidthStyle[] = ['kaiming', 'full', 'squeezed', 'half'];

/** Shape of the lines: widths in quarter ems, one array a punctuation style, one entry a line. */
export interface Shape {
  /** Width of the whole line. */
  width: Int32Array[];
  /** Width of the shortest beginning of the line that may not be parted: what would have had to fit on the line before. */
  head: Int32Array[];
  /** Width of the first character alone: what had to fit where no prohibition was observed. */
  headAlone: Int32Array[];
  /** How much of the line's end is a mark that may hang out of the column. */
  hang: Int32Array[];
  /** Places between Han and ASCII, where the compositor may have put up to ¼ em. */
  seams: Uint8Array;
  /** Lines that go on the line before, whatever room was left there: what decides so is stronger than widths. */
  continues: Uint8Array;
}

/** Measures every line in every punctuation style. Justification blanks count nothing, U+3000 one em. */
export function measureLines(lines: readonly Line[]): Shape {
  const arrays = () => widthStyles.map(() => new Int32Array(lines.length));
  const shape: Shape = {
    width: arrays(),
    head: arrays(),
    headAlone: arrays(),
    hang: arrays(),
    seams: new Uint8Array(lines.length),
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

/** A number or word that the compositor broke was not held together: then its next character alone had to fit. */
function isBrokenWord(before: string, after: string): boolean {
  return isWordChar(before.at(-1)) && isWordChar(after[0]);
}

function measureLine(shape: Shape, line: Line, index: number): void {
  const { kinds, gaps } = classesOf(line.text);
  const headEnd = unbreakableHead(line.text);
  let seams = 0;
  for (let at = 1; at < kinds.length; at++) if (kinds[at - 1]! + kinds[at]! === 3) seams++;
  shape.seams[index] = Math.min(seams, 255);
  widthStyles.forEach((style, number) => {
    let width = gaps;
    for (let at = 0; at < kinds.length; at++) {
      const own = widthOf(kinds[at]!, kinds[at + 1] ?? 0, style);
      if (at === 0) shape.headAlone[number]![index] = own;
      width += own;
      if (at === headEnd - 1) shape.head[number]![index] = width;
    }
    shape.width[number]![index] = width;
    const last = kinds.at(-1) ?? 0;
    if (last === 3 || last === 4) shape.hang[number]![index] = widthOf(last, 0, style);
  });
}

/** Half-width marks in Chinese text were full-width on paper: it is the extraction that spells them so. */
const fullMark: Record<string, WidthClass> = { ',': 3, ';': 3, ':': 3, '?': 4, '!': 4, '(': 5, ')': 3 };

function isHalfMark(text: string, at: number): boolean {
  if (text.charCodeAt(at) > 0x3f || fullMark[text[at]!] === undefined) return false;
  const neighbour = text[at] === '(' ? text.charCodeAt(at + 1) : text.charCodeAt(at - 1);
  return neighbour > 0x2e80;
}

/** The width classes of the visible characters, and the width in quarter ems of the blanks that are part of the text. */
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

/** How many visible characters at the beginning of a line hang together. */
function unbreakableHead(text: string): number {
  const chars: string[] = [];
  let at = 0;
  for (const char of text) {
    at += char.length;
    // A blank between Latin words is a place to break; others are what justification left.
    if (isSpace(char) && isWordChar(chars.at(-1)) && isLatin(text[at] ?? '')) break;
    if (!isSpace(char) && widthClass(char.codePointAt(0)!) !== 0) chars.push(char);
    if (chars.length > 25) break;
  }
  return unitEnd(chars, 0);
}
