import { isNewline, isSpace } from '../../text/characters.js';

/** Line 行: one printed line from the extraction, without the white space around it. */
export interface Line {
  /** Offsets of the first non-space character and after the last one, in the source. */
  start: number;
  end: number;
  /** `source.slice(start, end)` */
  text: string;
  /** Width of the white space before it on the same physical line, in quarter ems (a space counts 1, U+3000 4). */
  indent: number;
  /** Newlines between the previous line and this one: 1 is the next physical line, 2 leaves one blank line. */
  newlines: number;
  /** How much less it stands in than the block of text around it, in quarter ems: by levels, a heading does. */
  outdent?: number;
  /** It was set wide, with a blank after each character; `text` is without them. */
  isSpread?: boolean;
}

/** Cuts a source into its printed lines at any newline convention; blank lines vanish into `newlines`. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  let newlines = 0;
  let from = 0;
  for (let at = 0; at <= source.length; at++) {
    const code = at < source.length ? source.charCodeAt(at) : 0x0a;
    if (code > 0x2029 || !isNewline(code)) continue;
    const line = trimLine(source, [from, at], Math.max(newlines, 1));
    if (line) {
      lines.push(line);
      newlines = 0;
    }
    if (code === 13 && source.charCodeAt(at + 1) === 10) at++;
    from = at + 1;
    newlines++;
  }
  return lines;
}

/**
 * Lines are created here, by one literal: the engine gives each object made by a spread and one more property a shape of
 * its own, and finds no property of such objects quickly (a third of the time of a restoration).
 */
function trimLine(source: string, [from, to]: readonly [number, number], newlines: number): Line | undefined {
  let start = from;
  let indent = 0;
  while (start < to && isSpace(source.charCodeAt(start))) indent += spaceWidth(source.charCodeAt(start++));
  if (start === to) return undefined;
  let end = to;
  while (isSpace(source.charCodeAt(end - 1))) end--;
  return { start, end, text: source.slice(start, end), indent, newlines };
}

function spaceWidth(code: number): number {
  if (code === 0x3000 || code === 0x2003) return 4;
  if (code === 9) return 2 * 4;
  if (code === 0x200b || code === 0x2060 || code === 0xfeff) return 0;
  return 1;
}

/** Cuts lines where a person decided that a block begins inside them. */
export function cutLines(source: string, lines: readonly Line[], places: ReadonlySet<number>): Line[] {
  if (places.size === 0) return [...lines];
  const sorted = [...places].sort((a, b) => a - b);
  let next = 0;
  return lines.flatMap((line) => {
    while (next < sorted.length && sorted[next]! <= line.start) next++;
    const from = next;
    while (next < sorted.length && sorted[next]! < line.end) next++;
    if (next === from) return [line];
    const cuts = sorted.slice(from, next);
    return [line.start, ...cuts].map((at, index): Line => {
      const isFirst = index === 0;
      const part = trimLine(source, [at, cuts[index] ?? line.end], isFirst ? line.newlines : 1)!;
      return isFirst ? { ...part, indent: line.indent } : part;
    });
  });
}
