import { isAllHan } from '../../text/characters.js';
import type { Book } from '../../typeset/book/galley.js';
import { openFontFile } from '../../typeset/fonts/font-file.js';
import { type FontSet, subsetFonts } from '../../typeset/fonts/fonts.js';

/** Fonts that grow with a book: each sheet adds later characters, and declares them. */
export interface WarmFonts extends FontSet {
  sheets: string[];
}

/** Maximum number of sheets of single characters; then one of all is better. */
const mostSheets = 40;
const space = 0x20;

/**
 * Fonts for books that change while a person looks at them. Glyphs of removed characters stay: unused glyphs do not
 * affect layout. A new Chinese character gets a separate sheet, in some hundredths of a second; letters and marks,
 * whose spacing depends on their neighbours' font, need a new subset of all.
 */
export function newWarmFonts() {
  const standing = new Map<string, { characters: Set<string>; fonts: WarmFonts }>();
  return async ({ fonts: faces, characters }: Book): Promise<WarmFonts> => {
    const key = JSON.stringify(faces);
    const known = standing.get(key);
    const wanted = [...characters];
    const added = wanted.filter((character) => !known?.characters.has(character)).join('');
    if (known && added === '') return ofBook(known.fonts, wanted);
    const mayGrow = known && known.fonts.sheets.length < mostSheets && isAllHan(added);
    const all = new Set([...(known?.characters ?? []), ...wanted]);
    const fonts = mayGrow
      ? grow(known.fonts, await subsetFonts(faces, added), added)
      : await whole(faces, all);
    standing.set(key, { characters: all, fonts });
    if (!known) void getReady(faces);
    return ofBook(fonts, wanted);
  };
}

/**
 * Prepares the first subset of a face, which takes half a second to read its file and start the subsetter. Done while a
 * person looks at the first pages, it does not delay the first save.
 */
async function getReady(faces: Book['fonts']): Promise<void> {
  for (const { file } of faces) {
    await openFontFile(file)
      .then((font) => font.cut([space]))
      .catch(() => undefined); // reported when it is really needed
  }
}

async function whole(faces: Book['fonts'], characters: Set<string>): Promise<WarmFonts> {
  const set = await subsetFonts(faces, [...characters].sort().join(''));
  return { ...set, sheets: [set.css] };
}

function grow(fonts: WarmFonts, more: FontSet, characters: string): WarmFonts {
  const range = [...characters].map((one) => `U+${one.codePointAt(0)!.toString(16)}`).join(', ');
  const css = more.css.replace(/@font-face \{[^}]*\}/g, (rule) =>
    rule.includes('unicode-range') ? rule : rule.replace('  src:', `  unicode-range: ${range};\n  src:`),
  );
  const sheets = [...fonts.sheets, css];
  return {
    ...fonts,
    sheets,
    css: sheets.join('\n'),
    missing: [...fonts.missing, ...more.missing],
    key: `${fonts.key}+${more.key}`,
  };
}

/** The fonts of a book: characters without a font count only if the book has them. */
function ofBook(fonts: WarmFonts, wanted: readonly string[]): WarmFonts {
  if (fonts.missing.length === 0) return fonts;
  const present = new Set(wanted);
  return { ...fonts, missing: fonts.missing.filter((character) => present.has(character)) };
}
