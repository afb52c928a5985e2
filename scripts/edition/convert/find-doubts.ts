import { certainPairs } from '../lexicon/certain-pairs.js';
import { doubtful } from '../lexicon/doubt-rates.js';
import type { Converted } from './convert-script.js';
import { contextOf, type Doubt } from './doubt.js';

/**
 * 存疑之处: where the form of a character is known to be wrong too often, by character, form and how it was found.
 *
 * @param isKept 1 for units that a names file decides.
 */
export function findDoubts({ text, out, why, converter }: Converted, isKept: Uint8Array): Doubt[] {
  const doubts: Doubt[] = [];
  const { isAmbiguous, forms } = converter.script;
  for (let at = 0; at < text.length; at++) {
    if (isAmbiguous[text.charCodeAt(at)] === 0 || isKept[at] === 1) continue;
    const rates = doubtful.get(text[at]!);
    if (rates === undefined) continue;
    const reading = out[at]!;
    if (!rates.has(doubtKey(converter.plain.get(reading) ?? reading, why[at]!))) continue;
    if (certainPairs.has(text.slice(at - 1, at + 1)) || certainPairs.has(text.slice(at, at + 2))) continue;
    const others = (forms.get(text[at]!) ?? []).map((form) => converter.glyphs.get(form) ?? form);
    doubts.push({
      start: at,
      end: at + 1,
      ruleId: 'ambiguous',
      source: text[at]!,
      reading,
      candidates: [...new Set(others)].filter((form) => form !== reading),
      context: contextOf(text, at, at + 1),
    });
  }
  return doubts;
}

/** A form and how it was found. */
export function doubtKey(reading: string, why: number): string {
  return reading + why;
}
