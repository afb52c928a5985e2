import { isHan } from '../../text/characters.js';
import { around, contextOf, type Doubt } from '../doubt.js';
import type { Converted } from './convert-script.js';

/**
 * Least chance of an error for which a spot is worth an editor's look: three spots in 1,000 characters of press, which
 * hold four of five errors.
 */
export const usualRisk = 0.04;

/**
 * 存疑之处: places where a form is likely enough to be wrong, judged by its neighbours and by how it was found.
 *
 * @param isKept 1 for units that a names file decides.
 */
export function findDoubts(
  { text, out, risk, starts, converter }: Converted,
  isKept: Uint8Array,
  leastRisk = usualRisk,
): Doubt[] {
  const doubts: Doubt[] = [];
  const { forms, model } = converter.script;
  for (let at = 0; at < text.length; at++) {
    if (risk[at]! < leastRisk || isKept[at] === 1) continue;
    const reading = out[at]!;
    const known = model?.characters.get(text.charCodeAt(at))?.forms ?? forms.get(text[at]!) ?? [];
    const others = known.map((form) => converter.glyphs.get(form) ?? form);
    const candidates = [...new Set(others)].filter((form) => form !== reading);
    if (candidates.length === 0) continue;
    doubts.push({
      start: at,
      end: at + 1,
      ruleId: 'ambiguous',
      source: text[at]!,
      reading,
      candidates,
      risk: risk[at]!,
      word: wordAt(text, starts, at),
      count: 1,
      context: contextOf(text, at, at + 1),
      adapted: [contextBefore(out, at), out.slice(at + 1, at + 1 + around).join('')],
    });
  }
  return doubts;
}

const contextBefore = (out: readonly string[], at: number) =>
  out.slice(Math.max(0, at - around), at).join('');

/** The word of a place; a word of one character is taken with the whole words beside it, which tell its sense. */
export function wordAt(text: string, starts: Uint8Array, at: number): string {
  const startOf = (place: number) => {
    let start = place;
    while (start > 0 && starts[start] === 0) start--;
    return start;
  };
  const endOf = (place: number) => {
    let end = place + 1;
    while (end < text.length && starts[end] === 0 && isHan(text.charCodeAt(end))) end++;
    return end;
  };
  const [start, end] = [startOf(at), endOf(at)];
  if (end - start > 1) return text.slice(start, end);
  const before = start > 0 && isHan(text.charCodeAt(start - 1)) ? startOf(start - 1) : start;
  const after = end < text.length && isHan(text.charCodeAt(end)) ? endOf(end) : end;
  return text.slice(before, after);
}
