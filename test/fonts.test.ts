import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FontFace } from '../scripts/article/edition.js';
import { editionOf } from '../scripts/edition/edition-of.js';
import { readPdf } from '../scripts/prepress/read-pdf.js';
import { readTrueType, type TrueType } from '../scripts/prepress/truetype.js';
import { missingCharacters } from '../scripts/proof.js';
import { launchBrowser, type Printer, withTab } from '../scripts/typeset/browser.js';
import { readCmap, writeCmap } from '../scripts/typeset/font-cmap.js';
import { openFontFile } from '../scripts/typeset/font-file.js';
import { readFontText } from '../scripts/typeset/font-text.js';
import { subsetFonts } from '../scripts/typeset/fonts.js';
import type { Book } from '../scripts/typeset/galley.js';
import { readSfnt } from '../scripts/typeset/sfnt.js';

const google = '@expo-google-fonts';
const regular = (region: string, more: Partial<FontFace> = {}): FontFace => ({
  family: 'chongpai-serif',
  weight: 400,
  file: `${google}/noto-serif-${region.toLowerCase()}/400Regular/NotoSerif${region}_400Regular.ttf`,
  ...more,
});
const bold: FontFace = {
  family: 'chongpai-serif',
  weight: 700,
  file: `${google}/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`,
};
const hei: FontFace = {
  family: 'chongpai-hei',
  weight: 700,
  file: `${google}/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf`,
};
const latin = (weight: number, name: string, style?: 'italic'): FontFace => ({
  family: 'chongpai-latin',
  weight,
  ...(style && { style }),
  file: `${google}/source-serif-4/${weight}${name}/SourceSerif4_${weight}${name}.ttf`,
});

const kai: FontFace = {
  family: 'chongpai-kai',
  weight: 400,
  file: '@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css',
  only: 'Han',
};
const rare: FontFace = {
  family: 'chongpai-serif',
  weight: 400,
  file: 'hanamin/HanaMin.css',
  only: 'Han',
};

const folder = mkdtempSync(join(tmpdir(), 'chongpai-fonts-'));
const cacheBefore = process.env.CHONGPAI_CACHE;
/** Of this test alone, so that it sees the fonts being cut. */
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
    const plain = fonts.filter(({ file }) => !/noto-(?!s\w+-(?:sc|tc|hk))|nanum/.test(file));
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
    await expect(subsetFonts([regular('XX')], '重')).rejects.toThrow('There is no font @expo-google-fonts');
    const list = join(folder, 'list.css');
    writeFileSync(list, 'body { color: black }');
    await expect(subsetFonts([regular('SC', { file: list })], '重')).rejects.toThrow('lists no web fonts');
    await expect(subsetFonts([regular('SC', { file: 'subset-font/package.json' })], '重')).rejects.toThrow(
      'expected a static TrueType font',
    );
  });
});

describe('a font in slices', () => {
  it('is cut to one font with the same outlines and advances', async () => {
    const font = await openFontFile(kai.file);
    const characters = [...'重排乃使断行复原之器也，排新聞為小冊。龘靐㐀𠮷'].map(
      (one) => one.codePointAt(0)!,
    );
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
    const among = await font.cut([...'重排', 'ˊ'].map((one) => one.codePointAt(0)!));
    expect(partOf(among, accent)).toEqual(partOf(alone, accent));
  });

  it('has what its files have, not what its style sheet promises', async () => {
    const { missing } = await subsetFonts([rare], '\u{2a6d6}\u{2a6df}\u{2ebe0}，');
    expect(missing).toEqual(['，', '\u{2a6df}']); // 2A6DF came to Unicode after the font
  });
});

/** The ink box of the first glyph that the glyph of `character` is made of. */
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

