import type { Edit, Range } from '../../article/ledger.js';
import type { Doubt, Gap, Measure, Piece } from '../../article/restoration.js';

/** A part of a story as the proof shows it: headline … or a block. */
export interface ProofPiece extends Piece {
  part: string;
  /** The number of the source's line in which each range begins. */
  lines: number[];
}

/** 重排: a printed line, and the line that the restored text makes when it is set again in the inferred measure. */
export interface ProofLine {
  start: number;
  end: number;
  again: string;
  isSame: boolean;
}

export interface ProofStory {
  pieces: ProofPiece[];
  lines: ProofLine[];
  same: number;
}

/** 校样: a source, what was made of it, and why. Offsets are UTF-16 units into `source`. */
export interface Proof {
  source: string;
  /** Fingerprint of the source: a decision about another one is refused. */
  fingerprint: string;
  stories: ProofStory[];
  furniture: ProofPiece[];
  edits: Edit[];
  /** With the number of the line in which each stands. */
  doubts: (Doubt & { line: number })[];
  gaps: Gap[];
  measures: Measure[];
  /** 改字: what is decided already. */
  replaced: { text: string; with: string }[];
}

/** What a person decides on the proof. */
export type Decision =
  | { kind: 'join' | 'break'; at: number }
  | { kind: 'role'; ranges: Range[]; role: string }
  | { kind: 'title'; title: Range[]; of?: Range[] }
  | { kind: 'keep'; ranges: Range[] }
  | { kind: 'replace'; range: Range; wanted: string }
  | NameDecision;

/** A word of the manuscript, and what it becomes in an edition. */
export interface NameDecision {
  kind: 'name';
  edition: string;
  source: string;
  /** The whole of it; or else the reading of its character `at`, the rest as the edition has it. */
  output?: string;
  at?: number;
  reading?: string;
}
