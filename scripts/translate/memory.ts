import { join } from 'node:path';
import { fingerprint } from '../article/ledger-file.js';
import { readTextFile } from '../article/manuscript.js';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import type { Segment } from './segment.js';
import { similarity } from './similarity.js';

/** Progress of a segment: the states of XLIFF 2.1 §4.3.1.30. */
export const states = ['initial', 'translated', 'reviewed', 'final'] as const;
export type State = (typeof states)[number];

/** The source that a translation was made from: one segment. */
export interface MemoryEntry {
  /** Stable: given once, and kept when the text of the source changes. */
  id: string;
  kind: string;
  /** The source as it was when it was translated. */
  source: string;
  /** Fingerprint of the translation, by which it is recognised. */
  target: string;
  state: State;
}

/** 翻译记忆 of an article: `<language>/<article>.memory.json`, written by `translate import`. */
export interface Memory {
  segments: MemoryEntry[];
  /** Translations whose source no longer exists: kept, in case it comes back. */
  orphans: { id: string; kind: string; source: string; target: string }[];
}

export const memoryFile = (article: string) => `${article}.memory.json`;

export function readMemory(folder: string, article: string): Memory {
  const path = join(folder, memoryFile(article));
  const text = readTextFile(path);
  if (text === undefined) return { segments: [], orphans: [] };
  try {
    const { segments = [], orphans = [] } = JSON.parse(text) as Partial<Memory>;
    return { segments, orphans };
  } catch (error) {
    throw problem(say('no-json', (error as Error).message), {
      path,
      note: say('machine-file'),
    });
  }
}

/** One segment a line, so that git shows which changed. */
export function writeMemory({ segments, orphans }: Memory): string {
  const list = (entries: readonly object[]) =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`;
  return `{\n  "segments": ${list(segments)},\n  "orphans": ${list(orphans)}\n}\n`;
}

export const shortPrint = (text: string) => fingerprint(text).slice('sha256:'.length, 'sha256:'.length + 16);

/**
 * Two versions of a text are one segment when they share this much: as CAT tools offer fuzzy matches from 50 to 75 %.
 */
const least = 0.5;

/**
 * The remembered segment for each segment of the source: the same text first, then the likeliest of the same kind
 * between those of its neighbours. By index; undefined for new text.
 */
export function recall({ segments }: Memory, sources: readonly Segment[]): (MemoryEntry | undefined)[] {
  const found: (MemoryEntry | undefined)[] = [];
  const free = new Set(segments);
  for (const { kind, markdown } of sources) {
    const same = [...free].find((entry) => entry.kind === kind && entry.source === markdown);
    found.push(same);
    if (same) free.delete(same);
  }
  for (const [index, segment] of sources.entries()) {
    if (found[index]) continue;
    const scored = [...free]
      .filter(({ kind }) => kind === segment.kind)
      .map((entry) => ({ entry, score: similarity(entry.source, segment.markdown) }))
      .sort((a, b) => b.score - a.score);
    const [best] = scored;
    if (!best || best.score < least) continue;
    found[index] = best.entry;
    free.delete(best.entry);
  }
  return found;
}

/** Pairs of blocks that belong together according to the memory. */
export function knownPairs(
  memory: Memory,
  sources: readonly Segment[],
  targets: readonly Segment[],
): Set<string> {
  const pairs = new Set<string>();
  if (memory.segments.length === 0) return pairs;
  const prints = targets.map(({ markdown }) => shortPrint(markdown));
  for (const [source, entry] of recall(memory, sources).entries()) {
    if (!entry) continue;
    for (const [target, print] of prints.entries())
      if (print === entry.target) pairs.add(`${source} ${target}`);
  }
  return pairs;
}
