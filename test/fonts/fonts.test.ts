import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { missingCharacters } from '../../scripts/proof.js';
import type { Book } from '../../scripts/typeset/book/galley.js';
import { readFontText } from '../../scripts/typeset/fonts/font-text.js';
import { subsetFonts } from '../../scripts/typeset/fonts/fonts.js';
import { bold, latin, regular } from './faces.js';

const folder = mkdtempSync(join(tmpdir(), 'chongpai-fonts-'));
const cacheBefore = process.env.CHONGPAI_CACHE;
/** Runs work in a cache of this test alone, so that fonts really are subset. */
const inOwnCache = async <T>(work: () => Promise<T>): Promise<T> => {
  process.env.CHONGPAI_CACHE = folder;
  try {
    return await work();
  } finally {
    if (cacheBefore === undefined) delete process.env.CHONGPAI_CACHE;
    else process.env.CHONGPAI_CACHE = cacheBefore;
  }
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('subsetFonts', () => {
  it('names the characters that no face has', async () => {
    const { missing } = await subsetFonts(
      [regular('SC')],
      ['重排\n', '\u{e000}\u{200b}重\u{fe0f}', '\u{10ffff}'],
    );
    expect(missing).toEqual(['\u{e000}', '\u{10ffff}']);
  });

  it('names characters that no face of an edition has, with the story that uses them', async () => {
    const text = '重排😀，一家👨‍👩‍👧，𠮷野家☎️，𢀖，\u{31350}，ܫܠܡܐ';
    const { missing } = await subsetFonts(editionOf('zh-Hans').fonts, text);
    expect(missing).toEqual(['ܐ', 'ܠ', 'ܡ', 'ܫ', '\u{31350}']);
    const book = { passages: [{ id: 'a', name: '01.md', text }] } as unknown as Book;
    expect(missingCharacters(missing.slice(3), book).message).toBe(
      'No font has “ܫ” U+072B (01.md), “\u{31350}” U+31350 (01.md)',
    );
  });

  it('has names in the scripts that a newspaper meets, and not a byte of their fonts without one', async () => {
    const { fonts } = editionOf('zh-Hans');
    const names =
      'محمد، יצחק، नरेन्द्र、กรุงเทพ、བོད、ᠮᠣᠩᠭᠣᠯ、ꆈꌠ、თბილისი、Երևան、김정은、Қасым、Κυριάκος、Nguyễn、[ˈʈ͡ʂʊŋ˥]、Łódź、🎉';
    const { missing } = await subsetFonts(fonts, names);
    expect(missing).toEqual([]);
    const text = '重排，Made in China，2025年，café';
    const plain = fonts.filter(({ file }) => !/Noto(?!S\w+(?:SC|TC|HK)_)|Nanum/.test(file));
    expect(plain.length).toBeLessThan(fonts.length - 15);
    const { css } = await subsetFonts(fonts, text);
    expect(css).toBe((await subsetFonts(plain, text)).css);
  });

  it('takes an accented letter whole from a later face before it puts one together', async () => {
    const { css } = await subsetFonts([regular('SC'), latin(400, 'Regular')], 'Łódź');
    const [help = '', own = ''] = css.split('@font-face').slice(1);
    expect(help).toContain('unicode-range: U+141, U+17A;');
    expect(own).not.toContain('unicode-range');
  });

  it('brings the letter to a mark that only another face has', async () => {
    const { css } = await subsetFonts(editionOf('zh-Hans').fonts, 'n\u0325中');
    expect(css).toContain('unicode-range: U+6E, U+325;');
  });

  it('takes a character from the first face that has it, in every weight', async () => {
    const text = '重\u{282e2}'; // 𨋢, a lift in Hong Kong: Noto Serif SC lacks it
    const alone = await subsetFonts([regular('SC'), bold], text);
    const { css, missing } = await subsetFonts([regular('SC'), bold, regular('HK')], text);
    expect(alone.missing).toEqual(['\u{282e2}']);
    expect(missing).toEqual([]);
    const rules = css
      .split('@font-face')
      .slice(1)
      .map((rule) => rule.replace(/url\(.*?\)/, ''));
    expect(rules.filter((rule) => rule.includes('unicode-range: U+282E2;'))).toHaveLength(2);
    expect(rules.map((rule) => rule.match(/font-weight: (\d+)/)?.[1])).toEqual(['400', '400', '700', '700']);
  });

  it('asks for what is written of an accented letter, not for its other spellings', async () => {
    const { missing } = await subsetFonts([regular('SC')], 'a\u0304 m\u0323');
    expect(missing).toEqual(['\u0323']); // not ṃ
  });

  it('brings the glyph of a letter with its accent, from a mere set of characters', async () => {
    const { silent, visible } = readFontText('\u0304\u030c\u0308aun中');
    expect(visible).toHaveLength(7);
    expect(String.fromCodePoint(...silent)).toMatch(/^(?=.*ā)(?=.*ǚ)(?=.*ň)/);
  });

  it('has one key for one set of characters', async () => {
    const [one, other, more] = await Promise.all(
      ['重排', '排重重', '重排本'].map((text) => subsetFonts([regular('SC')], text)),
    );
    expect(one).toEqual(other);
    expect(more?.key).not.toBe(one?.key);
  });

  it('makes the same bytes from a cold, a warm and a damaged cache', async () => {
    const cut = () => inOwnCache(() => subsetFonts([regular('TC')], '重排，「引」'));
    const cold = await cut();
    const [stored] = readdirSync(join(folder, 'fonts'));
    const file = join(folder, 'fonts', stored!);
    const written = readFileSync(file, 'utf8');
    expect(await cut()).toEqual(cold);
    truncateSync(file, 2000);
    expect(await cut()).toEqual(cold);
    expect(readFileSync(file, 'utf8')).toBe(written);
    expect(readdirSync(join(folder, 'fonts'))).toHaveLength(1);
  });

  it('refuses a font that is not there or would print as Type 3', async () => {
    await expect(subsetFonts([regular('XX')], '重')).rejects.toThrow('There is no font NotoSerifXX');
    const list = join(folder, 'list.css');
    writeFileSync(list, 'body { color: black }');
    await expect(subsetFonts([regular('SC', { file: list })], '重')).rejects.toThrow('lists no web fonts');
    await expect(subsetFonts([regular('SC', { file: 'subset-font/package.json' })], '重')).rejects.toThrow(
      'expected a static TrueType font',
    );
  });
});
