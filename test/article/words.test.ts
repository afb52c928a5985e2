import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatMessage, problem } from '../../scripts/article/problem.js';
import { allSentences, say, textOf } from '../../scripts/article/words/say.js';
import { languageOf } from '../../scripts/article/words/sentence.js';

const scripts = join(import.meta.dirname, '../../scripts');
const code = readdirSync(scripts, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(scripts, file), 'utf8') }));

describe('the sentences', () => {
  it('have the same values in every language, each in its own script', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
    for (const [hans, hant, english] of allSentences) {
      expect([holes(hans), holes(hant)]).toEqual([holes(english), holes(english)]);
      expect(hans).not.toMatch(/[這個沒與點為轉詞讀寫標題編輯複雜單橫檔裡]/u);
      expect(hant).not.toMatch(/[这没与为转词读写标题编辑复单横档]/u);
    }
  });

  it('are all that problems are told in: none is written where it is thrown', () => {
    const written = code.flatMap(({ file, text }) =>
      [...text.matchAll(/\bproblem\(\s*(`[^`]*`|'[^']*')/g)].map(([, literal]) => `${file}: ${literal}`),
    );
    expect(written).toEqual([]);
  });

  it('are what manuscripts are told in, too', () => {
    const own = code.filter(({ file }) => file.startsWith('article/'));
    const written = own.filter(({ text }) => /\bfile\.message\(/.test(text)).map(({ file }) => file);
    expect(written).toEqual([]);
  });

  it('are each said somewhere', () => {
    const words = code.filter(({ file }) => file.startsWith('article/words/')).map(({ text }) => text);
    const ids = words.flatMap((text) =>
      [...text.matchAll(/^ {2}'?([a-z][a-z0-9-]*)'?: \[/gm)].map(([, id]) => id!),
    );
    const others = code.filter(({ file }) => !file.startsWith('article/words/')).map(({ text }) => text);
    expect(ids.length).toBe(allSentences.length);
    expect(ids.filter((id) => !others.some((text) => text.includes(`'${id}'`)))).toEqual([]);
  });
});

describe('a problem', () => {
  it('is told in each language, its values and its remedy too', () => {
    const made = problem(say('cannot-write', say('disk-full')), { path: 'a.pdf', note: say('rename-file') });
    expect(formatMessage(made)).toBe(
      'a.pdf: It cannot be written: the disk is full\n  Give the file another name.',
    );
    expect(formatMessage(made, 'zh-Hant')).toBe('a.pdf: 寫不進去：磁碟已滿\n  給檔案換個名字。');
    expect(textOf(say('unknown-key', 'kiker', 'kicker, deck'), 'zh-Hans')).toBe(
      '没有“kiker”这一项，可用：kicker, deck',
    );
  });

  it('keeps what a library says', () => {
    expect(formatMessage(problem(say('in-own-words', 'Something new')), 'zh-Hans')).toBe('Something new');
  });
});

it.each([
  ['zh-Hans', 'zh-Hans'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['en', 'en'],
])('speaks %s in %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
