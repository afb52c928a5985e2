/** The code points of a book, for choosing fonts. */
export interface FontText {
  /** Need a glyph. Sorted. */
  visible: number[];
  /** Need no glyph of their own: variation selectors, joiners, letters composed with their accents. */
  silent: number[];
}

/** Unassigned, private and lone surrogates stay visible: a font must have them, or they must be reported. */
const silentCharacter = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const lastCodePoint = 0x10ffff;
const softHyphen = 0xad;

/** Separates the code points of `text` that need a glyph from those that need none. */
export function readFontText(text: string | Iterable<string>): FontText {
  const found: number[] = [];
  const seen = new Uint8Array(lastCodePoint + 1);
  const see = (character: number) => {
    if (seen[character] === 1) return;
    seen[character] = 1;
    found.push(character);
  };
  for (const part of typeof text === 'string' ? [text] : text) mark(part, see);
  // Where a soft hyphen breaks a word, Chromium paints U+2010, and U+002D where the font lacks that.
  if (seen[softHyphen]) for (const hyphen of [0x2010, 0x2d]) see(hyphen);
  const visible: number[] = [];
  const silent: number[] = [];
  for (const character of found.sort((a, b) => a - b)) {
    const isSilent = silentCharacter.test(String.fromCodePoint(character));
    (isSilent ? silent : visible).push(character);
  }
  return { visible, silent: [...silent, ...composeAccents(visible)] };
}

/**
 * The letters that Unicode composes of letters and accents of the text: a + ̄ is one glyph, ā, in a font that has it;
 * with a separate accent it is badly placed. A set of characters does not tell which ones occur together.
 */
function composeAccents(visible: number[]): number[] {
  const characters = visible.map((character) => String.fromCodePoint(character));
  const accents = characters.filter((character) => /\p{Mn}/u.test(character));
  const composed = new Set<string>();
  let letters = characters.filter((character) =>
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(character),
  );
  // ǖ is u with one accent and then another.
  while (letters.length > 0 && accents.length > 0) {
    const pairs = letters.flatMap((letter) => accents.map((accent) => (letter + accent).normalize('NFC')));
    letters = pairs.filter((pair) => [...pair].length === 1 && !composed.has(pair));
    for (const letter of letters) composed.add(letter);
  }
  return [...composed].map((letter) => letter.codePointAt(0)!).filter((letter) => !visible.includes(letter));
}

function mark(part: string, see: (character: number) => void): void {
  for (let index = 0; index < part.length; index++) {
    const character = part.codePointAt(index)!;
    if (character > 0xffff) index++;
    see(character);
  }
}
