import { didYouMean, problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { ChineseRow } from '../row.js';
import { zhHans } from './zh-Hans.js';
import { zhHant } from './zh-Hant.js';
import { zhHantHK } from './zh-Hant-HK.js';
import { zhHantMO } from './zh-Hant-MO.js';
import { zhHantTW } from './zh-Hant-TW.js';

/** 版本: the Chinese editions, one file each, in the order of lists. */
export const chineseRows = [zhHans, zhHantTW, zhHantHK, zhHantMO, zhHant] as const satisfies ChineseRow[];

/** Ids of the editions made by conversion, and of all editions: the translated one is English. */
export type ChineseId = (typeof chineseRows)[number]['id'];
export type EditionId = ChineseId | 'en';

/** Default editions of `build` and `new`. */
export const usualEditions: readonly EditionId[] = ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'];

/** An edition by its id (any text may be asked for), or by a row of one's own. */
export type ChineseEdition = ChineseId | (string & {}) | ChineseRow;

/**
 * The row of an edition.
 *
 * @throws a usage problem for an id that no row has; it lists those there are.
 */
export function rowOf(edition: ChineseEdition): ChineseRow {
  if (typeof edition !== 'string') return edition;
  const id = edition;
  const found = chineseRows.find((row) => row.id === id);
  if (found) return found;
  const ids = chineseRows.map((row) => row.id);
  throw problem(say('unknown-edition', id, ids.join(', ')), {
    ruleId: 'usage',
    ...didYouMean(id, ids),
  });
}
