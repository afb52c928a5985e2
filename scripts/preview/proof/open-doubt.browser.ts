import type { Decision } from '../layout/proof.js';

/** A doubt on the list: what it asks, where it stands, and what can be done about it. */
export interface OpenDoubt {
  /** The same doubt in two states of the proof has the same key. */
  key: string;
  question: string;
  /** Why the machine stops here, and what a person can do. */
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
  /** What the machine did already. */
  isMachine: boolean;
  /** `word` is what the entry's first field says, where it has one. */
  decide: (word: string) => Decision | undefined;
}

/** Free entry: what none of the candidates is. */
export interface DoubtEntry {
  /** The word that the decision is about, to be widened or narrowed. */
  word?: string;
  /** What it must hold. */
  character?: string;
  decide: (text: string, word: string) => Decision | undefined;
}
