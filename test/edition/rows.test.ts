import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readIssue } from '../../scripts/article/read-issue.js';
import { bookFrom } from '../../scripts/book.js';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { findPublication } from '../../scripts/config.js';
import { convert } from '../../scripts/edition/convert/convert.js';
import { convertRaw } from '../../scripts/edition/convert/raw.js';
import { editionFrom, editions } from '../../scripts/edition/index.js';
import type { ChineseRow } from '../../scripts/edition/row.js';
import { chineseRows, rowOf } from '../../scripts/edition/rows/index.js';
import { isHan } from '../../scripts/text/characters.js';
import { makePdf } from '../bilingual/make-pdf.js';
import { newFolder } from '../cli/run.js';

const root = join(import.meta.dirname, '../..');

/** A row that no table of chongpai has. */
const added: ChineseRow = {
  ...rowOf('zh-Hant-TW'),
  id: 'zh-Hant-SG',
  name: '繁體中文（新加坡）',
  middleDot: '·',
  formatDate: (iso) => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`,
};

describe('a row', () => {
  const folder = newFolder({
    'manuscript/publication.yaml': 'title: 南洋小报\nparts: [contents, colophon]\n',
    'manuscript/a-2025-02-26/issue.yaml': 'date: 2025-02-26\nsections:\n  - articles: ["01"]\n',
    'manuscript/a-2025-02-26/01.md': '# 发展\n\n列夫·托尔斯泰的“理发店”，在台湾开了分店。\n',
    'styles/editions/zh-Hant-SG.css': ':root { --sheet-of-the-added-row: 1; }\n',
  });
  const pool = newBrowserPool();
  afterAll(async () => {
    await pool.close();
    folder.remove();
  });

  it('and a sheet are all that a new edition needs: its book stands on paper, and the proof holds', async () => {
    const place = findPublication(folder.root);
    const issue = readIssue(folder.path('manuscript/a-2025-02-26'), place.publication);
    const { book } = bookFrom(issue, editionFrom(added), place);
    expect(book.css.join('')).toContain('--sheet-of-the-added-row');
    const { reading, findings } = await makePdf(book, pool);
    expect(findings).toEqual([]);
    const glyphs = reading.pages.flatMap((page) => page.content().glyphs);
    const text = glyphs.map((glyph) => glyph.text).join('');
    expect(text).toContain('列夫·托爾斯泰的「理髮店」，在台灣開了分店。');
    expect(text).toContain('26/02/2025');
    expect(text).toContain('目錄');
  });

  it('converts without its id being known anywhere', () => {
    expect(convert('头发', added).text).toBe('頭髮');
    expect(convertRaw('市长发表', added)).toBe('市長髮表');
  });
});

describe('the rows', () => {
  const articles = join(root, 'manuscript/jinchang-2025-02-26');
  const sample = readdirSync(articles)
    .filter((name) => /^\d+\.md$/.test(name))
    .map((name) => readFileSync(join(articles, name), 'utf8'))
    .join('\n');
  const hanOf = (text: string) => [...text].filter((one) => isHan(one.codePointAt(0)!)).length;

  it.each([...chineseRows, added].map((row) => [row.id, row]))(
    '%s keeps every Han character of the sample',
    (_, row) => {
      expect(hanOf(convert(sample, row).text)).toBe(hanOf(sample));
    },
  );

  it.each(chineseRows.map(({ id }) => id))('%s has a sheet in styles/editions', (id) => {
    expect(readdirSync(join(root, 'styles/editions'))).toContain(`${id}.css`);
  });

  it('write dates and names as their regions do', () => {
    const of = (id: string) => editions.find((edition) => edition.id === id)!;
    expect(of('zh-Hant-MO').formatDate('2025-02-26')).toBe('二零二五年二月二十六日　星期三');
    expect(of('zh-Hant-MO').formatDate('2010-10-20')).toBe('二零一零年十月二十日　星期三');
    expect(of('zh-Hant-HK').formatDate('2025-02-26')).toBe('2025年2月26日　星期三');
    expect(of('zh-Hans').formatDate('2025-02-26')).toBe('2025年2月26日');
    expect(of('zh-Hant-TW').adaptText('列夫·托尔斯泰')).toBe('列夫．托爾斯泰');
    expect(of('zh-Hant-MO').adaptText('列夫·托尔斯泰说')).toBe('列夫·托爾斯泰說');
  });
});
