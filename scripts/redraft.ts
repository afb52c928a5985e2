import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dateInName } from './article/issue-file.js';
import type { Range } from './article/ledger.js';
import { type ArticleLedger, fingerprint, type Part } from './article/ledger-file.js';
import { storyLimit } from './article/limits.js';
import { names, readTextFile } from './article/manuscript.js';
import { keepIds } from './article/merge/keep-ids.js';
import { problem } from './article/problem.js';
import { readLedger } from './article/read-issue.js';
import type { Piece, Restoration, Story } from './article/restoration.js';
import type { Source } from './article/source.js';
import { say } from './article/words/say.js';
import { type IssueDraft, type Written, writeIssue } from './article/write-issue.js';
import { hash, readEntry, writeEntry } from './chromium/cache-entry.js';
import { cacheFolder } from './chromium/cache-folder.js';
import { programKey } from './program-key.js';
import { type Decided, overridesOf } from './read-issue-source.js';
import { machineText, type RestoredStories, restoreStories } from './restore/index.js';

/**
 * Restores an issue's source into its manuscript, following `overrides.yaml`; a person's edits of the manuscript stay,
 * with a proposal beside them. Returns all messages of the restoration: stale overrides, removed text, open questions.
 *
 * @throws a problem with line and column when the overrides are invalid, or when there are too many stories.
 */
export function redraft(folder: string, source: Source): Written & Pick<Restoration, 'messages'> {
  const decided = overridesOf(folder);
  const { restoration, stories } = restored(source, decided);
  if (stories.length > storyLimit)
    throw problem(say('too-many-stories', stories.length, storyLimit), {
      path: source.path,
      ruleId: 'size',
      note: say('split-source'),
    });
  const draft = draftIssue(folder, { source, decided: decided.fingerprint, restoration, stories });
  const written = writeIssue(folder, draft);
  return { ...written, messages: restoration.messages };
}

interface Redraft extends RestoredStories {
  source: Source;
  /** Fingerprint of the overrides used. */
  decided: string;
}

function draftIssue(folder: string, { source, decided, restoration, stories }: Redraft): IssueDraft {
  const editsIn = finder(restoration.edits);
  const messagesIn = finder(restoration.messages);
  const ids = keepIds(folder, restoration.articles.map(rangesOf), source.fingerprint);
  const articles = restoration.articles.map((story, index) => {
    const ranges = rangesOf(story);
    const messages = messagesIn(ranges).filter(({ told }) => !told);
    const id = ids[index]!;
    return {
      id,
      base: baseOf(folder, id, source.text),
      ...stories[index]!,
      ledger: { pieces: piecesOf(story), reset: story.reset, edits: editsIn(ranges), messages },
    };
  });
  // Removed text is reported for the issue as a whole, wherever it was.
  const edits = new Set(articles.flatMap(({ ledger }) => ledger.edits));
  const messages = new Set(articles.flatMap(({ ledger }) => ledger.messages));
  const date = dateInName(basename(folder));
  return {
    file: { ...(date && { date }), sections: [{ articles: articles.map(({ id }) => id) }] },
    source: {
      source: source.fingerprint,
      overrides: decided,
      encoding: source.encoding,
      furniture: restoration.furniture,
      edits: restoration.edits.filter((edit) => !edits.has(edit)),
      messages: restoration.messages.filter((message) => !messages.has(message)),
      measures: restoration.measures,
    },
    articles,
  };
}

/** The machine's former version of an article that a person has edited. */
function baseOf(folder: string, id: string, source: string): string | undefined {
  const text = readTextFile(join(folder, names.article(id)));
  const ledger = readLedger<ArticleLedger>(join(folder, names.ledger(id)));
  if (text === undefined || !ledger || fingerprint(text) === ledger.written) return undefined;
  return machineText(ledger, source);
}

/** A person's addition has words but no ranges. */
const pieceOf = (part: Part, { text, ranges }: Piece): ArticleLedger['pieces'][number] =>
  ranges.length > 0 ? { part, ranges } : { part, ranges, added: text };

function piecesOf(story: Story): ArticleLedger['pieces'] {
  const titles = (['headline', 'kicker', 'deck', 'byline', 'dateline'] as const).flatMap((part) => {
    const piece = story[part];
    return piece ? [pieceOf(part, piece)] : [];
  });
  return [...titles, ...story.blocks.map(({ role, ...piece }) => pieceOf(role, piece))];
}

function rangesOf(story: Story): Range[] {
  return piecesOf(story)
    .flatMap(({ ranges }) => ranges)
    .sort((a, b) => a[0] - b[0]);
}

/**
 * Finds those of many items that begin inside some ranges, in their own order. An item without length also belongs to
 * the range at whose end it stands.
 */
function finder<T extends { start: number; end: number }>(
  items: readonly T[],
): (ranges: readonly Range[]) => T[] {
  const sorted = items.map((_, index) => index).sort((a, b) => items[a]!.start - items[b]!.start);
  return (ranges) => {
    const found = new Set<number>();
    for (const [from, to] of ranges)
      for (let at = firstFrom(from); at < sorted.length; at++) {
        const { start, end } = items[sorted[at]!]!;
        if (start > to) break;
        if (start < to || start === end) found.add(sorted[at]!);
      }
    return [...found].sort((a, b) => a - b).map((index) => items[index]!);
  };

  function firstFrom(offset: number): number {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[sorted[middle]!]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A restoration of fewer characters is made as quickly as it is read from the cache. */
const worthKeeping = 20_000;
/** Number of restorations in memory: that of the issue on the desk, and the one before a decision. */
const mostKnown = 2;
const known = new Map<string, RestoredStories>();

/** 还原 of a source with its decisions. It is made once, however often the desk, a build and a redraft need it. */
export function restored(source: Source, decided: Decided): RestoredStories {
  const key = keyOf(source, decided);
  const standing = known.get(key);
  const made = standing ?? restoreStories(source, { overrides: decided.overrides });
  known.delete(key);
  known.set(key, made);
  if (known.size > mostKnown) known.delete(known.keys().next().value!);
  if (!standing && source.text.length >= worthKeeping) writeEntry('restored', key, made.restoration);
  return made;
}

/** Only the ledger; for a long source it comes from the cache, where an earlier run has stored it. */
export function restorationOf(source: Source, decided: Decided): Restoration {
  const key = keyOf(source, decided);
  const kept =
    !known.has(key) && source.text.length >= worthKeeping
      ? readEntry<Restoration>('restored', key)
      : undefined;
  return kept ?? restored(source, decided).restoration;
}

/** True if a restoration is known, from memory or from the cache: then it takes no time. */
export function isRestored(source: Source, decided: Decided): boolean {
  const key = keyOf(source, decided);
  return known.has(key) || existsSync(join(cacheFolder('restored'), key));
}

/** Everything that a restoration depends on. The places of its lines come from the same bytes as the text. */
function keyOf(source: Source, decided: Decided): string {
  return hash([programKey, source.fingerprint, fingerprint(source.text), decided.fingerprint]);
}
