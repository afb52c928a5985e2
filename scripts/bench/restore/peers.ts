import { isNewline, isSpace } from '../../text/characters.js';
import type { Tally } from './counts.js';
import type { BrokenPage } from './gold.js';

/** A printed line of a page, for the simple rules. */
interface PeerLine {
  start: number;
  end: number;
  text: string;
  /** Newlines before it. */
  newlines: number;
}

/** A simple rule that people use: true if a new paragraph begins with `next`. */
type Peer = (line: PeerLine, next: PeerLine, all: Lengths) => boolean;

/** Lengths on the page: of the widest line, of a usual full one, and of a full one nearby. */
interface Lengths {
  widest: number;
  usual: number;
  near: number;
}

/** The rules with which the restoration is compared. They only join lines; none knows headings or spaces. */
export const peers: Record<string, Peer> = {
  'leave every line': () => true,
  'blank lines part (remark, pandoc, remark-join-cjk-lines)': (_, next) => next.newlines > 1,
  'join unless 。！？”': ({ text }) => /[。！？”]$/u.test(text),
  'stop or short line': ({ text }, _, { usual }) => /[。！？”]$/u.test(text) || text.length < usual * 0.75,
  // A line that had space for the next character was a paragraph's end: the width model and nothing else.
  'next would have fitted': ({ text }, next, { near }) =>
    emOf(text) + emOf(next.text.slice(0, /[，。、；：！？]/u.test(next.text[1] ?? '') ? 2 : 1)) <= near,
  'shortest line': ({ text }, _, { usual }) => text.length < usual - 1,
};

/** Boundaries that a simple rule finds on a page. */
export function scorePeer({ text, owner }: BrokenPage, peer: Peer): Tally {
  const tally: Tally = { hit: 0, missed: 0, extra: 0 };
  const lines = linesOf(text);
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const all = { widest: lengths.at(-1) ?? 0, usual: lengths[Math.floor(lengths.length * 0.75)] ?? 0 };
  for (let index = 0; index + 1 < lines.length; index++) {
    const [line, next] = [lines[index]!, lines[index + 1]!];
    const isBreak = owner[line.end - 1] !== owner[next.start];
    const isBroken = peer(line, next, { ...all, near: nearLength(lines, index) });
    if (isBreak && isBroken) tally.hit++;
    else if (isBreak) tally.missed++;
    else if (isBroken) tally.extra++;
  }
  // Boundaries inside a line, which no such rule can find.
  for (const { start, end } of lines) {
    let last = start;
    for (let at = start + 1; at < end; at++) {
      if (isSpace(text.charCodeAt(at))) continue;
      if (owner[last] !== owner[at]) tally.missed++;
      last = at;
    }
  }
  return tally;
}

/** Number of lines on both sides among which a full one is looked for. */
const around = 12;

/** The length that nine in ten of the nearby lines do not exceed. */
function nearLength(lines: readonly PeerLine[], index: number): number {
  const ems = lines.slice(Math.max(0, index - around), index + around + 1).map(({ text }) => emOf(text));
  return ems.sort((a, b) => a - b)[Math.floor(ems.length * 0.9)] ?? 0;
}

/** Width in em, with marks and letters of half an em. */
function emOf(text: string): number {
  let width = 0;
  for (const char of text)
    if (!isSpace(char)) width += char < '\u2e80' || /[，、；：“”（）《》]/u.test(char) ? 0.5 : 1;
  return width;
}

function linesOf(text: string): PeerLine[] {
  const lines: PeerLine[] = [];
  let newlines = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isNewline(text.charCodeAt(at))) continue;
    let [start, end] = [from, at];
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) {
      lines.push({ start, end, text: text.slice(start, end), newlines });
      newlines = 0;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    newlines++;
    from = at + 1;
  }
  return lines;
}
