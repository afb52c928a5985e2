import { isSpace } from './characters.js';

/** The number of visible characters of a text. */
export function visibleLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // The second half of a pair is no character of its own.
    if (!isSpace(code) && (code < 0xdc00 || code > 0xdfff)) length++;
  }
  return length;
}
