import { afterAll, describe, expect, it } from 'vitest';
import { looseTexts } from '../../scripts/article/source-files.js';
import { newFolder, processesNaming, run } from './run.js';

const page = (word: string) => `本报讯　今日${word}天气晴\n好，市民纷纷出游。\n`;
const restored = (word: string) => `本报讯　今日${word}天气晴好，市民纷纷出游。\n`;
const folder = newFolder({
  'year/2.txt': page('二'),
  'year/10.txt': page('十'),
  'year/3.txt': '',
  'year/4.txt': Buffer.concat([Buffer.from(page('四')), Buffer.from([0])]),
  // The picture that 2.txt was read from, a text of ours, what the system keeps there, and a folder.
  'year/2.jpg': 'a picture',
  'year/9.md': '# 旧作\n',
  'year/.hidden.txt': page('藏'),
  'year/old/1.txt': page('一'),
  'one.txt': page('甲'),
  'other/one.txt': page('乙'),
  'notes.md': '# 题\n\n正文。\n',
  'manuscript/2025-03-01/source.txt': page('丙'),
});
afterAll(folder.remove);
const restore = (...args: string[]) => run(['restore', ...args], { cwd: folder.root });

describe('restore with many texts', () => {
  it('writes each text of a folder to a file beside it, and goes on over bad ones', async () => {
    const { code, stdout, stderr } = await restore('year');
    expect(stdout).toBe('year/2.md\nyear/10.md\n');
    expect(folder.read('year/2.md')).toBe(restored('二'));
    expect(folder.read('year/10.md')).toBe(restored('十'));
    expect(stderr).toContain('error: year/3.txt: The file is empty');
    expect(stderr).toMatch(/error: year\/4\.txt\S* .*NUL/);
    expect(stderr).toMatch(/^4 texts in \d+ s: 2 restored, 2 failed$/m);
    expect(code).toBe(1);
    expect(folder.list('year').filter((name) => /\.md$|tmp/.test(name))).toEqual(['10.md', '2.md', '9.md']);
  });

  it('writes over no other text unless asked, and is done where the text is the same', async () => {
    expect((await restore('year/2.txt', 'year/10.txt')).code).toBe(0);
    folder.write('year/2.md', '我改过的。\n');
    const kept = await restore('year/2.txt', 'year/10.txt');
    expect(kept.stderr).toMatch(/error: year\/2\.txt: year\/2\.md exists already.*\n.*--overwrite/);
    expect(kept).toMatchObject({ code: 1, stdout: 'year/10.md\n' });
    expect(folder.read('year/2.md')).toBe('我改过的。\n');
    expect((await restore('--overwrite', 'year/2.txt', 'year/10.txt')).code).toBe(0);
    expect(folder.read('year/2.md')).toBe(restored('二'));
  });

  it('writes into a folder of its own, and never two texts to one file', async () => {
    const { code, stdout, stderr } = await restore(
      'one.txt',
      'other/one.txt',
      'notes.md',
      '--out',
      'new/out',
    );
    expect(stdout).toBe('new/out/one.md\nnew/out/notes.md\n');
    expect(folder.read('new/out/one.md')).toBe(restored('甲'));
    expect(stderr).toContain('error: other/one.txt: new/out/one.md is already the output of one.txt');
    expect(code).toBe(1);
    const source = await restore('notes.md', 'one.txt');
    expect(source.stderr).toContain('error: notes.md: The restored text would be written over its source');
    expect(folder.read('notes.md')).toBe('# 题\n\n正文。\n');
  });

  it('gives with --json a line for each text, in their order, and writes no file', async () => {
    const { code, stdout } = await restore('--json', 'other/one.txt', 'none.txt', 'year/old/1.txt');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file }) => file)).toEqual(['other/one.txt', 'none.txt', 'year/old/1.txt']);
    expect(lines[0].restoration.articles[0].blocks[0].text).toBe(restored('乙').trim());
    expect(lines[1].error).toBe('none.txt: There is no such file');
    expect(code).toBe(1);
    expect(folder.has('other/one.md')).toBe(false);
  });

  it('leaves issues to themselves, with what to write', async () => {
    const { code, stderr } = await restore(
      'manuscript/2025-03-01',
      'manuscript',
      'one.txt',
      '--out',
      'third',
    );
    expect(stderr).toContain('manuscript/2025-03-01: This is the folder of an issue');
    expect(stderr).toMatch(/manuscript: This folder holds issues.*\n.*restore manuscript\/2025-03-01/);
    expect(folder.list('third')).toEqual(['one.md']);
    expect(code).toBe(1);
  });

  it.each([
    [['one.txt', '-'], /Unexpected - among files/],
    [['one.txt', '--json', '--out', 'out'], /Unexpected --out beside --json/],
    [['-', '--out', 'out'], /Unexpected --out, expected files/],
    [['manuscript/2025-03-01', '--out', 'out'], /Unexpected --out, expected files/],
  ])('%j is wrong use', async (args, message) => {
    const { code, stdout, stderr } = await restore(...args);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('ends with its threads by Ctrl-C, and leaves no half-written file', async () => {
    const line = page('丁').trim().repeat(4_000);
    for (let index = 0; index < 12; index++) folder.write(`long/${index}.txt`, line);
    folder.write('long/0.txt', '');
    // Its own path shows which processes are ours.
    const args = ['restore', folder.path('long')];
    const { code } = await run(args, { cwd: folder.root, interruptAt: 'long/0.txt' });
    expect(code).toBe(130);
    expect(processesNaming(folder.root)).toEqual([]);
    const written = folder.list('long').filter((name) => !name.endsWith('.txt'));
    expect(written.filter((name) => !name.endsWith('.md'))).toEqual([]);
    expect(written.length).toBeLessThan(11);
  });
});

describe('the texts of a folder', () => {
  it('are its files of every kind that can be read, and of those with one name the best', () => {
    const mixed = newFolder({
      'a.txt': '',
      'a.pdf': '',
      'b.pdf': '',
      'b.md': '',
      'c.png': '',
      'c.ocr.json': '',
      'c.ocr.old.json': '',
      'd.docx': '',
      'e.HTML': '',
      'f.zip': '',
      'g.ledger.json': '',
      'h.txt.12.tmp': '',
      'i.tar.txt': '',
      'sub/j.txt': '',
    });
    expect(looseTexts(mixed.root)).toEqual(['a.txt', 'b.pdf', 'c.ocr.json', 'd.docx', 'e.HTML', 'i.tar.txt']);
    mixed.remove();
  });
});
