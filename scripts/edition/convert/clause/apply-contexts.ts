import { isInPlace } from '../../lexicon/told-places.js';
import { none } from '../../lexicon/trie.js';
import type { Script } from '../script.js';
import { type Conversion, reasons } from './conversion.js';
import type { Run } from './match-phrases.js';

/** The longest context that surrounds a character decides it; it must not cut a word either (报名|表, not 名表). */
export function applyContexts(
  script: Script,
  { text, out, why }: Conversion,
  { start, end, isBorder }: Run,
): void {
  const { contexts, readings } = script;
  const last = Math.min(text.length, end + 3);
  let lengths: Map<number, number> | undefined;
  for (let from = Math.max(0, start - 3); from < end; from++) {
    if (from > start && isBorder[from - start] === 0 && isNumeral[text.charCodeAt(from)] === 0) continue;
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
      if (at < start || at >= end || length < (lengths?.get(at) ?? 0)) continue;
      lengths ??= new Map();
      lengths.set(at, length);
      // If a word gave the same form, it stays the reason.
      if (out[at] === reading && why[at] !== reasons.default) continue;
      out[at] = reading;
      why[at] = reasons.context;
    }
  }
}

const isOfWord = (why: number) => why === reasons.word || why === reasons.phrase || why === reasons.own;

/** 里, which names of places keep. */
const mile = 0x91cc;

/** Decides by what the story tells, then by the kinds of words around a character; a word of the dictionaries yields only to a firm rule. */
export function applyRules(
  script: Script,
  { text, out, why, rules, story }: Conversion,
  [start, end]: readonly [number, number],
): void {
  if (!script.model) return;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === mile && isInPlace(story.places, text, at)) {
      out[at] = '里';
      why[at] = reasons.name;
      continue;
    }
    const rule = rules.get(at);
    if (rule === undefined || (!rule.isFirm && isOfWord(why[at]!))) continue;
    if (out[at] === rule.form && why[at] !== reasons.default) continue;
    out[at] = rule.form;
    why[at] = reasons.context;
  }
}

/** A number may be cut: 三百|海里 is as good as 百|海里. */
const isNumeral = new Uint8Array(65_536);
for (const char of '一二三四五六七八九十百千万亿两几多') isNumeral[char.charCodeAt(0)] = 1;

/** In a context, every digit is a 0. */
const contextUnit = (unit: number) => (unit >= 0x30 && unit <= 0x39 ? 0x30 : unit);
