import { none } from '../../lexicon/trie.js';
import type { Script } from '../script.js';
import { type Conversion, reasons } from './conversion.js';

/** A run of Han characters, cut into words; all but `start` and `end` are counted from `start`. */
export interface Run {
  start: number;
  end: number;
  /** Where the word that begins at an offset ends. */
  ends: Int32Array;
  /** 1 where a word begins or ends. */
  isBorder: Uint8Array;
  /** 1 where a word is a person that no list has. */
  people?: Uint8Array | undefined;
}

/** Gives each word of a run the form that the dictionaries have; a phrase of them over several words goes first. */
export function putWords(script: Script, conversion: Conversion, run: Run): void {
  const { start, end, ends, people } = run;
  for (let at = 0; start + at < end; ) {
    const wordEnd = start + ends[at]!;
    const longest = matchPhrase(script, conversion.text, start + at, run);
    if (longest) {
      if (people && longest.end === wordEnd) people[at] = 0;
      const reason = longest.end === wordEnd ? reasons.word : reasons.phrase;
      put(conversion, start + at, longest, longest.isOwn ? reasons.own : reason);
      at = longest.end - start;
    } else {
      if (wordEnd === start + at + 1) putAlone(script, conversion, start + at);
      else if (hasAmbiguous(script, conversion.text, start + at, wordEnd))
        convertPart(script, conversion, [start + at, wordEnd]);
      at = wordEnd - start;
    }
  }
}

/** Phrases without an ambiguous character are not listed, and most words have none. */
function hasAmbiguous({ isAmbiguous }: Script, text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isAmbiguous[text.charCodeAt(at)] === 1) return true;
  return false;
}

function putAlone(script: Script, { text, out, why }: Conversion, at: number): void {
  if (script.isAmbiguous[text.charCodeAt(at)] === 0) return;
  const form = script.alone.get(text[at]!);
  if (form !== undefined) out[at] = form;
  why[at] = reasons.default;
}

/**
 * A listed word that the dictionaries lack is decided by the words in it: by those that leave the fewest characters
 * uncovered, not by the first from the left (海|直发|抖).
 */
function convertPart(script: Script, conversion: Conversion, [start, end]: readonly [number, number]): void {
  const costs = [0];
  const from = [start];
  const found: (Match | undefined)[] = [];
  for (let at = start; at < end; at++) {
    offer(at + 1, costs[at - start]! + 2, { at });
    for (const match of phrasesFrom(script, conversion.text, at, end))
      offer(match.end, costs[at - start]! + 1 - 0.1 * (match.end - at), { at, match });
  }
  for (let to = end; to > start; to = from[to - start]!) {
    const match = found[to - start];
    if (match) put(conversion, from[to - start]!, match, reasons.part);
  }

  function offer(to: number, cost: number, { at, match }: { at: number; match?: Match }): void {
    const index = to - start;
    if (costs[index] !== undefined && costs[index] < cost) return;
    costs[index] = cost;
    from[index] = at;
    found[index] = match;
  }
}

/** The phrases that begin at an offset. */
function phrasesFrom(script: Script, text: string, from: number, to: number): Match[] {
  const matches: Match[] = [];
  let node = 1;
  for (let index = from; index < to; index++) {
    node = script.phrases.step(node, text.charCodeAt(index));
    if (node === 0) break;
    const value = script.phrases.valueAt(node);
    if (value !== none && index > from)
      matches.push({ end: index + 1, value: script.values[value]!, isOwn: script.isOwn[value] === 1 });
  }
  return matches;
}

interface Match {
  end: number;
  value: string;
  /** True for our own words of the press, which people have reviewed. */
  isOwn: boolean;
}

/** The longest phrase at an offset that ends where a word does. */
function matchPhrase(
  script: Script,
  text: string,
  from: number,
  { start, end: to, isBorder }: Run,
): Match | undefined {
  let node = 1;
  let found = -1;
  let end = from;
  for (let index = from; index < to; index++) {
    node = script.phrases.step(node, text.charCodeAt(index));
    if (node === 0) break;
    const value = script.phrases.valueAt(node);
    if (value === none || isBorder[index + 1 - start] === 0) continue;
    found = value;
    end = index + 1;
  }
  return found < 0 ? undefined : { end, value: script.values[found]!, isOwn: script.isOwn[found] === 1 };
}

/** Writes a value to its units; where the lengths differ, all of it to the first. */
function put({ out, why }: Conversion, start: number, { end, value }: Match, reason: number): void {
  const isSame = value.length === end - start;
  for (let index = start; index < end; index++) {
    out[index] = isSame ? value[index - start]! : index === start ? value : '';
    why[index] = reason;
  }
}
