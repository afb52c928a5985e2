import type { Line } from '../measure/lines.js';
import { sharedNumbers } from '../numbers/parts.js';
import { type LineWords, lineWordsOf } from './line-words.js';

const { reach, near, side, leastWeight } = sharedNumbers;

/** Shares of a line's words in the text around it, 0 … 1, with more weight for rare words. */
export interface Shared {
  before: Float64Array;
  after: Float64Array;
  /** In the nearest lines after it. */
  next: Float64Array;
  /** How alike the text before a line is to the one that begins with it. */
  alike: Float64Array;
  words: LineWords;
}

/** Looks for the words of unsure lines in the text around them. Linear in the text. */
export function sharedWords(lines: readonly Line[], isSure: (line: number) => boolean): Shared {
  const words = lineWordsOf(lines);
  const make = () => new Float64Array(lines.length);
  const shared: Shared = { before: make(), after: make(), next: make(), alike: make(), words };
  const unsure: number[] = [];
  const offsets = new Float64Array(lines.length + 1);
  lines.forEach(({ text }, index) => {
    offsets[index + 1] = offsets[index]! + text.length;
    if (!isSure(index)) unsure.push(index);
  });
  lookBack(words, { unsure, offsets, shared });
  lookAhead(words, { unsure, offsets, shared });
  weighSides(words, unsure, shared.alike);
  return shared;
}

interface Looking {
  unsure: readonly number[];
  /** Where each line begins in the text, in characters. */
  offsets: Float64Array;
  shared: Shared;
}

/** Share of each unsure line's words in the text before it. */
function lookBack({ ids, starts, weights }: LineWords, { unsure, offsets, shared }: Looking): void {
  const last = new Int32Array(weights.length).fill(-1);
  let line = 0;
  for (const own of unsure) {
    for (; line < own; line++)
      for (let at = starts[line]!; at < starts[line + 1]!; at++) last[ids[at]!] = line;
    let [all, found] = [0, 0];
    for (let at = starts[own]!; at < starts[own + 1]!; at++) {
      const id = ids[at]!;
      all += weights[id]!;
      if (last[id]! >= 0 && offsets[own]! - offsets[last[id]!]! < reach) found += weights[id]!;
    }
    if (all > 0) shared.before[own] = found / all;
  }
}

/** The same of the text behind it. */
function lookAhead({ ids, starts, weights }: LineWords, { unsure, offsets, shared }: Looking): void {
  const next = new Int32Array(weights.length).fill(-1);
  let line = starts.length - 2;
  for (let place = unsure.length - 1; place >= 0; place--) {
    const own = unsure[place]!;
    for (; line > own; line--)
      for (let at = starts[line]!; at < starts[line + 1]!; at++) next[ids[at]!] = line;
    let [all, found, close] = [0, 0, 0];
    for (let at = starts[own]!; at < starts[own + 1]!; at++) {
      const id = ids[at]!;
      all += weights[id]!;
      if (next[id]! < 0) continue;
      const away = offsets[next[id]!]! - offsets[own + 1]!;
      if (away < reach) found += weights[id]!;
      if (away < near) close += weights[id]!;
    }
    if (all === 0) continue;
    shared.after[own] = found / all;
    shared.next[own] = close / all;
  }
}

/** Share of the words of some lines before that stand in some lines from this one on. */
function weighSides(
  { ids, starts, weights }: LineWords,
  unsure: readonly number[],
  alike: Float64Array,
): void {
  const before = new Int32Array(weights.length).fill(-1);
  const seen = new Int32Array(weights.length).fill(-1);
  const count = starts.length - 1;
  for (const line of unsure) {
    let [left, right, both] = [0, 0, 0];
    for (let at = starts[Math.max(0, line - side)]!; at < starts[line]!; at++) {
      const id = ids[at]!;
      if (before[id] === line) continue;
      before[id] = line;
      left += weights[id]!;
    }
    for (let at = starts[line]!; at < starts[Math.min(count, line + side)]!; at++) {
      const id = ids[at]!;
      if (seen[id] === line) continue;
      seen[id] = line;
      right += weights[id]!;
      if (before[id] === line) both += weights[id]!;
    }
    alike[line] = both / Math.max(leastWeight, Math.min(left, right));
  }
}
