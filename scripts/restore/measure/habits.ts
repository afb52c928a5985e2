import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import { habitNumbers } from '../numbers/fit.js';
import type { PageHabits } from '../rules/rule.js';
import type { Run } from './page.js';

const { enough, leastPoints, spacedShare, timesFull } = habitNumbers;

const halfBracket = pattern('gu')`\([^()\n]*[${han}]`;
const spacedSeam = pattern('gu')`[${han}] (?=[A-Za-z\d])|[A-Za-z\d] (?=[${han}])`;
const tightSeam = pattern('gu')`[${han}](?=[A-Za-z\d])|[A-Za-z\d](?=[${han}])`;
const spacedItem = pattern('gu')`(?<=^|[\n\r\u2028])[ \u3000]*\d{1,2}\. (?=[${han}])`;
const pointBetween = pattern('gu')`[${han}]\.(?=[${han}\r\n])`;
const tightItem = pattern('gu')`(?<=^|[\n\r\u2028])[ \u3000]*\d{1,2}\.(?=[${han}])`;

/** The page's habits of writing, by majority. */
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
    digitsAreFull: fullDigits >= enough && fullDigits > timesFull * digits,
    pointsAreStops: pointsAreStops(text),
    itemsAreSpaced: itemsAreSpaced(text),
    blanksAreNoise,
    bracketsAreFull: fullBrackets > 0 || brackets < enough,
  };
}

/** True for text that was never set in lines and has a space at every seam: it was written this way. */
function seamsAreSpaced(text: string): boolean {
  const spaced = count(text, spacedSeam);
  const tight = count(text, tightSeam);
  return spaced >= enough && spaced / (spaced + tight) > spacedShare;
}

/** True for text with more `.` than 。 between Chinese words. */
function pointsAreStops(text: string): boolean {
  const points = count(text, pointBetween);
  return points >= leastPoints && points > count(text, /。/gu);
}

/** True if all items have a space; one left by justification is after some marks, not all. */
function itemsAreSpaced(text: string): boolean {
  const spaced = count(text, spacedItem);
  return spaced > 1 && count(text, tightItem) === 0;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
