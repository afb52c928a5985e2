/** 存疑: one spot of a text that the conversion is not sure of. Offsets are UTF-16 units into the given text. */
export interface Doubt {
  start: number;
  end: number;
  ruleId: 'ambiguous' | 'misprint' | 'quote' | 'mixed-script' | 'name-conflict';
  /** The text in the source, and its conversion. */
  source: string;
  reading: string;
  /** Other readings, likeliest first. */
  candidates: string[];
  /** Probability that it is wrong, from 0 to 1. */
  risk: number;
  /** The word it is in, with a neighbour on either side where that is one character. */
  word: string;
  /** Number of doubts about this word and reading in the text. */
  count: number;
  /** The words around it, in the source. */
  context: string;
  /** The text of the edition before and after it. */
  adapted?: readonly [before: string, after: string];
}

/** Number of characters before and after a spot that a person needs to decide. */
export const around = 8;

export function contextOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - around);
  return text.slice(from, end + around).replace(/\s+/g, ' ');
}
