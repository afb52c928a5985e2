import type { VFileMessage } from 'vfile-message';
import { describe, expect, it } from 'vitest';
import { readIssueFile } from '../../scripts/article/issue-file.js';
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

  it('long lists on one line are not', () => {
    const roles = Array.from({ length: 300 }, (_, at) => `{text: 甲${at}, role: lead}`).join(', ');
    expect(readOverrides(`role: [${roles}]\n`, 'overrides.yaml').role).toHaveLength(300);
  });
});
