import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIssue } from '../scripts/article/read-issue.js';
import { bookFrom } from '../scripts/book.js';
import { findPublication } from '../scripts/config.js';
import { editionOf } from '../scripts/edition/edition-of.js';
import type { Book } from '../scripts/typeset/galley.js';

let root: string;
const folder = () => join(root, 'manuscript', 'i1');
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder(), name), text);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-compose-'));
  mkdirSync(folder(), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A book of two stories; `publication` is added to its file. */
function bookOf(publication = ''): Book {
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), `title: 试刊\npublisher: 某社\n${publication}`);
  const place = findPublication(root);
  return bookFrom(readIssue(folder(), place.publication), editionOf('zh-Hans'), place).book;
}

const htmlOf = (book: Book) => book.galleys.map(({ html }) => html).join('');
const parts = (book: Book) => book.passages.map(({ id }) => id);

describe('the parts of a book', () => {
  beforeAll(() => {
    write('issue.yaml', 'date: 2025-02-26\nsections:\n  - articles: ["01", "02"]\n');
    write('01.md', '---\ncontinuedOn: "02"\n---\n\n# 头条\n\n王小明来了。王小明走了。\n');
    write('02.md', '---\ncontinuedFrom: "01"\n---\n\n# 二条\n\n王小明又来了。\n');
  });

  it('leaves a booklet without empty front matter', () => {
    expect(parts(bookOf())).toEqual(['cover', 'contents', 's1-01', 's1-02', 'colophon']);
  });

  it('has what is asked for, in the order of binding', () => {
    const book = bookOf('parts: [colophon, imprint, half-title, title-page, cover, spine, back-cover]\n');
    expect(parts(book)).toEqual([
      'cover',
      'spine',
      'half-title',
      'title-page',
      'imprint',
      's1-01',
      's1-02',
      'colophon',
      'back-cover',
    ]);
    expect(book.passages.find(({ id }) => id === 'imprint')?.text).toContain('148mm×210mm');
  });

  it('names the parts there are when one is misspelt', () => {
    expect(() => bookOf('parts: [titlepage]\n')).toThrow(/title-page/);
  });

  it('lists the names of the names file with the places where they stand', () => {
    write('names.txt', '王小明\n李无人\n');
    const book = bookOf();
    rmSync(join(folder(), 'names.txt'));
    expect(book.passages.find(({ id }) => id === 'index')?.text).toBe('索引王小明');
    // Once a paragraph: in two paragraphs of three mentions.
    expect(htmlOf(book)).toContain('data-target="n0-0 n0-1"');
  });

  it('says where a story goes on and where it began', () => {
    const [first, second] = ['s1-01', 's1-02'].map(
      (id) => bookOf().passages.find((one) => one.id === id)?.text,
    );
    expect(first).toMatch(/下接《二条》$/);
    expect(second).toMatch(/^二条上接《头条》/);
  });

  it('names each id once', () => {
    const ids = [...htmlOf(bookOf()).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('pictures', () => {
  beforeAll(() => write('issue.yaml', 'sections:\n  - articles: ["03"]\n'));

  it('are part of the galley, with caption and alternative text', () => {
    write('会场.png', Buffer.from('iVBORw0KGgo=', 'base64'));
    write('03.md', '![会场](会场.png)\n\n<!-- caption -->\n会场一角。\n');
    const html = htmlOf(bookOf());
    expect(html).toMatch(/<figure><img src="data:image\/png;base64,iVBORw0KGgo=" alt="会场">/);
    expect(html).toMatch(/会场一角。<\/p><\/figure>/);
  });

  it('that are missing are told with their place', () => {
    write('03.md', '# 题\n\n![会场](会扬.png)\n');
    expect(() => bookOf()).toThrow(
      expect.objectContaining({ line: 3, column: 1, note: expect.stringContaining('会场.png') }),
    );
  });
});
