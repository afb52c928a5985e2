import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArticle, writeArticle } from '../../scripts/article/markdown.js';
import { readIssue } from '../../scripts/article/read-issue.js';
import { bookFrom } from '../../scripts/book.js';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { rowOf } from '../../scripts/edition/rows/index.js';
import { bopomofo } from '../../scripts/edition/ruby/ruby-bopomofo.js';
import { readingsOf } from '../../scripts/edition/ruby/ruby-readings.js';
import { wordPlaces } from '../../scripts/edition/ruby/word-places.js';
import { descendants } from '../../scripts/prepress/read/read-structure.js';
import { isAllHan } from '../../scripts/text/characters.js';
import { shiftsOf } from '../../scripts/typeset/parts/readings.js';
import { makePdf } from '../bilingual/make-pdf.js';

const read = (text: string, lang = 'zh-Hans') =>
  readingsOf(text, { readings: rowOf(lang).readings, own: new Map() });

describe('readings', () => {
  it.each([
    ['银行行长', 'zh-Hans', 'yín háng háng zhǎng'],
    ['重庆重要', 'zh-Hans', 'chóng qìng zhòng yào'],
    ['銀行行長', 'zh-Hant-TW', 'yín háng háng zhǎng'],
    ['品質', 'zh-Hant-TW', 'pǐn zhí'],
    ['品质', 'zh-Hans', 'pǐn zhì'],
    ['跑得快说得清', 'zh-Hans', 'pǎo de kuài shuō de qīng'],
    ['我得取得成绩', 'zh-Hans', 'wǒ děi qǔ dé chéng jì'],
    ['认真地保护土地', 'zh-Hans', 'rèn zhēn de bǎo hù tǔ dì'],
    ['小孩儿和女儿', 'zh-Hans', 'xiǎo hái r hé nǚ ér'],
    ['看著著作', 'zh-Hant-TW', 'kàn zhe zhù zuò'],
  ])('%s in %s: words decide', (text, lang, expected) => {
    expect(read(text, lang).join(' ')).toBe(expected);
  });

  // From 教育部國語辭典簡編本; every reader in Taiwan notices the words of the first line at once.
  it.each([
    ['企業和垃圾', 'ㄑㄧˋ ㄧㄝˋ ㄏㄢˋ ㄌㄜˋ ㄙㄜˋ'],
    ['星期研究攻擊', 'ㄒㄧㄥ ㄑㄧˊ ㄧㄢˊ ㄐㄧㄡˋ ㄍㄨㄥ ㄐㄧˊ'],
    ['危險微笑休息', 'ㄨㄟˊ ㄒㄧㄢˇ ㄨㄟˊ ㄒㄧㄠˋ ㄒㄧㄡ ㄒㄧˊ'],
    ['建築突破檔案', 'ㄐㄧㄢˋ ㄓㄨˊ ㄊㄨˊ ㄆㄛˋ ㄉㄤˇ ㄢˋ'],
    ['成績足跡可惜', 'ㄔㄥˊ ㄐㄧ ㄗㄨˊ ㄐㄧ ㄎㄜˇ ㄒㄧˊ'],
    ['柏油一噸錫', 'ㄅㄛˊ ㄧㄡˊ ㄧ ㄉㄨㄣˋ ㄒㄧˊ'],
    ['舞蹈步驟悄悄', 'ㄨˇ ㄉㄠˋ ㄅㄨˋ ㄗㄡˋ ㄑㄧㄠˇ ㄑㄧㄠˇ'],
    ['堤防蝸牛椰奶', 'ㄊㄧˊ ㄈㄤˊ ㄍㄨㄚ ㄋㄧㄡˊ ㄧㄝˊ ㄋㄞˇ'],
    ['三艘船淑女', 'ㄙㄢ ㄙㄠ ㄔㄨㄢˊ ㄕㄨˊ ㄋㄩˇ'],
    ['諷刺偽裝混淆', 'ㄈㄥˋ ㄘˋ ㄨㄟˋ ㄓㄨㄤ ㄏㄨㄣˋ ㄧㄠˊ'],
    ['液體血液頭髮', 'ㄧˋ ㄊㄧˇ ㄒㄧㄝˇ ㄧˋ ㄊㄡˊ ㄈㄚˇ'],
    ['戰略和虐待', 'ㄓㄢˋ ㄌㄩㄝˋ ㄏㄢˋ ㄋㄩㄝˋ ㄉㄞˋ'],
    ['性質和人質', 'ㄒㄧㄥˋ ㄓˊ ㄏㄢˋ ㄖㄣˊ ㄓˋ'],
    ['颱風侵襲和急性病', 'ㄊㄞˊ ㄈㄥ ㄑㄧㄣ ㄒㄧˊ ㄏㄢˋ ㄐㄧˊ ㄒㄧㄥˋ ㄅㄧㄥˋ'],
    ['儲蓄質押暫停', 'ㄔㄨˊ ㄒㄩˋ ㄓˋ ㄧㄚ ㄓㄢˋ ㄊㄧㄥˊ'],
    ['脊椎酵素糾紛', 'ㄐㄧˊ ㄓㄨㄟ ㄒㄧㄠˋ ㄙㄨˋ ㄐㄧㄡ ㄈㄣ'],
    ['炸雞和蚯蚓', 'ㄓㄚˊ ㄐㄧ ㄏㄢˋ ㄑㄧㄡ ㄧㄣˇ'],
    ['寂靜夕陽熄火', 'ㄐㄧˊ ㄐㄧㄥˋ ㄒㄧˋ ㄧㄤˊ ㄒㄧˊ ㄏㄨㄛˇ'],
    ['晃來晃去擲筊', 'ㄏㄨㄤˋ ㄌㄞˊ ㄏㄨㄤˋ ㄑㄩˋ ㄓˊ ㄐㄧㄠˇ'],
    ['和平共存妳我', 'ㄏㄜˊ ㄆㄧㄥˊ ㄍㄨㄥˋ ㄘㄨㄣˊ ㄋㄧˇ ㄨㄛˇ'],
  ])('%s is read as in Taiwan', (text, symbols) => {
    const said = read(text, 'zh-Hant-TW').map((reading) => bopomofo(reading!));
    expect(said.join(' ')).toBe(symbols);
  });

  it('are given to Chinese characters alone', () => {
    expect(read('第1名，A股')).toEqual(['dì', undefined, 'míng', undefined, undefined, 'gǔ']);
  });

  it('of a person go first', () => {
    const own = new Map([['单于', ['chán', 'yú']]]);
    expect(readingsOf('见单于', { readings: 'mainland', own })).toEqual(['jiàn', 'chán', 'yú']);
  });
});

