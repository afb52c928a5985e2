import { isSpace } from './characters.js';

/** The number of visible characters of a text. */
export function visibleLength(text: string): number {
  let length = 0;
  for (const char of text) if (!isSpace(char)) length++;
  return length;
}
