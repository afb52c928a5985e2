import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readIssue } from '../../scripts/article/read-issue.js';
import { bookFrom } from '../../scripts/book.js';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { makePdf } from '../bilingual/make-pdf.js';

const picture =
  '![图](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADAAAAAkCAAAAADqLubWAAAAMUlEQVR42mOwQQIpSKAHCWxBAgyjGkY14NBAjCJkQ0c1jGrApYEYRciGjmoY1YBDAwBQXioumuBLNgAAAABJRU5ErkJggg==)';
const plate = `<!-- plate -->\n\n${picture}\n\n`;
const spread = `<!-- spread -->\n\n${picture}\n\n<!-- caption -->\n图说在跨页图下。\n`;

let root: string;
let pool: BrowserPool;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-stories-'));
  const folder = join(root, 'manuscript', 'i1');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 试刊\n');
  writeFileSync(join(folder, '01.md'), '# 头条\n\n正文。\n');
  // One of them needs a white page before its spread, on whichever side it begins.
  writeFileSync(join(folder, '02.md'), `${plate}${spread}`);
  writeFileSync(join(folder, '03.md'), `${plate}${plate}${spread}`);
  writeFileSync(join(folder, '04.md'), spread);
  writeFileSync(join(folder, '05.md'), `${picture}\n\n正文在图下。\n`);
  pool = newBrowserPool();
});
afterAll(async () => {
  await pool.close();
  rmSync(root, { recursive: true, force: true });
});

it('lets a story begin with a picture, and its text follow after the white page of a spread', async () => {
  const place = findPublication(root);
  const issue = readIssue(join(root, 'manuscript', 'i1'), place.publication);
  const { reading, findings } = await makePdf(bookFrom(issue, editionOf('zh-Hans'), place).book, pool);
  const isWhite = (page: (typeof reading.pages)[number]) => {
    const { glyphs, pictures } = page.content();
    return glyphs.length === 0 && pictures.length === 0;
  };
  expect(reading.pages.some(isWhite)).toBe(true);
  expect(findings.map(({ message }) => message)).toEqual([]);
});
