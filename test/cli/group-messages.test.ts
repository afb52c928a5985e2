import { expect, it } from 'vitest';
import { say } from '../../scripts/article/words/say.js';
import { groupMessages } from '../../scripts/commands/tell/group-messages.js';

const quote = (file: string, line: number, mark: string, around: string) => {
  const said = say('quote-alone', mark, around);
  return { file, line, column: 1, rule: 'quote', reason: `Unexpected ${mark} in ${around}`, said };
};

it('has one line for a sentence of a file, whatever it quotes', () => {
  expect(
    groupMessages([
      quote('01.md', 3, '“', '何人？自又云：“今风尘'),
      quote('01.md', 9, '”', '最妙！"说'),
      { file: '01.md', line: 4, column: 1, rule: 'mixed-script', reason: 'Unexpected 寫' },
    ]),
  ).toEqual([
    '01.md:3:1: Unexpected “ in 何人？自又云：“今风尘 (quote); 2 of this kind, lines 3, 9',
    '01.md:4:1: Unexpected 寫 (mixed-script)',
  ]);
});

it('has a line for each of three files, and one for more', () => {
  const of = (count: number) =>
    Array.from({ length: count }, (_, index) => quote(`${index + 1}.md`, 1, '“', `${index}`));
  expect(groupMessages(of(3))).toHaveLength(3);
  expect(groupMessages(of(48))).toEqual(['1.md:1:1: Unexpected “ in 0 (quote); 48 of this kind in 48 files']);
  expect(groupMessages(of(48), { language: 'zh-Hans' })[0]).toContain('；同类 48 处，分在 48 个文件里');
});

it('parts sentences that have other sentences in them', () => {
  const about = (inner: ReturnType<typeof say>) => ({
    ...{ file: '01.md', line: 1, rule: 'x', reason: JSON.stringify(inner) },
    said: { id: 'line-open' as const, values: [inner] },
  });
  const [first, second] = [say('same-kind', 2), say('in-files', 2)];
  expect(groupMessages([about(first), about(second), about(say('same-kind', 7))])).toHaveLength(2);
});
