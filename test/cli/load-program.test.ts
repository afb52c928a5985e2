import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { loadProgram } from '../../scripts/load-program.mjs';
import { newFolder } from './run.js';

const program = (answer: number) =>
  `(function (exports, require) { exports.answer = () => ${answer}; exports.join = require('node:path').join; })`;
const folder = newFolder({ 'program.cjs': program(1) });
afterAll(folder.remove);

const load = (key: string, code = 'code') =>
  loadProgram<{
    answer(): number;
    join(...parts: string[]): string;
  }>({ file: folder.path('program.cjs'), key, folder: folder.path(code) });

/** The one file of kept code. */
const keptFile = () => folder.path(`code/${readdirSync(folder.path('code'))[0]}`);

describe('compiled code', () => {
  it('is kept by the first run and used by the next', () => {
    const first = load('a');
    expect(first.isCached).toBe(false);
    first.keep();
    const next = load('a');
    expect(next.isCached).toBe(true);
    expect(next.program.answer()).toBe(1);
    expect(next.program.join('a', 'b')).toMatch(/^a.b$/);
  });

  it('is not written again while nothing new was compiled', () => {
    const before = readFileSync(keptFile());
    writeFileSync(keptFile(), before);
    load('a').keep();
    expect(readFileSync(keptFile()).equals(before)).toBe(true);
    expect(folder.list('code')).toHaveLength(1);
  });

  it('counts as absent when it is damaged, and is then written again', () => {
    const whole = readFileSync(keptFile());
    for (const damaged of [
      whole.subarray(0, whole.length - 7),
      Buffer.from(whole).fill(0, 60, 80),
      Buffer.alloc(0),
    ]) {
      writeFileSync(keptFile(), damaged);
      const { program: loaded, isCached, keep } = load('a');
      expect(isCached).toBe(false);
      expect(loaded.answer()).toBe(1);
      keep();
      expect(load('a').isCached).toBe(true);
    }
  });

  it('belongs to a key: another program of the same length has its own', () => {
    writeFileSync(folder.path('program.cjs'), program(2));
    const other = load('b');
    expect(other.isCached).toBe(false);
    expect(other.program.answer()).toBe(2);
  });

  it('is done without where its folder cannot be made', () => {
    folder.write('file', '');
    const { program: loaded, keep } = load('c', 'file/code');
    keep();
    expect(loaded.answer()).toBe(2);
    expect(existsSync(folder.path('file/code'))).toBe(false);
  });
});
