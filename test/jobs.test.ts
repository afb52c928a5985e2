import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { packageRoot } from '../scripts/article/package-root.js';
import { program } from '../scripts/commands/program.js';
import { shardOf } from '../scripts/commands/shard.js';

const read = (name: string) => readFileSync(join(packageRoot, name), 'utf8');
const jobs = readdirSync(join(packageRoot, 'scripts', 'jobs')).filter((name) => name !== 'README.md');
const terminal = {
  ...{ cwd: '/', result: () => undefined, line: () => undefined, progress: () => undefined },
  input: async () => new Uint8Array(),
};
const build = program(terminal, () => undefined).commands.find((command) => command.name() === 'build')!;
const known = new Set(build.options.flatMap(({ long, short }) => [long, short]));

/** Lines of commands as they would be run: comments are left out, continued lines joined. */
const commands = (text: string) =>
  text
    .replace(/^\s*#.*$/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => / build( |$)/.test(line));

describe('files for machines', () => {
  it('are listed where they lie', () => {
    const text = read('scripts/jobs/README.md');
    expect(jobs.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it.each([...jobs.map((name) => `scripts/jobs/${name}`), 'action.yml'])(
    '%s asks build for what it knows',
    (name) => {
      const asked = commands(read(name)).flatMap((line) => line.match(/(?<= )--[a-z-]+/g) ?? []);
      expect(asked.filter((option) => !known.has(option) && option !== '--yes')).toEqual([]);
      if (!name.includes('books') && !name.includes('publish')) expect(asked).toContain('--resume');
    },
  );

  it.each([
    ...jobs.filter((name) => /ya?ml$/.test(name)).map((name) => `scripts/jobs/${name}`),
    'action.yml',
  ])('%s is YAML without a key twice', (name) => {
    const documents = parseAllDocuments(read(name));
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('slurm.sh gives each task its part, and leaves no cache', () => {
    const path = join(packageRoot, 'scripts', 'jobs', 'slurm.sh');
    expect(spawnSync('bash', ['-n', path]).status).toBe(0);
    const asked = spawnSync('bash', [path], {
      encoding: 'utf8',
      env: {
        ...{
          PATH: process.env.PATH,
          SLURM_ARRAY_TASK_ID: '3',
          SLURM_ARRAY_TASK_COUNT: '4',
          SLURM_CPUS_PER_TASK: '2',
        },
        CHONGPAI: 'eval echo "$CHONGPAI_CACHE";:',
      },
    });
    expect(asked.status).toBe(0);
    const cache = asked.stdout.trim();
    expect(cache).toMatch(/chongpai\.\w{6}$/);
    expect(existsSync(cache)).toBe(false);
    const printed = spawnSync('bash', [path], {
      encoding: 'utf8',
      env: {
        ...{
          PATH: process.env.PATH,
          SLURM_ARRAY_TASK_ID: '3',
          SLURM_ARRAY_TASK_COUNT: '4',
          SLURM_CPUS_PER_TASK: '2',
        },
        CHONGPAI: 'echo',
      },
    });
    expect(printed.stdout.trim()).toBe('build --shard 3/4 --jobs 2 --resume');
  });

  it('action.yml hands its inputs to build as words, none of which is a command', () => {
    const { runs, inputs } = parse(read('action.yml')) as {
      runs: { steps: { run?: string; env?: Record<string, string> }[] };
      inputs: Record<string, { default: string }>;
    };
    const { run, env } = runs.steps.find((step) => step.run)!;
    const given: Record<string, string> = {
      ...Object.fromEntries(Object.entries(inputs).map(([name, { default: usual }]) => [name, usual])),
      issues: '2025-03-01 $(touch made) 晨报',
      arguments: '--edition zh-Hans; touch made',
    };
    const variables = Object.entries(env!).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, input) => given[input]!),
    ]);
    const bin = mkdtempSync(join(tmpdir(), 'chongpai-action-'));
    writeFileSync(join(bin, 'npx'), `#!/bin/sh\nprintf '%s\\n' "$@"\n`, { mode: 0o755 });
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run!], {
      encoding: 'utf8',
      cwd: bin,
      env: { ...Object.fromEntries(variables), PATH: `${bin}:${process.env.PATH}` },
    });
    const left = readdirSync(bin);
    rmSync(bin, { recursive: true });
    expect(done.stdout.trim().split('\n')).toEqual(
      '--yes chongpai@latest build 2025-03-01 $(touch made) 晨报 --edition zh-Hans; touch made --resume'.split(
        ' ',
      ),
    );
    expect(left).toEqual(['npx']);
  });

  it('the shards of all tasks are all issues, each once', () => {
    const issues = Array.from({ length: 50 }, (_, index) => `issue-${index}`);
    const parts = Array.from({ length: 32 }, (_, index) => shardOf(issues, `${index + 1}/32`));
    expect(parts.flat().sort()).toEqual([...issues].sort());
  });

  it('the image runs as nobody special, from a bundle that it never writes', () => {
    const image = read('Dockerfile');
    expect(
      image
        .trim()
        .split('\n')
        .filter((line) => /^USER /.test(line)),
    ).toEqual(['USER node']);
    expect(image).toMatch(/RUN node scripts\/bin\.mjs --version/);
    // What it copies is there.
    const copied = [...image.matchAll(/^COPY (?!--from)(.+) \.\S*$/gm)].flatMap(([, names]) =>
      names!.split(' '),
    );
    expect(copied.filter((name) => !existsSync(join(packageRoot, name)))).toEqual([]);
  });
});
