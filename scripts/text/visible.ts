import { isSpace } from './characters.js';

/** How many characters of a text can be seen. */
export function visibleLength(text: string): number {
  let length = 0;
  for (const char of text) if (!isSpace(char)) length++;
  return length;
}
