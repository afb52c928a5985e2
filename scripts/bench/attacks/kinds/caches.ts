import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../../chromium/cache-folder.js';
import { type Attack, type AttackKind, article } from '../attack.js';

const twice =
  'export CHONGPAI_CACHE="$PWD/own"; "$@" && cp -r build first && sh damage && "$@" && cmp build/a/zh-Hans.pdf first/a/zh-Hans.pdf';

/** Lends the unpacked browser, damages every entry of one folder after the first build, and builds again. */
const damaged = (part: string, how: string): Attack => ({
  name: `${part}: ${how}`,
  files: article(`正文${part}${how}。`),
  prepare: ({ root }) => {
    mkdirSync(join(root, 'own'));
    for (const name of ['browser', 'type']) symlinkSync(cacheFolder(name), join(root, 'own', name));
    writeFileSync(join(root, 'damage'), script(part, how));
  },
  shell: twice,
  ends: 'done',
  verify: ({ root }) => (existsSync(join(root, 'own', part)) ? [] : [`the cache has no ${part}`]),
});

/** Outputs of an earlier build are not to be trusted either: another program may have changed them. */
const hostileReports: Attack[] = Object.entries({
  'a report that names other files':
    '{"editions":[{"edition":"zh-Hans","key":"x","outputs":{"pdf":{"files":[{"path":"/etc/passwd","sha256":5}]}}}]}',
  'a report of null': '{"issue":"a","editions":[null]}',
  'a report of text': '甲',
  'an empty report': '',
}).map(([name, report]) => ({
  name: `--resume: ${name}`,
  files: { 'build/a/report.json': report },
  args: ['build', '--resume'],
  ends: 'done',
}));

/** Folders in the place of files that a build writes. */
const inTheWay: Attack[] = [
  {
    name: 'a folder where the report should be',
    files: { 'build/a/report.json/x': '1' },
    ends: /folder where the file should be/,
  },
  {
    name: 'a folder where the PDF should be',
    files: { 'build/a/zh-Hans.pdf/x': '1' },
    ends: /folder where the file should be/,
  },
  { name: 'a file where build/ should be', files: { build: 'x' }, ends: /file where a folder should be/ },
];

const commands: Record<string, string> = {
  emptied: ': > "$f"',
  halved: 'truncate -s $(( $(stat -c %s "$f") / 2 )) "$f"',
  'changed in a byte':
    'printf X | dd of="$f" bs=1 seek=$(( $(stat -c %s "$f") / 2 )) conv=notrunc status=none',
  'filled with zeros': 's=$(stat -c %s "$f"); head -c "$s" /dev/zero > "$f"',
  'another JSON': 'echo \'{"__proto__": 1}\' > "$f"',
  'a folder': 'rm "$f"; mkdir "$f"',
  'a link to itself': 'rm "$f"; ln -s "$f" "$f"',
};

/** A script of sh that runs between two builds. */
const script = (part: string, how: string) =>
  `find "$CHONGPAI_CACHE/${part}" -type f | while read -r f; do ${commands[how]}; done\n`;

/** Damaged cache entries: they are noticed, and the book stays the same. */
export const caches: AttackKind = {
  name: 'caches',
  attacks: () => [
    ...['pages', 'pdf', 'js', 'fonts', 'keys'].flatMap((part) =>
      Object.keys(commands).map((how) => damaged(part, how)),
    ),
    ...hostileReports,
    ...inTheWay,
  ],
};
