import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineFault } from '../../scripts/article/files/machine-fault.js';
import { explain } from '../../scripts/commands/tell/explain.js';
import { newFolder, processesNaming } from '../cli/run.js';

const scripts = join(import.meta.dirname, '../../scripts');
const folder = newFolder({
  'manuscript/publication.yaml': 'title: 试报\neditions: [zh-Hans]\n',
  'manuscript/a/01.md': '# 一\n\n正文。\n',
  // It would exit at a signal, if it ever received it.
  'busy.mjs':
    "for (const one of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(one, () => process.exit(0));\nconsole.log('begun');\nfor (;;);\n",

  'idle.mjs':
    "process.on('disconnect', () => process.exit(1));\nconsole.log('begun');\nsetInterval(() => undefined, 1000);\n",
  'deaf.mjs': "console.log('begun');\nfor (;;);\n",
  'slow.mjs':
    // It ends a while after its last line, and has begun nothing new: nothing may be told then.
    "import { existsSync } from 'node:fs';\nprocess.send({ doing: 'laying out' });\nconst timer = setInterval(() => {\n  if (!existsSync(new URL('heard', import.meta.url))) return;\n  clearInterval(timer);\n  console.error('done');\n  setTimeout(process.exit, 900, 0);\n}, 50);\n",
  'restless.mjs':
    'import { existsSync } from "node:fs";\nlet step = 0;\nsetInterval(() => {\n  process.send({ doing: "step " + ++step });\n  if (existsSync(new URL("heard twice", import.meta.url))) process.exit(0);\n}, 200);\n',
  'seven.mjs': 'process.exitCode = 7;\n',
  'greedy.mjs': 'const all = [];\nfor (;;) all.push(new Array(1e5).fill(all.length));\n',
  'killed.mjs': "process.kill(process.pid, 'SIGKILL');\n",
  'untidy.mjs': `import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
mkdirSync(process.env.TMPDIR + '/chongpai-' + machine + '-' + process.pid + '-x');
mkdirSync(process.env.TMPDIR + '/chongpai-' + machine + '-' + process.ppid + '-x');
process.kill(process.pid, 'SIGKILL');
`,
  'supervise.mjs': `import { supervise } from ${JSON.stringify(join(scripts, 'supervise.mjs'))};
const [program] = process.argv.splice(2, 1);
await supervise(program, ${JSON.stringify(join(scripts, '../build/js/cli.js'))}, { silenceMs: 300 });
`,
});
afterAll(folder.remove);

/** A program under supervision, as a separate process. */
function supervised(program: string, node: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const args = [...node, folder.path('supervise.mjs'), folder.path(program)];
  const child = spawn(process.execPath, args, { env: { ...process.env, LC_ALL: 'C', ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const ended = once(child, 'close').then(([code]) => ({ code, said }));
  return { child, ended, begun: once(child.stdout, 'data'), heard: () => said };
}

/** Runs a shell line with our command as "$@". */
async function shell(line: string, args: readonly string[]) {
  const command = [process.execPath, join(scripts, 'bin.mjs'), ...args];
  const child = spawn('sh', ['-c', line, 'sh', ...command], {
    cwd: folder.root,
    env: { ...process.env, LC_ALL: 'C' },
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdout.resume();
  const [code] = await once(child, 'close');
  return { code, stderr };
}

// The supervisor takes its words from the bundle, which the launcher makes.
beforeAll(() => shell('exec "$@"', ['--version']));

describe('the process that does the work', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('ends at %s in a step that hears nothing', async (signal, expected) => {
    const { child, begun, ended } = supervised('busy.mjs');
    await begun;
    child.kill(signal);
    expect((await ended).code).toBe(expected);
    await expect.poll(() => processesNaming(folder.path('busy.mjs'))).toEqual([]);
  });

  it.each([1, 2])('ends when npm, %i above it, has ended', async (above) => {
    const line = `"$0" "$1" "$2"; true`;
    const args = [process.execPath, folder.path('supervise.mjs'), folder.path('idle.mjs')];
    const nested =
      above === 1 ? ['-c', line, ...args] : ['-c', 'sh -c "$0" "$1" "$2" "$3"; true', line, ...args];
    const env = { ...process.env, LC_ALL: 'C', npm_lifecycle_event: 'preview' };
    const npm = spawn('sh', nested, { env });
    await once(npm.stdout, 'data');
    npm.kill('SIGKILL');
    await expect.poll(() => processesNaming(folder.path('idle.mjs'))).toEqual([]);
  });

  it.each(['idle.mjs', 'deaf.mjs'])('%s ends when whoever watches over it was killed', async (program) => {
    const { child, begun } = supervised(program);
    await begun;
    child.kill('SIGKILL');
    await expect.poll(() => processesNaming(folder.path(program))).toEqual([]);
  });

  it('is spoken for in a log while it is silent, and not behind its next line', async () => {
    const { ended, heard } = supervised('slow.mjs');
    await expect.poll(heard).toContain('laying out');
    folder.write('heard', '');
    expect((await ended).said).toMatch(/^(?:laying out {2}for \d+ s\n)+done\n$/);
  });

  it('leaves no temporary files when it was ended by force; others keep theirs', async () => {
    mkdirSync(folder.path('tmp'));
    await supervised('untidy.mjs', [], { TMPDIR: folder.path('tmp') }).ended;
    expect(readdirSync(folder.path('tmp'))).toHaveLength(1);
  });

  it('is spoken for in a log however short its steps are', async () => {
    const { ended, heard } = supervised('restless.mjs');
    await expect.poll(heard).toMatch(/\n.*\n/);
    folder.write('heard twice', '');
    // The time is that of a step, not of all.
    expect((await ended).said).toMatch(/^(?:step \d+ {2}for \d s\n){2,}$/);
  });

  it('ends with its own code', async () => {
    expect(await supervised('seven.mjs').ended).toEqual({ code: 7, said: '' });
  });

  it.each([['greedy.mjs', ['--max-old-space-size=30']] as const, ['killed.mjs', []] as const])(
    'is spoken for when it ran out of memory: %s',
    async (program, node) => {
      const { code, said } = await supervised(program, node).ended;
      expect(said).toMatch(/^error: The system ended chongpai \(\w+\)\n {2}Usually memory was short/);
      expect(code).toBe(1);
    },
  );
});

describe('a machine that gives little', () => {
  it('of open files is told, whatever was asked', async () => {
    const { code, stderr } = await shell('ulimit -n 64; exec "$@"', ['build']);
    expect(stderr).toContain('fewer than 200 open files');
    expect(stderr).toContain('ulimit -n 1024');
    expect(code).toBe(1);
  });

  it('of memory is told', async () => {
    const { code, stderr } = await shell('NODE_OPTIONS=--max-old-space-size=24 exec "$@"', ['build']);
    expect(stderr).toContain('Usually memory was short');
    expect(code).toBe(1);
  });

  it('is never called a bug', () => {
    const thrown = [
      () => readFileSync(folder.path('nowhere')),
      () => readFileSync(folder.root),
      () => new ArrayBuffer(2 ** 53 - 1),
      () => 'x'.repeat(2 ** 29),
      () => new WebAssembly.Memory({ initial: 65_536, maximum: 65_536 }).grow(1),
      () =>
        (function deeper(): unknown {
          return [deeper()];
        })(),
    ];
    for (const work of thrown)
      try {
        work();
        expect.unreachable();
      } catch (error) {
        expect(explain(error)).not.toContain('bug of chongpai');
      }
    expect(machineFault(new TypeError('Cannot read properties of undefined'))).toBeUndefined();
  });
});
