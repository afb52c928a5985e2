import { isHan } from '../../text/characters.js';
import { rootOf } from '../variants.js';

export interface ConvertCounts {
  han: number;
  /** Number of wrong words. */
  errors: number;
  /** Number of wrong words and different glyphs. */
  mismatches: number;
  /** Offsets of the wrong characters. */
  places: number[];
}

/** Compares a conversion with human text, character by character. Quotes and marks are ignored. */
export function scoreConversion(output: string, truth: string): ConvertCounts {
  const counts: ConvertCounts = { han: 0, errors: 0, mismatches: 0, places: [] };
  for (let at = 0; at < truth.length; at++) {
    if (!isHan(truth.charCodeAt(at))) continue;
    counts.han++;
    const [made, right] = [output[at] ?? '', truth[at]!];
    if (made === right) continue;
    counts.mismatches++;
    if (rootOf(made) === rootOf(right)) continue;
    counts.errors++;
    counts.places.push(at);
  }
  return counts;
}
