import { type Attack, type AttackKind, article, publicationYaml } from '../attack.js';

const choice = (name: string, yaml: string, ends: Attack['ends']): Attack => ({
  name,
  files: { 'manuscript/publication.yaml': yaml },
  ends,
});

/** Aliases that each stand for ten of the alias before, 10^9 at the end. */
const aliases = `a0: &a0 [甲]\n${Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(', ')}]`).join('\n')}\n`;

const replacements = (count: number) =>
  `replace:\n${Array.from({ length: count }, (_, at) => `  - {text: 今日${at}, with: 明${at}}`).join('\n')}\n`;

const names = (name: string, text: string, ends: Attack['ends']): Attack => ({
  name,
  files: { 'manuscript/names.txt': text },
  args: ['build', '-e', 'zh-Hant-TW'],
  ends,
});

/** Files of settings and names: unknown keys, invalid values, endless aliases and lists. */
export const choices: AttackKind = {
  name: 'choices',
  attacks: () => [
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'browser'].map((key) =>
      choice(`the key ${key}`, `${publicationYaml}${key}: /bin/sh\n`, /Unexpected key/),
    ),
    ...['1x1', '100000x100000', 'NaNxNaN', '-5x-5', '1e9x3', 'A5x', '0'].map((trim) =>
      choice(`the trim size ${trim}`, `${publicationYaml}trim: "${trim}"\n`, /Unexpected trim size/),
    ),
    choice('aliases without end', `${publicationYaml}${aliases}`, /publication\.yaml/),
    choice('lists 5,000 deep', `${publicationYaml}parts: ${'['.repeat(5_000)}`, /publication\.yaml/),
    choice('mappings 5,000 deep', `${publicationYaml}parts: ${'{a: '.repeat(5_000)}`, /publication\.yaml/),
    choice('a tag of a program', `${publicationYaml}theme: !!js/function "() => 1"\n`, /publication\.yaml/),
    choice('one key twice', `${publicationYaml}title: 乙\n`, /publication\.yaml/),
    choice('two documents', `${publicationYaml}---\ntitle: 乙\n`, /publication\.yaml/),
    choice(
      'a title of 5,000 characters',
      `title: ${'报'.repeat(5_000)}\neditions: [zh-Hans]\n`,
      /publication\.yaml/,
    ),
    choice('a title of marks of direction', 'title: "\\u202e报\\u2066"\neditions: [zh-Hans]\n', 'told'),
    choice('a title that is a list', 'title: [报]\neditions: [zh-Hans]\n', /publication\.yaml/),
    choice(
      'editions without end',
      `title: 报\neditions: [${Array(500).fill('zh-Hans').join(', ')}]\n`,
      'told',
    ),
    choice('nothing', '', /publication\.yaml/),
    choice('UTF-16', '\u6f22\u0000', 'told'),
    ...['../../../../etc', '.', 'a\\0b', '/etc'].map((theme) =>
      choice(`the theme ${theme}`, `${publicationYaml}theme: "${theme}"\n`, /Unexpected theme/),
    ),
    {
      name: 'a house style of inherited names',
      files: {
        'manuscript/publication.yaml': `${publicationYaml}houseStyle: {__proto__: 甲, constructor: 乙}\n`,
      },
      args: ['build', '-e', 'zh-Hant-TW'],
      ends: 'told',
    },
    {
      name: 'an issue that repeats an article',
      files: { 'manuscript/a/issue.yaml': `sections:\n${'  - articles: ["01", "01"]\n'.repeat(1000)}` },
      ends: /expected each article once/,
    },
    {
      name: 'an issue’s article out of it',
      files: { 'manuscript/a/issue.yaml': 'sections:\n  - articles: ["../../outside/secret"]\n' },
      ends: /./,
    },
    {
      name: 'an issue’s title of controls',
      files: { 'manuscript/a/issue.yaml': 'title: "\\0\\u202e\\uffff"\n' },
      ends: /./,
    },
    {
      name: 'an issue’s date in no calendar',
      files: { 'manuscript/a/issue.yaml': 'date: 9999-99-99\n' },
      ends: /./,
    },
    {
      name: '20,000 replacements',
      files: {
        'manuscript/a/source.txt': '本报讯　今日晴。\n',
        'manuscript/a/overrides.yaml': replacements(20_000),
      },
      ends: 'told',
    },
    names('30,000 names', Array.from({ length: 30_000 }, (_, at) => `甲${at} = 乙${at}`).join('\n'), 'told'),
    names('names that are patterns', '(.*)+ = [[\n= = =\n.* = $&$1\n', 'told'),
    names('names of NUL', '\0\0 = \0\n', 'told'),
    names('a name of 100,000 characters', `${'甲'.repeat(100_000)} = 乙\n`, 'told'),
    names(
      'names that swallow each other',
      Array.from({ length: 500 }, (_, at) => `${'文'.repeat(at + 1)} = ${'文'.repeat(at + 1)}`).join('\n'),
      'told',
    ),
    ...[
      'zh-Hans+zh-Hans',
      'zh-Hans@@',
      '+',
      '@',
      'zh-Hans+',
      '__proto__',
      '../x',
      'zh-Hans,',
      'x'.repeat(100_000),
    ].map(
      (edition): Attack => ({
        name: `the edition ${edition.slice(0, 20)}`,
        args: ['build', '-e', edition],
        ends: /Unexpected/,
      }),
    ),
    { name: 'an unknown language', args: ['--lang=zh-Klingon', 'build'], ends: 'told' },
    { name: 'an unknown command', args: ['bulid'], ends: /./ },
    { name: 'an unknown issue', args: ['build', 'nowhere'], ends: /./ },
    { name: 'an issue outside', args: ['build', '../outside'], ends: /./ },
    {
      name: 'an output into the manuscript',
      args: ['build', '-o', 'manuscript/a'],
      ends: 'told',
      files: article('正文。'),
    },
  ],
};
