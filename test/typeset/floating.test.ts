import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { type Flow, footOf, type Start } from '../../scripts/typeset/feet/page-model.browser.js';
import { type Item, linePlaces } from '../../scripts/typeset/feet/read-items.browser.js';
import { treeOf } from '../prepress/tree-of.js';
import { type Laid, layOut, type Piece } from './lay-out.js';

const line = 24;
const kept = { orphans: 1, widows: 2 };

/** Paragraphs with so many lines each, and among them figures: negative numbers, whose text follows to the end. */
function flowOf(lengths: readonly number[], lines: number): Flow {
  let top = 0;
  const items = lengths.map((count, index) => {
    const size = Math.abs(count) * line;
    const item = { top, above: 0, size, before: 'free' as const, isText: count > 0, ...kept };
    top += size;
    if (count > 0) return { ...item, inner: linePlaces(count, line, kept) };
    const next = lengths.findIndex((one, at) => at > index && one < 0);
    const over = (next < 0 ? lengths.length : next) - index - 1;
    return { ...item, inner: [], figure: true, ...(over > 0 && { floating: { figures: 1, over } }) };
  });
  return { items: items as unknown as Item[], line, pageSize: lines * line, tried: new Map() };
}

describe('a figure that its page has no room for', () => {
  it('lets the text of its story fill the page, and takes its height on the next', () => {
    const flow = flowOf([5, -6, 4, 7], 10);
    const foot = footOf(flow, { item: 0, at: 0 });
    const [at, next] = [16 * line, 20 * line];
    expect(foot).toEqual({ item: 3, at, end: at, missing: 0, isEnd: false, taken: 6 * line });
    expect(footOf(flow, foot!)).toEqual({ item: 3, at: next, end: next, missing: 0, isEnd: false });
  });

  it.each([
    ['leaves two lines of white', [8, -6, 9], { item: 1, at: 8 * line }],
    ['has a little text after it, which fits below it', [5, -6, 2], { item: 1, at: 5 * line }],
    ['has more text after it than fits below it', [3, -8, 3], { item: 3, at: 14 * line, taken: 8 * line }],
  ])('waits or stays when it %s', (_, lengths, expected) => {
    expect(footOf(flowOf(lengths, 10), { item: 0, at: 0 })).toMatchObject(expected);
  });

  it('loses no line and no figure, and overfills no page', () => {
    const block = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 2, max: 9 }) },
      fc.integer({ min: -9, max: -3 }),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 10, maxLength: 40 }), (lengths) => {
        const flow = flowOf([3, ...lengths, 3], 12);
        let heights = 0;
        let start: Start = { item: 0, at: 0 };
        while (start.item < flow.items.length) {
          const foot = footOf(flow, start)!;
          const own = foot.at - start.at + (start.taken ?? 0) - (foot.taken ?? 0);
          expect(own).toBeLessThanOrEqual(flow.pageSize);
          expect(foot.at + (start.taken ?? 0)).toBeGreaterThan(start.at);
          heights += own;
          start = foot;
        }
        // A figure after all text has a page to itself.
        heights += start.taken ?? 0;
        expect(heights).toBe(flow.items.reduce((sum, { size }) => sum + size, 0));
      }),
      { numRuns: 200 },
    );
  });
});

const picture = (height: number) =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='100' height='${height}'%3E%3Crect width='100' height='${height}' fill='gray'/%3E%3C/svg%3E`;
const figure = (caption: string, height = 110) =>
  `<figure><img alt="图" src="${picture(height)}"><p class="caption">${caption}</p></figure>`;
const words = (first: string, lines: number) => `${first}${'字'.repeat(24 * lines - 6)}。`;

function piece(id: string, blocks: readonly string[], columns = ''): Piece {
  const html = `<article id="${id}"><div class="story-body" style="${columns}">${blocks.join('')}</div></article>`;
  const text = blocks.join('').replace(/<[^>]*>/g, '');
  return { html, passages: [{ id, name: id, text }] };
}
const p = (text: string) => `<p>${text}</p>`;

describe('pages with figures', () => {
  const pool = newBrowserPool();
  afterAll(() => pool.close());
  let laid: Laid;
  let tree = '';
  beforeAll(async () => {
    const pieces = [
      piece('a', [p(words('甲', 17)), figure('图一'), p(words('乙', 3)), p(`丙${'字'.repeat(60)}。`)]),
      piece('b', [p(words('甲', 19)), figure('图二', 60), figure('图三', 60), p(words('乙', 7))]),
      piece('c', [p(words('如下图：', 17).replace(/。$/, '：')), figure('图四'), p(words('乙', 9))]),
      piece(
        'd',
        [...[12, 6].map((count) => p(words('甲', count))), figure('图五'), p(words('乙', 44))],
        'columns:2;column-gap:2em',
      ),
      piece('e', [
        p(words('甲', 17)),
        figure('图六'),
        `<ul><li>${words('乙', 2)}</li><li><p>丁${'字'.repeat(40)}<strong>${'重'.repeat(30)}</strong></p></li></ul>`,
      ]),
      piece('f', [p(words('甲', 17)), figure('图七', 480), figure('图八', 480), p(words('乙', 7))]),
    ];
    laid = await layOut(pieces, { ems: 24, lines: 22 }, pool);
    tree = treeOf(await readPdf(laid.pdf));
  });

  const pagesOf = (index: number) =>
    laid.lines[index]!.pages.map((lines) => lines.map(({ text }) => text).join(''));

  it('prints all text, and the proof has nothing to say', () => {
    expect(laid.findings.map(({ message }) => message)).toEqual([]);
    expect(laid.pages.flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  it('stands at the head of the next page, after text that has filled the page', () => {
    const pages = laid.pages[0]!.pages.map(({ html }) => html);
    expect(pages[0]).toContain('乙');
    expect(pages[0]).not.toContain('<figure');
    expect(pages[1]!.replace(/^[\s\S]*?type-area[^>]*>/, '')).toMatch(/^<article[^>]*><div[^>]*><figure/);
    expect(pagesOf(0)[1]).toMatch(/^图一字/);
  });

  it('moves pictures after each other together, and in their order', () => {
    expect(pagesOf(1)[0]).not.toContain('图');
    expect(pagesOf(1)[1]).toMatch(/^图二图三/);
  });

  it('stays after words that introduce it', () => {
    expect(pagesOf(2)[0]).not.toContain('乙');
  });

  it('does not move with another where both need two pages: text would stand two pages before it', () => {
    expect(pagesOf(5).map((text) => text.slice(0, 2))).toEqual(['甲字', '图七', '图八']);
    expect(pagesOf(5)[0]).not.toContain('乙');
  });

  it('goes to the head of a column', () => {
    expect(laid.pages[3]!.pages.some(({ html }) => /data-moored/.test(html))).toBe(true);
  });

  it('is read where the manuscript has it, before the text that has filled its page', () => {
    const lines = tree.split('\n').map((one) => one.trim());
    const caption = lines.findIndex((one) => one.includes('图一'));
    const next = lines.findIndex((one) => /^P “乙/.test(one));
    expect(caption).toBeGreaterThan(0);
    expect(next).toBeGreaterThan(caption);
    expect(lines.slice(caption, next + 2).filter((one) => /^P “丙/.test(one))).toHaveLength(1);
  });
});
