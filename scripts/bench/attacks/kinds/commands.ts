import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Attack, type AttackKind, article, many, publicationYaml, type Target } from '../attack.js';

const run = (
  name: string,
  args: readonly string[],
  ends: Attack['ends'],
  more: Partial<Attack> = {},
): Attack => ({
  name: `${args[0]}: ${name}`,
  args,
  ends,
  ...more,
});

/** Many files of one kind; the number is far beyond a paper's. */
const crowd = (
  name: string,
  files: Attack['files'],
  ends: Attack['ends'] = 'told',
  more: Partial<Attack> = {},
): Attack => ({
  name: `a crowd: ${name}`,
  ...(files && { files }),
  ends,
  ...more,
});

const numbered = (count: number, entry: (at: number) => [string, string]) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => entry(at)));

/** Something around a build changes while it runs. */
const changing = (
  name: string,
  afterMs: number,
  change: (target: Target) => void | Promise<void>,
  edits: readonly string[] = [],
): Attack => ({
  name: `meanwhile: ${name}`,
  files: numbered(12, (at) => [
    `manuscript/a/${10 + at}.md`,
    `# 第${at}篇\n\n${`正文${name}${at}。`.repeat(200)}\n`,
  ]),
  meanwhile: async (target) => {
    await wait(afterMs);
    await change(target);
  },
  edits,
  ends: 'told',
});
const removed = { recursive: true, force: true } as const;
const allArticles = ['01', ...Array.from({ length: 12 }, (_, at) => `${10 + at}`)].map(
  (name) => `manuscript/a/${name}.md`,
);

