import { isSpace } from '../../text/characters.js';

/** Characters that control layout and have no picture: soft hyphen, joiners, directions, variants. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0x180b && code <= 0x180f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}

/** True if a text has nothing that print must show. */
export function isIgnorable(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (!isSpace(code) && code > 0x1f && !isInvisible(code)) return false;
  }
  return true;
}

/** A text for comparison in the proof: the characters that print must show; nothing else is changed. */
export function comparable(text: string): string[] {
  const found: string[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    // Nearly all characters are of this range, and none of it is a space or invisible.
    if ((code > 0x3000 && code < 0xd800) || !isIgnorable(character)) found.push(character);
  }
  return found;
}
