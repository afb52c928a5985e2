import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readIssue } from '../../scripts/article/read-issue.js';
import { typographyChecks } from '../../scripts/bench/typography/checks.js';
import { printBook } from '../../scripts/bench/typography/print.js';
import { readSetBook, type SetBook } from '../../scripts/bench/typography/read.js';
import { writePublication } from '../../scripts/bench/typography/texts.js';
import { textureOf } from '../../scripts/bench/typography/texture.js';
import { bookFrom } from '../../scripts/book.js';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { findPublication, type Place, pickIssues } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { preflight } from '../../scripts/prepress/preflight.js';

const root = join(import.meta.dirname, '../..');
const pool = newBrowserPool();
afterAll(() => pool.close());

/** A publication's first issue in an edition, printed. */
async function printed(place: Place, edition: string) {
  const issue = readIssue(pickIssues(place, [])[0]!, place.publication);
  const { book } = bookFrom(issue, editionOf(edition), place);
  const pdf = await printBook(book, pool);
  return { book, pdf, set: await readSetBook(pdf, book) };
}

/** Sections of two stories, the first of so many lines: one of the second heads ends a page. */
function writeSections(folder: string, lines: readonly number[]): void {
  const issue = join(folder, 'manuscript', '2025-03-01');
  mkdirSync(issue, { recursive: true });
  writeFileSync(join(folder, 'manuscript', 'publication.yaml'), 'title: 河谷日报\ntheme: newspaper\n');
  const sections = lines.map((count, at) => {
    const short = Array.from({ length: count }, () => '山水有清音，一曲。').join('\n\n');
    const long = '春天来了，江水涨了，田里的人都忙起来，学校的学生也来帮忙，老师说这是好事。'.repeat(3);
    writeFileSync(join(issue, `${at}a.md`), `# 春江水暖4\n\n${short}\n`);
    writeFileSync(
      join(issue, `${at}b.md`),
      `---\nkicker: 江河湖海\nbyline: 记者 王明\n---\n\n# 田野新声4\n\n${long}[^a]\n\n${long}\n\n[^a]: 一条脚注。\n`,
    );
    return `  - title: 第${at + 10}版\n    articles: ["${at}a", "${at}b"]\n`;
  });
  writeFileSync(join(issue, 'issue.yaml'), `date: 2025-03-01\nsections:\n${sections.join('')}`);
}

function sampleIn(theme: string): Place {
  const found = findPublication(root);
  return { ...found, publication: { ...found.publication, theme } };
}

/** Fails with the places of each point that is not kept. Returns the number of places of each point. */
function expectNoFault(set: SetBook): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, run } of typographyChecks) {
    const { places, wrong } = run(set);
    expect(wrong, name).toEqual([]);
    counts.set(name, places);
  }
  return counts;
}

const countOf = (counts: Map<string, number>, word: string) =>
  [...counts].find(([name]) => name.includes(word))?.[1] ?? 0;

