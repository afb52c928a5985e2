import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newFolder, run } from '../cli/run.js';
import { build, png } from './publication.js';

const folder = newFolder({});
afterAll(folder.remove);
beforeEach(() => {
  rmSync(folder.path('manuscript'), { recursive: true, force: true });
  folder.write('manuscript/publication.yaml', 'title: 试报\neditions: [zh-Hans]\n');
  folder.write('manuscript/a/01.md', '# 一\n\n正文。\n');
});

/** Things that may be in place of a file. */
const strange: Record<string, (path: string) => void> = {
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a folder': (path) => mkdirSync(path),
  'a link in a circle': (path) => symlinkSync(path, path),
  'a link out of the publication': (path) => symlinkSync('/etc/hostname', path),
  'a link to a device': (path) => symlinkSync('/dev/zero', path),
  'more than its kind may have': (path) => {
    folder.write('large', '');
    truncateSync(folder.path('large'), 70 * 2 ** 20);
    symlinkSync(folder.path('large'), path);
  },
};

describe('what stands in the place of a file', () => {
  it.each(
    Object.keys(strange).flatMap((kind) =>
      ['manuscript/a/02.md', 'manuscript/publication.yaml'].map((file) => [kind, file] as const),
    ),
  )('%s as %s: is named, and nothing waits for it', async (kind, file) => {
    rmSync(folder.path(file), { force: true });
    strange[kind]!(folder.path(file));
    const { code, stderr } = await run(['build'], { cwd: folder.root });
    expect(code).toBe(1);
    expect(stderr).toContain(file.split('/').at(-1));
    expect(stderr).not.toContain('bug of chongpai');
  });

  it('a picture under the name of a text: is told to take a name of its own', async () => {
    folder.write('manuscript/a/source.txt', png(9, 9, 9));
    const { code, stderr } = await run(['restore', 'manuscript/a'], { cwd: folder.root });
    expect(code).toBe(1);
    expect(stderr).toMatch(/source\.txt: This is a picture[\s\S]*rename it to source\.png/);
  });

  const optional = ['manuscript/a/issue.yaml', 'manuscript/names.txt', 'styles/custom.css'];
  const passedOver: Record<string, (path: string) => void> = {
    'a folder': (path) => mkdirSync(path),
    'a link to nothing': (path) => symlinkSync('/nowhere/at-all', path),
  };
  it.each(Object.keys(passedOver).flatMap((kind) => optional.map((file) => [kind, file] as const)))(
    '%s as %s, which may be absent: is not taken for absent',
    async (kind, file) => {
      mkdirSync(folder.path('styles'), { recursive: true });
      passedOver[kind]!(folder.path(file));
      const { code, lines } = await build(folder.root);
      rmSync(folder.path(file), { recursive: true });
      expect(lines.join('\n')).toMatch(
        new RegExp(`${file}.*This is a (?:folder|link whose target does not exist)`),
      );
      expect(code).toBe(1);
    },
  );

  it('a picture of 10^10 pixels is named', async () => {
    folder.write('manuscript/a/01.md', '# 一\n\n![图](p.png)\n');
    folder.write('manuscript/a/p.png', png(100_000, 100_000, 7));
    const { code, stderr } = await run(['build'], { cwd: folder.root });
    expect(stderr).toMatch(/p\.png: .*100000 × 100000 pixels, expected at most 100 megapixels/);
    expect(code).toBe(1);
  });

  it('a folder without a publication is no other one’s', async () => {
    mkdirSync(folder.path('../elsewhere-of-nobody'), { recursive: true });
    const { code, stdout, stderr } = await run(['build'], { cwd: folder.path('../elsewhere-of-nobody') });
    expect(stderr).toContain('There is no manuscript/ here');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    rmSync(folder.path('../elsewhere-of-nobody'), { recursive: true });
  });
});

describe('a link out of the publication', () => {
  it.each([
    ['names', ['names']],
    ['restore', ['restore', 'manuscript/a']],
    ['translate', ['translate', 'export', 'a']],
    ['look', ['look']],
  ] as const)('is refused by %s, with its name', async (_, args) => {
    folder.write('manuscript/a/source.txt', '本报讯　今日天气晴好。\n');
    symlinkSync('/etc/hostname', folder.path('manuscript/a/02.md'));
    const { code, stderr, stdout } = await run(args, { cwd: folder.root });
    expect(stderr).toMatch(/manuscript\/a\/02\.md: Unexpected link/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(folder.list('manuscript/a')).toEqual(['01.md', '02.md', 'source.txt']);
  });

  it.each(['build', 'build/a'])('is no folder to write to: %s', async (name) => {
    const elsewhere = folder.path('../elsewhere-of-another');
    mkdirSync(elsewhere, { recursive: true });
    rmSync(folder.path('build'), { recursive: true, force: true });
    if (name !== 'build') mkdirSync(folder.path('build'));
    symlinkSync(elsewhere, folder.path(name));
    const { code, stderr } = await run(['build'], { cwd: folder.root });
    expect(stderr).toContain(`Unexpected link ${name}`);
    expect(stderr).toContain('--out');
    expect(code).toBe(1);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
    rmSync(folder.path('build'), { recursive: true });
  });
});
