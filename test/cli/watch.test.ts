import { afterAll, expect, it } from 'vitest';
import { newFolder, run } from './run.js';

const folder = newFolder({
  'manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: []\n',
  'manuscript/book/01.md': '# 春日出游\n\n今日天气晴好。\n',
  'manuscript/book/issue.yaml': 'date: 2025-02-26\nsections:\n  - articles: ["01"]\n',
});
afterAll(() => folder.remove());

it('build --watch builds again when a file is saved, tells a mistake, and ends by Ctrl-C', async () => {
  let isSaved = false;
  const { code, stderr } = await run(['build', '--watch'], {
    cwd: folder.root,
    interruptAt: 'color',
    heard: (said) => {
      if (isSaved || !said.includes('Waiting for changes')) return;
      isSaved = true;
      folder.write('manuscript/publication.yaml', 'title: 试报\ncolor: red\n');
    },
  });
  expect(folder.has('build/book/zh-Hans.pdf')).toBe(true);
  expect(code).toBe(130);
  expect(stderr).toContain('Waiting for changes');
  expect(stderr).toMatch(/error: .*publication\.yaml/);
});