describe('composition on paper', () => {
  it.each([
    ['literary', 'zh-Hans'],
    ['newspaper', 'zh-Hant-TW'],
  ])('is without fault in the %s theme, %s', async (theme, edition) => {
    const { set } = await printed(sampleIn(theme), edition);
    const counts = expectNoFault(set);
    const { solid, full } = textureOf(set);
    expect(solid / full).toBeGreaterThan(0.95);
    for (const word of [
      'grid',
      'facing',
      'register',
      'indented',
      'numbers',
      'byline',
      'Chinese and Latin',
      '孤字',
    ])
      expect(countOf(counts, word), word).toBeGreaterThan(0);
  });

  it('is what a style chooses: 开明, 悬挂, gaps of ⅛ em', async () => {
    const text = readFileSync(join(root, 'manuscript', 'jinchang-2025-02-26', '02.md'), 'utf8');
    const css = ':root { --marks: kaiming; --hanging: allow; --han-latin: 0.125em; }';
    const folder = writePublication({ title: '样本', articles: [text] }, { theme: 'newspaper', css });
    try {
      const { book, pdf, set } = await printed(findPublication(folder), 'zh-Hans');
      expect(await preflight(pdf, book)).toEqual([]);
      const counts = expectNoFault(set);
      for (const word of ['开明', '悬挂', 'Chinese and Latin'])
        expect(countOf(counts, word), word).toBeGreaterThan(3);
      const taiwan = await printed(findPublication(folder), 'zh-Hant-TW');
      expect(await preflight(taiwan.pdf, taiwan.book)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('lets marks hang that keep their em', async () => {
    const text = readFileSync(join(root, 'manuscript', 'jinchang-2025-02-26', '02.md'), 'utf8');
    const folder = writePublication(
      { title: '样本', articles: [text] },
      { theme: 'literary', css: ':root { --hanging: allow; }' },
    );
    try {
      const { book, pdf, set } = await printed(findPublication(folder), 'zh-Hans');
      expect(await preflight(pdf, book)).toEqual([]);
      expect(countOf(expectNoFault(set), '悬挂')).toBeGreaterThan(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(['literary', 'newspaper'])(
    'is back in register behind a quote and a table: %s',
    {
      timeout: 60_000,
    },
    async (theme) => {
      const body = readFileSync(join(root, 'manuscript', 'jinchang-2025-02-26', '03.md'), 'utf8');
      const blocks = body.split('\n\n');
      const extra = [
        '<!-- pull-quote -->\n一张蓝图绘到底，一腔热血干到底，一股韧劲拼到底',
        '| 项 | 数 |\n|---|---|\n| 提案 | 232 |',
      ];
      const text = [
        ...blocks.slice(0, 3),
        extra[0],
        ...blocks.slice(3, 4),
        extra[1],
        ...blocks.slice(4),
      ].join('\n\n');
      const folder = writePublication({ title: '样本', articles: [text] }, { theme });
      try {
        const { set } = await printed(findPublication(folder), 'zh-Hans');
        expect(countOf(expectNoFault(set), 'register')).toBeGreaterThan(2);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('leaves the white between a centred point and a bold opening mark', async () => {
    const articles = ['# 题\n\n粗体和粗体粗体粗和斜体和都要和删除删除和高亮高亮。**“粗在引号”**后面。'];
    const folder = writePublication({ title: '样本', articles }, { theme: 'literary' });
    try {
      const { book, pdf } = await printed(findPublication(folder), 'zh-Hant-TW');
      expect(await preflight(pdf, book)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('keeps the grid below tables that begin a column', async () => {
    const long = '春天来了，江水涨了，田里的人都忙起来，学校的学生也来帮忙，老师说这是好事。'.repeat(4);
    const table = '| 项 | 数 |\n|---|---|\n| 提案 | 232 |\n| 立案 | 156 |';
    const blocks = Array.from({ length: 8 }, () => [long, table]).flat();
    const articles = [['# 田野新声', ...blocks, long].join('\n\n')];
    const folder = writePublication({ title: '样本', articles }, { theme: 'newspaper' });
    try {
      expectNoFault((await printed(findPublication(folder), 'zh-Hans')).set);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(['literary', 'newspaper'])(
    'keeps the grid below tables that pages or columns part: %s',
    { timeout: 60_000 },
    async (theme) => {
      const long = '春天来了，江水涨了，田里的人都忙起来，学校的学生也来帮忙，老师说这是好事。'.repeat(4);
      const rows = (count: number) =>
        Array.from({ length: count }, (_, at) => `| ${at + 1} | 河口村委会 | 0933-78${at + 10} |`).join('\n');
      const table = (count: number) => `| 序 | 单位 | 电话 |\n|---|---|---|\n${rows(count)}`;
      const texts = (count: number) => Array.from({ length: count }, () => long);
      const articles = [16, 3].flatMap((count) =>
        [1, 2, 3, 4].map((before) =>
          ['# 田野新声', ...texts(before), table(count), ...texts(3)].join('\n\n'),
        ),
      );
      const folder = writePublication({ title: '样本', articles }, { theme });
      try {
        const { set } = await printed(findPublication(folder), 'zh-Hans');
        const ofGrid = typographyChecks.filter(({ name }) => /grid|register/.test(name));
        expect(ofGrid).toHaveLength(2);
        for (const { name, run } of ofGrid) expect(run(set).wrong, name).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('turns the page before a head that ends it, and prints 第10版 as a word', {
    timeout: 60_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heads-'));
    try {
      writeSections(folder, [4, 5, 6, 7]);
      const { book, pdf } = await printed(findPublication(folder), 'zh-Hans@pinyin');
      expect(await preflight(pdf, book)).toEqual([]);
      // A sheet may set the figures apart: the distance of the other characters tells that.
      const wide = { ...book, css: [...book.css, '.section-title { letter-spacing: 0.3em !important; }'] };
      expect(await preflight(await printBook(wide, pool), wide)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('keeps its text and balanced ends in two columns', async () => {
    const { book, pdf, set } = await printed(sampleIn('newspaper'), 'zh-Hans');
    expect(await preflight(pdf, book)).toEqual([]);
    expectNoFault(set);
    // The first story ends in two columns that differ by a line or two at most.
    const last = set.blocks.findIndex(({ text }) => text.startsWith('为者常成'));
    const { page } = set.blocks[last]!.lines[0]!;
    const middle = book.trim.widthMm * (72 / 25.4) * 0.5;
    const lines = set.blocks
      .slice(0, last + 1)
      .flatMap((block) => (block.isBody ? block.lines : []))
      .filter((line) => line.page === page);
    const [left, right] = [true, false].map((isLeft) =>
      Math.max(...lines.filter(({ glyphs }) => glyphs[0]!.x < middle === isLeft).map(({ y }) => y)),
    );
    expect(Math.abs(left! - right!)).toBeLessThanOrEqual(2 * book.typeArea.linePt + 0.1);
  });
});
