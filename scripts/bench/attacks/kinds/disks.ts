import { type Attack, type AttackKind, article } from '../attack.js';

/** Runs our command with a folder mounted as a disk of a given size, in a mount namespace that ends with it. */
const onDisk = (folder: string, kilobytes: number, before = ''): string =>
  `exec unshare -m sh -c 'mkdir -p "${folder}" && mount -t tmpfs -o size=${kilobytes}k none "${folder}" && ${before} exec "$@"' sh "$@"`;

const small = (name: string, folder: string, kilobytes: number, more: Partial<Attack>): Attack => ({
  name: `${name} of ${kilobytes} KB`,
  needsRoot: true,
  files: article(`正文${kilobytes}。`.repeat(500)),
  shell: onDisk(folder, kilobytes),
  ends: 'told',
  ...more,
});

const restored = {
  'manuscript/a/01.md': null,
  'manuscript/b/source.txt': '本报讯　今日天气晴好，市民出游。\n'.repeat(3_000),
};

/** Disks that are full or fill up. The message must name the folder, within the usual time limit. */
export const disks: AttackKind = {
  name: 'disks',
  attacks: () => [
    small('an output', 'build', 16, { ends: /build/ }),
    ...[40, 100].map((size) => small('an output', 'build', size, { ends: 'told' })),
    ...[64, 2_000, 12_000].map((size) =>
      small('TMPDIR', '$TMPDIR', size, { ends: /No room|full|cannot be written|There is no room/i }),
    ),
    ...[64, 1_000, 20_000, 150_000].map((size) =>
      small('a new cache', 'cache', size, { env: { CHONGPAI_CACHE: 'cache' }, ends: 'told' }),
    ),
    small('a disk without a free file', 'build', 2_000, {
      shell: onDisk('build', 2_000).replace('size=2000k', 'size=2000k,nr_inodes=1'),
      ends: /build/,
    }),
    small('a disk that is read only', 'build', 2_000, {
      shell: onDisk('build', 2_000).replace('size=2000k', 'ro'),
      ends: /build/,
    }),
    small('a manuscript that restore writes', 'manuscript/b2', 100, {
      files: restored,
      args: ['restore', 'manuscript/b2'],
      shell: onDisk('manuscript/b2', 300, 'cp manuscript/b/source.txt manuscript/b2/ &&'),
      ends: /b2/,
    }),
  ],
};
