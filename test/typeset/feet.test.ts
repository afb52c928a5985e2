import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { type Flow, footOf, type Start } from '../../scripts/typeset/feet/page-model.browser.js';
import { planFeet } from '../../scripts/typeset/feet/plan-feet.browser.js';
import type { EarlyEnd } from '../../scripts/typeset/feet/plan-spread.browser.js';
import { type Item, linePlaces } from '../../scripts/typeset/feet/read-items.browser.js';
import { type Laid, layOut, type Piece } from './lay-out.js';
import { movedLines } from './lines.js';

const line = 24;
const kept = { orphans: 1, widows: 2 };

/** A flow of paragraphs with so many lines each, on pages of so many lines. */
function flowOf(lengths: readonly number[], lines: number): Flow {
  let top = 0;
  const items = lengths.map((count): Item => {
    const inner = linePlaces(count, line, kept);
    const item = { top, above: 0, size: count * line, inner, before: 'free' as const, isText: true, ...kept };
    top += count * line;
    return item as unknown as Item;
  });
  return { items, line, pageSize: lines * line, tried: new Map() };
}

/** The lines on each page, with early ends. */
function pagesOf(flow: Flow, ends: readonly EarlyEnd[]): number[] {
  const early = ends.map(({ item, lines }) => flow.items[item]!.top + lines * line);
  const pages: number[] = [];
  for (let start: Start = { item: 0, at: 0 }; start.item < flow.items.length; ) {
    const { at } = start;
    const natural = footOf(flow, start)!;
    const end = early.find((place) => place > at && place < natural.at);
    const item = end === undefined ? natural.item : flow.items.findLastIndex(({ top }) => top <= end);
    start = end === undefined ? natural : { item, at: end };
    pages.push((start.at - at) / line);
  }
  return pages;
}

/** True if both pages of a spread that begins after so many lines can end where paragraphs allow, up to four lines short. */
function canBeLevel({ items }: Flow, start: number, lines: number): boolean {
  const places = new Set(items.flatMap(({ top, inner }) => [top, ...inner.map((at) => top + at)]));
  const isPlace = (at: number) => places.has(at * line);
  return [0, 1, 2, 3, 4].some(
    (missing) => isPlace(start + lines - missing) && isPlace(start + 2 * (lines - missing)),
  );
}

describe('planFeet', () => {
  it.each([0, 1])('ends a page above a head, with room for %i lines and not for the space between', (few) => {
    const flow = flowOf([6, 4 - few, 1, 9], 10);
    for (const item of flow.items.slice(2)) item.top += line;
    Object.assign(flow.items[2]!, { above: line, isText: false });
    flow.items[3]!.before = 'kept';
    const foot = footOf(flow, { item: 0, at: 0 })!;
    expect(foot).toMatchObject({ item: 2, at: flow.items[2]!.top, end: (10 - few) * line, missing: 0 });
    const { ends, changes } = planFeet(flow, 'verso');
    expect([ends, changes.size]).toEqual([[], 0]);
  });

  it('lets both pages end on one line where there is a way, and the last one have three lines', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60, maxLength: 90 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 18, max: 30 }), (counts, lines) => {
        const flow = flowOf(counts, lines);
        const total = counts.reduce((sum, count) => sum + count, 0);
        const { ends } = planFeet(flow, 'verso');
        const pages = pagesOf(flow, ends);
        expect(pages.reduce((sum, count) => sum + count, 0)).toBe(total);
        for (let verso = 0, start = 0; verso + 2 < pages.length; verso += 2) {
          if (canBeLevel(flow, start, lines)) expect(pages[verso]).toBe(pages[verso + 1]);
          start += pages[verso]! + pages[verso + 1]!;
        }
        expect(Math.min(...pages.slice(0, -1))).toBeGreaterThanOrEqual(lines - 4);
        expect(pages.at(-1)).toBeGreaterThanOrEqual(3);
      }),
      {
        numRuns: 60,
        // Its first spread has no way: a paragraph's last line would begin a page wherever both could end.
        examples: [[[7, 6, 3, 2, 5, 5, 2, 6, 8, 1, 8, 4, 4, ...Array<number>(56).fill(1)], 30]],
      },
    );
  });
});

