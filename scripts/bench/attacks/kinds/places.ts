import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Attack, type AttackKind, article, publicationYaml, type Target } from '../attack.js';

/** The user nobody, which every Linux has. It is needed because root ignores file permissions. */
const nobody = 65_534;
const asNobody = `exec setpriv --reuid ${nobody} --regid ${nobody} --clear-groups "$@"`;

/** Things other than a regular file at a file's path. */
const strange: Record<string, (path: string, target: Target) => void> = {
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a folder': (path) => mkdirSync(path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a link out': (path, { outside }) => symlinkSync(join(outside, 'secret.txt'), path),
  'a relative link out': (path, { root, outside }) =>
    symlinkSync(
      `${'../'.repeat(path.slice(root.length).split('/').length - 1)}${outside.split('/').at(-1)}/secret.txt`,
      path,
    ),
  'a link to a device': (path) => symlinkSync('/dev/zero', path),
  'a link to nothing': (path) => symlinkSync('/nowhere/x', path),
  '70 MB of holes': (path) => {
    writeFileSync(path, '');
    truncateSync(path, 70 * 2 ** 20);
  },
};

/** Files that a build or a restoration reads, with the other files that each needs. */
const read: Record<string, Attack['files']> = {
  'manuscript/a/02.md': {},
  'manuscript/a/issue.yaml': {},
  'manuscript/names.txt': {},
  'styles/custom.css': {},
  'manuscript/a/p.png': article('![图](p.png)'),
  'manuscript/a/source.txt': { 'manuscript/a/01.md': null },
  'manuscript/a/overrides.yaml': {
    'manuscript/a/01.md': null,
    'manuscript/a/source.txt': '本报讯　今日晴。\n',
  },
};

const stranger = ([kind, put]: (typeof strangers)[number], file: string): Attack => ({
  name: `${kind} as ${file}`,
  ...(read[file] && { files: read[file] }),
  prepare: (target) => {
    mkdirSync(dirname(join(target.root, file)), { recursive: true });
    put(join(target.root, file), target);
  },
  ends: new RegExp(file.split('/').at(-1)!.replace('.', '\\.')),
});
const strangers = Object.entries(strange);

const named = (name: string, files: Record<string, string>, ends: Attack['ends'] = 'told'): Attack => ({
  name,
  files,
  ends,
});

