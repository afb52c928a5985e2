import { describe, expect, it } from 'vitest';
import { readWritten } from '../../scripts/prepress/expect/read-written.js';
import { numeralValue } from '../../scripts/text/numeral.js';

const read = (html: string, facing = false) =>
  readWritten({
    lang: 'zh-Hans',
    css: [],
    galleys: [{ id: 'g', html, start: 'any', folios: 'arabic', ...(facing && { facing }) }],
  });

describe('a book as its galleys have it', () => {
  it('knows the elements of each character, as a tagged PDF has them', () => {
    const { characters, leafAt, leaves } = read(
      '<ul><li>甲<em>乙</em></li></ul><blockquote><p>丙</p></blockquote>',
    );
    expect(characters.join('')).toBe('甲乙丙');
    expect(leafAt.map((leaf) => leaves[leaf]!.roles)).toEqual(['L LI LBody', 'L LI LBody', 'BlockQuote P']);
  });

  it('counts items of lists in lists, and from where a list begins', () => {
    const { labels } = read(
      '<ol start="3"><li>甲<ol><li>乙</li></ol></li><li>丙</li></ol><ul><li>丁</li></ul>',
    );
    expect(labels.map(({ number }) => number)).toEqual([3, 1, 4, undefined]);
  });

  it('keeps readings apart, over their characters', () => {
    const { characters, readings } = read('<p>看<ruby>单<rt>chán</rt></ruby><ruby>于<rt>yú</rt></ruby></p>');
    expect(characters.join('')).toBe('看单于');
    expect(readings).toEqual([
      { start: 1, end: 2, text: 'chán' },
      { start: 2, end: 3, text: 'yú' },
    ]);
  });

  it('reads each language of facing pages through', () => {
    const pair = (one: string, other: string) =>
      `<div class="pair"><div class="first"><p>${one}</p></div><div class="second" lang="en"><p>${other}</p></div></div>`;
    expect(read(pair('甲', 'a') + pair('乙', 'b'), true).characters.join('')).toBe('甲乙ab');
  });

  it('has headings with the level that a reader sees', () => {
    const { headings } = read('<h2>甲</h2><h4>乙</h4><h2>丙</h2>');
    expect(headings.map(({ level }) => level)).toEqual([1, 2, 1]);
  });

  it('knows blanks, line breaks and what is not shown', () => {
    const { characters, gapAt } = read('<p>a b<br>c</p><p hidden>d</p><span aria-hidden="true">9</span>');
    expect(characters.join('')).toBe('abc');
    expect(gapAt).toEqual([2, 1, 2]);
  });
});

it.each([
  ['12.', 12],
  ['（三）', 3],
  ['二十一、', 21],
  ['乙', 2],
  ['iv.', 4],
  ['c)', 3],
  ['•', undefined],
  ['', undefined],
])('takes the label %s for %s', (label, value) => {
  expect(numeralValue(label)).toBe(value);
});
