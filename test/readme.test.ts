import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { parse as parseCss } from 'css-tree/dist/csstree.esm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readOverrides } from '../scripts/article/overrides-file.js';
import { packageRoot } from '../scripts/article/package-root.js';
import { build } from '../scripts/build-book.js';
import { program } from '../scripts/commands/program.js';
import { findPublication } from '../scripts/config.js';
import { convert } from '../scripts/edition/convert/convert.js';
import { readNames } from '../scripts/edition/lexicon/names.js';
import { remarkStories, restoreParse } from '../scripts/restore/index.js';
import { newFolder } from './cli/run.js';

interface Block {
  file: string;
  line: number;
  /** Language and what follows it: `yaml`, `text names.txt`, `sh fragment`. */
  info: string;
  code: string;
}

const folder = newFolder({});
afterAll(() => folder.remove());
const read = (name: string) => readFileSync(join(packageRoot, name), 'utf8');
const readmes = ['README.md', 'README.zh.md'];
const others = [
  'scripts/README.md',
  'styles/README.md',
  'scripts/jobs/README.md',
  'scripts/examples/README.md',
];

function blocksOf(file: string): Block[] {
  const text = read(file);
  return [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: info = '', 2: code = '' }) => ({
      ...{ file, info, code },
      line: text.slice(0, index).split('\n').length,
    }),
  );
}

const blocks = [...readmes, ...others].flatMap(blocksOf);
const of = (language: string) => blocks.filter(({ info }) => info.split(' ')[0] === language);
const named = ({ file, line }: Block) => `${file}:${line}`;

const silent = { cwd: '/', result: () => undefined, line: () => undefined, progress: () => undefined };

/** The command of a line, with its options and arguments checked by the program's own parser; a reason if it is wrong. */
function wrong(words: readonly string[]): string | undefined {
  const top = program({ ...silent, input: async () => new Uint8Array() }, () => undefined);
  let command: Command = top;
  let rest = [...words];
  for (let found: Command | undefined = top; found && rest.length > 0; ) {
    found = command.commands.find((one) => one.name() === rest[0]);
    if (!found) break;
    command = found;
    rest = rest.slice(1);
  }
  if (command === top)
    return rest.every((word) => /^-(?:V$|-version$|-help$)/.test(word)) ? undefined : 'no such command';
  const { operands, unknown } = command.parseOptions(rest.filter((word) => word !== '--help'));
  if (unknown.length > 0) return `unknown ${unknown.join(' ')}`;
  const most = command.registeredArguments.some(({ variadic }) => variadic)
    ? Infinity
    : command.registeredArguments.length;
  return operands.length > most ? `too many: ${operands.join(' ')}` : undefined;
}

