import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messagesOf, readIssue } from '../../scripts/article/read-issue.js';
import { bookFrom } from '../../scripts/book.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { readNumeral } from '../../scripts/translate/numeral.js';
import { readTranslation } from '../../scripts/translate/read-translation.js';

/** The sample's issue: articles 01, 03 and 05 with their translations. */
const sample = join(import.meta.dirname, '../..', 'manuscript', 'jinchang-2025-02-26');
let root: string;
const inIssue = (...path: string[]) => join(root, 'manuscript', 'issue', ...path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chongpai-align-'));
  for (const id of ['01', '03', '05'])
    for (const file of [`${id}.md`, join('en', `${id}.md`)]) cpSync(join(sample, file), inIssue(file));
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 试刊\n');
  writeFileSync(inIssue('en', 'issue.yaml'), 'title: Trial\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const translation = () => {
  const issue = readIssue(inIssue(), { title: '试刊' });
  return readTranslation(issue, inIssue(), 'en');
};
const messages = () => messagesOf(translation()).filter(({ source }) => source === 'translate');
const blocksOf = (id: string) =>
  readFileSync(inIssue('en', `${id}.md`), 'utf8')
    .trimEnd()
    .split('\n\n');
const write = (id: string, blocks: string[]) =>
  writeFileSync(inIssue('en', `${id}.md`), `${blocks.join('\n\n')}\n`);

describe('a translation beside its article', () => {
  it('that is complete has no message', () => {
    expect(messages().map(String)).toEqual([]);
  });

  it.each([2, 4, 9, 13, 18])('without its paragraph %i says which is missing, and where', (index) => {
    const blocks = blocksOf('01');
    write('01', blocks.toSpliced(index, 1));
    const [found, ...others] = messages();
    expect(others).toEqual([]);
    expect(found?.ruleId).toBe('missing-paragraph');
    const line = readFileSync(inIssue('01.md'), 'utf8')
      .split('\n')
      .findIndex((_, at) => at === index * 2);
    expect(found?.reason).toContain(`(01.md:${line + 1})`);
    expect(found?.file).toBe(inIssue('en', '01.md'));
    expect(found?.line).toBe(index * 2 - 1);
  });

  it('with a paragraph too much names it', () => {
    const blocks = blocksOf('01');
    write(
      '01',
      blocks.toSpliced(5, 0, 'The translator remarks upon something that nobody had said before at all.'),
    );
    expect(messages().map(({ ruleId, line }) => [ruleId, line])).toEqual([['extra-paragraph', 11]]);
  });

  it('with two paragraphs in another order names one', () => {
    const blocks = blocksOf('01');
    write('01', blocks.with(4, blocks[6]!).with(6, blocks[4]!));
    const found = messages().map(({ ruleId }) => ruleId);
    expect(found).toContain('moved-paragraph');
    expect(found).not.toContain('missing-paragraph');
    expect(found).not.toContain('extra-paragraph');
  });

  it('without its kicker says so', () => {
    const text = readFileSync(inIssue('en', '03.md'), 'utf8').replace(/^---[\s\S]*?---\n/, '');
    writeFileSync(inIssue('en', '03.md'), text);
    expect(messages().map(({ ruleId }) => ruleId)).toEqual(['missing-kicker']);
  });

  it('has titles of sections by their own, or in order, and tells which it lacks', () => {
    const sections =
      'sections:\n  - {title: 要闻, articles: ["01"]}\n  - {title: 文化, articles: ["03", "05"]}\n';
    writeFileSync(inIssue('issue.yaml'), `date: 2025-02-26\n${sections}`);
    const titles = (names: string) => {
      writeFileSync(inIssue('en', 'issue.yaml'), names);
      return translation().sections.map(({ title }) => title);
    };
    expect(titles('title: Trial\nsections: {文化: Arts, 要闻: News}\n')).toEqual(['News', 'Arts']);
    expect(titles('title: Trial\nsections: [News, Arts]\n')).toEqual(['News', 'Arts']);
    expect(messages()).toEqual([]);
    expect(titles('sections: {文化: Arts}\n')).toEqual(['要闻', 'Arts']);
    expect(messages().map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      ['missing-name', expect.stringContaining('试刊')],
      ['missing-name', expect.stringContaining('要闻')],
    ]);
    expect(messages()[0]?.file).toBe(inIssue('en', 'issue.yaml'));
  });

  it('that does not exist is told, article by article', () => {
    rmSync(inIssue('en', '05.md'));
    const [found] = messages();
    expect([found?.ruleId, found?.file]).toEqual(['missing-translation', inIssue('en', '05.md')]);
    rmSync(inIssue('en'), { recursive: true });
    expect(messages).toThrow(/no translation into en, expected files such as 01\.md/);
  });
});

describe('a bilingual book', () => {
  const book = (id: string) => {
    const place = findPublication(root);
    return bookFrom(readIssue(inIssue(), place.publication), editionOf(id), place).book;
  };
  const languages = (id: string) =>
    book(id)
      .passages.filter((one) => one.id.startsWith('s1-03'))
      .map((one) => (one.id.endsWith('-b') ? 'en' : 'zh'));

  it('is read row by row, on facing pages language by language', () => {
    expect(languages('zh-Hans+en@columns').slice(0, 4)).toEqual(['zh', 'en', 'zh', 'en']);
    const facing = languages('zh-Hans+en@facing');
    expect(facing).toEqual([...facing].sort().reverse());
  });

  it('says what it is not', () => {
    expect(() => editionOf('zh-Hans+enn')).toThrow(/"enn", expected one of .*en/);
    expect(() => editionOf('zh-Hans+en@facin')).toThrow(/"@facin", expected one of .*@facing/);
    expect(() => editionOf('zh-Hans@facing')).toThrow(/expected a pair/);
    writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 试刊\nparallel: collums\n');
    expect(() => findPublication(root)).toThrow(/parallel.*facing.*columns.*interleaved/);
  });

  it('breaks English words by soft hyphens, and no names', () => {
    const html = book('zh-Hans+en')
      .galleys.map((galley) => galley.html)
      .join('');
    expect(html).toContain('con\u00adfi\u00addence');
    expect(html).not.toMatch(/Jin\u00adchang/);
    expect(html).toContain('People’s');
    expect(html).not.toContain("People's");
  });
});

it.each([
  ['二十五', 25],
  ['一九八二', 1982],
  ['一百三十八', 138],
  ['十', 10],
  ['一千零八', 1008],
])('reads %s', (numeral, number) => {
  expect(readNumeral(numeral)).toBe(number);
});