describe('words of readings', () => {
  it('are those of the segmentation, and the words that a person has listed', () => {
    const words = (text: string, own: string[] = []) =>
      wordPlaces(text, own)
        .map((place) => (place ? `${place.at}/${place.length}` : '-'))
        .join(' ');
    expect(words('银行到重庆，了')).toBe('0/2 1/2 - 0/2 1/2 - -');
    expect(words('銀行到重慶')).toBe('0/2 1/2 - 0/2 1/2');
    expect(words('见单于', ['单于'])).toBe('- 0/2 1/2');
    // A listed word cuts another one, of which nothing is left.
    expect(words('中国银行', ['国银'])).toBe('- 0/2 1/2 -');
  });

  it('move towards each other, never over another syllable, never far from their characters', () => {
    const ruby = (reading: string, at: number, length: number) =>
      ({ type: 'ruby', reading, word: { at, length }, children: [] }) as never;
    const shifts = (...readings: string[]) => {
      const nodes = readings.map((reading, at) => ruby(reading, at, readings.length));
      const found = shiftsOf(nodes);
      return nodes.map((node) => Number((found.get(node) ?? 0).toFixed(2)));
    };
    expect(shifts('yī', 'qǐ')).toEqual([0.5, -0.5]);
    const [left, right] = shifts('zhōng', 'guó');
    expect(left).toBeGreaterThan(0.2);
    expect(right).toBe(-left!);
    expect(shifts('zhuāng', 'chuáng')).toEqual([0, 0]);
    const [first, middle, last] = shifts('rén', 'mín', 'bì');
    expect([first, middle, last]).toEqual([0.5, 0, -0.5]);
    const four = shifts('xīn', 'xīn', 'xiàng', 'róng');
    expect(four).toEqual([...four].sort((one, other) => other - one));
    expect(Math.max(...four.map(Math.abs))).toBeLessThanOrEqual(0.5);
    // A word that another element parts stays as it is.
    expect(shiftsOf([ruby('zhōng', 0, 2)]).size).toBe(0);
  });
});

describe('bopomofo', () => {
  it.each([
    ['zhōng', 'ㄓㄨㄥ'],
    ['guó', 'ㄍㄨㄛˊ'],
    ['nǚ', 'ㄋㄩˇ'],
    ['lüè', 'ㄌㄩㄝˋ'],
    ['xuǎn', 'ㄒㄩㄢˇ'],
    ['yuán', 'ㄩㄢˊ'],
    ['yǔ', 'ㄩˇ'],
    ['wéi', 'ㄨㄟˊ'],
    ['wèng', 'ㄨㄥˋ'],
    ['yǒng', 'ㄩㄥˇ'],
    ['shī', 'ㄕ'],
    ['ér', 'ㄦˊ'],
    ['de', '˙ㄉㄜ'],
    ['yì', 'ㄧˋ'],
    ['jiǔ', 'ㄐㄧㄡˇ'],
    ['r', 'ㄦ'],
  ])('%s is %s', (pinyin, symbols) => {
    expect(bopomofo(pinyin)).toBe(symbols);
  });
});

