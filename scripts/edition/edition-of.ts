import type { Edition } from '../article/edition.js';
import { problem } from '../article/problem.js';
import { didYouMean } from '../article/yaml.js';
import { editions } from './index.js';

/**
 * The row of an edition, by its id in any case.
 *
 * @throws a usage problem that lists the ids.
 */
export function editionOf(id: string): Edition {
  const found = editions.find((row) => row.id.toLowerCase() === id.toLowerCase());
  if (found) return found;
  const ids = editions.map((row) => row.id);
  throw problem(`Unexpected edition "${id}", expected one of ${ids.join(', ')}`, {
    ruleId: 'usage',
    ...didYouMean(id, ids),
  });
}
