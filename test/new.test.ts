import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageRoot } from '../scripts/article/package-root.js';
import type { Terminal } from '../scripts/commands/command.js';
import { newPublication } from '../scripts/commands/new.js';
import { issueId } from '../scripts/commands/start-issue.js';
import { findPublication } from '../scripts/config.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'chongpai-new-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function terminal(more: Partial<Terminal> = {}): Terminal & { said: string[] } {
  const said: string[] = [];
  return {
    cwd,
    said,
    result: () => undefined,
    line: (text) => said.push(text),
    progress: () => undefined,
    input: async () => Buffer.from('本报讯　今日天气晴好。\n'),
    ...more,
  };
}
const file = (...parts: string[]) => readFileSync(join(cwd, ...parts), 'utf8');

it('starts with the sample where nobody can be asked', async () => {
  const told = terminal();
  expect(await newPublication('晨报', {}, told)).toBe(0);
  const { publication, issues } = findPublication(join(cwd, '晨报'));
  expect(publication).toMatchObject({
    title: '晨报',
    trim: 'A5',
    editions: ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'],
  });
  expect(issues).toEqual(['jinchang-2025-02-26']);
  const source = join('manuscript', 'jinchang-2025-02-26', 'source.txt');
  expect(file('晨报', source)).toBe(readFileSync(join(packageRoot, source), 'utf8'));
  expect(told.said.join('\n')).toContain('preview');
});

it('takes title, date, trim, editions and a text as options, the text byte for byte', async () => {
  const bytes = Buffer.from([
    0xc9, 0xea, 0xb1, 0xa8, 0xd1, 0xb6, 0xa1, 0xa1, 0xbd, 0xf1, 0xc8, 0xd5, 0xcc, 0xec, 0xc6, 0xf8, 0xc7,
    0xe7, 0xba, 0xc3, 0xa1, 0xa3, 0x0d, 0x0a,
  ]);
  writeFileSync(join(cwd, 'page one.txt'), bytes);
  const options = {
    title: '申报',
    date: '1936-10-20',
    trim: '16开',
    editions: ['zh-Hans', 'zh-hant-hk'],
    text: 'page one.txt',
  };
  expect(await newPublication('shenbao', options, terminal())).toBe(0);
  const { publication, issues } = findPublication(join(cwd, 'shenbao'));
  expect(publication).toMatchObject({ title: '申报', trim: '16开', editions: ['zh-Hans', 'zh-Hant-HK'] });
  expect(issues).toEqual(['page-one-1936-10-20']);
  expect(readFileSync(join(cwd, 'shenbao', 'manuscript', issues[0]!, 'source.txt'))).toEqual(bytes);
});

it('takes the text from standard input', async () => {
  expect(await newPublication('晨报', { text: '-', date: '2024-05-01' }, terminal())).toBe(0);
  expect(file('晨报', 'manuscript', 'issue-2024-05-01', 'source.txt')).toBe('本报讯　今日天气晴好。\n');
});

it('asks a person, and takes the usual answer for none', async () => {
  const asked: string[] = [];
  const answers: Record<string, string> = { 报头: '新报', 版本: 'zh-Hant-TW' };
  const language = 'zh-Hans';
  const ask = async (question: string) => {
    asked.push(question);
    return answers[question] ?? '';
  };
  const told = terminal({ ask, language });
  expect(await newPublication('p', {}, told)).toBe(0);
  expect(asked).toEqual(['报头', '开本', '版本', '文字文件（不填就用样例）']);
  expect(told.said[0]).toBe('出版物已建在 p，附一期样例。接下来：');
  expect(findPublication(join(cwd, 'p')).publication).toMatchObject({
    title: '新报',
    trim: 'A5',
    editions: ['zh-Hant-TW'],
  });
});

it('asks again after a slip, and keeps the other answers', async () => {
  writeFileSync(join(cwd, 'a.txt'), '本报讯　今日天气晴好。\n');
  const answers = [
    '新报',
    'A99',
    '16开',
    'zh-Hans zh-Hant-TV',
    'zh-Hans+en',
    'none.txt',
    'a.txt',
    '2024-13-01',
    '2024-05-01',
  ];
  const told = terminal({ ask: async () => answers.shift() ?? '' });
  expect(await newPublication('p', {}, told)).toBe(0);
  expect(told.said.slice(0, 4).join('\n')).toMatch(
    /trim size "A99"[\s\S]*edition "zh-Hant-TV"[\s\S]*no such file[\s\S]*date "2024-13-01"/,
  );
  const { publication, issues } = findPublication(join(cwd, 'p'));
  expect(publication).toMatchObject({ title: '新报', trim: '16开', editions: ['zh-Hans+en'] });
  expect(issues).toEqual(['a-2024-05-01']);
});

it.each([
  [{ trim: 'A99' }, /Unexpected trim size "A99"/],
  [{ editions: ['zh-Hant-TV'] }, /Unexpected edition "zh-Hant-TV"/],
  [{ text: 'none.txt' }, /There is no such file/],
  [{ text: '-', date: '2025-02-30' }, /Unexpected date "2025-02-30"/],
])('writes nothing for %j', async (options, message) => {
  await expect(newPublication('p', options, terminal())).rejects.toThrow(message);
  expect(existsSync(join(cwd, 'p'))).toBe(false);
});

it('leaves nothing of itself when a person leaves at a question', async () => {
  const ask = () => Promise.reject(new Error('left'));
  await expect(newPublication('p', {}, terminal({ ask }))).rejects.toThrow('left');
  expect(existsSync(join(cwd, 'p'))).toBe(false);
});

it.each([
  ['my paper', "cd 'my paper' && "],
  ["it's", "cd 'it'\\''s' && "],
  ['我的报', 'cd 我的报 && '],
])('writes its lines ready to paste: %s', async (dir, line) => {
  const told = terminal();
  await newPublication(dir, {}, told);
  expect(told.said[1]).toContain(line);
});

it('leaves a folder alone that is not empty', async () => {
  writeFileSync(join(cwd, 'a.txt'), '');
  await expect(newPublication('.', {}, terminal())).rejects.toThrow(/not empty/);
});

it.each([
  ['试刊 2024-05-01.txt', '试刊-2024-05-01'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\a b.txt', 'a-b'],
  ['...', 'issue'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('names an issue after its file: %s', (name, id) => {
  expect(issueId(name)).toBe(id);
});
