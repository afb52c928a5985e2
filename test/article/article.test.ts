import fc from 'fast-check';
import type { Paragraph, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../scripts/article/article.js';
import { isDate, readIssueFile, writeIssueFile } from '../../scripts/article/issue-file.js';
import { parseArticle, writeArticle } from '../../scripts/article/markdown.js';
import { formatMessage } from '../../scripts/article/problem.js';

const paragraph = (value: string, role?: Role): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
  ...(role && { data: { role } }),
});
const roundTrip = (tree: Root, matter = {}) => parseArticle('01', '01.md', writeArticle({ matter, tree }));
/** The problem thrown by an action, as the command line prints it. */
const problemOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return formatMessage(error as Parameters<typeof formatMessage>[0]);
  }
  return 'no problem';
};

/** Text like that of newspapers, with far more signs that Markdown would take for markup. Markdown excludes NUL. */
const rawText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'1.*_#>+|-=`~[]()!<>&\\"\'@:/ \t\u3000\u00a0\ufeff\u200b％—…“”（）$^{}ab2米'),
      fc.constantFrom(
        '<b>',
        '&amp;',
        '&#42;',
        '![',
        '](',
        '[^1]',
        '[^1]:',
        '---',
        '***',
        '1. ',
        '2) ',
        '+ ',
        '# ',
        '> ',
        '\\(',
        '$a_1$',
        '2*3*4',
        '<!--',
        '<br>',
        '</u>',
      ),
      fc.constantFrom(
        '<!-- caption -->',
        'http://a.cn',
        'www.a.cn',
        'a@b.cn',
        '| a | b |',
        '| --- |',
        '~~a~~',
      ),
      fc.constantFrom(...'的新金昌市国記者２０２５'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/[\0\n\r]/g, ''))
  .filter((text) => /\S/.test(text) && !/\p{Cs}/u.test(text));

describe('writeArticle and parseArticle', () => {
  it('keep any raw text as text, character by character', () => {
    fc.assert(
      fc.property(fc.array(rawText, { minLength: 1, maxLength: 3 }), rawText, (texts, headline) => {
        const heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: headline }] } as const;
        const { tree } = roundTrip({
          type: 'root',
          children: [
            { ...heading, children: [...heading.children] },
            ...texts.map((text) => paragraph(text)),
          ],
        });
        expect(tree.children.map((node) => node.type)).toEqual(['heading', ...texts.map(() => 'paragraph')]);
        expect(tree.children.map((node) => textOf(node))).toEqual([headline, ...texts]);
      }),
      { numRuns: 1000 },
    );
  });

  it('keep an untitled first paragraph, whatever it begins with', () => {
    for (const text of [
      '---',
      'kicker: a',
      '\ufeff一',
      '1. 一',
      '+ 2',
      '# 3',
      '> 4',
      '| 5 |',
      '<b>6</b>',
      '=',
      '    a',
      '&amp;',
    ])
      expect(
        roundTrip({ type: 'root', children: [paragraph(text)] }).tree.children.map((node) => textOf(node)),
      ).toEqual([text]);
  });

  it('keep front matter of any text', () => {
    fc.assert(
      fc.property(rawText, rawText, (kicker, byline) => {
        const { matter } = roundTrip({ type: 'root', children: [paragraph('一')] }, { kicker, byline });
        expect(matter).toEqual({ kicker, byline });
      }),
    );
  });

  it('mark the roles that Markdown cannot show, and read them back', () => {
    const tree: Root = { type: 'root', children: [paragraph('图为会场。', 'caption'), paragraph('正文。')] };
    const text = writeArticle({ matter: { kicker: '眉题' }, tree });
    expect(text).toBe('---\nkicker: 眉题\n---\n\n<!-- caption -->\n图为会场。\n\n正文。\n');
    const article = parseArticle('01', '01.md', text);
    expect(article.tree.children.map((node) => node.data?.role)).toEqual(['caption', undefined]);
  });

  it('drop remarks and report a mistyped role', () => {
    const { tree, file } = parseArticle('01', 'm/01.md', '<!-- ask Li -->\n一。\n\n<!-- captoin -->\n二。\n');
    expect(tree.children.map((node) => textOf(node))).toEqual(['一。', '二。']);
    expect(file.messages.map(String)).toEqual([expect.stringContaining('Unexpected role "captoin"')]);
    expect(file.messages[0]!.line).toBe(4);
  });

  it('leave tildes and addresses alone, which other dialects of Markdown would not', () => {
    const { tree } = parseArticle('01', '01.md', '1~3岁，5~6岁，见www.example.com。\n');
    expect(JSON.stringify(tree)).not.toMatch(/delete|link/);
  });
});

describe('front matter', () => {
  const parse = (text: string) => problemOf(() => parseArticle('01', 'm/01.md', text));

  it.each([
    [
      '---\nkicker: 眉\nkickr: 题\n---\n',
      'm/01.md:3:1: Unexpected key "kickr", expected one of kicker, deck, byline, page, continuedFrom, continuedOn\n  Did you mean "kicker"?',
    ],
    ['---\nbyline: "记者\n---\n', 'm/01.md:2:12: Not valid YAML: Missing closing "quote'],
    ['---\nkicker: [一, 二]\n---\n', 'm/01.md:2:9: Unexpected value of "kicker"'],
    ['---\n- 一\n---\n', 'm/01.md:2:1: Unexpected value of'],
    ['---\nkicker: 一\n\n正文。\n', 'm/01.md:1:1: Unexpected end of file in the front matter'],
  ])('is refused with its place: %j', (text, expected) => {
    expect(parse(text)).toContain(expected);
  });

  it('takes numbers and dates as the text they are', () => {
    expect(parseArticle('01', '01.md', '---\npage: 01\nbyline: 2025-02-26\nkicker:\n---\n').matter).toEqual({
      page: '01',
      byline: '2025-02-26',
    });
  });
});

describe('issue file', () => {
  it('is read as it was written', () => {
    const issue = {
      title: '金昌日报',
      date: '2025-02-26',
      sections: [{ title: '要闻', articles: ['01', '02'] }],
    };
    expect(readIssueFile(writeIssueFile(issue), 'issue.yaml')).toEqual(issue);
  });

  it('knows the calendar', () => {
    expect(['2025-02-26', '2024-02-29', '2025-02-29', '2025-2-6', 'x'].map(isDate)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(problemOf(() => readIssueFile('title: 一\ndate: 2025-02-30\n', 'issue.yaml'))).toContain(
      'issue.yaml:2:7: ',
    );
  });
});
