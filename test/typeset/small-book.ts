import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readIssue } from '../../scripts/article/read-issue.js';
import { bookFrom } from '../../scripts/book.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import type { Book } from '../../scripts/typeset/book/galley.js';

/** The folder of the publication; set once the tests begin. */
export let root: string;
export const folder = () => join(root, 'manuscript', 'i1');
export const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder(), name), text);

/** Gives the tests of a file a publication of their own, in which `write` puts files of an issue. */
export function useSmallBook(): void {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'chongpai-compose-'));
    mkdirSync(folder(), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
}

/** The book of what was written; `publication` is added to its file. */
export function bookOf(publication = ''): Book {
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), `title: 试刊\npublisher: 某社\n${publication}`);
  const place = findPublication(root);
  return bookFrom(readIssue(folder(), place.publication), editionOf('zh-Hans'), place).book;
}

export const htmlOf = (book: Book) => book.galleys.map(({ html }) => html).join('');
