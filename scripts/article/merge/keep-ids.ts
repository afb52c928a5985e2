import { join } from 'node:path';
import type { Range } from '../ledger.js';
import { type ArticleLedger, fingerprint, type SourceLedger } from '../ledger-file.js';
import { listFiles, names, readTextFile } from '../manuscript.js';
import { readLedger } from '../read-issue.js';

/**
 * Ids of stories: 01, 02 … in their order. Once a person has edited or deleted an article or edited the contents, each story keeps the id of
 * the article that was made of the same words, so that an edited one stays beside its own text.
 *
 * @param stories the ranges of each
 * @param source fingerprint of the source; places of another one say nothing
 */
export function keepIds(folder: string, stories: readonly (readonly Range[])[], source: string): string[] {
  const inOrder = stories.map((_, index) => String(index + 1).padStart(2, '0'));
  const former = readLedger<SourceLedger>(join(folder, names.sourceLedger));
  if (former?.source !== source) return inOrder;
  const standing = listFiles(folder).flatMap((name) => {
    const [, id] = /^(.+)\.ledger\.json$/.exec(name) ?? [];
    if (id === undefined || id === 'source' || id.endsWith('.proposal')) return [];
    const ledger = readLedger<ArticleLedger>(join(folder, name));
    return ledger ? [{ id, ledger }] : [];
  });
  // The contents name stories by their ids.
  const contents = readTextFile(join(folder, names.issue));
  const isArranged = contents !== undefined && fingerprint(contents) !== former.written;
  const isTouched = standing.some(
    ({ id, ledger }) => fingerprint(readTextFile(join(folder, names.article(id))) ?? '') !== ledger.written,
  );
  return isTouched || isArranged ? matched(stories, standing) : inOrder;
}

function matched(
  stories: readonly (readonly Range[])[],
  standing: readonly { id: string; ledger: ArticleLedger }[],
): string[] {
  const pairs = stories.flatMap((ranges, index) =>
    standing.map(({ id, ledger }) => ({
      index,
      id,
      shared: sharedBy(
        ranges,
        ledger.pieces.filter(({ part }) => part !== 'dateline').flatMap((one) => one.ranges),
      ),
    })),
  );
  const ids = stories.map((): string | undefined => undefined);
  const taken = new Set<string>();
  for (const { index, id, shared } of pairs.sort((a, b) => b.shared - a.shared)) {
    if (shared === 0 || ids[index] !== undefined || taken.has(id)) continue;
    ids[index] = id;
    taken.add(id);
  }
  for (const { id } of standing) taken.add(id);
  let next = 1;
  const fresh = () => {
    while (taken.has(String(next).padStart(2, '0'))) next++;
    return String(next++).padStart(2, '0');
  };
  return ids.map((id) => id ?? fresh());
}

/** Number of units that two lists of ranges share. */
function sharedBy(some: readonly Range[], others: readonly Range[]): number {
  let shared = 0;
  for (const [start, end] of some)
    for (const [from, to] of others) shared += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return shared;
}
