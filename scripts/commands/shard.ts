import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';

/**
 * The i-th of n parts of a list, 1 ≤ i ≤ n; the same everywhere for the same list. Every n-th item, so that long and
 * short issues mix, and appending to the list moves nothing between shards.
 */
export function shardOf<T>(items: readonly T[], shard: string | undefined): T[] {
  if (shard === undefined) return [...items];
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(shard) ?? [];
  const [part, parts] = [Number(index), Number(count)];
  if (!(part >= 1 && part <= parts))
    throw problem(say('unknown-shard', shard), {
      ruleId: 'usage',
    });
  return items.filter((_, position) => position % parts === part - 1);
}