/** Commands other than build with odd arguments, crowds of files, and folders that vanish during a build. */
export const commands: AttackKind = {
  name: 'commands',
  attacks: () => [
    run('an unknown encoding', ['restore', '--encoding', 'klingon', 's.txt'], /klingon/, {
      files: { 's.txt': '今日晴。\n' },
    }),
    run('an encoding of a million letters', ['restore', '--encoding', 'x'.repeat(many), 's.txt'], /./, {
      files: { 's.txt': '今日晴。\n' },
    }),
    run('a wrong encoding', ['restore', '--encoding', 'utf-16le', 's.txt'], 'told', {
      files: { 's.txt': '今日天晴好。\n' },
    }),
    run('a folder without anything', ['restore', 'void'], /./, {
      prepare: ({ root }) => void mkdirSync(join(root, 'void')),
    }),
    run('the folder of all issues', ['restore', 'manuscript'], /./),
    run('an unknown edition', ['convert', '--to', '__proto__', 's.md'], /__proto__/, {
      files: { 's.md': '后来\n' },
    }),
    run('English', ['convert', '--to', 'en', 's.md'], /./, { files: { 's.md': '后来\n' } }),
    run('a folder', ['convert', '--to', 'zh-Hant-TW', 'manuscript'], /./),
    run('a picture', ['convert', '--to', 'zh-Hant-TW', 's.md'], /./, {
      files: { 's.md': Buffer.from('89504e470d0a1a0a0000000d', 'hex') },
    }),
    run('names that are a folder', ['convert', '--to', 'zh-Hant-TW', '--names', 'manuscript', 's.md'], /./, {
      files: { 's.md': '后来\n' },
    }),
    run(
      'names that do not exist',
      ['convert', '--to', 'zh-Hant-TW', '--names', 'nowhere.txt', 's.md'],
      /nowhere\.txt/,
      { files: { 's.md': '后来\n' } },
    ),
    run('100,000 formulas and addresses', ['convert', '--to', 'zh-Hant-TW'], 'told', {
      input: '$后$ https://例.cn/后 `后` '.repeat(20_000),
    }),
    run('50,000 open brackets of titles', ['convert', '--to', 'zh-Hant-TW'], 'told', {
      input: '《后〈里'.repeat(25_000),
    }),
    run('a name that repeats', ['names'], 'told', {
      files: article(`${'记者张三李四王五赵六'.repeat(4_000)}。`),
    }),
    run('an edition that does not exist', ['names', '--to', 'xx'], /xx/),
    run('an issue that does not exist', ['names', '../outside'], /./),
    run('a kind that does not exist', ['schema', '__proto__'], /./),
    run('a shell that does not exist', ['completion', '$(id)'], /./),
    run('a folder that does not exist', ['pack-fonts', '/nowhere'], /./),
    run('a language of nothing', ['translate', 'export', 'a', '--to', '../../x'], /./),
    run('a theme that does not exist', ['look', '-t', '../../etc'], /./),
    run('an edition that does not exist', ['look', '-e', 'xx'], /xx/),
    run('a port that is none', ['preview', '-p', '99999999'], /./),
    run('a port of words', ['preview', '-p', 'x'], /./),
    run('an address of nobody', ['preview', '--host', '203.0.113.9', '-p', '0'], /./),
    run('an issue that does not exist', ['preview', 'nowhere'], /nowhere/),
    run('a number of shards', ['build', '--shard', '9/3'], /./),
    run('shards without end', ['build', '--shard', '1/1e99'], /./),
    run('jobs without end', ['build', '--jobs', '1e99'], 'told'),
    run('an option of inherited names', ['build', '--__proto__', 'x'], /./),
    run('a thousand options', ['build', ...Array.from({ length: 1_000 }, () => '-e'), 'zh-Hans'], 'told'),
    crowd(
      '1,500 empty articles',
      numbered(1_500, (at) => [`manuscript/a/x${at}.md`, '']),
      'told',
    ),
    crowd(
      '300 issues of one wrong article',
      numbered(300, (at) => [`manuscript/i${at}/01.md`, '![图](nowhere.png)\n']),
      /./,
    ),
    crowd(
      '5,000 strange files',
      numbered(5_000, (at) => [`manuscript/a/x${at}.tmp~`, 'x']),
    ),
    crowd('folders 400 deep', { [`manuscript/a/${'d/'.repeat(400)}01.md`]: '# 甲\n' }),
    crowd(
      '500 notes',
      article(
        Array.from({ length: 500 }, (_, at) => `甲[^${at}]`)
          .join('，')
          .concat('\n\n', Array.from({ length: 500 }, (_, at) => `[^${at}]: 注${at}`).join('\n\n')),
      ),
    ),
    crowd(
      '3,000 characters that no font has',
      article(Array.from({ length: 3_000 }, (_, at) => String.fromCodePoint(0x2_a700 + at)).join('')),
      'told',
    ),
    crowd('5,000 wrong marks in overrides', {
      'manuscript/a/01.md': null,
      'manuscript/a/source.txt': '今日晴。\n',
      'manuscript/a/overrides.yaml': `keep:\n${'  - nowhere\n'.repeat(5_000)}`,
    }),
    crowd('400 sections', {
      'manuscript/publication.yaml': publicationYaml,
      'manuscript/a/issue.yaml': `sections:\n${Array.from({ length: 400 }, (_, at) => `  - title: 栏${at}\n    articles: ["x${at}"]`).join('\n')}\n`,
      ...numbered(400, (at) => [`manuscript/a/x${at}.md`, `# 题${at}\n\n甲\n`]),
    }),
    changing('the cache is emptied', 1_200, ({ cache }) => {
      for (const name of ['pages', 'pdf', 'fonts', 'keys', 'tables', 'js'])
        rmSync(join(cache, name), removed);
    }),
    changing('the output is removed', 1_500, ({ root }) => rmSync(join(root, 'build'), removed)),
    changing('the output becomes a file', 1_000, ({ root }) => {
      rmSync(join(root, 'build'), removed);
      writeFileSync(join(root, 'build'), '');
    }),
    changing('TMPDIR is emptied', 1_800, ({ tmp }) => {
      rmSync(tmp, removed);
      mkdirSync(tmp);
    }),
    changing('the manuscript is removed', 600, ({ root }) => rmSync(join(root, 'manuscript'), removed), [
      ...allArticles,
      'manuscript/publication.yaml',
    ]),
    changing(
      'all is removed',
      1_000,
      ({ root }) => {
        rmSync(root, removed);
        mkdirSync(join(dirname(root), 'paper'));
      },
      [...allArticles, 'manuscript/publication.yaml'],
    ),
    changing(
      'an article grows',
      100,
      async ({ root }) => {
        for (let time = 0; time < 40; time++) {
          writeFileSync(join(root, 'manuscript/a/01.md'), `# 一\n\n${'正文。'.repeat(time * 50)}\n`);
          await wait(50);
        }
      },
      ['manuscript/a/01.md'],
    ),
  ],
};
