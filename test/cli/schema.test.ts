import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findPublication } from '../../scripts/config.js';
import { jsonSchemaOf, publicationKeys, schemaNames } from '../../scripts/schemas.js';
import { newFolder, run } from './run.js';

const folder = newFolder({});
afterAll(folder.remove);

describe('schemas for editors', () => {
  it('says every key of a publication with its meaning, and takes scalars as YAML writes them', () => {
    const { properties, additionalProperties } = jsonSchemaOf('publication') as {
      properties: Record<string, { type?: unknown; description?: string; enum?: unknown[] }>;
      additionalProperties: unknown;
    };
    expect(additionalProperties).toBe(false);
    expect(Object.keys(properties)).toEqual(publicationKeys().map(({ key }) => key));
    for (const { description } of Object.values(properties)) expect(description).toMatch(/\p{L}/u);
    expect(properties.title!.type).toEqual(['string', 'number', 'boolean']);
    expect(properties.vocabulary!.enum).toEqual(['true', 'false', true, false]);
  });

  it.each(schemaNames)('prints the schema of %s', async (name) => {
    const { code, stdout } = await run(['schema', name], { cwd: folder.root });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(name))));
  });

  it('names the schemas that there are', async () => {
    const { code, stderr } = await run(['schema', 'publicaton'], { cwd: folder.root });
    expect(stderr).toMatch(/Unexpected schema "publicaton".*\n.*Did you mean "publication"/);
    expect(code).toBe(2);
  });
});

describe('new', () => {
  it('writes every key as a comment, and names the schema beside it', async () => {
    const { code } = await run(['new', 'paper', '--title', '县报 #1', '--trim', '16开'], {
      cwd: folder.root,
    });
    expect(code).toBe(0);
    const text = folder.read('paper/manuscript/publication.yaml');
    const [first] = text.split('\n');
    const schema = /\$schema=(.*)$/.exec(first!)![1]!;
    expect(JSON.parse(folder.read(join('paper/manuscript', schema)))).toHaveProperty('properties.title');
    for (const { key } of publicationKeys()) expect(text).toMatch(new RegExp(`^(# )?${key}:`, 'm'));
    expect(findPublication(folder.path('paper')).publication).toMatchObject({
      title: '县报 #1',
      trim: '16开',
    });
  });

  it('is valid as well when every comment with a value is taken in', async () => {
    const text = folder.read('paper/manuscript/publication.yaml').replace(/^# ([a-zA-Z]+: \S.*)$/gm, '$1');
    expect(Object.keys(parse(text))).toContain('theme');
    folder.write('all/manuscript/publication.yaml', text);
    expect(findPublication(folder.path('all')).publication.theme).toBe('literary');
  });
});

describe('completion', () => {
  it('bash proposes commands, options of a command, and commands below another', async () => {
    const { stdout } = await run(['completion', 'bash'], { cwd: folder.root });
    folder.write('complete.sh', stdout);
    const propose = (...words: string[]) => {
      const line = ['chongpai', ...words];
      const script = `source ${folder.path('complete.sh')}; COMP_WORDS=(${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length - 1}; _chongpai; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
    };
    expect(propose('bu')).toEqual(['build']);
    expect(propose('build', '--re')).toEqual(['--resume']);
    expect(propose('translate', 'ex')).toEqual(['export']);
    expect(propose('translate', 'export', '--fo')).toEqual(['--format']);
  });

  it.each([
    ['zsh', /_describe/],
    ['fish', /complete -c chongpai -f -n '__fish_use_subcommand' -a build -d 'Make PDFs/],
  ])('%s', async (shell, expected) => {
    const { code, stdout } = await run(['completion', shell], { cwd: folder.root });
    expect(stdout).toMatch(expected);
    expect(code).toBe(0);
  });
});

describe('restore', () => {
  it('takes a file, - or standard input alike', async () => {
    const text = '本报讯　今日天气晴\n好。\n';
    folder.write('in.txt', text);
    const as = (args: string[], input?: string) =>
      run(['restore', ...args], { cwd: folder.root, ...(input && { input }) });
    for (const [args, input] of [[['in.txt']], [['-'], text], [[], text]] as [string[], string?][])
      expect((await as(args, input)).stdout).toBe('本报讯　今日天气晴好。\n');
  });
});

describe('convert', () => {
  it('takes a file, - or standard input alike', async () => {
    folder.write('in.md', '头发');
    const as = (args: string[], input?: string) =>
      run(['convert', '--to', 'zh-Hant-TW', ...args], { cwd: folder.root, ...(input && { input }) });
    for (const [args, input] of [[['in.md']], [['-'], '头发'], [[], '头发']] as [string[], string?][])
      expect((await as(args, input)).stdout).toBe('頭髮');
    // The bundle has the tables of rules as they were written.
    expect((await as([], '大多只靠五千里，中国制订')).stdout).toBe('大多只靠五千里，中國制訂');
    const missing = await as(['no.md']);
    expect(missing.stderr).toContain('no.md');
    expect(missing.code).not.toBe(0);
  });
});
