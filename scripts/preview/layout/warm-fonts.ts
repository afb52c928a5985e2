import { isAllHan } from '../../text/characters.js';
import type { Book } from '../../typeset/compose/galley.js';
import { openFontFile } from '../../typeset/fonts/font-file.js';
import { type FontSet, subsetFonts } from '../../typeset/fonts/fonts.js';

/** Fonts that grow with a book: each sheet adds what came later, and says which characters it is for. */
export interface WarmFonts extends FontSet {
  sheets: string[];
}

/** So many sheets of single characters; then one of all is better. */
const mostSheets = 40;
const space = 0x20;

/**
 * Fonts for books that change while one looks. A character that goes leaves its glyph behind: what nothing shows changes
 * no layout. A new Chinese character comes in a sheet of its own, in some hundredths of a second; letters and marks,
 * whose spacing depends on their neighbours' font, need a new cut of all.
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
 * The first cut of a face costs half a second: its file comes from the disk, the program that cuts is prepared. Done while
 * one looks at the first pages, it is not there when one saves.
 */
async function getReady(faces: Book['fonts']): Promise<void> {
  for (const { file } of faces) {
    await openFontFile(file)
      .then((font) => font.cut([space]))
      .catch(() => undefined); // told when it is really needed
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

/** What no font has counts only where the book has it. */
function ofBook(fonts: WarmFonts, wanted: readonly string[]): WarmFonts {
  if (fonts.missing.length === 0) return fonts;
  const present = new Set(wanted);
  return { ...fonts, missing: fonts.missing.filter((character) => present.has(character)) };
}
