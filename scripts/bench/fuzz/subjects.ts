import { VFileMessage } from 'vfile-message';
import { readIssueFile } from '../../article/issue-file.js';
import { parseArticle, writeArticle } from '../../article/markdown.js';
import { readMatter } from '../../article/matter.js';
import { readOverrides } from '../../article/overrides-file.js';
import { adaptationOf } from '../../edition/convert/convert.js';
import { convertMarkdown } from '../../edition/convert/convert-markdown.js';
import { restore } from '../../restore/index.js';
import { readXliff } from '../../translate/read-xliff.js';
import { pdfSubject } from './pdf-subject.js';
import { newPreviewSubject } from './preview-subject.js';
import type { Subject } from './subject.js';

/** Runs work that may throw a problem; anything else thrown is a bug of ours. */
function telling(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
  }
}

const must = (isRight: boolean, what: string) => {
  if (!isRight) throw new Error(what);
};

const lines = (text: string) => text.split('\n').length;

const press = [
  '记者 ',
  '本报讯 ',
  '（下转第4版）',
  '\n',
  ' ',
  '　',
  '。',
  '“',
  '”',
  '《',
  '》',
  '——',
  '……',
  '1. ',
  '2025年',
  '①',
  '摄',
  '\t',
  '甲',
  '一二三',
];
const marks = [
  '# ',
  '## ',
  '- ',
  '> ',
  '1. ',
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '[',
  '](',
  ')',
  '![',
  '<!-- lead -->\n',
  '<ruby>',
  '<rt>',
  '|',
  '---\n',
  '\n',
  '\n\n',
  '\\',
  '&amp;',
  '[^1]',
  '    ',
  '甲',
  '文',
];

export const subjects: readonly Subject[] = [
  {
    id: 'restore',
    units: press,
    seed: '今日天气\n晴好，市民\n纷纷出游。\n',
    check: (text) => restore({ text }),
  },
  {
    id: 'convert',
    units: marks,
    seed: '# 头发\n\n发展“经济”。\n',
    check: (text) =>
      telling(() => {
        const { text: made } = convertMarkdown(text, adaptationOf('zh-Hant-TW', {}));
        must(lines(made) === lines(text), 'another number of lines');
      }),
  },
  {
    id: 'markdown',
    units: marks,
    seed: '---\nkicker: 眉\n---\n\n# 题\n\n正文。\n',
    check: (text) =>
      telling(() => {
        const again = writeArticle(
          parseArticle('01', '01.md', writeArticle(parseArticle('01', '01.md', text))),
        );
        must(
          writeArticle(parseArticle('01', '01.md', again)) === again,
          'what was written is read as something else',
        );
      }),
  },
  {
    id: 'yaml',
    units: [
      'title: ',
      'sections:\n',
      '  - articles: ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '*a',
      '&a ',
      '- ',
      ': ',
      '\n',
      '|\n',
      '# ',
      '? ',
      '!!',
      '报',
    ],
    seed: 'title: 报\ndate: 2025-02-26\nsections:\n  - articles: ["01"]\n',
    check: (text) => {
      telling(() => readIssueFile(text, 'issue.yaml'));
      telling(() => readOverrides(text, 'overrides.yaml'));
      telling(() => readMatter(text, { path: '01.md' }));
    },
  },
  {
    id: 'xliff',
    units: [
      '<',
      '>',
      '</',
      '<unit id="1">',
      '<segment>',
      '<source>',
      '<target>',
      '<pc>',
      '<ph/>',
      '<cp hex="0"/>',
      '&amp;',
      '&#0;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '甲',
      '"',
      '=',
    ],
    seed: '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="en"><file id="a"><unit id="01/0"><segment><source>甲</source><target>A</target></segment></unit></file></xliff>',
    check: (text) => telling(() => readXliff(text, 'a.xlf')),
  },
  pdfSubject,
  newPreviewSubject(),
];
