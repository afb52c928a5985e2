import { describe, expect, it } from 'vitest';
import { languageFrom } from '../../scripts/commands/tell/language.js';
import { questionIn } from '../../scripts/commands/tell/question-words.js';
import { run } from './run.js';

describe('languageFrom', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-Hans'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh-Hant'],
    [{ LANG: 'zh_HK' }, 'zh-Hant'],
    [{ LANG: 'zh_Hans_HK' }, 'zh-Hans'],
    [{ LANG: 'zh_TW', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_GB', LC_MESSAGES: 'zh_SG' }, 'zh-Hans'],
    [{ LANG: 'C' }, 'en'],
    [{}, 'en'],
  ])('of %j is %s', (env, language) => {
    expect(languageFrom(['build'], env).language).toBe(language);
  });

  it.each([
    [['--lang', 'zh-Hant', 'build', 'a']],
    [['build', 'a', '--lang', 'ZH-HANT']],
    [['build', '--lang=zh_TW', 'a']],
  ])('takes --lang out of %j', (argv) => {
    expect(languageFrom(argv, { LANG: 'en' })).toEqual({ argv: ['build', 'a'], language: 'zh-Hant' });
  });

  it('leaves what follows -- alone, and refuses languages that it does not speak', () => {
    expect(languageFrom(['build', '--', '--lang', 'x'], {}).argv).toHaveLength(4);
    expect(() => languageFrom(['--lang', 'fr'], {})).toThrow('expected zh-Hans, zh-Hant, en');
    expect(() => languageFrom(['--lang'], {})).toThrow('expected zh-Hans');
  });
});

it('asks questions in the words of their rule', () => {
  const question = { rule: 'lookalike', reason: 'Unexpected 曰', text: '曰', candidates: ['日'] };
  expect(questionIn('zh-Hans', question)).toBe('“曰”在这里或是“日”之误');
  expect(questionIn('zh-Hant', question)).toBe('「曰」在這裡或是「日」之誤');
  expect(questionIn('en', question)).toBe('曰 may be a slip for 日 here');
  expect(questionIn('zh-Hans', { rule: 'none', reason: 'Something' })).toBe('Something');
});

it('tells an error in the language that was asked for', async () => {
  const root = new URL('../..', import.meta.url).pathname;
  const { code, stderr } = await run(['build', 'nosuch', '--lang', 'zh-Hant'], { cwd: root });
  expect([code, stderr]).toEqual([2, expect.stringContaining('沒有「nosuch」這一期')]);
});
