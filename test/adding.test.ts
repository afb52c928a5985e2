import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../scripts/article/package-root.js';
import { build as buildBook } from '../scripts/build-book.js';
import { listThemes } from '../scripts/design.js';
import type { readSource as read } from '../scripts/intake/read-source.js';
import type { restore as restoring } from '../scripts/restore/index.js';
import type { ruleWords as allWords } from '../scripts/rule-words.js';
import { newFolder } from './cli/run.js';

const folder = newFolder({});
afterAll(() => folder.remove());

/** A copy of chongpai with a file more, and that file in a list: as scripts/README.md tells. */
async function withFile(
  name: string,
  file: { path: string; text: string; list: string; entry: string; before?: string },
): Promise<string> {
  const copy = folder.path(name);
  for (const part of ['scripts', 'package.json'])
    cpSync(join(packageRoot, part), join(copy, part), { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'scripts', file.path), file.text);
  const list = join(copy, 'scripts', file.list);
  const own = `./${file.path
    .split('/')
    .slice(file.list.split('/').length - 1)
    .join('/')
    .replace(/ts$/, 'js')}`;
  const rows = readFileSync(list, 'utf8').replace(
    /(readonly \w+\[\] = \[\n)/,
    (opening) => `${opening}  added,\n`,
  );
  writeFileSync(list, `import { added } from '${own}';\n${rows}`);
  const outfile = join(copy, 'out.mjs');
  await build({
    stdin: { contents: file.entry, resolveDir: join(copy, 'scripts'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
  });
  return pathToFileURL(outfile).href;
}

describe('one file more', () => {
  it('is a rule about characters: it changes the text, stands in the ledger, and speaks three languages', async () => {
    const { restore, ruleWords } = (await import(
      await withFile('rule', {
        path: 'restore/rules/ditto.ts',
        list: 'restore/rules/index.ts',
        entry: "export { restore } from './restore/index.js'; export { ruleWords } from './rule-words.js';",
        text: `import { type CharacterRule, changesOf } from './rule.js';
          export const added: CharacterRule = {
            id: 'ditto',
            words: { reason: ['〃与上文同。', '〃與上文同。', '〃 repeats what is above.'] },
            change: (text) => changesOf(text, /〃/gu, () => '同上'),
          };`,
      })
    )) as { restore: typeof restoring; ruleWords: typeof allWords };
    const found = restore({ text: '东河镇修渠三条，西岭乡〃。' });
    expect(found.articles[0]!.blocks[0]!.text).toBe('东河镇修渠三条，西岭乡同上。');
    expect(found.edits.map(({ rule }) => rule)).toEqual(['ditto']);
    expect(restore({ text: '西岭乡〃。' }, { overrides: { off: ['ditto'] } }).messages).toEqual([]);
    expect(ruleWords.ditto!.reason[1]).toBe('〃與上文同。');
  });

  it('is a rule about the page: it asks', async () => {
    const { restore, ruleWords } = (await import(
      await withFile('page-rule', {
        path: 'restore/doubts/short-page.ts',
        list: 'restore/doubts/index.ts',
        entry: "export { restore } from './restore/index.js'; export { ruleWords } from './rule-words.js';",
        text: `import type { PageRule } from './page-rule.js';
          export const added: PageRule = {
            id: 'short-page',
            words: { reason: ['一页不止一行。', '一頁不止一行。', 'A page has more than a line.'] },
            doubt: ({ text, analysis }) =>
              analysis.lines.length > 1 ? [] : [{ start: 0, end: text.length, ruleId: 'short-page', reason: 'One line' }],
          };`,
      })
    )) as { restore: typeof restoring; ruleWords: typeof allWords };
    expect(restore({ text: '东河镇修渠三条。' }).messages.map(({ ruleId }) => ruleId)).toEqual([
      'short-page',
    ]);
    expect(ruleWords['short-page']!.reason[0]).toBe('一页不止一行。');
  });

  it('is a reader: its kind of file is a source', async () => {
    const { readSource } = (await import(
      await withFile('reader', {
        path: 'intake/subtitles.ts',
        list: 'intake/readers.ts',
        entry: "export { readSource } from './intake/read-source.js';",
        text: `import type { Reader } from './reader.js';
          export const added: Reader = {
            id: 'subtitles',
            ending: '.srt',
            knows: (_, head) => /^1\\r?\\n\\d\\d:\\d\\d:\\d\\d,\\d{3} --> /.test(head),
            read: (bytes) => ({
              encoding: 'utf-8',
              text: new TextDecoder().decode(bytes).split(/\\r?\\n\\r?\\n/)
                .map((one) => one.split(/\\r?\\n/).slice(2).join('')).join('\\n'),
            }),
          };`,
      })
    )) as { readSource: typeof read };
    folder.write(
      'page.srt',
      '1\n00:00:01,000 --> 00:00:02,000\n新修的东渠\n\n2\n00:00:03,000 --> 00:00:04,000\n昨日放水。\n',
    );
    expect((await readSource(folder.path('page.srt'))).text).toBe('新修的东渠\n昨日放水。');
  });
});

describe('one folder more', () => {
  it('is a theme: it is offered, and a book is set and proven in it', async () => {
    const paper = newFolder({
      'manuscript/publication.yaml': 'title: 试报\ntrim: A6\neditions: [zh-Hans]\nparts: []\ntheme: plain\n',
      'manuscript/book/01.md': '# 春日出游\n\n今日天气晴好，宜出游。\n',
      'manuscript/book/issue.yaml': 'date: 2025-02-26\nsections:\n  - articles: ["01"]\n',
      'styles/plain/page.css': ':root { --em: 12pt; --line: 20pt; }\n',
      'styles/plain/body.css': '.headline { text-align: left; }\n',
    });
    expect(listThemes(paper.root)).toEqual(['literary', 'newspaper', 'plain']);
    const { files, report } = await buildBook(paper.path('manuscript/book'));
    expect(report.editions.map(({ error }) => error)).toEqual([undefined]);
    expect(files.map(({ name }) => name)).toEqual(['zh-Hans.pdf']);
    expect(Buffer.from(files[0]!.bytes.slice(0, 5)).toString()).toBe('%PDF-');
    paper.remove();
  });
});
