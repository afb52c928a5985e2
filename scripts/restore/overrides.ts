import type { Range } from '../article/ledger.js';
import type { OverrideRole, Overrides } from '../article/overrides-file.js';
import type { Doubt } from '../article/restoration.js';
import { isSpace } from '../text/characters.js';
import { type Correction, newCorrection } from './write/corrections.js';

/** Overrides with their places in the source. */
export interface Placed {
  /** Offsets of the characters before which the text goes on, or a block begins. */
  joins: Set<number>;
  breaks: Set<number>;
  roles: { range: Range; role: OverrideRole }[];
  titles: { title: Range; of: Range | undefined }[];
  corrections: Correction[];
  /** Where no rule changes anything: what a person corrected, or wants as it is. */
  kept: Range[];
  /** Overrides whose words stand nowhere in the source, or in several places. */
  stale: Doubt[];
}

/** Finds the words of overrides in a source. */
export function placeOverrides(text: string, overrides: Partial<Overrides> = {}): Placed {
  const placed = newPlaced();
  const { join = [], break: breaks = [], role = [], title = [], replace = [], keep = [] } = overrides;
  if ([join, breaks, role, title, replace, keep].every((list) => list.length === 0)) return placed;
  const row = newRow(text);
  const find = (kind: string, words: string): Range | undefined => {
    const ranges = occurrences(row, words);
    if (ranges.length !== 1) placed.stale.push(stale(kind, words, ranges));
    return ranges.length === 1 ? ranges[0] : undefined;
  };
  for (const [kind, borders, places] of [
    ['join', join, placed.joins],
    ['break', breaks, placed.breaks],
  ] as const) {
    for (const border of borders) {
      const range = find(kind, border);
      if (range) places.add(borderPlace(row, range, border));
    }
  }
  for (const one of role) {
    const range = find('role', one.text);
    if (range) placed.roles.push({ range, role: one.role });
  }
  for (const one of title) {
    const found = find('title', one.title);
    const of = one.of === undefined ? undefined : find('title', one.of);
    if (found && (of || one.of === undefined)) placed.titles.push({ title: found, of });
  }
  for (const one of replace) {
    const range = find('replace', one.text);
    const correction = range && newCorrection(text, range, one.with);
    if (correction) placed.corrections.push(correction);
    if (range) placed.kept.push(correction?.range ?? range);
  }
  for (const words of keep) {
    const range = find('keep', words);
    if (range) placed.kept.push(range);
  }
  return placed;
}

const newPlaced = (): Placed => ({
  joins: new Set(),
  breaks: new Set(),
  roles: [],
  titles: [],
  corrections: [],
  kept: [],
  stale: [],
});

/** A source without its white space, and where its characters came from. */
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
  return { dense: parts.join(''), places };
}

const denseOf = (words: string) => [...words].filter((char) => char !== '|' && !isSpace(char)).join('');

function occurrences({ dense, places }: Row, words: string): Range[] {
  const wanted = denseOf(words);
  const ranges: Range[] = [];
  if (wanted === '') return ranges;
  for (let at = dense.indexOf(wanted); at >= 0 && ranges.length < 3; at = dense.indexOf(wanted, at + 1))
    ranges.push([places[at]!, places[at + wanted.length - 1]! + 1]);
  return ranges;
}

/** The offset of the first character behind the border in `起好步？|人民期待`. */
function borderPlace({ places }: Row, [start]: Range, border: string): number {
  const before = denseOf(border.slice(0, border.indexOf('|'))).length;
  return places[places.indexOf(start) + before]!;
}

function stale(kind: string, words: string, ranges: readonly Range[]): Doubt {
  const [start, end] = ranges[0] ?? [0, 0];
  const found = ranges.length === 0 ? 'nowhere' : 'in several places';
  return {
    start,
    end,
    ruleId: 'override',
    reason: `Unexpected override ${kind} "${words}": these words stand ${found} in the source, expected once; it was not applied`,
  };
}
