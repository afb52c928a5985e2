import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../scripts/article/package-root.js';
import { build } from '../scripts/build-book.js';
import type { Terminal } from '../scripts/commands/command.js';
import { newPublication } from '../scripts/commands/new.js';
import { newFolder } from './cli/run.js';

const folder = newFolder({});
afterAll(() => folder.remove());
const lines: string[] = [];
const terminal: Terminal = {
  ...{ cwd: folder.root, progress: () => undefined, input: async () => new Uint8Array() },
  line: (text) => lines.push(text),
  result: () => undefined,
};
const examples = readdirSync(join(packageRoot, 'scripts', 'examples')).filter((name) => !name.includes('.'));

/** The issue of each, an edition of it, and something that must be in the book. */
const books: Record<string, { issue: string; edition: string; questions: number }> = {
  gazetteer: { issue: 'vol-3', edition: 'zh-Hans', questions: 0 },
  constitution: { issue: '2018', edition: 'zh-Hans+en', questions: 0 },
  reprint: { issue: '1920-04-03', edition: 'zh-Hant', questions: 20 },
};

describe('examples', () => {
  it('are told where they lie, each with where its text is from', () => {
    const text = readFileSync(join(packageRoot, 'scripts', 'examples', 'README.md'), 'utf8');
    expect(examples).toEqual(Object.keys(books).sort());
    expect(examples.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it.each(examples)('%s is laid out, and becomes a book with a picture', async (name) => {
    expect(await newPublication(name, { example: name }, terminal)).toBe(0);
    const { issue, edition, questions } = books[name]!;
    const { files, report } = await build(folder.path(`${name}/manuscript/${issue}`), {
      editions: [edition],
    });
    expect(report.editions[0]!.error).toBeUndefined();
    expect(files.map((file) => file.name)).toEqual([`${edition}.pdf`]);
    expect(report.open.length).toBeLessThanOrEqual(questions);
    const laid = folder.list(`${name}/manuscript`);
    expect(laid.some((file) => /\.svg$/.test(file))).toBe(true);
    // Editors find the schema of each file, including files that the build wrote.
    const settings = laid.filter((file) => /(?:publication|issue)\.yaml$/.test(file));
    expect(settings.length).toBeGreaterThanOrEqual(2);
    for (const file of settings) {
      const path = join(name, 'manuscript', file);
      const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(folder.read(path)) ?? [];
      expect(JSON.parse(folder.read(join(path, '..', schema)))).toHaveProperty('title');
    }
  });

  it('refuses a name that is none, other options, and a folder that is not empty', async () => {
    await expect(newPublication('x', { example: 'gazeteer' }, terminal)).rejects.toThrow(
      /constitution, gazetteer/,
    );
    await expect(newPublication('y', { example: 'gazetteer', title: '报' }, terminal)).rejects.toThrow(
      /own title/,
    );
    await expect(newPublication('gazetteer', { example: 'gazetteer' }, terminal)).rejects.toThrow();
    expect(folder.has('x')).toBe(false);
  });
});
