import { isHan } from '../../text/characters.js';
import type { Line } from '../measure/lines.js';
import { columnNumbers } from '../numbers/forms.js';

const { leastLines, leastGap, leastText } = columnNumbers;

/** Two columns side by side in some lines, in half ems from the lines' beginnings. */
export interface SideBySide {
  /** First line and the one after the last. */
  from: number;
  to: number;
  gutter: number;
}

/** A gutter is two em wide in nearly all of its lines. */
const gap = /[ \u3000\t]{2,}/gu;
const anyGap = /[ \u3000\t]{2}/u;

/** 并栏: finds lines with two columns side by side, separated by a gutter of spaces at one place. */
export function findColumns(source: string, lines: readonly Line[]): SideBySide[] {
  const found: SideBySide[] = [];
  for (let from = 0; from < lines.length; ) {
    const gutters = guttersOf(source, lines[from]!);
    let to = from + 1;
    for (const gutter of gutters) {
      let both = 0;
      let end = from;
      while (end < lines.length && fits(source, lines[end]!, gutter))
        if (guttersOf(source, lines[end++]!).includes(gutter)) both++;
      if (both >= leastLines && both * 2 >= end - from) {
        // A line above may have more blanks than the gutter's: 本报讯　　昨日.
        const last = found.at(-1)?.to ?? 0;
        let first = from;
        while (first > last && hasGapAt(source, lines[first - 1]!, gutter)) first--;
        found.push({ from: first, to: end, gutter });
        to = Math.max(to, end);
        break;
      }
    }
    from = to;
  }
  return found;
}

/** Lines in reading order: all of the left column, then all of the right one. The spaces of the gutter are in none. */
export function readColumns(source: string, lines: readonly Line[], found: readonly SideBySide[]): Line[] {
  if (found.length === 0) return [...lines];
  const result: Line[] = [];
  let at = 0;
  for (const { from, to, gutter } of found) {
    result.push(...lines.slice(at, from));
    const parts = lines.slice(from, to).map((line) => splitAt(source, line, gutter));
    for (const side of [0, 1] as const) for (const part of parts) if (part[side]) result.push(part[side]);
    at = to;
  }
  return [...result, ...lines.slice(at)];
}

/** Start of the physical line, including its indent. */
function lineStart(source: string, { start }: Line): number {
  let at = start;
  while (at > 0 && /[ \u3000\t]/u.test(source[at - 1]!)) at--;
  return at;
}

/** Width in half ems: spaces and Latin count one, everything else two. */
const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (char < '\u0250' ? 1 : 2), 0);

/** Possible starts of right columns in a line: after a wide gap with running text on both sides. */
function guttersOf(source: string, line: Line): number[] {
  // Nearly all lines have none, and `matchAll` makes a pattern of its own at each call.
  if (!anyGap.test(line.text)) return [];
  const begin = lineStart(source, line);
  return [...line.text.matchAll(gap)].flatMap(({ 0: blank, index }) => {
    const left = line.text.slice(0, index);
    const right = line.text.slice(index + blank.length);
    if (widthOf(blank) < leastGap || !isProse(left) || !isProse(right)) return [];
    return [widthOf(source.slice(begin, line.start + index + blank.length))];
  });
}

/** True if a wide gap of a line reaches over a place, or ends there. */
const hasGapAt = (source: string, line: Line, gutter: number) =>
  [...line.text.matchAll(gap)].some(({ 0: blank, index }) => {
    const end = widthOf(source.slice(lineStart(source, line), line.start + index + blank.length));
    return widthOf(blank) >= leastGap && end >= gutter && end - widthOf(blank) < gutter;
  });

const isProse = (text: string) =>
  [...text].filter(isHan).length >= leastText && !/[ \u3000]{2}/u.test(text.trim());

/** True if a line has only spaces before the gutter's end, or is on one side of it. */
function fits(source: string, line: Line, gutter: number): boolean {
  const [left, right] = splitAt(source, line, gutter);
  return (
    left === undefined || right === undefined || line.text.length > left.text.length + right.text.length + 1
  );
}

function splitAt(source: string, line: Line, gutter: number): [Line | undefined, Line | undefined] {
  let at = lineStart(source, line);
  for (let width = 0; at < line.end && width < gutter; at++) width += widthOf(source[at]!);
  const left = trimmed(source, line, [line.start, Math.min(at, line.end)]);
  const right = at < line.end ? trimmed(source, line, [Math.max(at, line.start), line.end]) : undefined;
  return [left, right && { ...right, newlines: 1, indent: indentFrom(source, at, right.start) }];
}

/** Width of the blanks between two places, in quarter ems. */
const indentFrom = (source: string, from: number, to: number) =>
  [...source.slice(from, Math.max(from, to))].reduce((sum, char) => sum + (char === '\u3000' ? 4 : 1), 0);

function trimmed(source: string, line: Line, [from, to]: [number, number]): Line | undefined {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(source[start]!)) start++;
  while (end > start && /\s/u.test(source[end - 1]!)) end--;
  return start < end ? { ...line, start, end, text: source.slice(start, end) } : undefined;
}