describe('in a manuscript', () => {
  const text = '# 题\n\n见<ruby>单<rt>chán</rt></ruby><ruby>于<rt>yú</rt></ruby>于此。\n';

  it('is what a person wrote as ruby, and is written so again', () => {
    const article = parseArticle('01', '01.md', text);
    expect(textOf(article.tree)).toBe('题见单于于此。');
    expect(writeArticle(article)).toBe(text);
    const short = '<ruby>单<rt>chán</rt>于<rp>（</rp><rt>yú</rt><rp>）</rp></ruby>。\n';
    expect(writeArticle(parseArticle('01', '01.md', short))).toBe(
      '<ruby>单<rt>chán</rt></ruby><ruby>于<rt>yú</rt></ruby>。\n',
    );
  });

  it('stays as it is where it is no ruby', () => {
    const broken = 'a <ruby>单</ruby> b <ruby>于<rt>yú\n';
    expect(writeArticle(parseArticle('01', '01.md', broken))).toBe(broken);
  });
});

describe('on paper', () => {
  let root: string;
  let pool: BrowserPool;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'chongpai-ruby-'));
    const folder = join(root, 'manuscript', 'issue');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 试刊\nparts: []\n');
    writeFileSync(
      join(root, 'manuscript', 'names.txt'),
      'pinyin: 单于 = chán yú\npinyin: 重阳 = chóng\n曾华\n',
    );
    const text =
      '装窗双床，银行行长到重庆重新开会，“庄重”地说：创造。见单于三月二十五日，曾华曾经说，增长13.6%。';
    const own = '见<ruby>单<rt>shàn</rt></ruby>。';
    const caption = '<!-- caption -->\n图为重庆。';
    const article = [
      `---\nkicker: 重庆\nbyline: 本报记者 曾华[^1]\n---\n\n# 重庆标题`,
      text.repeat(6),
      `## 银行`,
      text,
      own.repeat(20),
      caption,
      '天地人你我他日月水火山石田土禾上中下大小多少来去左右'.repeat(4),
      '[^1]: 注。',
    ].join('\n\n');
    writeFileSync(join(folder, '01.md'), `${article}\n`);
    pool = newBrowserPool();
  });
  afterAll(async () => {
    await pool.close();
    rmSync(root, { recursive: true, force: true });
  });

  const bookOf = (id: string, name = 'issue') => {
    const place = findPublication(root);
    const issue = readIssue(join(root, 'manuscript', name), place.publication);
    return { issue, ...bookFrom(issue, editionOf(id), place) };
  };

  it.each([
    ['zh-Hans@pinyin', 150, 1.25],
    ['zh-Hant-TW@bopomofo', 150, 1.5],
    ['zh-Hans', 20, 1],
  ])('%s: readings shift no line, keep one pitch, and are tags of their own', async (id, least, pitch) => {
    const { book } = bookOf(id);
    const { reading, findings } = await makePdf(book, pool);
    expect(findings.map(({ message }) => message)).toEqual([]);
    const line = book.typeArea.linePt;
    const glyphs = reading.pages.flatMap((page) =>
      page
        .content()
        .glyphs.filter(({ size, mcid }) => mcid >= 0 && Math.abs(size - book.typeArea.emPt) < 0.1),
    );
    // A headline, which may have the size of the text, stands between the lines of the grid.
    const first = glyphs.findIndex(({ text }) => /[装裝]/.test(text));
    const bases = glyphs.slice(first).map(({ y }) => y);
    expect(bases.length).toBeGreaterThan(200);
    const off = bases.map((y) => Math.abs(((bases[0]! - y + line * 50.5) % line) - line / 2));
    expect(Math.max(...off)).toBeLessThan(0.05);
    const steps = glyphs.flatMap(({ text, x, y }, at) => {
      const next = glyphs[at + 1];
      const isPair = next && Math.abs(next.y - y) < 1 && isAllHan(text + next.text);
      return isPair ? [(next.x - x) / book.typeArea.emPt] : [];
    });
    // A long reading (chuāng) makes a little more room. The browser itself sets lines with 注音符號, and fills them.
    const isFilled = id.endsWith('bopomofo');
    expect(Math.max(...steps)).toBeLessThan(pitch + (isFilled ? 0.5 : 0.2));
    const isEven = (step: number) => Math.abs(step - pitch) < (isFilled ? 0.25 : 0.01);
    expect(steps.filter(isEven).length / steps.length).toBeGreaterThan(0.6);
    const types = [...descendants(reading.structure!)].map(({ type }) => type);
    expect(types.filter((type) => type === 'RT').length).toBe(types.filter((type) => type === 'Ruby').length);
    expect(types.filter((type) => type === 'RT').length).toBeGreaterThanOrEqual(least);
  });

  it.each([
    '口岸换装能力持续提升　。西、中、东三条运输主通道1至7月份中欧班列开行量同比分别增长15%、22%、29%，跨里海通道中欧班列实现常态化开行。',
    '全县有公路1200公里、水渠47公里、桥梁36座，修建于1953年至2011年，共用工21万个，受益的有11个乡、98个村。',
    '他用Word写，用Excel算，用PDF传，最后还是印在A4纸上，装成一本，寄到20个县的30家图书馆。',
    '从3月起，每户补贴50元；到6月，增加到80元；到9月，又增加了12%。',
  ])('%s: lines end where their column does, beside Latin and figures, too', async (text) => {
    const folder = join(root, 'manuscript', 'latin');
    mkdirSync(folder, { recursive: true });
    const plain = '天地人你我他日月水火山石田土禾上中下大小多少来去左右'.repeat(4);
    // Each repetition begins at another place of the line.
    const shifted = [0, 1, 2, 3].map((count) => `${'又'.repeat(count)}${text}`);
    writeFileSync(join(folder, '01.md'), `# 数\n\n${plain}\n\n${shifted.join('\n\n')}\n`);
    const { book } = bookOf('zh-Hans@pinyin', 'latin');
    const { reading } = await makePdf(book, pool);
    const { emPt } = book.typeArea;
    const ends = new Map<number, number>();
    const starts = new Map<number, number>();
    for (const { x, y, size, mcid, text: character } of reading.pages[0]!.content().glyphs) {
      if (mcid < 0 || Math.abs(size - emPt) > 0.1 || !isAllHan(character)) continue;
      const line = Math.round(y);
      ends.set(line, Math.max(ends.get(line) ?? 0, x));
      starts.set(line, Math.min(starts.get(line) ?? Number.POSITIVE_INFINITY, x));
    }
    expect(ends.size).toBeGreaterThan(9);
    // The plain lines are exact; no other goes beyond them at either side.
    const [, ...full] = [...ends.values()].slice(1, 5);
    const [first, last] = [Math.min(...[...starts.values()].slice(1, 5)), Math.max(...full)];
    expect((Math.max(...ends.values()) - last) / emPt).toBeLessThan(0.03);
    expect((first - Math.min(...starts.values())) / emPt).toBeLessThan(0.03);
  });

  it('stand in headings, and not in the outline', async () => {
    const { book } = bookOf('zh-Hant-TW@bopomofo');
    expect(book.galleys.map(({ html }) => html).join('')).toMatch(/<h1[^>]*>.*?<ruby class="bopomofo">重/);
    const { reading, findings } = await makePdf(book, pool);
    expect(findings.map(({ message }) => message)).toEqual([]);
    expect(reading.outline.map(({ title }) => title)).toEqual(expect.arrayContaining(['重慶標題', '銀行']));
  });

  it('stand in captions too, and those of a manuscript stay', () => {
    const html = bookOf('zh-Hans@pinyin')
      .book.galleys.map((galley) => galley.html)
      .join('');
    expect(html).toMatch(/class="caption">.*?<ruby[^>]*>重<rt>chóng/);
    expect(html).toContain('<ruby>单<rt>shàn</rt></ruby>');
    expect(html).toMatch(/class="kicker[^"]*"><ruby[^>]*>重<rt>chóng/);
    expect(html).toMatch(/class="byline">.*?曾<rt>zēng<\/rt>.*?class="note-call">/);
  });

  it('a person’s readings come from names.txt, and wrong ones are told', () => {
    const { book, messages } = bookOf('zh-Hans@pinyin');
    const html = book.galleys.map((galley) => galley.html).join('');
    expect(html).toMatch(/<ruby[^>]*>单<rt>chán<\/rt><\/ruby>/);
    expect(html).toMatch(/曾<rt>zēng<.{20,120}曾<rt>céng</);
    const told = messages.filter(({ ruleId }) => ruleId === 'reading').map(({ reason }) => reason);
    expect(told).toEqual(['Unexpected 1 syllables for 重阳, expected 2']);
  });
});
