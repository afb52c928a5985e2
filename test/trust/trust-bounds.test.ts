import { execFileSync } from 'node:child_process';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toString as plainText } from 'mdast-util-to-string';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readStreamWithin } from '../../scripts/article/files/read-stream.js';
import { parseArticle } from '../../scripts/article/markdown.js';
import { problem } from '../../scripts/article/problem.js';
import { say, textOf } from '../../scripts/article/words/say.js';
import { findBrowser } from '../../scripts/chromium/find-browser.js';
import { findPublication } from '../../scripts/config.js';
import { readNames } from '../../scripts/edition/lexicon/names.js';
import { decodeSource } from '../../scripts/intake/read-source.js';
import { blamingSheet } from '../../scripts/outputs/blaming-sheet.js';
import { redraft } from '../../scripts/redraft.js';
import { indexNames, newIndexEntries } from '../../scripts/typeset/parts/index-entries.js';
import { parseSheet } from '../../scripts/typeset/sheets/sheet.js';
import { newFolder, run } from '../cli/run.js';

function publication(files: Record<string, string> = {}) {
  const folder = newFolder({
    'manuscript/publication.yaml': 'title: 试报\neditions: [zh-Hans]\n',
    'manuscript/a/01.md': '# 一\n\n正文。\n',
    ...files,
  });
  onTestFinished(folder.remove);
  return folder;
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('a source', () => {
  const jumps = (count: number) => decodeSource(Buffer.from('（下转第4版）\n'.repeat(count)), 'source.txt');

  it('of more stories than an issue has is refused before anything is written', async () => {
    const folder = publication();
    const source = await jumps(2_001);
    expect(() => redraft(folder.path('manuscript/a'), source)).toThrow(
      /number of stories, 2001, expected at most 2000/,
    );
    expect(folder.list('manuscript/a')).toEqual(['01.md']);
  });

  it('of some stories gives each its own share of the edits and messages', async () => {
    const folder = publication({ 'manuscript/b/source.txt': '' });
    redraft(folder.path('manuscript/b'), await jumps(30));
    const ledgers = folder.list('manuscript/b').filter((name) => /^\d+\.ledger/.test(name));
    const messages = ledgers.map((name) => JSON.parse(folder.read(`manuscript/b/${name}`)).messages.length);
    expect(messages).toEqual(Array.from({ length: 30 }, () => 1));
  });
});

describe('a paragraph', () => {
  it.each([
    ['字'.repeat(50_001), 'of too many characters'],
    ['甲  \n'.repeat(5_002), 'of too many lines'],
  ])('is refused with its line when it is %#', (text) => {
    expect(thrownBy(() => parseArticle('01', '01.md', `# 一\n\n${text}\n`))).toMatchObject({
      message: expect.stringContaining('length of a paragraph'),
      file: '01.md',
      line: 3,
    });
  });

  it('as long as a list of all donors is read', () => {
    const text = '张三 '.repeat(15_000).trimEnd();
    expect(parseArticle('01', '01.md', `# 一\n\n${text}\n`).tree.children).toHaveLength(2);
  });
});

describe('standard input', () => {
  async function* endless() {
    for (;;) yield Buffer.alloc(2 ** 20, '后');
  }

  it('without an end is refused', async () => {
    await expect(readStreamWithin(endless(), 'standard input')).rejects.toMatchObject({
      message: expect.stringContaining('expected at most 16 MB'),
      file: 'standard input',
    });
  });
});

describe('a list of names', () => {
  it('tells a name that nobody has, and goes on', () => {
    const text = `${'甲'.repeat(101)} = 乙\n鍾南山\n`;
    const { list, messages } = readNames([{ path: 'names.txt', text }], 'zh-Hant-TW');
    expect(list.map(({ output }) => output)).toEqual(['鍾南山']);
    expect(messages).toMatchObject([{ ruleId: 'name-length', file: 'names.txt', line: 1 }]);
  });

  it('is found in a paragraph that has nothing else', () => {
    const story = h('section', [h('p', '张三李四'.repeat(12_000)), h('p', '见李四')]) as Element;
    const entries = newIndexEntries();
    const names = ['张三', '李四', '见李'].map((text) => ({ text, kind: 'person' as const }));
    indexNames(story, names, entries);
    const places = Object.fromEntries(
      [...entries.places].map(([name, all]) => [name, all.map(({ at }) => at)]),
    );
    expect(places).toEqual({ 张三: [2], 李四: [4], 见李: [48_002] });
    expect(plainText(story)).toHaveLength(48_003);
    expect(entries.characters).toBe(48_003);
  });

  it('is found where characters have readings, one by one or by the word', () => {
    const read = (base: string) => h('ruby', [base, h('rt', 'zhang')]);
    const first = h('p', [read('见'), read('张'), read('三'), '，', read('李四')]);
    const second = h('p', ['又', read('李四'), h('em', [read('张'), read('三'), read('丰')]), '张三。']);
    const story = h('section', [first, second]) as Element;
    const entries = newIndexEntries();
    const names = ['张三', '李四', '张三丰', '三丰'].map((text) => ({ text, kind: 'person' as const }));
    indexNames(story, names, entries);
    const found = [...entries.places].map(([name, places]) => [name, places.length]);
    expect(Object.fromEntries(found)).toEqual({ 张三: 2, 李四: 2, 张三丰: 1 });
    const html = toHtml(story).replaceAll('<rt>zhang</rt>', '');
    expect(html).toContain('<ruby id="n0-0">张</ruby><ruby>三</ruby>，<ruby id="n1-0">李四</ruby>');
    expect(html).toContain('<ruby id="n1-1">李四</ruby><em><ruby id="n2-0">张</ruby>');
    expect(html).toContain('<span id="n0-1">张三</span>');
  });
});

describe('a message', () => {
  it('does not repeat a value that is longer than a screen', () => {
    expect(textOf(say('unknown-bench', 'x'.repeat(1e5), 'a, b')).length).toBeLessThan(300);
    expect(textOf(say('unknown-bench', 'x'.repeat(4_000), 'a, b'))).toContain('x'.repeat(4_000));
  });
});

describe('a style sheet', () => {
  it.each([
    ['selectors', `p{color:red}\n${':is('.repeat(101)}p${')'.repeat(101)}{color:red}`],
    ['values', `p{color:red}\np{margin:${'calc('.repeat(101)}1px${')'.repeat(101)}}`],
    ['rules', `p{color:red}\n${'a{'.repeat(101)}${'}'.repeat(101)}`],
    ['blocks', `p{color:red}\n${'['.repeat(101)}${']'.repeat(101)}{}`],
  ])('nested deep in its %s is named with its line', (_, css) => {
    expect(thrownBy(() => parseSheet(css, 'styles/custom.css'))).toMatchObject({
      message: expect.stringContaining('depth of brackets'),
      file: 'styles/custom.css',
      line: 2,
    });
  });

  it('may have as many brackets beside each other, or in strings, as it likes', () => {
    const css = `${'p:not(.a){margin:calc(1px)}'.repeat(300)}p{quotes:"${'('.repeat(300)}"}/*${'('.repeat(300)}*/`;
    expect(parseSheet(css, 'styles/custom.css').css).toBe(css);
  });

  it('of the publication is named where the browser did not finish', async () => {
    const late = () => Promise.reject(problem(say('print-too-slow', 30), { ruleId: 'layout-time' }));
    const place = (files: Record<string, string>) => findPublication(publication(files).root);
    await expect(blamingSheet(place({ 'styles/custom.css': 'p{color:red}' }), late)).rejects.toMatchObject({
      note: expect.stringContaining('styles/custom.css'),
    });
    await expect(blamingSheet(place({}), late)).rejects.toMatchObject({ note: undefined });
  });
});

describe('a new publication', () => {
  it('where no folder can be made is refused', async () => {
    const { code, stderr } = await run(['new', '/proc/x'], { cwd: publication().root });
    expect(stderr).toContain('/proc');
    expect(code).toBe(1);
  });

  it('does not wait for a text that is a pipe', async () => {
    const folder = publication();
    execFileSync('mkfifo', [folder.path('text.txt')]);
    const { code, stderr } = await run(['new', 'b', '--text', 'text.txt'], { cwd: folder.root });
    expect(stderr).toMatch(/text\.txt: This is a pipe/);
    expect(code).toBe(1);
  });
});

it('a result that finds no room is told', () => {
  const folder = publication({ 's.txt': '本报讯　今日晴。\n' });
  const line = `LC_ALL=C ${process.execPath} scripts/bin.mjs restore ${folder.path('s.txt')} 2>&1 > /dev/full || echo code $?`;
  const said = execFileSync('sh', ['-c', line], { encoding: 'utf8' });
  expect(said).toMatch(/^error: .*the disk is full\ncode 1\n$/);
});

it.each(['/dev/null', '/tmp', '/etc/passwd'])('%s is no browser', async (path) => {
  await expect(findBrowser(path)).rejects.toThrow(/There is no program to run at/);
});
