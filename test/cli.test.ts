import { readFileSync, truncateSync, utimesSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../scripts/prepress/read/read-pdf.js';
import { newFolder, processesNaming, run } from './cli/run.js';

const page = '本报讯　今日天气晴好，市民纷纷出游。\n';
const active = '1. 甲 *乙* _丙_ `丁` # 戊 > 己 + 庚 | 辛 <b>壬</b> &amp; 癸 [子] ~~寅~~ \\* $卯$';
const publication = 'title: 试报\neditions: [zh-Hans]\n';

describe('wrong use', () => {
  const folder = newFolder({ 'manuscript/publication.yaml': publication, 'manuscript/a/source.txt': page });
  afterAll(folder.remove);

  it.each([
    [['biuld'], /unknown command 'biuld'[\s\S]*Did you mean build\?/],
    [['build', '--editon', 'zh-Hans'], /unknown option '--editon'[\s\S]*Did you mean --edition\?/],
    [['build', '-e', 'zh-Hant-TV'], /Unexpected edition "zh-Hant-TV"[\s\S]*Did you mean "zh-Hant-TW"\?/],
    [['build', 'ab'], /Unexpected issue "ab", expected one of a\n/],
    [['build', '--shard', '3/2'], /Unexpected shard "3\/2"/],
    [['build', '--jobs', 'many'], /Expected a whole number from 1/],
    [['preview', '--port', '70000'], /Expected 0 to 65535/],
    [['restore'], /Missing FILE/],
    [['restore', '--encoding', 'gb1803', 'manuscript/a/source.txt'], /Did you mean gb18030\?/],
    [['convert'], /required option '--to <edition>'/],
    [[], /Usage: chongpai/],
  ])('%j: exit code 2, a message, nothing on standard output', async (args, message) => {
    const { code, stdout, stderr } = await run(args, { cwd: folder.root });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it.each(['build', 'preview', 'restore', 'convert', 'check', 'new', 'bench'])(
    '%s --help tells about it on standard output, without loading a stage',
    async (command) => {
      const { code, stdout, stderr } = await run([command, '--help'], { cwd: folder.root });
      expect(stdout).toMatch(new RegExp(`^Usage: chongpai ${command}`));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    },
  );
});

describe('restore', () => {
  const folder = newFolder({
    'empty.txt': '',
    'spaces.txt': ' \n\t　\n',
    'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    'noise.txt': Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 7 + index * 13) % 256),
    'broken.txt': Buffer.concat([Buffer.from(page), Buffer.from([0xe4, 0xbd]), Buffer.from(page)]),
    'huge.txt': '',
    'folder/below/page.txt': page,
    'page.txt': page,
    'line.txt': page.trim().repeat(20_000).slice(0, 350_000),
  });
  beforeAll(() => truncateSync(folder.path('huge.txt'), 50 * 1_048_576));
  afterAll(folder.remove);
  const restore = (...args: string[]) => run(['restore', ...args], { cwd: folder.root });

  it('reads on over a damaged byte, and tells its line', async () => {
    const { code, stdout, stderr } = await restore('broken.txt');
    expect(stderr).toMatch(/broken\.txt:2:1: “\ufffd” is a private or damaged character/);
    expect(stdout).toContain('\ufffd');
    expect(stdout.match(/市民纷纷出游/g)).toHaveLength(2);
    expect(code).toBe(0);
  });

  it.each([
    ['none.txt', 'none.txt: There is no such file'],
    ['folder', 'folder: This folder holds no text'],
    ['empty.txt', 'empty.txt: The file is empty'],
    ['spaces.txt', 'only white space'],
    ['picture.txt', 'This picture is damaged'],
    ['noise.txt', 'noise.txt: '],
    ['huge.txt', '50.0 MB, expected at most 16 MB'],
  ])('%s: exit code 1 and "%s"', async (file, message) => {
    const { code, stdout, stderr } = await restore(file);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('bug of chongpai');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  it('takes a line of a megabyte and loses nothing of it', async () => {
    const { code, stdout } = await restore('line.txt');
    const plain = (text: string) => text.replace(/<!--.*?-->|[\s#]/g, '');
    expect(code).toBe(0);
    expect(plain(stdout)).toBe(plain(folder.read('line.txt')));
  });

  it('reads standard input, and does not mind a reader that goes away', async () => {
    const piped = await run(['restore', '-'], { cwd: folder.root, input: page });
    expect(piped).toMatchObject({ code: 0, stdout: expect.stringContaining('市民纷纷出游。') });
    const deaf = await run(['restore', 'line.txt', '--json'], { cwd: folder.root, deaf: true });
    expect(deaf).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('build', () => {
  const folder = newFolder({
    'manuscript/publication.yaml': publication,
    'manuscript/active/source.txt': `${active}\n${page}`,
    // Tags and entities are marks of the web unless a person says that they are text.
    'manuscript/active/overrides.yaml': 'off: [html]\n',
    'manuscript/bad-key/01.md': '---\nbylin: 某人\n---\n\n# 一\n',
    'manuscript/bad-yaml/01.md': '# 一\n',
    'manuscript/bad-yaml/02.md': '---\nkicker: 好\nbyline: [\n---\n\n# 二\n',
    'manuscript/bad-yaml/03.md': '---\nkicker: "\n---\n\n# 三\n',
    'manuscript/good/01.md': '# 好\n\n天气晴好。\n',
    'manuscript/strange/01.md': '# 怪\n\n此字\u{10FFFD}无人识得。\n',
    'elsewhere.txt': 'a file',
  });
  afterAll(folder.remove);
  const build = (args: string[], env: Record<string, string> = {}) =>
    run(['build', ...args], { cwd: folder.root, env });

  it('makes what can be made, names what cannot and where, and ends with 1', async () => {
    const { code, stdout, stderr } = await build([]);
    expect(stdout).toBe('build/active/zh-Hans.pdf\nbuild/good/zh-Hans.pdf\n');
    expect(stderr).toContain('manuscript/bad-key/01.md:2:1: Unexpected key "bylin"');
    expect(stderr).toContain('Did you mean "byline"?');
    expect(stderr).toMatch(/bad-yaml\/02\.md:3:10: Not valid YAML.*\n(.*\n)?.*bad-yaml\/03\.md:2:\d/);
    expect(stderr).toContain('error: strange/zh-Hans: No font has “\u{10FFFD}” U+10FFFD');
    expect(stderr).toContain('manuscript/strange/01.md:3:3)');
    expect(stderr).toMatch(/^5 issues in .*: 2 editions made, 3 failed/m);
    expect(code).toBe(1);
    expect(folder.list('build').filter((name) => /tmp|strange.*pdf|bad.*pdf/.test(name))).toEqual([]);
    expect(JSON.parse(folder.read('build/strange/report.json')).editions[0].error).toContain('U+10FFFD');
  });

  it('keeps every character that Markdown would take for markup, onto paper', async () => {
    const reading = await readPdf(readFileSync(folder.path('build/active/zh-Hans.pdf')));
    const paper = reading.pages.flatMap((one) => one.content().glyphs.map(({ text }) => text)).join('');
    expect(paper.replaceAll(/\s/g, '')).toContain(active.replaceAll(/\s/g, ''));
  });

  it('makes with --resume only what is not up to date', async () => {
    const first = await build(['good', 'active', '--resume', '--json']);
    expect(first.stderr).not.toContain('preflight');
    const events = first.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events).toContainEqual({ event: 'progress', done: 2, total: 2, secondsLeft: 0 });
    // Two issues at once: either may be first.
    expect(events.find(({ issue }) => issue === 'good')).toMatchObject({
      event: 'message',
      edition: 'zh-Hans',
    });
    const report = JSON.parse(first.stdout);
    expect(report.issues.map(({ issue }: { issue: string }) => issue)).toEqual(['good', 'active']);
    expect(report.issues[0].editions[0]).toMatchObject({ edition: 'zh-Hans', upToDate: true });
    // An older file with other words is another book; a newer one with the same words is not.
    folder.write('manuscript/good/01.md', '# 好\n\n天气真好。\n');
    const [past, soon] = [new Date(0), new Date(Date.now() + 5_000)];
    utimesSync(folder.path('manuscript/good/01.md'), past, past);
    utimesSync(folder.path('manuscript/active/01.md'), soon, soon);
    const second = await build(['good', 'active', '--resume']);
    expect(second.stderr).toContain('good/zh-Hans  ');
    expect(second.stderr).toContain('active  zh-Hans is up to date');
    expect(second).toMatchObject({ code: 0, stdout: 'build/good/zh-Hans.pdf\nbuild/active/zh-Hans.pdf\n' });
    // The questions about a book stay open if it is not made again.
    const path = 'build/active/report.json';
    const asked = [{ file: 'source.txt', line: 3, rule: 'rejoin', reason: 'A line end' }];
    folder.write(
      path,
      JSON.stringify({ ...JSON.parse(folder.read(path)), open: asked, edits: { rejoin: 2 } }),
    );
    const third = await build(['active', '--resume']);
    expect(third.stderr).toMatch(/^Nothing to rebuild; files up to date: 1\. Open questions: 1\./m);
    expect(JSON.parse(folder.read(path))).toMatchObject({ open: asked, edits: { rejoin: 2 } });
  });

  it.each(['/proc/none', '/dev/null/x', 'elsewhere.txt', 'elsewhere.txt/x'])(
    'says before it works that it cannot write to %s',
    async (out) => {
      const { code, stdout, stderr } = await build(['good', '--out', out]);
      expect(stderr).toMatch(/^error: \S+: It cannot be written: /);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    },
  );

  it('ends at Ctrl-C with 130, and leaves no process, profile or file behind', async () => {
    // Long enough that the signal comes before its end.
    folder.write('manuscript/good/01.md', `# 好\n\n${'天气很晴好。'.repeat(1500)}\n`);
    folder.write('tmp/keep', '');
    const { code, stdout } = await run(['build', 'good', '--out', 'cut', '--json'], {
      cwd: folder.root,
      env: { TMPDIR: folder.path('tmp') },
      interruptAt: '"stage":"paginate"',
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    await expect.poll(() => processesNaming(folder.path('tmp'))).toEqual([]);
    expect(folder.list('tmp')).toEqual(['keep']);
    expect(folder.list('cut')).toEqual([]);
  });
});

describe('a browser that does not work', () => {
  const folder = newFolder({
    'manuscript/publication.yaml': 'title: 试报\neditions: [zh-Hans, zh-Hant-TW]\n',
    'manuscript/a/01.md': '# 好\n\n天气晴好。\n',
  });
  const starts = folder.path('starts');
  /** Of this run alone: others of the same machine have theirs. */
  const hanging = `sleep 100.${process.pid}`;
  // Querying its version does not count as a start.
  const counting = `[ "$1" = --version ] || echo start >> ${starts}`;
  beforeAll(() => {
    folder.write('crash', `#!/bin/sh\n${counting}\necho no libraries >&2\nexit 3\n`, 0o755);
    folder.write('hang', `#!/bin/sh\n${counting}\nexec ${hanging}\n`, 0o755);
  });
  afterAll(folder.remove);
  const buildWith = (browser: string, seconds: string) =>
    run(['build'], {
      cwd: folder.root,
      env: { PUPPETEER_EXECUTABLE_PATH: folder.path(browser), CHONGPAI_BROWSER_SECONDS: seconds },
    });

  it.each([
    ['none', 'There is no browser at', 0, ''],
    ['crash', 'did not start: ', 2, ''],
    // Time enough for its shell to start on a busy machine.
    ['hang', 'did not start: no answer in 3 s', 2, '3'],
  ])(
    '%s: one retry at most, a message, exit code 1, nothing left',
    async (browser, message, tries, limit) => {
      folder.write('starts', '');
      const { code, stdout, stderr } = await buildWith(browser, limit);
      expect(stderr).toContain(message);
      expect(stderr).toContain('chongpai');
      expect(stderr).not.toContain('    at ');
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(folder.read('starts').split('start').length - 1).toBe(tries);
      await expect.poll(() => processesNaming(hanging)).toEqual([]);
      expect(folder.list('build')).toEqual(['a', 'a/report.json']);
    },
  );
});
