import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import type { PageHabits } from '../rules/rule.js';
import type { Run } from './page.js';

const halfBracket = pattern('gu')`\([^()\n]*[${han}]`;
const spacedSeam = pattern('gu')`[${han}] (?=[A-Za-z\d])|[A-Za-z\d] (?=[${han}])`;
const tightSeam = pattern('gu')`[${han}](?=[A-Za-z\d])|[A-Za-z\d](?=[${han}])`;
const spacedItem = pattern('gu')`(?<=^|[\n\r\u2028])[ \u3000]*\d{1,2}\. (?=[${han}])`;
const tightItem = pattern('gu')`(?<=^|[\n\r\u2028])[ \u3000]*\d{1,2}\.(?=[${han}])`;

/** Seams needed before one may speak of a habit. */
const enough = 8;

/** How the page writes what can be written in several ways, by majority. */
export function habitsOf(
  text: string,
  { runs, blanksAreNoise }: { runs: readonly Run[]; blanksAreNoise: boolean },
): PageHabits {
  const digits = count(text, /\d+/gu);
  const fullDigits = count(text, /[０-９]+/gu);
  const brackets = count(text, halfBracket);
  const fullBrackets = count(text, /（/gu);
  return {
    spacesAreEditorial:
      runs.every(({ setting }) => !Number.isFinite(setting.measure)) && seamsAreSpaced(text),
    digitsAreFull: fullDigits >= enough && fullDigits > 4 * digits,
    itemsAreSpaced: itemsAreSpaced(text),
    blanksAreNoise,
    bracketsAreFull: fullBrackets > 0 || brackets < enough,
  };
}

/** Text that was never set in lines and has a blank at every seam was written so. */
function seamsAreSpaced(text: string): boolean {
  const spaced = count(text, spacedSeam);
  const tight = count(text, tightSeam);
  return spaced >= enough && spaced / (spaced + tight) > 0.9;
}

/** A blank that justification left stands after some marks, not after all. */
function itemsAreSpaced(text: string): boolean {
  const spaced = count(text, spacedItem);
  return spaced > 1 && count(text, tightItem) === 0;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
