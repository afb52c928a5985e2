import { createHash } from 'node:crypto';
import type { Role } from './article.js';
import type { Edit, Range } from './ledger.js';
import type { Doubt, Measure, Piece, Reset } from './restoration.js';

/** The part of its story that a piece of the source became. */
export type Part = 'headline' | 'kicker' | 'deck' | 'byline' | 'dateline' | Role;

/** 校勘记 of one article: `NN.ledger.json`. Offsets are UTF-16 units into the decoded source. */
export interface ArticleLedger {
  /** Fingerprint of the manuscript as the machine wrote it: a different one means that a person edited it. */
  written: string;
  /** `added` is the text of a piece that a person added: it has no ranges. */
  pieces: { part: Part; ranges: Range[]; added?: string }[];
  /** The number of its lines that end in the same place when its text is set again. */
  reset: Reset;
  edits: Edit[];
  messages: Doubt[];
}

/** Changes to the source outside its articles: `source.ledger.json`. */
export interface SourceLedger {
  /** Fingerprint of the source's bytes: a different one means that it has to be restored again. */
  source: string;
  /** Fingerprint of `overrides.yaml`, '' without one: a different one means the same. */
  overrides: string;
  /** The encoding it was read in. */
  encoding: string;
  /** Fingerprint of `issue.yaml` as the machine wrote it. */
  written: string;
  /** The same for its proposal, where there is one. */
  proposed?: string;
  /** Ids of the stories in the machine's order. */
  stories?: string[];
  furniture: Piece[];
  edits: Edit[];
  messages: Doubt[];
  measures: Measure[];
}

/** Fingerprint of a text file; the same for the newline kinds that git may check it out with. */
export function fingerprint(content: string | Uint8Array): string {
  const normal = typeof content === 'string' ? content.replace(/\r\n?/g, '\n') : content;
  return `sha256:${createHash('sha256').update(normal).digest('hex')}`;
}

/** A ledger as JSON with one entry a line, so that git shows which edits changed. */
export function writeLedger(ledger: ArticleLedger | SourceLedger): string {
  const fields = Object.entries(ledger).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0)
      return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const entries = value.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
    return `  ${JSON.stringify(key)}: [\n${entries}\n  ]`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}