/** Names that a shell, a browser or a log could misread. */
const names: Attack[] = [
  named(
    'folders of odd names',
    Object.fromEntries(
      ['-e', 'a\nb', '长'.repeat(80), '👪', 'a b\'"$(id)', '%2e%2e', '#1', '?x=1'].map((name) => [
        `manuscript/${name}/01.md`,
        '# 一\n\n甲。\n',
      ]),
    ),
  ),
  named(
    'articles of odd names',
    Object.fromEntries(
      ['x\ny', '--help', '$(id)', 'a'.repeat(240), '%00', '..', ' ', '\u202egnp', 'a;b'].map((name, at) => [
        `manuscript/a/${name}.md`,
        `# ${'甲乙丙丁戊己庚辛壬'[at]}\n`,
      ]),
    ),
  ),
  named('two names that look alike', { 'manuscript/a/é.md': '# 甲\n', 'manuscript/a/e\u0301.md': '# 乙\n' }),
  named('a picture of an odd name', {
    ...article('![图](<a b%23\'"$(id).svg>)'),
    'manuscript/a/a b#\'"$(id).svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  }),
  named('a name that is no UTF-8', {}),
];
names.at(-1)!.prepare = ({ root }) =>
  writeFileSync(
    Buffer.concat([Buffer.from(join(root, 'manuscript/a/')), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]),
    '# 甲\n',
  );

/** Gives everything that a run needs to nobody, except what the run must not touch. */
const deny = (path: string, mode: number) => (target: Target) => {
  for (const folder of [target.root, target.outside, target.tmp])
    for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
      chownSync(join(folder, name), nobody, nobody);
  for (let folder = dirname(target.root); folder.includes('chongpai-attacks-'); folder = dirname(folder))
    chmodSync(folder, 0o755);
  chmodSync(join(target.root, path), mode);
};

const denied = (name: string, path: string, mode: number, more: Partial<Attack> = {}): Attack => ({
  name: `denied: ${name}`,
  needsRoot: true,
  shell: asNobody,
  env: { CHONGPAI_CACHE: '.cache', PUPPETEER_EXECUTABLE_PATH: '/bin/false' },
  prepare: deny(path, mode),
  ends: new RegExp(path.split('/').at(-1)!.replace('.', '\\.')),
  ...more,
});

const elsewhere = (name: string, folder: string): Attack => ({
  name,
  shell: `cd ${folder} && exec "$@"`,
  ends: /There is no manuscript\/ here/,
});

/** Things other than files, strange names, files without permission, and missing folders. */
export const places: AttackKind = {
  name: 'places',
  attacks: () => [
    ...strangers
      .flatMap((kind) => Object.keys(read).map((file) => stranger(kind, file)))
      .filter(({ name }) => name !== 'a folder as manuscript/a/source.txt'),
    {
      name: 'a folder of an issue that leads out',
      prepare: ({ root, outside }) => {
        writeFileSync(join(outside, '01.md'), '# 机密檔案\n\n机密檔案。\n');
        symlinkSync(outside, join(root, 'manuscript', 'b'));
      },
      ends: /manuscript\/b|\bb\b/,
    },
    {
      name: 'a manuscript that leads out',
      prepare: ({ root, outside }) => {
        rmSync(join(root, 'manuscript'), { recursive: true });
        mkdirSync(join(outside, 'a'));
        writeFileSync(join(outside, 'publication.yaml'), publicationYaml);
        writeFileSync(join(outside, 'a/01.md'), '# 机密檔案\n');
        symlinkSync(outside, join(root, 'manuscript'));
      },
      ends: /./,
    },
    {
      name: 'an output that leads out',
      prepare: ({ root, outside }) => symlinkSync(outside, join(root, 'build')),
      ends: 'told',
    },
    ...names,
    denied('an article', 'manuscript/a/01.md', 0),
    denied('a folder of an issue', 'manuscript/a', 0),
    denied('the publication’s file', 'manuscript/publication.yaml', 0),
    denied('a source that restore reads', 'manuscript/a/source.txt', 0, {
      files: { 'manuscript/a/01.md': null, 'manuscript/a/source.txt': '本报讯　今日晴。\n' },
      args: ['restore', 'manuscript/a'],
    }),
    denied('a folder that restore writes into', 'manuscript/a', 0o555, {
      files: { 'manuscript/a/01.md': null, 'manuscript/a/source.txt': '本报讯　今日晴。\n' },
      args: ['restore', 'manuscript/a'],
      ends: /manuscript\/a|write/,
    }),
    elsewhere('a folder of nobody', '../outside'),
    elsewhere('another folder that is not an issue', '../tmp'),
    { name: 'new: a name of nothing', args: ['new', ''], ends: /./ },
    { name: 'new: a device', args: ['new', '/dev/null'], ends: /./ },
    { name: 'new: a folder of the system', args: ['new', '/proc/x'], ends: /./ },
    { name: 'new: a name with a newline', args: ['new', 'a\nb'], ends: 'told' },
    { name: 'new: a name that is too long', args: ['new', 'x'.repeat(300)], ends: /./ },
    { name: 'new: a size of nothing', args: ['new', 'q', '--trim', '0x0'], ends: /Unexpected trim size/ },
    {
      name: 'new: a text that is a pipe',
      shell: 'mkfifo f; exec "$@"',
      args: ['new', 'q', '--text', 'f'],
      ends: /pipe/,
    },
  ],
};
