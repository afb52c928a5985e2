import { isHanUnit } from '../../text/characters.js';
import { riskTable } from './risk-table.js';
import { newTrie, none, type Trie } from './trie.js';

/** 存疑: how often a form is wrong, by the character, by how the form was found, and by its neighbours. */
export interface Risks {
  /** The keys of `riskKeys`; the value is the place of a key's numbers. What is found is added up. */
  keys: Trie;
  intercepts: Float64Array;
  /** A slope each over the margin of the neighbours. */
  slopes: Float64Array;
  /** 1 for units that a key speaks of. */
  isRated: Uint8Array;
}

/** Facts about one spot. */
export interface RiskSpot {
  char: string;
  form: string;
  /** A value of `reasons`. */
  why: number;
  /** Up to two Han characters before and behind; fewer where others stand between. */
  before: string;
  after: string;
  /** Numbers of characters of the same word before and behind. */
  inWord: readonly [before: number, after: number];
  /** As `marginOf` gives it; 0 where nothing was counted. */
  margin: number;
}

/** More characters of the word are not told apart. */
const mostInWord = 2;

/** The kinds of surroundings of a form, each with its sign; absent where too few characters stand there. */
const surroundings: readonly (readonly [sign: string, of: (spot: RiskSpot) => string | undefined])[] = [
  ['<', ({ before }) => before.slice(-1)],
  ['>', ({ after }) => after.slice(0, 1)],
  ['=', ({ before, after }) => (before && after ? before.slice(-1) + after[0]! : undefined)],
  ['«', ({ before }) => (before.length === 2 ? before : undefined)],
  ['»', ({ after }) => (after.length === 2 ? after : undefined)],
  ['@', ({ inWord: [before, after] }) => places[Math.min(before, mostInWord)]![Math.min(after, mostInWord)]],
];

const places = ['012', '345', '678'] as const;

/**
 * The keys of a spot, the most general first: a way of finding forms (`2`), a character with its form (`制製`), both
 * (`2制製`), and the form with its surroundings (`制製<自`, `制製>成`, `制製=自成`, `制製@4`).
 */
export function riskKeys(spot: RiskSpot): string[] {
  const { char, form, why } = spot;
  const decided = char + form;
  const keys = [`${why}`, decided, why + decided];
  for (const [sign, of] of surroundings) {
    const around = of(spot);
    if (around !== undefined) keys.push(decided + sign + around);
  }
  return keys;
}

/** True for a key with characters of the surroundings, of which there are many. */
export const hasNeighbours = (key: string): boolean => key.length > 3 && '<>=«»'.includes(key[2]!);

/** The Han characters that stand right before (-1) or behind (1) an offset, two at most. */
export function neighboursOf(text: string, at: number, side: -1 | 1): string {
  let found = '';
  for (let step = 1; step <= 2 && isHanUnit(text.charCodeAt(at + side * step)); step++)
    found = side < 0 ? text[at - step]! + found : found + text[at + step]!;
  return found;
}

/** How many characters of the word stand before and behind an offset, up to two. */
export function placeInWord(
  text: string,
  starts: Uint8Array,
  at: number,
): readonly [before: number, after: number] {
  let before = 0;
  while (before < mostInWord && before < at && starts[at - before] === 0) before++;
  let after = 0;
  while (after < mostInWord && starts[at + after + 1] === 0 && isHanUnit(text.charCodeAt(at + after + 1)))
    after++;
  return [before, after];
}

let risks: Risks | undefined;

/** The measurements of `npm run bench -- doubts`. */
export function getRisks(): Risks {
  risks ??= readRisks(riskTable);
  return risks;
}

/** Reads a table of words `key:intercept:slope`, both numbers in hundredths. */
export function readRisks(table: string): Risks {
  const words = table.split(' ').filter(Boolean);
  const keys = newTrie(table.length);
  const [intercepts, slopes] = [new Float64Array(words.length), new Float64Array(words.length)];
  const isRated = new Uint8Array(65_536);
  for (const [index, word] of words.entries()) {
    const [key = '', intercept = '0', slope = '0'] = word.split(':');
    keys.add(key, index);
    intercepts[index] = Number(intercept) / 100;
    slopes[index] = Number(slope) / 100;
    const first = key.charCodeAt(0);
    if (first > 0x39) isRated[first] = 1;
  }
  return { keys, intercepts, slopes, isRated };
}

/** The chance from 0 to 1 that a form is wrong. */
export function riskOf(risks: Risks, spot: RiskSpot): number {
  const { keys } = risks;
  const { char, form, why, margin } = spot;
  const way = keys.step(1, 0x30 + why);
  const decided = walk(keys, walk(keys, 1, char), form);
  let logOdds =
    evidenceAt(risks, way, margin) + evidenceAt(risks, walk(keys, walk(keys, way, char), form), margin);
  if (decided === 0) return chanceOf(logOdds);
  logOdds += evidenceAt(risks, decided, margin);
  for (const [sign, of] of surroundings) {
    const from = keys.step(decided, sign.charCodeAt(0));
    const around = from === 0 ? undefined : of(spot);
    if (around !== undefined) logOdds += evidenceAt(risks, walk(keys, from, around), margin);
  }
  return chanceOf(logOdds);
}

const chanceOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

function walk(keys: Trie, from: number, text: string): number {
  let node = from;
  for (let at = 0; at < text.length && node !== 0; at++) node = keys.step(node, text.charCodeAt(at));
  return node;
}

function evidenceAt({ keys, intercepts, slopes }: Risks, node: number, margin: number): number {
  const index = keys.valueAt(node);
  return index === none ? 0 : intercepts[index]! + slopes[index]! * margin;
}

/** Beyond these, evidence is no longer told apart: a number seen ten thousand times says nothing of one unseen. */
export function marginOf(scores: readonly number[], decided: number): number {
  let other = Number.NEGATIVE_INFINITY;
  for (let form = 0; form < scores.length; form++)
    if (form !== decided && scores[form]! > other) other = scores[form]!;
  return Math.max(-8, Math.min(9, scores[decided]! - other));
}
