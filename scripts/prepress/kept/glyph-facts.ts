import { hash } from '../../chromium/cache-entry.js';
import type { PdfFont } from '../read/read-font.js';
import type { PageContent } from '../read/read-page.js';

/** The codes of a font that a part shows, and those of them whose text is that of their map. */
export interface Used {
  shown: number[];
  plain: number[];
}

/** Facts about codes, as text, by font. */
const known = new WeakMap<PdfFont, Map<number, string>>();

/** A hash of all that the proof of a page reads from a font for some codes. */
export function glyphFacts(font: PdfFont, { shown }: Used): string {
  const { type, isEmbedded, codeBytes, isVertical, ascent, descent, unit, outlines } = font;
  const own = [type, isEmbedded, codeBytes, isVertical, ascent, descent, unit, outlines?.unitsPerEm];
  const facts = known.get(font) ?? new Map<number, string>();
  known.set(font, facts);
  const lines = shown.map((code) => {
    const found = facts.get(code) ?? factsOf(font, code);
    facts.set(code, found);
    return found;
  });
  return hash([own.join(' '), ...lines]);
}

function factsOf(font: PdfFont, code: number): string {
  const glyph = font.glyph(code);
  const { outlines, toUnicode } = font;
  const numbers = [code, glyph, font.width(code), outlines?.box(glyph), outlines?.characters.get(glyph)];
  return `${numbers.join(' ')} ${toUnicode?.get(code) ?? 'none'} ${toUnicode?.has(code)}`;
}

/** Collects what pages show. */
export function newUses(): {
  add: (content: PageContent) => void;
  /** The fonts in the order in which the pages select them, with their codes in order of occurrence. */
  all: ReadonlyMap<PdfFont, Used>;
} {
  const all = new Map<PdfFont, Used & { isShown: Uint8Array }>();
  const usedOf = (font: PdfFont) => {
    const used = all.get(font) ?? { shown: [], plain: [], isShown: new Uint8Array(0x10000) };
    all.set(font, used);
    return used;
  };
  return {
    all,
    add: ({ fonts, glyphs }) => {
      for (const font of fonts) usedOf(font);
      for (const { font, shown, raw, text } of glyphs) {
        const used = usedOf(font);
        const now = raw !== undefined && raw === text ? 2 : 1;
        const before = used.isShown[shown]!;
        if (before >= now) continue;
        used.isShown[shown] = now;
        if (before === 0) used.shown.push(shown);
        if (now === 2) used.plain.push(shown);
      }
    },
  };
}

/** Notes in a font what was read before, as a reading of the pages notes it. */
export function replay(font: PdfFont, { shown, plain }: Used): void {
  for (const code of shown) font.shown.add(code);
  for (const code of plain) font.proven.set(font.glyph(code), font.toUnicode?.get(code) ?? '');
}
