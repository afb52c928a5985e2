import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { newFolder, run } from './run.js';

const folder = newFolder({
  'manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: []\n',
  'manuscript/book/01.md': '# 春日出游\n\n今日天气晴好。\n',
  'manuscript/book/issue.yaml': 'date: 2025-02-26\nsections:\n  - articles: ["01"]\n',
});
afterAll(() => folder.remove());

it('build --watch builds again when a file is saved, tells a mistake, and ends by Ctrl-C', async () => {
  const pdf = folder.path('build/book/zh-Hans.pdf');
  const ended = run(['build', '--watch'], { cwd: folder.root, interruptAt: 'color' });
  while (!existsSync(pdf)) await wait(50);
  await wait(300);
  folder.write('manuscript/publication.yaml', 'title: 试报\ncolor: red\n');
  const { code, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toContain('Waiting for changes');
  expect(stderr).toMatch(/error: .*publication\.yaml/);
}, 120_000);
