import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrueType, type TrueType } from '../../scripts/prepress/read/truetype.js';
import { readCmap, writeCmap } from '../../scripts/typeset/fonts/font-cmap.js';
import { openFontFile } from '../../scripts/typeset/fonts/font-file.js';
import { mergeFonts } from '../../scripts/typeset/fonts/font-merge.js';
import { subsetFonts } from '../../scripts/typeset/fonts/fonts.js';
import { readSfnt } from '../../scripts/typeset/fonts/sfnt.js';
import { kai, rare } from './faces.js';

describe('a font in slices', () => {
  it('is cut to one font with the same outlines and advances', async () => {
    const font = await openFontFile(rare.file);
    const characters = codesOf('㐀䶵重排新聞龘靐𠀀𠮷𡈽𪛖𫜴𫠝𬺡');
    const whole = readTrueType(await font.cut(characters))!;
    expect(whole.glyphs).toBeGreaterThan(characters.length);
    for (const character of characters)
      expect(shapeOf(whole, character)).toEqual(
        shapeOf(readTrueType(await font.cut([character]))!, character),
      );
  });

  it('writes the characters that it reads', () => {
    const entry = fc.tuple(fc.integer({ min: 1, max: 0x10ffff }), fc.integer({ min: 1, max: 0xffff }));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const glyphs = new Map(entries);
        expect(readCmap(writeCmap(glyphs))).toEqual(glyphs);
      }),
    );
  });

  it('finds the parts of a glyph that is made of others', async () => {
    const font = await openFontFile(kai.file);
    const accent = 'ˊ'.codePointAt(0)!; // made of the glyph of ´ in LXGW WenKai
    const alone = await font.cut([accent]);
    const among = mergeFonts([await font.cut(codesOf('重排')), alone]);
    expect(partOf(among, accent)).toEqual(partOf(alone, accent));
  });

  it('has what its files have, not what its style sheet promises', async () => {
    const { missing } = await subsetFonts([rare], '\u{2a6d6}\u{2a6df}\u{2ebe0}，');
    expect(missing).toEqual(['，', '\u{2a6df}']); // 2A6DF came to Unicode after the font
  });
});

const codesOf = (text: string) => [...text].map((one) => one.codePointAt(0)!);

/** The ink box of the first component of the glyph of `character`. */
function partOf(bytes: Buffer, character: number) {
  const tables = readSfnt(bytes);
  const glyph = readCmap(tables.get('cmap')!).get(character)!;
  const isLong = tables.get('head')!.readInt16BE(50) === 1;
  const loca = tables.get('loca')!;
  const at = isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  const glyf = tables.get('glyf')!;
  expect(glyf.readInt16BE(at)).toBe(-1);
  return readTrueType(bytes)!.box(glyf.readUInt16BE(at + 12));
}

const shapeOf = (font: TrueType, character: number) => {
  const glyph = [...font.characters].find(([, characters]) => characters.includes(character))?.[0];
  return glyph === undefined ? 'none' : font.box(glyph);
};
