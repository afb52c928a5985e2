import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** A comment that begins with a question word; a noun phrase or a sentence names its subject at once. */
const question = /\/\*\*?\s+(?:\*\s+)?(What|Whether)\s/g;

/** The files of a folder that have comments, below the root. */
const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs|css)$/.test(file))
    .map((file) => join(folder, file));

/** The comments of a text that begin with a question word, each with its line. */
function questionsIn(file: string, text: string): string[] {
  return [...text.matchAll(question)].map(({ index, 1: word }) => {
    const line = text.slice(0, index).split('\n').length;
    return `${file}:${line} begins with “${word}”`;
  });
}

describe('comments', () => {
  it('begin with their subject, not with What or Whether', () => {
    const files = ['scripts', 'styles', 'test'].flatMap(filesOf);
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap((file) => questionsIn(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('are found on one line and on several', () => {
    const [what, whether] = ['What', 'Whether'];
    const text = `/** ${what} a page is. */\n/**\n * ${whether} it is one.\n */\n/** A page. */`;
    expect(questionsIn('a.ts', text)).toEqual(['a.ts:1 begins with “What”', 'a.ts:2 begins with “Whether”']);
  });
});
