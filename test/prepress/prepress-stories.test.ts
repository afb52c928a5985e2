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

/** Odd manuscripts, a story each: all of them must be proven in narrow columns. */
const odd = [
  `# 标题里![字](${picture.slice(picture.indexOf('(') + 1, -1)})有图\n\n## 小标题${picture}\n\n正文。\n`,
  '# 条目里有代码\n\n1. 段一\n\n   ```\n   code  here\n   ```\n\n   > 引文\n\n2. 条\n',
  '# 注中注\n\n一[^a]二[^b]三。\n\n[^a]: 又有注[^c]。\n[^b]: 一段\n\n    - 条\n\n[^c]: 注中注。\n[^d]: 没人叫的注。\n',
  `# 深嵌\n\n${Array.from({ length: 9 }, (_, at) => `${'  '.repeat(at)}- 第${at}层的一个条目\n`).join('')}`,
  '# 控制符\n\n甲\u0000乙\u0007丙\u202e丁\u2028戊\u007f己\n',
  '<!-- 只有备注 -->\n',
];

const said = '今日天气晴好，市民纷纷出游，公园里人头攒动。';
const quote = `<!-- pull-quote -->\n${said}\n\n`;
/** A pull-quote, two after each other, and a table whose head is repeated on the next page. */
const lined = [
  `# 引语\n\n${said}\n\n${quote}${said}\n\n${quote}${quote}`,
  `# 长表\n\n| 日期 | 姓名 |\n|---|---|\n${`| 三月 | ${said} |\n`.repeat(24)}`,
];

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
  mkdirSync(join(root, 'manuscript', 'i2'));
  for (const [at, text] of odd.entries()) writeFileSync(join(root, 'manuscript', 'i2', `0${at}.md`), text);
  mkdirSync(join(root, 'manuscript', 'i3'));
  for (const [at, text] of lined.entries()) writeFileSync(join(root, 'manuscript', 'i3', `0${at}.md`), text);
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

it('proves what people write in the narrow columns of a newspaper, and tells what it leaves out', async () => {
  const place = findPublication(root);
  place.publication.theme = 'newspaper';
  const issue = readIssue(join(root, 'manuscript', 'i2'), place.publication);
  const { reading, findings } = await makePdf(bookFrom(issue, editionOf('zh-Hans'), place).book, pool);
  expect(findings.map(({ message }) => message)).toEqual([]);
  expect(reading.outline.map(({ title }) => title)).toContain('标题里字有图');
  const told = issue.sections.flatMap(({ articles }) => articles.flatMap(({ file }) => file.messages));
  const rules = told.map(({ ruleId }) => ruleId);
  expect(rules.filter((rule) => rule === 'control')).toHaveLength(5);
  expect(rules).toContain('empty');
});

it.each([
  'zh-Hans',
  'zh-Hans@pinyin',
  'zh-Hant-TW@bopomofo',
  'zh-Hans+zh-Hant-TW@columns',
  'zh-Hans+zh-Hant-TW@facing',
])('proves pull-quotes and a table over pages in %s', async (id) => {
  const place = findPublication(root);
  const issue = readIssue(join(root, 'manuscript', 'i3'), place.publication);
  const { findings } = await makePdf(bookFrom(issue, editionOf(id), place).book, pool);
  expect(findings.map(({ message }) => message)).toEqual([]);
});
