import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIssue } from '../../scripts/article/read-issue.js';
import { bookFrom } from '../../scripts/book.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';

let root: string;
const manuscript = (...names: string[]) => join(root, 'manuscript', ...names);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-choices-'));
  mkdirSync(manuscript('i1'), { recursive: true });
  writeFileSync(manuscript('i1', '01.md'), '# 头条\n\n## 甲\n\n文。\n\n### 细目\n\n文。\n\n## 乙\n\n文。\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function bookOf(publication: string, issue = '', articles = '["01"]') {
  writeFileSync(manuscript('publication.yaml'), `title: 试刊\n${publication}`);
  writeFileSync(
    manuscript('i1', 'issue.yaml'),
    `date: 2025-02-26\n${issue}sections:\n  - articles: ${articles}\n`,
  );
  const place = findPublication(root);
  return bookFrom(readIssue(manuscript('i1'), place.publication), editionOf('zh-Hans'), place).book;
}

const textOf = (book: ReturnType<typeof bookOf>, part: string) =>
  book.passages.find(({ id }) => id === part)?.text;
const htmlOf = (book: ReturnType<typeof bookOf>, id: string) =>
  book.galleys.find((galley) => galley.id === id)!.html;

describe('contents', () => {
  it('do not list a story that has neither words nor a picture', () => {
    writeFileSync(manuscript('i1', '02.md'), '---\nkicker: 眉题\n---\n\n');
    const book = bookOf('', '', '["01", "02"]');
    expect(textOf(book, 'contents')).toBe('目录头条');
    expect(book.passages.map(({ name }) => name).filter((name) => name.endsWith('02.md'))).toEqual([]);
  });

  it('list stories, and crossheads below them where the publication says so', () => {
    expect(textOf(bookOf(''), 'contents')).toBe('目录头条');
    const book = bookOf('contentsLevels: 2\n');
    expect(textOf(book, 'contents')).toBe('目录头条甲乙');
    const [target] = /href="(#[^"]*)"[^>]*><span[^>]*><span[^>]*>乙/.exec(htmlOf(book, 'contents'))!.slice(1);
    expect(htmlOf(book, 's1')).toContain(`id="${target!.slice(1)}">乙`);
  });
});

describe('the cover', () => {
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
    'base64',
  );

  it('shows a picture beside the publication, that of its issue before it', () => {
    expect(htmlOf(bookOf(''), 'cover')).not.toContain('<img');
    writeFileSync(manuscript('封面.png'), dot);
    expect(htmlOf(bookOf('cover: 封面.png\n'), 'cover')).toContain('src="data:image/png');
    writeFileSync(manuscript('i1', '本期.png'), dot);
    expect(htmlOf(bookOf('cover: none.png\n', 'cover: 本期.png\n'), 'cover')).toContain(
      'src="data:image/png',
    );
  });

  it('shows the printed page where it is asked for', () => {
    expect(() => bookOf('cover: page\n')).toThrow(/no picture/);
    writeFileSync(manuscript('i1', 'source-1.png'), dot);
    expect(htmlOf(bookOf('cover: page\n'), 'cover')).toContain('src="data:image/png');
  });

  it('names the file that asks for a picture that is not there', () => {
    expect(() => bookOf('cover: 封.png\n')).toThrow(
      expect.objectContaining({
        file: manuscript('publication.yaml'),
        note: expect.stringContaining('封面.png'),
      }),
    );
    expect(() => bookOf('', 'cover: ../../../etc/x.png\n')).toThrow(/outside/);
  });
});

describe('a picture over a spread', () => {
  const plates =
    '# 头条\n\n<!-- spread -->\n\n![全景](data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=)\n';

  it('is refused where stab binding would hide its middle, with file and line', () => {
    writeFileSync(manuscript('i1', '03.md'), plates);
    expect(() => bookOf('press: stab\n', '', '["03"]')).toThrow(
      expect.objectContaining({ line: 5, reason: expect.stringContaining('Stab binding') }),
    );
    expect(htmlOf(bookOf('press: saddle\n', '', '["03"]'), 's1')).toContain('class="plate spread"');
  });

  it('has one page of a telephone', () => {
    expect(htmlOf(bookOf('trim: phone\n', '', '["03"]'), 's1')).toContain('class="plate"');
  });

  it('stands in its row beside another language, and a message says so', () => {
    const place = findPublication(root);
    const issue = readIssue(manuscript('i1'), place.publication);
    const { messages } = bookFrom(issue, editionOf('zh-Hans+zh-Hant-TW'), place);
    expect(messages.map(({ line, reason }) => `${line} ${reason}`)).toContainEqual(
      expect.stringMatching(/^5 .*"spread" has no effect/),
    );
  });
});
