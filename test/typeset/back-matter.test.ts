import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIssue } from '../../scripts/article/read-issue.js';
import { bookFrom } from '../../scripts/book.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';

let root: string;
const write = (name: string, text: string) => {
  const path = join(root, 'manuscript', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-back-'));
  write('i1/issue.yaml', 'date: 2025-02-26\nsections:\n  - articles: ["01", "02"]\n');
  write('i1/01.md', '# 头条\n\n自己动手，丰衣足食。\n');
  write('i1/02.md', '# 二条\n\n王小明无事。\n');
  write('i1/en/issue.yaml', 'title: The Trial\n');
  write('i1/en/01.md', '# The Lead\n\nDo it yourself.\n');
  write('i1/en/02.md', '# The Second\n\nNothing to tell.\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A book with a change of wording and an open question in its first story. */
function noted(edition: string, publication = '', after = '自己动手') {
  write('publication.yaml', `title: 试刊\n${publication}`);
  const place = findPublication(root);
  const issue = readIssue(join(root, 'manuscript', 'i1'), place.publication);
  issue.remarks = [{ article: '01', before: '自已动手', after, rule: 'lookalike' }];
  const message = issue.sections[0]!.articles[0]!.file.message('x', { ruleId: 'unbalanced-quote' });
  Object.assign(message, { actual: '动手', expected: ['动手', '動手'] });
  return bookFrom(issue, editionOf(edition), place).book;
}

const chinese = '校记头条“自己动手”，底本作“自已动手”（形近而误）。存疑：“动手”或作“動手”，引号不成对。';
const english =
  'Textual Notes The Lead “自己动手”: the source has “自已动手” (a character that looks alike). Query: “动手”, or perhaps “動手”: a quotation mark without its partner.';
const tight = (text: string) => text.replace(/\s/g, '');

describe('the editor’s notes in two languages', () => {
  it.each(['interleaved', 'columns', 'facing'])('%s: titles, sentences and reasons are in each', (mode) => {
    const { passages } = noted(`zh-Hans+en@${mode}`);
    const text = (id: string) => passages.find((one) => one.id === id)?.text;
    expect(text('notes')).toBe(chinese);
    expect(text('notes-b')).toBe(tight(english));
    const back = passages.map(({ id }) => id).filter((id) => /^(?:notes|colophon)/.test(id));
    expect(back).toEqual(
      mode === 'facing'
        ? ['notes', 'colophon', 'notes-b', 'colophon-b']
        : ['notes', 'notes-b', 'colophon', 'colophon-b'],
    );
  });

  it('lead to the words that they quote', () => {
    const html = noted('zh-Hans+en@facing')
      .galleys.map((one) => one.html)
      .join('');
    const id = /<p id="([^"]+)">自己动手/.exec(html)?.[1];
    expect(html.split(`data-target="${id}"`)).toHaveLength(1 + 4);
  });

  it('tell of words that a person took out', () => {
    for (const [edition, words] of [
      ['zh-Hans', '删去“自已动手”（'],
      ['zh-Hant-TW', '刪去「自已动手」（'],
    ] as const) {
      const { passages } = noted(edition, '', '');
      expect(passages.find(({ id }) => id === 'notes')?.text).toContain(words);
    }
  });

  it('quote a second Chinese text in its own forms', () => {
    const { passages } = noted('zh-Hans+zh-Hant-TW@columns');
    expect(passages.find(({ id }) => id === 'notes-b')?.text).toContain(
      '「自己動手」，底本作「自已动手」（形近而誤）',
    );
  });

  it('face each other unless an index in one language stands between', () => {
    const galley = (book: ReturnType<typeof noted>) => book.galleys.find(({ id }) => id === 'back');
    expect(galley(noted('zh-Hans+en@facing'))?.facing).toBe(true);
    write('names.txt', '王小明\n');
    const indexed = noted('zh-Hans+en@facing');
    rmSync(join(root, 'manuscript', 'names.txt'));
    expect(indexed.passages.map(({ id }) => id)).toContain('index');
    expect(galley(indexed)?.facing).toBeUndefined();
  });
});
