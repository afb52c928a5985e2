import type { Edit, Range } from '../../article/ledger.js';
import type { MisplacedName } from '../../article/notes/spot.js';
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
export type Decision = PlainDecision | { kind: 'several'; decisions: PlainDecision[] };

/** A decision that is not made of others. */
export type PlainDecision =
  | SingleDecision
  | NameDecision
  | CharactersDecision
  | { kind: 'misplaced'; names: MisplacedName[] };

/** A decision about one place of the source. */
export type SingleDecision =
  | { kind: 'join' | 'break'; at: number }
  | { kind: 'role'; ranges: Range[]; role: string }
  | { kind: 'title'; title: Range[]; of?: Range[] }
  | { kind: 'keep'; ranges: Range[] }
  | { kind: 'accept'; range: Range; rule: string }
  | { kind: 'replace'; range: Range; wanted: string };

/** 定名: a word of the manuscript, and its form in an edition. */
export interface NameDecision {
  kind: 'name';
  edition: string;
  source: string;
  output: string;
}

/** 定字: the form of a character in some words, in all editions that know the form, or in one. */
export interface CharactersDecision {
  kind: 'characters';
  character: string;
  as: string;
  words: string[];
  edition?: string;
}
