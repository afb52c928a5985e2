import { createHash } from 'node:crypto';
import type { Role } from './article.js';
import type { Edit, Range } from './ledger.js';
import type { Doubt, Measure, Piece, Reset } from './restoration.js';

/** Which part of its story a piece of the source became. */
export type Part = 'headline' | 'kicker' | 'deck' | 'byline' | 'dateline' | Role;

/** 校勘记 of one article: `NN.ledger.json`. Offsets are UTF-16 units into the decoded source. */
export interface ArticleLedger {
  /** Fingerprint of the manuscript as the machine wrote it: another one means that a person edited it. */
  written: string;
  pieces: { part: Part; ranges: Range[] }[];
  /** How many of its lines end where they do when its text is set again. */
  reset: Reset;
  edits: Edit[];
  messages: Doubt[];
}

/** What was done to the source outside of its articles: `source.ledger.json`. */
export interface SourceLedger {
  /** Fingerprint of the source's bytes: another one means that it has to be restored again. */
  source: string;
  /** Fingerprint of `overrides.yaml`, '' without one: another one means the same. */
  overrides: string;
  /** The encoding it was read in. */
  encoding: string;
  /** Fingerprint of `issue.yaml` as the machine wrote it. */
  written: string;
  /** The same of a proposal for it, where there is one. */
  proposed?: string;
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
