import type { Decision } from '../layout/proof.js';

/** A doubt on the list: its question, its place, and its choices. */
export interface OpenDoubt {
  /** The same doubt in two states of the proof has the same key. */
  key: string;
  question: string;
  /** The machine's reason to ask, and the remedy. */
  reason: string;
  remedy: string;
  where: string;
  /** Offset in the source, where the doubt is about it. */
  at?: number;
  /** Or words of the manuscript, where it is about an edition. */
  words?: string;
  choices: DoubtChoice[];
  entry?: DoubtEntry;
}

export interface DoubtChoice {
  label: string;
  /** True for the machine's choice. */
  isMachine: boolean;
  /** `word` is the text of the entry's first field, if it has one. */
  decide: (word: string) => Decision | undefined;
}

/** Free entry, for a text that is not among the candidates. */
export interface DoubtEntry {
  /** The word that the decision is about, to be widened or narrowed. */
  word?: string;
  /** The character that it must contain. */
  character?: string;
  decide: (text: string, word: string) => Decision | undefined;
}
