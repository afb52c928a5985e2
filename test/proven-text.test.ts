/**
 * Ordinary and odd texts that were refused, since the proof expected of them what is not so. Found by building manuscripts
 * of blocks and characters chosen at random.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../scripts/build-book.js';
import { newFolder } from './cli/run.js';

const long = '今日天气晴好，市民纷纷出游，公园里人头攒动。孩子们放风筝，老人们下象棋，一派祥和景象。';

/** Builds a book of one issue with an article, and returns what refuses its editions. */
async function refusals(options: string, text: string): Promise<string[]> {
  const { root, remove } = newFolder({
    'manuscript/publication.yaml': `title: 试报\n${options}\n`,
    'manuscript/i/01.md': `${text}\n`,
  });
  try {
    const { report } = await build(join(root, 'manuscript', 'i'));
    return [report.error, ...report.editions.map(({ error }) => error)].filter((one) => one !== undefined);
  } finally {
    remove();
  }
}

const phone = 'trim: phone\ntheme: newspaper\neditions: [zh-Hans+zh-Hant-TW@columns]';

it('proves full-width letters and Roman numerals that are set apart as characters are', async () => {
  const text = Array.from({ length: 12 }, (_, at) => `${'甲'.repeat(at)}加入ＷＴＯ后ⅣⅫ赞助企业${long}`);
  expect(await refusals('trim: A6\neditions: [zh-Hans]', `# 题\n\n${text.join('\n\n')}`)).toEqual([]);
});

it('proves letters that have a form of their own where they stand alone', async () => {
  const text = '# 题ᠮᠣ文\n\n**ᠭᠣᠯ**，ᠮ，*ᠮᠣᠩ*，محمد، ه。';
  expect(await refusals('editions: [zh-Hans]', text)).toEqual([]);
});

it('proves notes of several blocks that go on overleaf beside their translation', async () => {
  const notes = [`[^a]: ${long}`, `    ${long.repeat(2)}`, `    - ${long}`, `    - ${long}`].join('\n\n');
  expect(await refusals(phone, `# 题\n\n文[^a]。${long}\n\n${notes}`)).toEqual([]);
});

it('proves rows of a table that go on overleaf beside their translation', async () => {
  const rows = `|甲|乙|丙|\n|:-:|--:|---|\n|${long}|2|\n|1|${long}|3|\n||||`;
  expect(await refusals(phone, `# 题\n\n${long.repeat(2)}\n\n${rows}\n\n${long}`)).toEqual([]);
});

it('proves a link behind a mark that is squeezed', async () => {
  const lines = Array.from(
    { length: 12 },
    (_, at) => `${'甲'.repeat(at)}号令秦姬驱赵女，[链接](https://example.org/a)秾桃艳李临疆，`,
  );
  expect(await refusals(phone, `# 题\n\n${lines.join('\n\n')}`)).toEqual([]);
});

it('leads the contents to the first words of a story that opens with blank paragraphs', async () => {
  const stories = Array.from({ length: 20 }, (_, at) => `# 题\n\n${'文'.repeat(30 + 25 * at)}`);
  const blank = ['&nbsp;', '\u3000', '<br>', '::: warning'].join('\n\n');
  expect(await refusals('trim: A6\neditions: [zh-Hans]', [...stories, blank].join('\n\n'))).toEqual([]);
});

it('prints a running head that has dollar signs as it is written', async () => {
  const text = "# 黄金$$与$&和$'\n\n文\n\n<!-- page-break -->\n\n文\n\n<!-- page-break -->\n\n文";
  expect(await refusals('trim: A6\ntheme: newspaper\neditions: [zh-Hans]', text)).toEqual([]);
});

it('does not turn a table whose readings stand beside their characters', async () => {
  const rows = Array.from({ length: 9 }, (_, at) => `| ${at} ${'| 宝玉说道 '.repeat(6)}|`);
  const table = ['| 沿着总书记 '.repeat(7), '|---'.repeat(7), ...rows].map((row) =>
    `${row}|`.replace('||', '|'),
  );
  const options = 'trim: 8开\ntheme: newspaper\neditions: [zh-Hant-TW@bopomofo]';
  expect(await refusals(options, `# 题\n\n${long}\n\n${table.join('\n')}`)).toEqual([]);
});
