/** The code points of a book, as far as fonts are concerned. */
export interface FontText {
  /** Need a glyph. Sorted. */
  visible: number[];
  /** Need none of their own: variation selectors, joiners, line ends. Sorted. */
  silent: number[];
}

/** Unassigned, private and lone surrogates stay visible: a font must have them, or someone must be told. */
const silentCharacter = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const lastCodePoint = 0x10ffff;
const softHyphen = 0xad;

/** Tells the code points of `text` that need a glyph from those that need none. */
export function readFontText(text: string | Iterable<string>): FontText {
  const seen = new Uint8Array(lastCodePoint + 1);
  for (const part of typeof text === 'string' ? [text] : text) mark(part, seen);
  // Where a soft hyphen breaks a word, Chromium paints U+2010, and U+002D where the font lacks that.
  if (seen[softHyphen]) seen[0x2010] = seen[0x2d] = 1;
  const visible: number[] = [];
  const silent: number[] = [];
  for (let character = 0; character <= lastCodePoint; character++) {
    if (!seen[character]) continue;
    const isSilent = silentCharacter.test(String.fromCodePoint(character));
    (isSilent ? silent : visible).push(character);
  }
  return { visible, silent };
}

function mark(part: string, seen: Uint8Array): void {
  for (let index = 0; index < part.length; index++) {
    const character = part.codePointAt(index)!;
    if (character > 0xffff) index++;
    seen[character] = 1;
  }
}
