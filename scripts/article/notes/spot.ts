/** A character of an edition that has several forms, with what a person needs to choose. */
export interface Spot {
  /** The character in the manuscript. */
  character: string;
  /** Its word there, and the words around it. */
  word: string;
  context: string;
  /** The text of the edition before and after it. */
  adapted: readonly [before: string, after: string];
  /** Probability that the form is wrong, 0 … 1. */
  risk: number;
  /** Number of places with this word. */
  count: number;
}

/** A line of a names file that decides about a character and names nothing, and the decision that it stands for. */
export interface MisplacedName {
  line: string;
  character: string;
  as: string;
  /** The whole word of the text that the line was cut from. */
  word: string;
  edition: string;
}

declare module 'vfile-message' {
  interface VFileMessage {
    spot?: Spot;
    misplaced?: readonly MisplacedName[];
  }
}