describe('a printed page', () => {
  const faces = [
    ...[regular('SC'), regular('HK'), rare, bold, kai, hei],
    ...[latin(400, 'Regular'), latin(400, 'Regular_Italic', 'italic'), latin(700, 'Bold')],
  ];
  const paragraphs = {
    text: '上海，“江山”：（人）。《日报》——长……海',
    bold: '上海，“江山”：（人）。《日报》——长……海',
    hei: '山，“水”。《日报》——长……海',
    kai: '金昌，“楷体”：（人）。《日报》——长……海',
    english: 'The <i>“office” fine</i> <b>bold</b> — 2025',
    vertical: '直排，“人”：（日）。「引」『号』——长……',
    rare: '𨋢𠀋<b>𠀋</b>㐀ㄅㄆˇāǚ',
    mixed: '宋<span>楷体</span>Latin<i>Latin</i><b>粗</b>',
  };
  const html = Object.entries(paragraphs).map(([id, text]) => `<p id="${id}">${text}</p>`);
  const style = `body { font: 20px/1.6 chongpai-serif; font-synthesis: none; text-autospace: no-autospace }
    #bold { font-weight: 700 } #hei { font: 700 20px chongpai-hei, chongpai-serif }
    #kai, span { font-family: chongpai-kai, chongpai-serif }
    #english, i { font-family: chongpai-latin, chongpai-serif } #vertical { writing-mode: vertical-rl; height: 30em }`;
  let printer: Printer | undefined;
  let widths: Record<string, string[]>;
  let mixedHeight: number;
  let pdf: Uint8Array;

  beforeAll(async () => {
    const { css } = await subsetFonts(faces, Object.values(paragraphs));
    printer = await launchBrowser();
    await withTab(printer.browser, async (tab) => {
      await tab.setContent(`<html lang="zh-Hans"><style>${css} ${style}</style><body>${html.join('')}`);
      await tab.evaluate(() => document.fonts.ready.then(() => undefined));
      widths = await tab.evaluate(measure);
      mixedHeight = await tab.$eval('#mixed', (paragraph) => paragraph.getBoundingClientRect().height);
      pdf = await tab.pdf({ tagged: true });
    });
  });
  afterAll(() => printer?.close());

  it('squeezes adjacent marks, though the text has no ；', () => {
    const runs = { '，“': 1.5, '”：（': 2, '）。《': 2 };
    for (const id of ['text', 'bold', 'kai']) expect(markRuns(widths[id]!)).toMatchObject(runs);
    expect(markRuns(widths.hei!)).toMatchObject({ '，“': 1.5, '”。《': 2 });
    expect(markRuns(widths.vertical!)).toMatchObject({ '，“': 1.5, '）。「': 2, '」『': 1.5 });
  });

  it('keeps lines of mixed faces on the grid', () => {
    expect(mixedHeight).toBe(32);
  });

  it('sets dashes and dots two ems wide', () => {
    for (const id of ['text', 'bold', 'kai', 'hei', 'vertical'])
      expect(widths[id]!.filter((entry) => /[—…]/.test(entry))).toEqual(['—1', '—1', '…1', '…1']);
  });

  it('embeds TrueType alone, with the code points that were written', async () => {
    const reading = await readPdf(pdf);
    for (const page of reading.pages) page.content();
    const fonts = [...reading.fonts.values()];
    expect(new Set(fonts.map(({ type, isEmbedded }) => `${type} ${isEmbedded}`))).toEqual(
      new Set(['CIDFontType2 true']),
    );
    expect([...new Set(fonts.map(({ name }) => name.replace(/^\w+\+/, '')))].sort()).toEqual([
      ...[
        'HanaMinB',
        'LXGWWenKai-Regular',
        'NotoSansSC-Bold',
        'NotoSerifHK-Regular',
        'NotoSerifSC-Bold',
        'NotoSerifSC-Regular',
      ],
      ...['SourceSerif4-Bold', 'SourceSerif4-Italic', 'SourceSerif4-Regular'],
    ]);
    const written = new Set(Object.values(paragraphs).join('').replace(/<.*?>/g, ''));
    const mapped = fonts.flatMap(({ toUnicode }) => [...toUnicode!.values()]).flatMap((text) => [...text]);
    expect(mapped.filter((character) => !written.has(character))).toEqual([]);
  });
});

/** Runs of marks with their length in em; unsqueezed it would be the number of marks. */
function markRuns(entries: string[]): Record<string, number> {
  const marked = entries.map((entry) => (/[，“”：（）。《》「」『』]/.test(entry) ? entry : ' ')).join('');
  const runs = marked.split(/\s+/).filter(Boolean);
  const sum = (run: string) => run.match(/[\d.]+/g)!.reduce((total, advance) => total + Number(advance), 0);
  return Object.fromEntries(runs.map((run) => [run.replace(/[\d.]/g, ''), sum(run)]));
}

/** In the page: each character of a paragraph with its advance in em. */
function measure(): Record<string, string[]> {
  const advances = (paragraph: Element) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const entries: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let index = 0; index < (node as Text).length; index++) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        const advance = paragraph.id === 'vertical' ? box.height : box.width;
        entries.push((node as Text).data[index]! + Math.round((advance / 20) * 100) / 100);
      }
    return entries;
  };
  return Object.fromEntries([...document.querySelectorAll('p')].map((entry) => [entry.id, advances(entry)]));
}
