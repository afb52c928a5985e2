/** Blocks of which no Chinese newspaper prints characters by the dozen: Ethiopic to Greek Extended, Extension A, Yi. */
const blocks: readonly (readonly [first: number, last: number])[] = [
  [0x1200, 0x1fff],
  [0x2c00, 0x2dff],
  [0x3400, 0x4dbf],
  [0xa000, 0xabff],
];

/** True for a character that is rare in Chinese: many of them are numbers of glyphs that were taken for characters. */
export function isUnlikely(char: string): boolean {
  const code = char.codePointAt(0)!;
  return blocks.some(([first, last]) => code >= first && code <= last);
}