/** The words after the name of chongpai, in any form that the READMEs use; undefined for other commands. */
function commandIn(line: string): string[] | undefined {
  const plain = line.replace(/\s+#.*$/, '').replace(/\s+[<>|]\s.*$/, '');
  const [, words] =
    /^(?:npm run -s chongpai --|npx chongpai|node \S+\/bin\.mjs|chongpai)(?:\s+(.*))?$/.exec(plain.trim()) ??
    [];
  return words === undefined ? undefined : words.split(/\s+/).filter(Boolean);
}

describe('code of the READMEs', () => {
  it('is of a kind that a test checks, or marked as a fragment', () => {
    const known = /^(?:sh|yaml|js|css|text names\.txt)$|\bfragment$/;
    expect(blocks.length).toBeGreaterThan(12);
    expect(blocks.filter(({ info }) => !known.test(info)).map(named)).toEqual([]);
  });

  it('has lines of a shell that are commands of chongpai, scripts of npm, or move files about', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const faults = of('sh').flatMap((block) =>
      block.code
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((line) => {
          const words = commandIn(line);
          const [, script] = /^npm run (\w+)$/.exec(line) ?? [];
          const isFine = words
            ? wrong(words) === undefined
            : script
              ? scripts[script] !== undefined
              : /^(?:cd|mkdir|cp|npm ci)\b/.test(line);
          return isFine ? [] : [`${named(block)}: ${line}`];
        }),
    );
    expect(faults).toEqual([]);
  });

  it('names in its sentences only commands and options that there are', () => {
    const spans = [...readmes, ...others].flatMap((file) =>
      [...read(file).matchAll(/`(chongpai [^`]+)`/g)].map(([, span]) => ({ file, span: span! })),
    );
    expect(spans.length).toBeGreaterThan(20);
    const faults = spans.flatMap(({ file, span }) => {
      // Usage: [ISSUE…] [--edition E…].
      const words = commandIn(span.replace(/(?<=\s)…/g, 'x').replace(/[[\]…]/g, ''));
      if (!words || /^(?:COMMAND|命令)$/.test(words[0]!)) return [];
      const reason = wrong(words);
      return reason ? [`${file}: ${span}: ${reason}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it('has YAML that chongpai reads as it is written', () => {
    const yaml = of('yaml');
    expect(yaml).toHaveLength(2 * readmes.length);
    for (const block of yaml) {
      if (!('press' in parse(block.code))) {
        expect(Object.keys(readOverrides(block.code, named(block))).length).toBeGreaterThan(10);
        continue;
      }
      folder.write('manuscript/publication.yaml', `title: 试报\n${block.code}`);
      expect(findPublication(folder.root).publication.press).toMatchObject({ scheme: 'signatures' });
    }
  });

  it('has names without a contradiction', () => {
    for (const { code } of of('text'))
      expect(readNames([{ path: 'names.txt', text: code }], 'zh-Hant-HK')).toMatchObject({
        messages: [],
        list: { length: 3 },
      });
  });

  it('has style sheets that parse', () => {
    for (const block of of('css'))
      parseCss(block.code, {
        onParseError: (error) => {
          throw new Error(`${named(block)}: ${error.message}`);
        },
      });
  });
});

const AsyncFunction = (async () => undefined).constructor as new (
  ...parameters: string[]
) => (...values: unknown[]) => Promise<Record<string, unknown>>;

/** Runs a program with the modules that it imports, and returns its constants of these names. */
function runProgram(code: string, given: Record<string, unknown>, wanted: readonly string[]) {
  const body = code.replace(/^import .*\n/gm, '');
  return new AsyncFunction(...Object.keys(given), `${body}\nreturn { ${wanted.join(', ')} };`)(
    ...Object.values(given),
  );
}

describe('programs of the READMEs', () => {
  const programs = readmes.map((file) => blocksOf(file).filter(({ info }) => info === 'js'));
  const bare = (code: string) => code.replace(/\s*\/\/.*$/gm, '');

  it('are the same in both, and import what the package offers', () => {
    const [english, chinese] = programs;
    expect(chinese!.map(({ code }) => bare(code))).toEqual(english!.map(({ code }) => bare(code)));
    const { exports, dependencies } = JSON.parse(read('package.json'));
    const imports = english!.flatMap(({ code }) =>
      [...code.matchAll(/from '([^']+)'/g)].map(([, from]) => from!),
    );
    const isOffered = (from: string) => from.replace('chongpai', '.') in exports || from in dependencies;
    expect(imports.filter((from) => !isOffered(from))).toEqual([]);
  });

  it('restore and convert', async () => {
    const given = {
      unified,
      remarkStringify,
      remarkStories,
      restoreParse,
      convert,
      text: read('manuscript/jinchang-2025-02-26/source.txt'),
    };
    const { markdown, hant, stories } = await runProgram(programs[0]![0]!.code, given, [
      'markdown',
      'hant',
      'stories',
    ]);
    expect(hant).toBe('頭髮');
    expect(stories).toHaveLength(7);
    expect(markdown).toContain('烈的掌声中');
  });

  it('build a book', async () => {
    folder.write('manuscript/publication.yaml', 'title: 试报\n');
    folder.write('manuscript/2025-03-01/01.md', '# 春日出游\n\n市民纷纷出游。\n');
    const uploaded: [string, Uint8Array][] = [];
    const told: unknown[] = [];
    const code = programs[0]![1]!.code.replace("'manuscript/", `'${folder.path('manuscript')}/`);
    const upload = async (name: string, bytes: Uint8Array) => uploaded.push([name, bytes]);
    await runProgram(
      code,
      { build, upload, console: { log: (...words: unknown[]) => told.push(...words) } },
      [],
    );
    expect(uploaded.map(([name]) => name)).toEqual(['zh-Hans.pdf']);
    expect(Buffer.from(uploaded[0]![1]).subarray(0, 5).toString()).toBe('%PDF-');
    expect(told).toEqual([undefined, 0]);
  });
});

it('every file that a README links to is there', () => {
  for (const file of [...readmes, ...others])
    for (const [, target] of read(file)
      .replace(/`[^`\n]+`/g, '')
      .matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      expect([file, target, existsSync(join(packageRoot, file, '..', decodeURI(target!)))]).toEqual([
        file,
        target,
        true,
      ]);
});
