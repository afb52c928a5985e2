import { type Attack, type AttackKind, many } from '../attack.js';

const convert = (name: string, input: string | Uint8Array, ends: Attack['ends']): Attack => ({
  name: `convert: ${name}`,
  args: ['convert', '--to', 'zh-Hant-TW'],
  input,
  ends,
});

const throughShell = (name: string, shell: string, ends: Attack['ends']): Attack => ({ name, shell, ends });

/** Standard input with unusual content, and standard output and error that nobody reads. */
export const streams: AttackKind = {
  name: 'streams',
  attacks: () => [
    convert('100,000 quotes', '“'.repeat(many), 'done'),
    convert('bytes that are no UTF-8', Buffer.alloc(3_000, 0xff), /expected UTF-8/),
    convert('NUL', Buffer.alloc(1_000), 'told'),
    convert('open attributes', '<a href="'.repeat(many), 'told'),
    convert('fences', '```\n'.repeat(many), 'done'),
    convert('a table of 300 by 300', `${'|甲'.repeat(300)}|\n`.repeat(300), 'told'),
    convert(
      'a list 2,000 deep',
      Array.from({ length: 2_000 }, (_, at) => `${'  '.repeat(at)}- 甲`).join('\n'),
      'told',
    ),
    convert('300,000 ambiguous characters', '后里发干余'.repeat(60_000), 'done'),
    convert('a line of 10^6 blanks', `甲${' '.repeat(1_000_000)}乙`, 'done'),
    convert('formulas without end', '$'.repeat(many), 'told'),
    convert('nothing', '', 'told'),
    throughShell('standard input closed', 'exec "$@" <&-', 'done'),
    throughShell('standard output closed', 'exec "$@" >&-', 'told'),
    throughShell('standard error closed', 'exec "$@" 2>&-', 'done'),
    throughShell('all closed', 'exec "$@" <&- >&- 2>&-', 'told'),
    throughShell('standard output full', 'exec "$@" >/dev/full', 'told'),
    throughShell('standard error full', 'exec "$@" 2>/dev/full', 'told'),
    throughShell('a reader that leaves', '"$@" 2>&1 | true', 'told'),
    throughShell('standard input that never ends', 'yes | "$@"', 'done'),
    {
      name: 'convert: an input that never ends',
      shell: 'yes 后来 | "$@"',
      args: ['convert', '--to', 'zh-Hant'],
      ends: /MB/,
    },
    {
      name: 'restore to a full output',
      files: { 'manuscript/a/s.txt': '本报讯　今日晴。\n'.repeat(2_000) },
      args: ['restore', 'manuscript/a/s.txt'],
      shell: 'exec "$@" >/dev/full',
      ends: /./,
    },
  ],
};
