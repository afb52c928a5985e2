import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import type { KnownChanges } from '../../article/known-changes.js';
import { type ProblemPlace, problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { account, type Parting } from './account.js';
import { offsetOf, type TreeText } from './tree-text.js';

/** The subject of a proof, in words for a message. */
interface Subject {
  /** The edition's id. */
  edition: string;
  known: KnownChanges;
}

/**
 * Proves that an article's text in an edition is that of its manuscript, with known changes only.
 *
 * @throws a problem with the place in the manuscript.
 */
export function proveArticle(file: VFile, before: TreeText, after: TreeText, subject: Subject): void {
  const found = account(before.text, after.text, subject.known);
  if (!isParting(found)) return;
  const offset = offsetOf(before, found.source);
  throw faultOf(found, {
    before: before.text,
    after: after.text,
    edition: subject.edition,
    path: file.path,
    place: offset === undefined ? undefined : location(file).toPoint(offset),
  });
}

/**
 * The same for a title or another text outside of articles.
 *
 * @throws a problem that quotes it.
 */
export function proveText(before: string, after: string, { edition, known }: Subject): void {
  const found = account(before, after, known);
  if (isParting(found)) throw faultOf(found, { before, after, edition });
}

const isParting = (found: ReturnType<typeof account>): found is Parting => 'adapted' in found;

/** Number of characters quoted on both sides, so that a person finds the place. */
const around = 8;

function faultOf(
  { source, adapted }: Parting,
  { before, after, edition, ...place }: { before: string; after: string; edition: string } & ProblemPlace,
): VFileMessage {
  const context = (text: string, at: number) =>
    text.slice(Math.max(0, at - around), at + around).replaceAll('\u0000', ' ');
  return problem(say('unaccounted', context(after, adapted), edition, context(before, source)), {
    ...place,
    ruleId: 'account',
    note: say('pin-in-names'),
  });
}
