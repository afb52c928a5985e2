import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIssue } from '../../scripts/article/read-issue.js';
import { measureDrift } from '../../scripts/bench/bilingual/drift.js';
import { bookFrom } from '../../scripts/book.js';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { descendants, leaves } from '../../scripts/prepress/read/read-structure.js';
import { makePdf } from './make-pdf.js';

/** Two of the sample's articles with their translations: some twenty pages. */
const sample = join(import.meta.dirname, '../..', 'manuscript', 'jinchang-2025-02-26');
let root: string;
let pool: BrowserPool;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-bilingual-'));
  for (const id of ['03', '05'])
    for (const file of [`${id}.md`, join('en', `${id}.md`)])
      cpSync(join(sample, file), join(root, 'manuscript', 'issue', file));
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 试刊\n');
  pool = newBrowserPool();
});
afterAll(async () => {
  await pool.close();
  rmSync(root, { recursive: true, force: true });
});

async function make(id: string) {
  const place = findPublication(root);
  const issue = readIssue(join(root, 'manuscript', 'issue'), place.publication);
  const { book } = bookFrom(issue, editionOf(id), place);
  return { book, ...(await makePdf(book, pool)) };
}

describe('two languages on paper', () => {
  it.each([
    ['zh-Hans+en@facing', 1],
    ['zh-Hans+en@columns', 0],
    ['en+zh-Hans@facing', 1],
    ['zh-Hans+zh-Hant-TW@columns', 0],
  ])('%s: every paragraph stands beside its translation', async (id, pages) => {
    const { book, reading, findings } = await make(id);
    expect(findings.map(({ message }) => message)).toEqual([]);
    const { pairs, most, apart } = measureDrift(reading, book, pages);
    expect(pairs).toBeGreaterThan(5);
    expect(apart).toBe(0);
    expect(most).toBeLessThan(0.01);
  });

  it('zh-Hans+en@facing: the first language is on versos, the second on rectos, each read through', async () => {
    const { reading, labels } = await make('zh-Hans+en@facing');
    const verso = labels.indexOf('2');
    expect(verso % 2).toBe(1);
    const languages: string[] = [];
    for (const { content, element } of leaves(reading.structure!)) {
      let at: typeof element | undefined = element;
      while (at && !at.lang) at = at.parent;
      if (content.page < verso || content.page >= labels.length - 2) continue;
      const lang = at?.lang ?? '';
      expect(lang).toBe((content.page - verso) % 2 === 0 ? 'zh-Hans' : 'en');
      if (languages.at(-1) !== lang) languages.push(lang);
    }
    // Notes and colophon follow, each in its own language.
    expect(languages.slice(0, 2)).toEqual(['zh-Hans', 'en']);
  });

  it('zh-Hans+en@interleaved: proven, and one paragraph one tag over page breaks', async () => {
    const { book, reading, findings } = await make('zh-Hans+en@interleaved');
    expect(findings.map(({ message }) => message)).toEqual([]);
    const paragraphs = [...descendants(reading.structure!)].filter(({ type }) => type === 'P');
    const cells = book.passages.filter(({ id }) => /^s1-/.test(id)).length;
    expect(paragraphs.length).toBeLessThan(cells + 30);
  });
});

describe('what stories hold, in two languages', () => {
  const said = '今日天气晴好，市民纷纷出游。';
  const told = 'The weather was fine today.';
  const picture =
    'iVBORw0KGgoAAAANSUhEUgAAADAAAAAkCAAAAADqLubWAAAAMUlEQVR42mOwQQIpSKAHCWxBAgyjGkY14NBAjCJkQ0c1jGrApYEYRciGjmoY1YBDAwBQXioumuBLNgAAAABJRU5ErkJggg==';
  const source = `---\nkicker: 引题\n---\n# 甲\n\n${said}[^1]\n\n*强调*与**${'重点'}**。\n\n![图](a.png "说明")\n\n[^1]: 注。\n`;
  const translated = `---\nkicker: A kicker\n---\n# One\n\n${told}[^1]\n\n*Stressed* and **strong**.\n\n![Picture](a.png "Caption")\n\n[^1]: A note.\n`;

  it.each(['zh-Hans+en@facing', 'en+zh-Hans@facing', 'en+zh-Hans@columns', 'zh-Hans+en@interleaved'])(
    '%s: notes, stress, and a picture that only the original has beside it',
    async (id) => {
      const folder = join(root, 'manuscript', 'held');
      mkdirSync(join(folder, 'en'), { recursive: true });
      for (const [name, text] of [
        ['01.md', source],
        ['02.md', source.replace('# 甲', '# 乙')],
        ['en/01.md', translated],
        ['en/02.md', translated.replace('# One', '# Two')],
      ] as const)
        writeFileSync(join(folder, name), text);
      writeFileSync(join(folder, 'a.png'), Buffer.from(picture, 'base64'));
      const place = findPublication(root);
      const issue = readIssue(folder, place.publication);
      const { book } = bookFrom(issue, editionOf(id), place);
      const { reading, findings } = await makePdf(book, pool);
      expect(findings.map(({ message }) => message)).toEqual([]);
      expect(reading.pages.flatMap((page) => page.content().pictures)).toHaveLength(4);
    },
  );
});
