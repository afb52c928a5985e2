import type { Range } from '../article/ledger.js';
import type { OverrideRole, Overrides, Which } from '../article/overrides-file.js';
import type { Doubt } from '../article/restoration.js';
import { isSpace } from '../text/characters.js';
import type { Arrangement } from './arrange.js';
import { type Correction, newCorrection } from './write/corrections.js';

/** Overrides with their places in the source. */
export interface Placed {
  /** Offsets of the characters before which the text continues, or a block begins. */
  joins: Set<number>;
  breaks: Set<number>;
  roles: { range: Range; role: OverrideRole }[];
  titles: { title: Range; of: Range | undefined }[];
  corrections: Correction[];
  /** Ranges that no rule changes: a person corrected them, or keeps them as they are. */
  kept: Range[];
  /** Questions that a person has settled: a rule, and a place that it asks about. */
  accepted: { range: Range; rule: string }[];
  /** Wishes about stories and their order. */
  arrangement: Arrangement;
  /** Overrides whose words are not in the source, or in several places. */
  stale: Doubt[];
}

/** Finds the words of overrides in a source. */
export function placeOverrides(text: string, overrides: Partial<Overrides> = {}): Placed {
  const placed = newPlaced();
  const {
    join = [],
    break: breaks = [],
    role = [],
    title = [],
    replace = [],
    keep = [],
    accept = [],
    add = [],
    cut = [],
    merge = [],
    move = [],
  } = overrides;
  const all = [join, breaks, role, title, replace, keep, accept, add, cut, merge, move];
  if (all.every((list) => list.length === 0)) return placed;
  const row = newRow(text);
  const find = (kind: string, words: string, which: Which = {}): readonly Range[] => {
    const ranges = occurrences(row, words);
    const chosen = choose(ranges, which);
    if (chosen.length === 0) placed.stale.push(stale(kind, words, { ranges, which }));
    return chosen;
  };
  for (const [kind, borders, places] of [
    ['join', join, placed.joins],
    ['break', breaks, placed.breaks],
  ] as const) {
    for (const one of borders) {
      const { at: border, ...which } = typeof one === 'string' ? { at: one } : one;
      for (const range of find(kind, border, which)) places.add(borderPlace(row, range, border));
    }
  }
  for (const { text: words, role: wanted, ...which } of role)
    for (const range of find('role', words, which)) placed.roles.push({ range, role: wanted });
  for (const one of title) {
    const [found] = find('title', one.title);
    const [of] = one.of === undefined ? [] : find('title', one.of);
    if (found && (of || one.of === undefined)) placed.titles.push({ title: found, of });
  }
  for (const { text: words, with: wanted, ...which } of replace)
    for (const range of find('replace', words, which)) {
      const correction = newCorrection(text, range, wanted);
      if (correction) placed.corrections.push(correction);
      placed.kept.push(correction?.range ?? range);
    }
  for (const one of keep) {
    const { text: words, ...which } = typeof one === 'string' ? { text: one } : one;
    placed.kept.push(...find('keep', words, which));
  }
  for (const { rule, text: words, ...which } of accept)
    for (const range of find('accept', words, which)) placed.accepted.push({ range, rule });
  const { cuts, merges, moves, adds } = placed.arrangement;
  for (const words of cut) cuts.push(...find('cut', words));
  for (const words of merge) merges.push(...find('merge', words));
  const besides = (
    kind: string,
    { before, after }: { before?: string | undefined; after?: string | undefined },
  ) => find(kind, after ?? before ?? '').map((range) => ({ range, isAfter: after !== undefined }));
  for (const one of move) {
    const words = 'story' in one ? one.story : one.text;
    for (const range of find('move', words))
      for (const beside of besides('move', one)) moves.push({ range, beside, isStory: 'story' in one });
  }
  for (const [entry, { role: wanted, text: words, ...place }] of add.entries())
    for (const beside of besides('add', place)) adds.push({ role: wanted, text: words, beside, entry });
  return placed;
}

/** True if a person has settled a question. */
export const isAccepted = ({ ruleId, start, end }: Doubt, accepted: Placed['accepted']): boolean =>
  accepted.some(
    ({ range: [from, to], rule }) => rule === ruleId && from < Math.max(end, start + 1) && to > start,
  );

/** The intended places of an override: the only one, all, or the n-th. None if ambiguous. */
function choose(ranges: readonly Range[], { all, nth }: Which): readonly Range[] {
  if (all) return ranges;
  if (nth !== undefined) return ranges.slice(nth - 1, nth);
  return ranges.length === 1 ? ranges : [];
}

const newPlaced = (): Placed => ({
  joins: new Set(),
  breaks: new Set(),
  roles: [],
  titles: [],
  corrections: [],
  kept: [],
  accepted: [],
  arrangement: { cuts: [], merges: [], moves: [], adds: [] },
  stale: [],
});

/** A source without white space, with the origins of its characters. */
interface Row {
  dense: string;
  places: Int32Array;
}

function newRow(text: string): Row {
  const places = new Int32Array(text.length);
  const parts: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at))) continue;
    places[parts.length] = at;
    parts.push(text[at]!);
  }
  return { dense: parts.join(''), places: places.subarray(0, parts.length) };
}

const denseOf = (words: string) => [...words].filter((char) => char !== '|' && !isSpace(char)).join('');

/** All occurrences, in order, without overlap. */
function occurrences({ dense, places }: Row, words: string): Range[] {
  const wanted = denseOf(words);
  const ranges: Range[] = [];
  if (wanted === '') return ranges;
  for (let at = dense.indexOf(wanted); at >= 0; at = dense.indexOf(wanted, at + wanted.length))
    ranges.push([places[at]!, places[at + wanted.length - 1]! + 1]);
  return ranges;
}

/** The offset of the first character after the border in `起好步？|人民期待`. */
function borderPlace({ places }: Row, [start]: Range, border: string): number {
  const before = denseOf(border.slice(0, border.indexOf('|'))).length;
  return places[firstAt(places, start) + before]!;
}

/** Index of an offset in the row, by binary search: a file may have many overrides. */
function firstAt(places: Int32Array, offset: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stale(
  kind: string,
  words: string,
  { ranges, which: { nth } }: { ranges: readonly Range[]; which: Which },
): Doubt {
  const [start, end] = ranges[0] ?? [0, 0];
  const count = ranges.length;
  const found =
    count === 0
      ? 'nowhere in the source, expected once; it was not applied: copy the words from the current source, or delete the override'
      : nth === undefined
        ? `in several places (${count}) of the source, expected once; it was not applied: add words until they occur once, or write all: true, or nth: 2 for the second place`
        : `in ${count} places of the source, expected ${nth} or more; it was not applied: write nth: 1 to nth: ${count}, or all: true`;
  return {
    start,
    end,
    ruleId: 'override',
    reason: `Unexpected override ${kind} "${words}": these words are ${found}`,
  };
}
