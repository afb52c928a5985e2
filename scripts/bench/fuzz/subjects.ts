import { deflateSync } from 'node:zlib';
import { VFileMessage } from 'vfile-message';
import { readIssueFile } from '../../article/issue-file.js';
import { parseArticle, writeArticle } from '../../article/markdown.js';
import { readMatter } from '../../article/matter.js';
import { readOverrides } from '../../article/overrides-file.js';
import { adaptationOf } from '../../edition/convert/convert.js';
import { convertMarkdown } from '../../edition/convert/convert-markdown.js';
import { checkFile } from '../../prepress/check/check-file.js';
import { preflight } from '../../prepress/preflight.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import { restore } from '../../restore/index.js';
import { readXliff } from '../../translate/read-xliff.js';

/** A kind of input from strangers, with its check. */
export interface Subject {
  id: string;
  /** Pieces of inputs, besides characters of every kind. */
  units: readonly string[];
  /** A whole input of the kind, of which others are variations. */
  seed: string;
  /** @throws anything other than a problem of the input in a person's words. */
  check: (input: string) => unknown;
}

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
  {
    id: 'pdf',
    units: [
      '<<',
      '>>',
      '[',
      ']',
      '/Kids',
      '/Type',
      ' 0 R',
      ' obj',
      'endobj',
      'stream\n',
      'endstream',
      '/Length',
      '0',
      '99999999999',
      '-1',
      '(',
      ')',
      '<',
      'xref\n',
      '\0',
    ],
    seed: smallPdf(),
    check: async (text) => {
      try {
        const reading = await readPdf(Buffer.from(text, 'latin1'));
        checkFile(reading);
        await preflight(reading);
      } catch (error) {
        // The command reports a stack overflow as a damaged file.
        if (!(error instanceof VFileMessage) && !(error instanceof RangeError)) throw error;
      }
    },
  },
];

/** A page with a form, a font and a link, as Latin-1. */
function smallPdf(): string {
  const content = deflateSync('BT /G 12 Tf 1 0 0 1 9 9 Tm (ab) Tj ET /F Do').toString('latin1');
  return `%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/Names<</Dests<</Names[(a)[3 0 R/XYZ 0 0 0]]>>>>/PageLabels<</Nums[0<</S/D>>]>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</G 5 0 R>>/XObject<</F 6 0 R>>>>/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest(a)>>]>> endobj
4 0 obj <</Length ${content.length}/Filter/FlateDecode>>stream
${content}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 97/Widths[500 500]>> endobj
6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 9>>stream
0 0 1 1 re f
endstream endobj
xref
trailer <</Size 7/Root 1 0 R>>
startxref
0
%%EOF
`;
}
