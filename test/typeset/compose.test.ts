import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArticle, writeArticle } from '../../scripts/article/markdown.js';
import { readIssue } from '../../scripts/article/read-issue.js';
import { bookFrom } from '../../scripts/book.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import type { Book } from '../../scripts/typeset/book/galley.js';
import { bookOf, folder, htmlOf, root, useSmallBook, write } from './small-book.js';

useSmallBook();

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
      'half-title',
      'title-page',
      'imprint',
      's1-01',
      's1-02',
      'colophon',
      'back-cover',
    ]);
    expect(book.passages.find(({ id }) => id === 'imprint')?.text).toContain('A5（148毫米×210毫米）');
  });

  it('names the parts there are when one is misspelt', () => {
    expect(() => bookOf('parts: [titlepage]\n')).toThrow(/title-page/);
  });

  it('lists the names of the names file with the places where they stand', () => {
    write('names.txt', '王小明\n李无人\n[地名]\n来了\n[其他]\n走了\n');
    const book = bookOf();
    rmSync(join(folder(), 'names.txt'));
    expect(book.passages.find(({ id }) => id === 'index')?.text).toBe('索引人名王小明地名来了其他走了');
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

/** One white pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==';

describe('pictures', () => {
  beforeAll(() => write('issue.yaml', 'sections:\n  - articles: ["03"]\n'));

  it('are part of the galley, with caption and alternative text', () => {
    write('会场.png', Buffer.from(png, 'base64'));
    write('03.md', '![会场](会场.png)\n\n<!-- caption -->\n会场一角。\n');
    const html = htmlOf(bookOf());
    expect(html).toContain(`<figure><img src="data:image/png;base64,${png}" alt="会场">`);
    expect(html).toMatch(/会场一角。<\/p><\/figure>/);
  });

  it('may have a name with a percent sign', () => {
    write('50%.png', Buffer.from(png, 'base64'));
    write('03.md', '![一半](50%.png)\n');
    expect(htmlOf(bookOf())).toContain(`base64,${png}`);
  });

  it('that are missing are told with their place', () => {
    write('03.md', '# 题\n\n![会场](会扬.png)\n');
    expect(() => bookOf()).toThrow(
      expect.objectContaining({ line: 3, column: 1, note: expect.stringContaining('会场.png') }),
    );
  });

  it('from outside of the publication are refused', () => {
    write('03.md', '# 题\n\n![会场](../../会场.png)\n');
    expect(() => bookOf()).toThrow('outside of the publication');
  });
});

describe('the editor’s notes', () => {
  const noted = (publication = '', edition = 'zh-Hans') => {
    writeFileSync(join(root, 'manuscript', 'publication.yaml'), `title: 试刊\n${publication}`);
    const place = findPublication(root);
    const issue = readIssue(folder(), place.publication);
    issue.remarks = [{ article: '01', before: '自已动手', after: '自己动手', rule: 'lookalike' }];
    const message = issue.sections[0]!.articles[0]!.file.message('x', { ruleId: 'unbalanced-quote' });
    Object.assign(message, { actual: '动手', expected: ['动手', '動手'] });
    return bookFrom(issue, editionOf(edition), place).book;
  };

  beforeAll(() => {
    write('issue.yaml', 'date: 2025-02-26\nsections:\n  - articles: ["01", "02"]\n');
    write('01.md', '# 头条\n\n自己动手，丰衣足食。\n');
    write('02.md', '# 二条\n\n无事。\n');
  });

  it('are an appendix that says what stood in the source, what was set, and why', () => {
    const book = noted();
    expect(book.passages.find(({ id }) => id === 'notes')?.text).toBe(
      '校记头条“自己动手”，底本作“自已动手”（形近而误）。存疑：“动手”或作“動手”，引号不成对。',
    );
    expect(htmlOf(book)).toMatch(/<p id="s1-01-p1">自己动手/);
    expect(htmlOf(book)).toContain('data-target="s1-01-p1"');
  });

  it('are endnotes where the publication says so', () => {
    expect(parts(noted('editorNotes: endnotes\n')).filter((id) => id.startsWith('s1'))).toEqual([
      's1-01',
      's1-01-notes',
      's1-02',
    ]);
  });

  it('say it in the language of the edition, the colophon without a weekday', () => {
    const book = noted('', 'zh-Hant-TW');
    expect(book.passages.find(({ id }) => id === 'notes')?.text).toContain('形近而誤');
    expect(book.passages.find(({ id }) => id === 'colophon')?.text).toMatch(/2025年2月26日文字/);
  });
});

describe('pull quotes', () => {
  it('are a role of the manuscript, written as they are read', () => {
    const text = '# 题\n\n正文。\n\n<!-- pull-quote -->\n一张蓝图绘到底\n';
    const article = parseArticle('01', '01.md', text);
    expect(article.tree.children.at(-1)?.data?.role).toBe('pull-quote');
    expect(writeArticle(article)).toBe(text);
    write('issue.yaml', 'sections:\n  - articles: ["04"]\n');
    write('04.md', text);
    const html = htmlOf(bookOf());
    expect(html).toContain('<p class="pull-quote at-sense">');
    // Its lines end between words, as those of a title.
    expect(html.replace(/<wbr[^>]*>/gu, '|')).toMatch(/>一张\|蓝图绘\|到底<\/p>/u);
  });
});

describe('names that run from right to left', () => {
  it.each([
    ['（محمد بن سلمان）', '（[محمد بن سلمان]）'],
    ['محمد、علي', '[محمد]、[علي]'],
    ['“שלום” «مرحبا»', '“[שלום]” «[مرحبا]»'],
    ['（محمد (أبو جهاد) علي）', '（[محمد (أبو جهاد) علي]）'],
    ['（فبراير 2025）与محمد 25岁', '（[فبراير 2025]）与[محمد] 25岁'],
    ['没有', '没有'],
  ])('stand apart from the text around them: %s', (text, expected) => {
    write('issue.yaml', 'sections:\n  - articles: ["06"]\n');
    write('06.md', `# 题\n\n${text}。\n`);
    const [, html = ''] = /<h1[\s\S]*?<p[^>]*>(.*?)<\/p>/.exec(htmlOf(bookOf('parts: []\n'))) ?? [];
    expect(html.replace(/<bdi dir="rtl">(.*?)<\/bdi>/g, '[$1]')).toBe(`${expected}。`);
  });
});

describe('choices that there are not', () => {
  const styles = () => join(root, 'styles');
  beforeAll(() => {
    write('issue.yaml', 'sections:\n  - articles: ["05"]\n');
    write('05.md', '# 题\n\n正文。\n');
    mkdirSync(styles(), { recursive: true });
  });
  afterAll(() => rmSync(styles(), { recursive: true, force: true }));

  it.each([
    ['theme: newspapr', 'expected one of literary, newspaper'],
    ['trim: A55', 'expected one of A4, A5'],
    ['trim: 3cm', 'expected one of A4, A5'],
    ['parallel: facin', '"facing"|"columns"|"interleaved"'],
    ['parts: [covr]', '"cover"'],
    ['editorNotes: both', '"appendix"|"endnotes"'],
    ['trim: 60x60', '7 lines of 11 em, expected at least 8 of 10'],
  ])('%s is told with those there are', (line, expected) => {
    expect(() => bookOf(`${line}\n`)).toThrow(expected);
  });

  it.each([
    ['--marks: kaimin', 'expected full or kaiming'],
    ['--hanging: yes', 'expected none or allow'],
    ['--em: 40pt', 'lines of 7 em, expected at least 8 of 10'],
  ])('a style with %s too', (declaration, expected) => {
    writeFileSync(join(styles(), 'custom.css'), `:root {\n  ${declaration};\n}\n`);
    expect(() => bookOf()).toThrow(expected);
  });
});
