import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellStanding } from '../../scripts/commands/build/standing.js';
import { buildIssues } from '../../scripts/commands/build.js';
import type { Terminal } from '../../scripts/commands/command.js';
import { newFolder } from './run.js';

const files = {
  'manuscript/publication.yaml': 'title: 试报\neditions: [zh-Hans, zh-Hant-TW]\n',
  'manuscript/names.txt': '张三丰\n',
  'manuscript/a/source.txt': '第一天\n\n今日天气晴好，市民出游。\n\n多业并举，大家获得收获。\n',
  'manuscript/b/01.md': '# 第二天\n\n今日天气也好。\n',
  'styles/own.css': '',
};
const folder = newFolder(files);
afterAll(folder.remove);

function terminal(): Terminal & { lines: string[]; results: string } {
  const told = {
    ...{ cwd: folder.root, lines: [] as string[], results: '' },
    result: (text: string) => {
      told.results += text;
    },
    line: (text: string) => void told.lines.push(text),
    progress: () => undefined,
    input: async () => new Uint8Array(),
  };
  return told;
}

/** The answer where there is nothing to do; nothing may be told otherwise. */
async function standing(...args: string[]) {
  const here = terminal();
  const stands = await tellStanding(['node', 'chongpai', ...args], here);
  if (!stands) expect({ lines: here.lines, results: here.results }).toEqual({ lines: [], results: '' });
  return stands ? here : undefined;
}

describe('a build that has nothing to do', () => {
  const made = terminal();
  beforeAll(async () => {
    expect(await buildIssues([], {}, made)).toBe(0);
  });

  it('names its files and asks its open questions as the build that made them', async () => {
    const again = await standing('build');
    expect(again?.results).toBe(made.results);
    const questions = (lines: readonly string[]) =>
      lines.filter((line) => /^(?:open|told) {2}/.test(line)).sort();
    expect(questions(made.lines).join('\n')).toContain('收获');
    expect(questions(again!.lines)).toEqual(questions(made.lines));
    expect(again!.lines).toContain('a  zh-Hant-TW is up to date');
    expect(again!.lines.at(-1)).toMatch(/^Nothing to rebuild; files up to date: 4\. Open questions: \d+\./);
    expect((await standing('build', 'a', '--json'))?.results).toContain('"upToDate": true');
    // Whoever resumes has read the questions.
    expect(questions((await standing('build', '--resume'))!.lines)).toEqual([]);
  });

  it.each([
    ['a story', 'manuscript/b/01.md', '# 第二天\n\n今日天气不好。\n'],
    ['the names', 'manuscript/names.txt', '张三丰\n李四光\n'],
    ['the source', 'manuscript/a/source.txt', '第一天\n\n今日大雨。\n'],
    ['a decision', 'manuscript/a/overrides.yaml', 'characters: []\n'],
    ['a sheet', 'styles/own.css', 'p { color: red }'],
    ['the publication', 'manuscript/publication.yaml', 'title: 新报\neditions: [zh-Hans, zh-Hant-TW]\n'],
    ['its editions', 'manuscript/publication.yaml', 'title: 试报\neditions: [zh-Hans]\n'],
    ['a mistake in it', 'manuscript/publication.yaml', 'title: [试报\n'],
    ['a PDF', 'build/b/zh-Hans.pdf', '%PDF-'],
    ['a report', 'build/b/report.json', '{"issue": "b"}'],
  ])('has something to do when %s has changed', async (_, name, content) => {
    const before = folder.has(name) ? readFileSync(folder.path(name)) : undefined;
    folder.write(name, content);
    expect(await standing('build').catch(() => undefined)).toBeUndefined();
    if (before) folder.write(name, before);
    else rmSync(folder.path(name));
    expect(await standing('build')).toBeDefined();
  });

  it.each([
    [['build', '-e', 'zh-Hans']],
    [['build', '-e', 'zh-Hans', 'zh-Hant-TW', 'en']],
    [['build', '--press', 'saddle']],
    [['build', '--encoding', 'gb18030']],
    [['build', '--watch']],
    [['build', '-o', 'elsewhere']],
    [['check', 'build/a/zh-Hans.pdf']],
    [['build', 'none']],
    [['build', '--jobs', 'many']],
  ])('is no answer to %j', async (args) => {
    expect(await standing(...args).catch(() => undefined)).toBeUndefined();
  });
});
