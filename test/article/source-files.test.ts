import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listIssues, sourceFiles } from '../../scripts/article/source-files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chongpai-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function found(...names: string[]): string[] {
  const own = join(folder, 'issue');
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  for (const name of names) writeFileSync(join(own, name), 'x');
  return sourceFiles(own).map((path) => basename(path));
}

it.each([
  [['source.txt', 'source.pdf', 'source.jpg'], ['source.txt']],
  [['source.pdf', 'source.ledger.json'], ['source.pdf']],
  [
    ['source.10.pdf', 'source.2.pdf', 'source.1.pdf'],
    ['source.1.pdf', 'source.2.pdf', 'source.10.pdf'],
  ],
  [
    ['source-1.xml', 'source-2.xml', 'source.pdf'],
    ['source-1.xml', 'source-2.xml'],
  ],
  [['source.png', 'source.tsv'], ['source.tsv']],
  [['source.jsonl', 'source.ocr.json', 'source.png'], ['source.ocr.json']],
  [['source.md', 'source.pdf', '01.md'], ['source.md']],
  [
    ['source.1.md', 'source.2.md'],
    ['source.1.md', 'source.2.md'],
  ],
  [['source.png'], ['source.png']],
  [['source.png', '01.md'], []],
  [['sources.pdf', 'other.txt'], []],
])('of %j takes %j', (names, wanted) => {
  expect(found(...names)).toEqual(wanted);
});

it('lists an issue that has a PDF for its source', () => {
  found('source.pdf');
  expect(listIssues(folder)).toEqual(['issue']);
});
