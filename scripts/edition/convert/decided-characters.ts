import type { CharacterDecision } from '../../article/overrides-file.js';
import type { Converter } from './converter.js';

/** A decided place of a text: its form, and the decision. */
export interface Decided {
  as: string;
  decision: CharacterDecision;
}

/**
 * 定字: the places of a text whose form a person has decided, by offset. A decision that names no edition holds in each
 * edition that knows the form; of several about one place the one with the longest word counts, then the last.
 */
export function decideCharacters(
  text: string,
  decisions: readonly CharacterDecision[],
  { edition, converter }: { edition: string; converter: Converter },
): Map<number, Decided> {
  const decided = new Map<number, Decided & { length: number }>();
  for (const decision of decisions) {
    const { character, as } = decision;
    if (!text.includes(character)) continue;
    const holds = decision.edition === undefined ? formsOf(character, converter).has(as) : true;
    if (!holds || (decision.edition ?? edition) !== edition) continue;
    for (const word of decision.in)
      for (const at of placesOf(text, character, word))
        if ((decided.get(at)?.length ?? 0) <= word.length)
          decided.set(at, { as, decision, length: word.length });
  }
  return decided;
}

/** The forms of a character in an edition. */
export function formsOf(character: string, { script, glyphs }: Converter): Set<string> {
  const known = script.model?.characters.get(character.charCodeAt(0))?.forms ?? [];
  const forms = [character, ...known, ...(script.forms.get(character) ?? [])];
  return new Set(forms.map((form) => glyphs.get(form) ?? form));
}

/** Offsets of a character inside the occurrences of a word. */
function placesOf(text: string, character: string, word: string): number[] {
  const places: number[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1))
    for (let at = word.indexOf(character); at >= 0; at = word.indexOf(character, at + 1))
      places.push(start + at);
  return places;
}
