import type { VFileMessage } from 'vfile-message';
import { describe, expect, it } from 'vitest';
import { readIssueFile } from '../../scripts/article/issue-file.js';
import { parseArticle } from '../../scripts/article/markdown.js';
import { readOverrides } from '../../scripts/article/overrides-file.js';

const refusal = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    const { file, line, reason } = error as VFileMessage;
    return `${file}:${line}: ${reason}`;
  }
  return 'not refused';
};

describe('YAML that was made to have no end', () => {
  it.each([
    ['keys in a row', `\n${'title: '.repeat(2000)}`, 2],
    ['colons in a row', ': '.repeat(3000), 1],
    ['lists in a row', `a:\n${'- '.repeat(2000)}`, 2],
    ['brackets on lines of their own', '[\n'.repeat(5000), 101],
    ['blanks for 300 blocks', Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), 201],
  ])('%s: is refused with its line', (_, text, line) => {
    expect(refusal(() => readIssueFile(text, 'issue.yaml'))).toContain(
      `issue.yaml:${line}: Unexpected depth`,
    );
  });

  it.each(['title: *x\n', 'a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n'])('aliases are: %j', (text) => {
    expect(refusal(() => readIssueFile(text, 'issue.yaml'))).toMatch(/^issue\.yaml:\d: Unexpected alias/);
  });

  it.each(['? [a, b]\n: c\n', '{a: {[1]: 2}}\n', '? {a: b}\n: c\n'])('lists as keys are: %j', (text) => {
    expect(refusal(() => readIssueFile(text, 'issue.yaml'))).toMatch(
      /^issue\.yaml:1: Unexpected list as a key/,
    );
  });

  it('long lists on one line are not', () => {
    const roles = Array.from({ length: 300 }, (_, at) => `{text: 甲${at}, role: lead}`).join(', ');
    expect(readOverrides(`role: [${roles}]\n`, 'overrides.yaml').role).toHaveLength(300);
  });
});

describe('a paragraph of signs alone', () => {
  it.each(['<ruby>', '<!-- ', '`a', '&#x', '![](a', '*a '])('is refused with its line: %s', (sign) => {
    expect(refusal(() => parseArticle('01', '01.md', `# 题\n\n文。\n\n${sign.repeat(100_000)}\n`))).toMatch(
      /^01\.md:5: Unexpected number of signs/,
    );
  });

  it('is none where many paragraphs have some', () => {
    const text = '文<b>字</b>、*文*。\n\n'.repeat(4000);
    expect(refusal(() => parseArticle('01', '01.md', text))).toBe('not refused');
  });
});

describe('a title without an end', () => {
  const endless = '0123456789'.repeat(100_000);
  const article = (text: string) => refusal(() => parseArticle('01', '01.md', text));

  it.each([
    ['headline', `# ${endless}\n`, 1],
    ['crosshead', `# 题\n\n文。\n\n## ${endless}\n`, 5],
    ['headline under a rule', `文。\n\n${endless}\n===\n`, 3],
    ['kicker', `---\nkicker: "${endless}"\n---\n\n# 题\n`, 2],
    ['byline', `---\nkicker: 眉\nbyline: ${endless}\n---\n\n# 题\n`, 3],
    ['cell', `# 题\n\n| 甲 | 乙 |\n|---|---|\n| ${endless} | 丙 |\n`, 5],
    ['address', `# 题\n\n文[甲](https://x.cn/${endless})。\n`, 3],
  ])('is refused with its line: %s', (_, text, line) => {
    expect(article(text)).toMatch(new RegExp(`^01\\.md:${line}: .*Unexpected length`));
  });

  it.each([`title: ${endless}\n`, `sections:\n  - {title: ${endless}, articles: ["01"]}\n`])(
    'is refused in an issue file %#',
    (text) => {
      expect(refusal(() => readIssueFile(text, 'issue.yaml'))).toMatch(
        /^issue\.yaml:[12]: .*Unexpected length/,
      );
    },
  );

  it('is none where it has one: 999 characters are read', () => {
    const title = '报'.repeat(999);
    expect(refusal(() => parseArticle('01', '01.md', `# ${title}\n`))).toBe('not refused');
    expect(readIssueFile(`title: ${title}\n`, 'issue.yaml').title).toBe(title);
  });
});
