import { basename, join } from 'node:path';
import { dateInName } from './article/issue-file.js';
import type { Range } from './article/ledger.js';
import { fingerprint, type Part, type SourceLedger } from './article/ledger-file.js';
import { names, readTextFile } from './article/manuscript.js';
import { type Overrides, readOverrides } from './article/overrides-file.js';
import { readLedger } from './article/read-issue.js';
import type { Restoration, Story } from './article/restoration.js';
import type { Source } from './article/source.js';
import { type IssueDraft, type Written, writeIssue } from './article/write-issue.js';
import { type RestoredStories, restoreStories } from './restore/index.js';

/**
 * True if an issue's source, its encoding or the overrides have changed since its manuscript was made from them, or if
 * it was never restored.
 */
export function isStale(folder: string, source: Source): boolean {
  const ledger = readLedger<SourceLedger>(join(folder, names.sourceLedger));
  return (
    ledger?.source !== source.fingerprint ||
    ledger.encoding !== source.encoding ||
    (ledger.overrides ?? '') !== overridesOf(folder).fingerprint
  );
}

/**
 * Restores an issue's source into its manuscript, following `overrides.yaml`; a person's edits of the manuscript stay,
 * with a proposal beside them. Returns all messages of the restoration: stale overrides, removed text, open questions.
 *
 * @throws a problem with line and column when the overrides are invalid.
 */
export function redraft(folder: string, source: Source): Written & Pick<Restoration, 'messages'> {
  const { overrides, fingerprint: decided } = overridesOf(folder);
  const { restoration, stories } = restoreStories(source, { overrides });
  const draft = draftIssue(basename(folder), { source, decided, restoration, stories });
  const written = writeIssue(folder, draft);
  return { ...written, messages: restoration.messages };
}

function overridesOf(folder: string): { overrides: Partial<Overrides>; fingerprint: string } {
  const path = join(folder, names.overrides);
  const text = readTextFile(path);
  if (text === undefined) return { overrides: {}, fingerprint: '' };
  return { overrides: readOverrides(text, path), fingerprint: fingerprint(text) };
}

interface Redraft extends RestoredStories {
  source: Source;
  /** Fingerprint of the overrides used. */
  decided: string;
}

function draftIssue(id: string, { source, decided, restoration, stories }: Redraft): IssueDraft {
  const articles = restoration.articles.map((story, index) => ({
    id: String(index + 1).padStart(2, '0'),
    ...stories[index]!,
    ledger: { pieces: piecesOf(story), reset: story.reset, ...shareOf(restoration, rangesOf(story)) },
  }));
  // Removed text is reported for the issue as a whole, wherever it was.
  const edits = new Set(articles.flatMap(({ ledger }) => ledger.edits));
  const messages = new Set(articles.flatMap(({ ledger }) => ledger.messages));
  const date = dateInName(id);
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

function piecesOf(story: Story): { part: Part; ranges: Range[] }[] {
  const titles = (['headline', 'kicker', 'deck', 'byline', 'dateline'] as const).flatMap((part) => {
    const piece = story[part];
    return piece ? [{ part, ranges: piece.ranges }] : [];
  });
  return [...titles, ...story.blocks.map(({ role, ranges }) => ({ part: role, ranges }))];
}

function rangesOf(story: Story): Range[] {
  return piecesOf(story)
    .flatMap(({ ranges }) => ranges)
    .sort((a, b) => a[0] - b[0]);
}

/** The edits and messages that begin inside a story's ranges. */
function shareOf({ edits, messages }: Restoration, ranges: readonly Range[]) {
  const isInside = ({ start, end }: { start: number; end: number }) =>
    ranges.some(([from, to]) => start >= from && (start < to || (start === end && start === to)));
  return { edits: edits.filter(isInside), messages: messages.filter((one) => !one.told && isInside(one)) };
}
