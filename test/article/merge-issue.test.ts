import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readIssueFile } from '../../scripts/article/issue-file.js';
import { mergeIssue } from '../../scripts/article/merge/merge-issue.js';

const idsIn = (text: string) =>
  readIssueFile(text, 'issue.yaml').sections.map(({ articles }) => articles.join(' '));
const merge = (text: string, before: string, after: string, there = '') =>
  mergeIssue(text, {
    before: before.split(' '),
    after: after.split(' '),
    isThere: (id) => there.split(' ').includes(id),
  });

const arranged = `# 总编排的
title: 我的报
sections:
  - title: 要闻 # 一版
    articles: ["03", "01"]
  - articles:
      # 副刊
      - "02"
      - "04"
`;

it.each([
  ['a new story comes behind the one before it', '01 02 03 04', '01 05 02 03 04', '', ['03 01 05', '02 04']],
  ['one at the head comes before the next one', '01 02 03 04', '05 01 02 03 04', '', ['03 05 01', '02 04']],
  ['a story without a file goes', '01 02 03 04', '01 03 04', '', ['03 01', '04']],
  ['one that has a file stays', '01 02 03 04', '01 03 04', '02', ['03 01', '02 04']],
  ['a moved story moves', '01 02 03 04', '02 03 04 01', '', ['03', '02 04 01']],
  ['what a person took out stays out', '01 02 03 04 06', '01 02 03 06 04', '', ['03 01', '02 04']],
])('merges contents: %s', (_, before, after, there, expected) => {
  const merged = merge(arranged, before, after, there);
  expect(idsIn(merged)).toEqual(expected);
  expect(merged).toMatch(/^# 总编排的\ntitle: 我的报\nsections:\n {2}- title: 要闻 # 一版\n/);
  expect(merged).toContain('# 副刊');
});

it('leaves contents as they are where the machine has nothing new, or where they list nothing or are broken', () => {
  expect(merge(arranged, '01 02', '01 02')).toBe(arranged);
  expect(merge('title: 我的报\n', '01', '01 02')).toBe('title: 我的报\n');
  expect(merge('sections: [', '01', '01 02')).toBe('sections: [');
});

it('has each story once, whatever both have done', () => {
  const ids = fc.shuffledSubarray(['01', '02', '03', '04', '05', '06'], { minLength: 1 });
  fc.assert(
    fc.property(ids, ids, ids, (before, mine, after) => {
      const text = `sections:\n  - articles: [${mine.map((id) => JSON.stringify(id)).join(', ')}]\n`;
      const [merged = ''] = idsIn(mergeIssue(text, { before, after, isThere: () => false }));
      const got = merged.split(' ').filter(Boolean);
      expect(new Set(got).size).toBe(got.length);
      // Every story that is new, and each of a person's that has not gone.
      for (const id of after) if (!before.includes(id)) expect(got).toContain(id);
      for (const id of mine) if (after.includes(id)) expect(got).toContain(id);
      for (const id of before) if (!after.includes(id)) expect(got).not.toContain(id);
    }),
  );
});