/** Paragraphs of two and three lines in a measure of 12 em: every other page cannot be full. */
const counts = [
  3, 2, 3, 3, 2, 2, 3, 2, 3, 3, 3, 2, 3, 2, 2, 3, 3, 2, 3, 3, 2, 3, 2, 3, 3, 2, 3, 3, 2, 2, 3, 2,
];
const paragraphs = (measure: number, lengths = counts) =>
  lengths.map((count, at) => `${String.fromCodePoint(0x4e00 + at)}${'字'.repeat(count * measure - 6)}。`);

/** A story after a table: the plan of pages does not see beyond one. */
function piece(
  id: string,
  texts: readonly string[],
  { side, columns = '' }: { side: 'recto' | 'verso'; columns?: string },
): Piece {
  const html = `<article id="${id}"><table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>丙</td><td>丁</td></tr></tbody></table><div class="story-body" style="${columns}">${texts.map((text) => `<p>${text}</p>`).join('')}</div></article>`;
  return { html, passages: [{ id, name: id, text: ['甲乙丙丁', ...texts].join('') }], side };
}

/** A story of longer paragraphs: pages end early inside of them. */
function longParagraphs(id: string): Piece {
  const texts = paragraphs(
    26,
    [5, 3, 2, 2, 2, 5, 3, 2, 2, 2, 6, 2, 2, 2, 2, 5, 2, 3, 2, 2, 2, 7, 2, 2, 2, 5, 3, 2],
  );
  const html = `<article id="${id}"><div class="story-body">${texts.map((text) => `<p>${text}</p>`).join('')}</div></article>`;
  return { html, passages: [{ id, name: id, text: texts.join('') }], side: 'verso' };
}

/** Paragraphs of columns: pages that end early do so inside of them, too. */
const inColumns = [
  3, 1, 1, 3, 6, 3, 3, 3, 5, 6, 1, 5, 3, 3, 3, 3, 2, 1, 3, 3, 3, 1, 1, 1, 1, 2, 3, 3, 3, 4, 1, 4, 1, 4,
];

/** Columns of four lines and a half: the space above the crosshead goes, at the head of the second one. */
const belowColumns: Piece = {
  html: `<article id="d"><div class="story-body" style="columns:2;column-gap:2em"><p>${'字'.repeat(46)}</p><h2 class="crosshead">题</h2><p>${'文'.repeat(34)}</p></div><p>下文</p></article>`,
  passages: [{ id: 'd', name: 'd', text: `${'字'.repeat(46)}题${'文'.repeat(34)}下文` }],
};

describe('pages after a table', () => {
  const pool = newBrowserPool();
  afterAll(() => pool.close());
  let laid: Laid;
  beforeAll(async () => {
    const columns = 'columns:2;column-gap:2em';
    const pieces = [
      piece('a', paragraphs(26), { side: 'recto' }),
      piece('b', paragraphs(26), { side: 'verso' }),
      piece('c', paragraphs(12, [...Array(7).fill(2), ...Array(80).fill(1)]), { side: 'verso', columns }),
      belowColumns,
      longParagraphs('e'),
      piece('f', paragraphs(12, inColumns), { side: 'verso', columns }),
    ];
    laid = await layOut(pieces, { ems: 26, lines: 10 }, pool);
  });

  it.each([
    [0, 1],
    [1, 0],
    [2, 0],
    [4, 0],
    [5, 0],
  ])('ends facing pages of piece %i on one line', (index, verso) => {
    const pages = laid.lines[index]!.pages.map((lines) =>
      Math.round(Math.max(...lines.map(({ y }) => y)) / line),
    );
    expect(pages.length).toBeGreaterThan(3);
    expect(Math.min(...pages.slice(0, -1))).toBeLessThan(9);
    for (let at = verso; at + 2 < pages.length; at += 2) expect(pages[at]).toBe(pages[at + 1]);
  });

  it('keeps what stands below columns on the grid', () => {
    const [lines = []] = laid.lines[3]!.pages;
    expect(lines.at(-1)!.text).toBe('下文');
    expect((lines.at(-1)!.y - lines[0]!.y) % line).toBe(0);
  });

  it('prints all text, each line where it was in the flow', () => {
    expect(laid.findings).toEqual([]);
    for (const { flow, pages } of laid.lines) expect(movedLines(flow, pages)).toEqual([]);
  });
});
