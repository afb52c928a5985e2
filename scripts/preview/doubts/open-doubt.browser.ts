import type { Note } from '../decide/notebook.js';
import type { Decision } from '../layout/proof.js';

/** The effect of a choice: it decides something, or notes that the text is right as it is. */
export type Act = Decision | Extract<Note, { kind: 'skip' | 'settle' }>;

/** 存疑: one question, with all places that it is asked about. */
export interface OpenDoubt {
  /** The same question in two states of the proof has the same key. */
  key: string;
  rule: string;
  question: string;
  /** The machine's reason to ask, and the remedy. */
  reason: string;
  remedy: string;
  /** Probability that the machine is wrong, 0 … 1: of the worst place. */
  risk: number;
  places: DoubtPlace[];
  choices: DoubtChoice[];
  entry?: DoubtEntry;
}

/** A place of a question. */
export interface DoubtPlace {
  /** Stays the same when the source changes elsewhere, and after a reload. */
  key: string;
  /** Its words: those in question, and those beside them. */
  before: string;
  text: string;
  after: string;
  /** Line or file, for a person. */
  where: string;
  /** The range of the source, where the question is about it. */
  range?: readonly [start: number, end: number];
  /** Or words of the manuscript, and the offset of the character in them, where it is about an edition. */
  words?: { text: string; at: number };
  /** The word that a decision about a character holds for. */
  word?: string;
}

export interface DoubtChoice {
  label: string;
  /** True for the machine's choice. */
  isMachine: boolean;
  /** About the places that are ticked. */
  decide: (places: readonly DoubtPlace[]) => Act | undefined;
}

/** Free entry, for a text that is not among the candidates. */
export interface DoubtEntry {
  decide: (text: string, places: readonly DoubtPlace[]) => Act | undefined;
}
