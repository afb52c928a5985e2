import type { Edition, ParallelMode } from '../article/edition.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { pairFaces } from './pair-faces.js';

/**
 * 对照版: two editions as one, `zh-Hans+en`. It is the row of the first, which leads on the page, with the second beside
 * it.
 *
 * @throws a usage problem for a pair of an edition with itself.
 */
export function pairEditions(first: Edition, second: Edition, mode?: ParallelMode): Edition {
  if (first.id === second.id) throw problem(say('same-edition-twice', second.id), { ruleId: 'usage' });
  const { fonts, second: other } = pairFaces(first, second);
  return {
    ...first,
    id: `${first.id}+${second.id}${mode ? `@${mode}` : ''}`,
    name: `${first.name} · ${second.name}`,
    fonts,
    second: other,
    ...(mode && { parallel: mode }),
  };
}
