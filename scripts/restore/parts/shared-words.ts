import type { Line } from '../measure/lines.js';
import { bigrams, eachBigram } from '../structure/overlap.js';

/** Shares of a line's words in the text around it, 0 … 1, with more weight for rare words. */
export interface Shared {
  before: Float64Array;
  after: Float64Array;
  /** In the nearest lines after it. */
  next: Float64Array;
  /** Likeness of the texts on both sides. */
  alike: Float64Array;
}

/** Distance of the search for words, in characters: about a story's length in a column. */
const reach = 1500;
/** The beginning of a paragraph. */
const near = 120;
/** Lines compared on both sides of a border between stories. */
const side = 12;

/** Looks for the words of unsure lines in the text around them. Linear in the text. */
export function sharedWords(lines: readonly Line[], isSure: (line: number) => boolean): Shared {
  const make = () => new Float64Array(lines.length);
  const shared: Shared = { before: make(), after: make(), next: make(), alike: make() };
  const places = placesOf(lines, isSure);
  const offsets = new Float64Array(lines.length + 1);
  lines.forEach(({ text }, index) => {
    offsets[index + 1] = offsets[index]! + text.length;
  });
  lines.forEach(({ text }, line) => {
    if (isSure(line)) return;
    let [all, before, after, next] = [0, 0, 0, 0];
    for (const bigram of bigrams(text)) {
      const found = places.get(bigram)!;
      const weight = Math.log(1 + lines.length / found.length);
      const at = placeIn(found, line);
      all += weight;
      const last = found[at - 1];
      const first = found[found[at] === line ? at + 1 : at];
      if (last !== undefined && offsets[line]! - offsets[last]! < reach) before += weight;
      if (first === undefined) continue;
      const away = offsets[first]! - offsets[line + 1]!;
      if (away < reach) after += weight;
      if (away < near) next += weight;
    }
    if (all === 0) return;
    shared.before[line] = before / all;
    shared.after[line] = after / all;
    shared.next[line] = next / all;
    shared.alike[line] = likeness(lines, line);
  });
  return shared;
}

/** The lines with the words of the unsure lines, ascending. */
function placesOf(lines: readonly Line[], isSure: (line: number) => boolean): Map<number, number[]> {
  const places = new Map<number, number[]>();
  lines.forEach(({ text }, line) => {
    if (isSure(line)) return;
    eachBigram(text, (bigram) => {
      if (!places.has(bigram)) places.set(bigram, []);
    });
  });
  lines.forEach(({ text }, line) => {
    eachBigram(text, (bigram) => {
      const found = places.get(bigram);
      if (found && found.at(-1) !== line) found.push(line);
    });
  });
  return places;
}

/** Index of the line, or of its insertion, in an ascending list. */
function placeIn(list: readonly number[], line: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Share of the words of some lines before that are also in some lines after. */
function likeness(lines: readonly Line[], line: number): number {
  const before = wordsOf(lines, Math.max(0, line - side), line);
  const after = wordsOf(lines, line + 1, Math.min(lines.length, line + 1 + side));
  const [small, large] = before.size < after.size ? [before, after] : [after, before];
  let both = 0;
  for (const bigram of small) if (large.has(bigram)) both++;
  return both / Math.max(20, small.size);
}

function wordsOf(lines: readonly Line[], from: number, to: number): Set<number> {
  return bigrams(
    lines
      .slice(from, to)
      .map(({ text }) => text)
      .join(''),
  );
}
