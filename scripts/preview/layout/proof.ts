import type { Edit, Range } from '../../article/ledger.js';
import type { Doubt, Gap, Measure, Piece } from '../../article/restoration.js';

/** A part of a story in the proof: headline … or a block. */
export interface ProofPiece extends Piece {
  part: string;
  /** Line number of the source at the start of each range. */
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

/** 校样: a source, its restoration, and the reasons. Offsets are UTF-16 units into `source`. */
export interface Proof {
  source: string;
  /** Fingerprint of the source: a decision about another one is refused. */
  fingerprint: string;
  stories: ProofStory[];
  furniture: ProofPiece[];
  edits: Edit[];
  /** Doubts with their line numbers. */
  doubts: (Doubt & { line: number })[];
  gaps: Gap[];
  measures: Measure[];
  /** 改字: existing replacements. */
  replaced: { text: string; with: string }[];
}

/** A person's decision on the proof. */
export type Decision =
  | { kind: 'join' | 'break'; at: number }
  | { kind: 'role'; ranges: Range[]; role: string }
  | { kind: 'title'; title: Range[]; of?: Range[] }
  | { kind: 'keep'; ranges: Range[] }
  | { kind: 'replace'; range: Range; wanted: string }
  | NameDecision;

/** A word of the manuscript, and its form in an edition. */
export interface NameDecision {
  kind: 'name';
  edition: string;
  source: string;
  /** The whole form; or else only the reading of its character `at`, with the rest as in the edition. */
  output?: string;
  at?: number;
  reading?: string;
}
