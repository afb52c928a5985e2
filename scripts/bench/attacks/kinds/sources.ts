import { randomBytes } from 'node:crypto';
import { type Attack, type AttackKind, many } from '../attack.js';

const source = (name: string, content: string | Uint8Array, ends: Attack['ends']): Attack => ({
  name,
  files: { 'manuscript/a/01.md': null, 'manuscript/a/source.txt': content },
  args: ['restore', 'manuscript/a'],
  ends,
});

const path = (name: string, ends: Attack['ends']): Attack => ({ name, args: ['restore', name], ends });

/** Sources that are very long, consist of one kind of character, or are not text. */
export const sources: AttackKind = {
  name: 'sources',
  attacks: () => [
    source('NUL', Buffer.alloc(50_000), /NUL character/),
    source('random bytes', randomBytes(1_000_000), /does not look like text/),
    source('only a byte order mark', '\ufeff', /only white space/),
    source('only blanks', ' '.repeat(many), /only white space/),
    source('blanks within a line', `本报讯${' '.repeat(many)}今日晴。`, 'done'),
    source('leaders within a line', `目录${'…'.repeat(many)}12`, 'told'),
    source('blanks before a sign', `增长${' '.repeat(many)}&`, 'done'),
    source('ideographic blanks', `本报讯${'\u3000'.repeat(many)}今日晴。`, 'done'),
    source('tabs and returns', '\t\r\t\r\n'.repeat(20_000).concat('甲'), 'told'),
    source('UTF-16', Buffer.from('本报讯今日晴。\n'.repeat(50), 'utf16le'), 'done'),
    source('UTF-16 with half a pair', Buffer.from('本报讯今日晴。\ud800\n'.repeat(50), 'utf16le'), 'told'),
    source(
      'two encodings',
      Buffer.concat([Buffer.from('本报讯今日晴。\n'.repeat(50)), Buffer.from('b1beb1a8d1b6', 'hex')]),
      'told',
    ),
    source('200,000 lines of one character', '字\n'.repeat(200_000), 'told'),
    source('one line of 1.6 million', '平整土地检修水渠'.repeat(200_000), 'told'),
    source('a title of a million digits', '1'.repeat(1_000_000), 'told'),
    source('100,000 open quotes', '“'.repeat(many), 'told'),
    source('100,000 brackets', '（【《'.repeat(many / 3), 'told'),
    source('20,000 jumps', '（下转第4版）\n'.repeat(20_000), /number of stories/),
    source('20,000 arrivals', '（上接第1版）\n正文。\n'.repeat(20_000), 'told'),
    source('20,000 folios', '第4版\n'.repeat(20_000), 'told'),
    source('20,000 datelines', '本报讯（记者 张三）今日晴。\n'.repeat(20_000), 'told'),
    source('20,000 hyphens', 'exam-\nple '.repeat(20_000), 'told'),
    source('100,000 combining marks', `甲${'\u0301'.repeat(many)}`, 'told'),
    source('marks of direction', '\u202e甲乙丙\u202c\u2066丁\u2069\n'.repeat(5_000), 'told'),
    source('private characters', '\ue000\uf8ff\u{f0000}甲\n'.repeat(5_000), 'told'),
    source('Markdown', '# 甲\n\n* 乙\n> 丙\n```\n'.repeat(2_000), 'told'),
    path('/dev/zero', /device/),
    path('/dev/random', /device/),
    path('/dev/stdin', /pipe|device|socket/),
    path('/proc/self/mem', /cannot be read/),
    path('/proc/self/environ', /NUL character/),
    path('/proc/kcore', /./),
    path('nowhere/source.txt', /no such file|There is no/),
    path('', /./),
  ],
};
