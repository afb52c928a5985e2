import { VFileMessage } from 'vfile-message';
import { beforeAll, expect, it } from 'vitest';
import { parseArticle } from '../../scripts/article/markdown.js';
import { finish } from '../../scripts/prepress/finish.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import type { ProvenText } from '../../scripts/prepress/proven-text.js';
import { questionPages } from '../../scripts/question-pages.js';
import { addMessages, type IssueReport, openQuestion } from '../../scripts/report.js';
import { printDocuments } from './print-sample.js';
import { sampleBook, sampleFolios, sampleHtml } from './sample-book.js';

/** The sample's story, split before 生 by a page break; the footnote is written amid the text, and read after it. */
const manuscript = `---
deck: 副题
---
# 两会开幕

本报讯（记者王明）2月25日，*金昌市*第九届人民代表大会第五次会议召开。来自全市各条战线的人大代表齐聚一堂，共商发展大计。

[^1]: 好于预期……

会议指出，过去一年全市上下坚持稳中求进，经济运行总体平稳，民生事业持续改善；“十四五”规划的主要指标
`;
const article = parseArticle('01', '01.md', manuscript);

let proven: ProvenText | undefined;
beforeAll(async () => {
  const [printed] = await printDocuments([sampleHtml]);
  const pdf = await finish(printed!, sampleBook, { modified: new Date(0), labels: sampleFolios });
  await preflight(pdf, sampleBook, {
    onProven: (text) => {
      proven = text;
    },
  });
});

/** The page of a message about the first such words of the manuscript, or about another file. */
function pageOf(words: string | undefined, file = '01.md'): number | undefined {
  const lines = manuscript.slice(0, manuscript.indexOf(words ?? '')).split('\n');
  const point = { line: lines.length, column: lines.at(-1)!.length + 1 };
  const offset = manuscript.indexOf(words ?? '');
  const message = new VFileMessage('Doubtful', words === undefined ? {} : { place: { ...point, offset } });
  message.file = file;
  article.file.messages = [message];
  return questionPages([article], proven!).get(message);
}

it.each([
  ['a headline', '两会', 2],
  ['the last word of a page', '民生', 2],
  ['the first word of the next', '生事业', 3],
  ['a footnote', '好于', 3],
  ['the text behind a footnote', '会议指出', 2],
  ['front matter: where the article begins', '副题', 2],
])('knows the page of %s', (_, words, page) => {
  expect(pageOf(words)).toBe(page);
});

it('takes the page where the article begins for what is said of its source, or of all of it', () => {
  expect(pageOf('生事业', 'source.txt')).toBe(2);
  expect(pageOf(undefined)).toBe(2);
});

it('knows no page of an article that the book has not', () => {
  const [other] = [parseArticle('09', '09.md', '# 无')];
  other.file.message('Doubtful');
  expect(questionPages([other], proven!).size).toBe(0);
});

it('tells no pages of a book whose text is not the manuscript’s', async () => {
  const [printed] = await printDocuments([sampleHtml.replace('齐聚', '聚')]);
  const pdf = await finish(printed!, sampleBook, { modified: new Date(0), labels: sampleFolios });
  await preflight(pdf, sampleBook, {
    onProven: () => {
      throw new Error('proven');
    },
  });
});

it('reports a question once, with the page and the edition that it is open in first', () => {
  const report: IssueReport = { issue: 'x', stages: [], editions: [], edits: {}, open: [] };
  const message = new VFileMessage('Doubtful');
  const open = [openQuestion(message, { edition: 'zh-Hant-TW', page: '3' })];
  addMessages(report, { open });
  expect(report.told).toBeUndefined();
  const later = [openQuestion(message, { edition: 'zh-Hant-HK', page: '4' })];
  addMessages(report, { open: later, told: open });
  addMessages(report, { open: later, told: later });
  for (const list of [report.open, report.told])
    expect(list).toMatchObject([{ reason: 'Doubtful', edition: 'zh-Hant-TW', page: '3' }]);
});
