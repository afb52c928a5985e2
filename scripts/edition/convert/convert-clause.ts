import { chanceOfError, contextText, type FormModel, scoreForms } from '../lexicon/form-model.js';
import type { FormRule } from '../lexicon/form-rules.js';
import { trapSurnames } from '../lexicon/name-scores.js';
import { keepNames } from '../lexicon/persons.js';
import { segment } from '../lexicon/segment.js';
import { none } from '../lexicon/trie.js';
import { getWords } from '../lexicon/words.js';
import type { Script } from './script.js';

/** Ways in which the form of a character was found; `form-table.ts` knows how reliable each is. */
export const reasons = {
  default: 0,
  word: 1,
  phrase: 2,
  part: 3,
  context: 4,
  name: 5,
  model: 6,
  own: 7,
} as const;

export interface Conversion {
  text: string;
  /** The form of each unit; the low half of a surrogate pair is empty. */
  out: string[];
  /** A value of `reasons` for each unit. */
  why: Uint8Array;
  /** Probability that the form of each unit is wrong; 0 where it is unknown. */
  risk: Float32Array;
  /** The text as `contextText` gives it; made when first needed. */
  context?: string;
  /** 1 where a word begins. */
  starts: Uint8Array;
  /** Matching rules of `form-rules.ts`, by offset. */
  rules: ReadonlyMap<number, FormRule>;
  /** Surnames seen so far. */
  surnames: Set<string>;
}

/**
 * Converts a run of Han characters. A phrase of the dictionaries counts only where it begins and ends with words of an
 * independent segmentation: 市长|发表 is not 长发, 我国|历史 not 国历.
 */
export function convertClause(
  script: Script,
  conversion: Conversion,
  [start, end]: readonly [number, number],
): void {
  const { text, out } = conversion;
  let isPlain = true;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    out[index] = script.units[unit]!;
    if (script.isAmbiguous[unit] === 1) isPlain = false;
  }
  if (isPlain) return;
  const ends = endsOf(end - start);
  const people = script.keepsNames ? peopleOf(end - start) : undefined;
  segment(text, [start, end], getWords(), ends, people);
  const isBorder = bordersOf(ends, end - start);
  for (let at = 0; at < end - start; at = ends[at]!) conversion.starts[start + at] = 1;
  for (let at = 0; start + at < end; ) {
    const wordEnd = start + ends[at]!;
    const longest = matchPhrase(script, text, { from: start + at, to: end, start, isBorder });
    if (longest) {
      if (people && longest.end === wordEnd) people[at] = 0;
      const reason = longest.end === wordEnd ? reasons.word : reasons.phrase;
      put(conversion, start + at, longest, longest.isOwn ? reasons.own : reason);
      at = longest.end - start;
    } else {
      if (wordEnd === start + at + 1) putAlone(script, conversion, start + at);
      else convertPart(script, conversion, [start + at, wordEnd]);
      at = wordEnd - start;
    }
  }
  applyContexts(script, conversion, { start, end, isBorder });
  applyRules(script, conversion, [start, end]);
  if (script.model) weighForms(script.model, conversion, [start, end]);
  if (people)
    keepNames({ text, start, end, ends, people }, conversion.surnames, (at, form) => {
      out[at] = form;
      conversion.why[at] = reasons.name;
      conversion.risk[at] = 0;
    });
}

