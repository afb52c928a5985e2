import type { VFileMessage } from 'vfile-message';
import { describe, expect, it } from 'vitest';
import { judgePicture } from '../../scripts/article/pictures/judge-picture.js';
import { refuseHugePicture } from '../../scripts/article/pictures/picture-size.js';
import { textOf } from '../../scripts/article/words/say.js';
import { ownFiles } from '../../scripts/typeset/sheets/own-files.js';
import { parseSheet } from '../../scripts/typeset/sheets/sheet.js';
import { png } from './publication.js';

const head = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">';
const drawing = (content: string) => Buffer.from(`${head}${content}</svg>`);
const faultOf = (bytes: Uint8Array) => {
  const judged = judgePicture(bytes, 'p.svg');
  return 'fault' in judged ? textOf(judged.fault) : undefined;
};
const levels = (one: (level: number) => string) => Array.from({ length: 8 }, (_, at) => one(at + 1)).join('');

describe('a drawing that repeats itself without end is refused', () => {
  it.each([
    [
      'copies of copies',
      `<g id="g0"><rect/></g>${levels((at) => `<g id="g${at}">${`<use href="#g${at - 1}"/>`.repeat(10)}</g>`)}`,
    ],
    [
      'patterns of patterns',
      `<pattern id="g0"><rect/></pattern>${levels((at) => `<pattern id="g${at}">${`<rect fill="url(#g${at - 1})"/>`.repeat(10)}</pattern>`)}`,
    ],
  ])('%s', (_, content) => {
    expect(faultOf(drawing(content))).toContain('repeats its parts without end');
  });

  it.each([
    ['a copy', '<g id="a"><rect/></g><use href="#a"/><use href="#a"/>'],
    ['a circle, which draws nothing', '<g id="a"><use href="#a"/></g><use href="#a"/>'],
    ['many parts', '<rect/>'.repeat(50_000)],
  ])('and others are not: %s', (_, content) => {
    expect(faultOf(drawing(content))).toBeUndefined();
  });
});

it.each([
  [0, 9],
  [9, 0],
])('a picture of %i × %i pixels is refused', (width, height) => {
  expect(() => refuseHugePicture(png(width, height, 7), 'p.png')).toThrow('no width or no height');
});

describe('a sheet gets no file from outside styles/', () => {
  const read = () => Buffer.from('anything');
  it.each([
    '@font-face { font-family: x; src: url(../../../etc/passwd); }',
    'p { background: url("../manuscript/a/p.png"); }',
    'p { background: url("..%2f..%2fp.png"); }',
    'p { background: url("mine/../../p.png"); }',
  ])('%s', (css) => {
    const refusal = () => ownFiles(parseSheet(css, '/paper/styles/custom.css'), read);
    expect(refusal).toThrow(/outside styles\/|no file|cannot be printed/);
    try {
      refusal();
    } catch (error) {
      expect((error as VFileMessage).line).toBe(1);
    }
  });

  it('of a theme neither, but from beside it', () => {
    const sheet = parseSheet('p { background: url(../common/p.png); }', '/paper/styles/mine/page.css');
    expect(ownFiles(sheet, () => png(9, 9, 7)).css).toContain('data:image/png');
  });
});
