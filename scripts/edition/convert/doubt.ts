/** 存疑: one spot of a text that the conversion is not sure of. Offsets are UTF-16 units into the text it was given. */
export interface Doubt {
  start: number;
  end: number;
  ruleId: 'ambiguous' | 'quote' | 'mixed-script' | 'name-conflict';
  /** What stands in the source, and what was made of it. */
  source: string;
  reading: string;
  /** Other readings, likeliest first. */
  candidates: string[];
  /** How likely it is wrong, from 0 to 1. */
  risk: number;
  /** The word it is in, with a neighbour on either side where that is one character. */
  word: string;
  /** How often this word and this reading are doubtful in the text. */
  count: number;
  /** The words around it, in the source. */
  context: string;
}

/** How many characters before and after a spot let a person decide. */
const around = 8;

export function contextOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - around);
  return text.slice(from, end + around).replace(/\s+/g, ' ');
}