function putAlone(script: Script, { text, out, why }: Conversion, at: number): void {
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

interface Window {
  from: number;
  to: number;
  start: number;
  /** Borders of words, counted from `start`; without it every offset is one. */
  isBorder?: Uint8Array;
}

interface Match {
  end: number;
  value: string;
  /** True for our own words of the press, which people have reviewed. */
  isOwn: boolean;
}

function matchPhrase(script: Script, text: string, { from, to, start, isBorder }: Window): Match | undefined {
  let node = 1;
  let found = -1;
  let end = from;
  for (let index = from; index < to; index++) {
    node = script.phrases.step(node, text.charCodeAt(index));
    if (node === 0) break;
    const value = script.phrases.valueAt(node);
    if (value === none || (isBorder && isBorder[index + 1 - start] === 0)) continue;
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

interface Run {
  start: number;
  end: number;
  /** Borders of words, counted from `start`. */
  isBorder: Uint8Array;
}

/** The longest context that surrounds a character decides it; it must not cut a word either (报名|表, not 名表). */
function applyContexts(script: Script, { text, out, why }: Conversion, { start, end, isBorder }: Run): void {
  const { contexts, readings } = script;
  const last = Math.min(text.length, end + 3);
  const lengths = new Map<number, number>();
  for (let from = Math.max(0, start - 3); from < end; from++) {
    if (from > start && isBorder[from - start] === 0 && !numerals.includes(text[from]!)) continue;
    let node = 1;
    for (let index = from; index < last; index++) {
      node = contexts.step(node, contextUnit(text.charCodeAt(index)));
      if (node === 0) break;
      const value = contexts.valueAt(node);
      if (value === none || (index + 1 < end && index + 1 > start && isBorder[index + 1 - start] === 0))
        continue;
      const { offset, reading } = readings[value]!;
      const at = from + offset;
      const length = index + 1 - from;
      if (at < start || at >= end || length < (lengths.get(at) ?? 0)) continue;
      lengths.set(at, length);
      // If a word gave the same form, it stays the reason.
      if (out[at] === reading && why[at] !== reasons.default) continue;
      out[at] = reading;
      why[at] = reasons.context;
    }
  }
}

const isOfWord = (why: number) => why === reasons.word || why === reasons.phrase || why === reasons.own;

/** Decides by the kinds of words around a character; a word of the dictionaries yields only to a firm rule. */
function applyRules(
  script: Script,
  { out, why, rules }: Conversion,
  [start, end]: readonly [number, number],
): void {
  if (!script.model) return;
  for (let at = start; at < end; at++) {
    const rule = rules.get(at);
    if (rule === undefined || (!rule.isFirm && isOfWord(why[at]!))) continue;
    if (out[at] === rule.form && why[at] !== reasons.default) continue;
    out[at] = rule.form;
    why[at] = reasons.context;
  }
}

/** Evidence of neighbours for another form (log-odds) that is needed where no word and no rule decided. */
const decisive = 0.5;
/** The same where the form is that of a surname: a name has neighbours that were never counted. */
const certain = 5;
/** The same where the default is the everyday word: 里 as a measure follows numbers, which a rule knows. */
const usual = 3;

/** 语境: neighbours decide where no word did, and elsewhere measure how sure a form is. */
function weighForms(model: FormModel, conversion: Conversion, [start, end]: readonly [number, number]): void {
  const { text, out, why, risk } = conversion;
  for (let at = start; at < end; at++) {
    const entry = model.characters.get(text.charCodeAt(at));
    if (!entry) continue;
    let decided = entry.forms.indexOf(out[at]!);
    if (decided < 0) continue;
    conversion.context ??= contextText(text);
    const scores = scoreForms(model, conversion.context, at);
    if (why[at] === reasons.default) {
      const best = scores.indexOf(Math.max(...scores));
      if (scores[best]! - scores[decided]! >= leastMargin(text[at]!)) {
        decided = best;
        out[at] = entry.forms[best]!;
        why[at] = reasons.model;
      }
    }
    const chance = chanceOfError(model, scores, { decided, why: why[at]!, code: text.charCodeAt(at) });
    risk[at] = why[at] === reasons.own ? chance * ownShare : chance;
  }
}

/** Share of the risk that counts for our own words: people have reviewed the list. */
const ownShare = 0.1;

function leastMargin(char: string): number {
  if (char === '里') return usual;
  return trapSurnames.has(char) ? certain : decisive;
}

/** A number may be cut: 三百|海里 is as good as 百|海里. */
const numerals = '一二三四五六七八九十百千万亿两几多';

/** In a context, every digit is a 0. */
const contextUnit = (unit: number) => (unit >= 0x30 && unit <= 0x39 ? 0x30 : unit);

let buffer = new Int32Array(256);
let borders = new Uint8Array(256);
let persons = new Uint8Array(256);

/** Scratch space, kept because a clause comes every ten characters. */
function endsOf(length: number): Int32Array {
  if (buffer.length <= length) buffer = new Int32Array(length * 2);
  return buffer;
}

function peopleOf(length: number): Uint8Array {
  if (persons.length <= length) persons = new Uint8Array(length * 2);
  return persons;
}

function bordersOf(ends: Int32Array, length: number): Uint8Array {
  if (borders.length <= length) borders = new Uint8Array(length * 2);
  borders.fill(0, 0, length + 1);
  for (let at = 0; at < length; at = ends[at]!) borders[at] = 1;
  borders[length] = 1;
  return borders;
}
