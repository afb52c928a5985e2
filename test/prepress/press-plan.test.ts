import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedingOf } from '../../scripts/prepress/impose/feed.js';
import { planSheets } from '../../scripts/prepress/impose/plan-sheets.js';
import { type Press, pressFor, pressOf } from '../../scripts/prepress/impose/press.js';
import { signatureSizes } from '../../scripts/prepress/impose/schemes/signatures.js';
import { planWhites } from '../../scripts/typeset/assemble/white-pages.js';

const a5 = { widthMm: 148, heightMm: 210 };
const plan = (pages: number, press: Partial<Press> & Pick<Press, 'scheme'>, trim = a5, innerMm = 20) =>
  planSheets({ pages, trim, binding: 'left', innerMm }, pressOf(press));
const pagesOf = (cells: readonly { page: number | undefined }[] | undefined) =>
  cells?.map(({ page }) => page! + 1);

describe('the order of pages', () => {
  /**
   * Orders that other programs publish, as pairs of a side (facts, not code): pdfcpu (pkg/pdfcpu/booklet_test.go, "2up"
   * and the first of "signatures 2up"; its backs stand on their head, so that left and right are exchanged there) and
   * sheetwise for Typst (booklet-plan, bound left and right).
   */
  it.each<[string, number, Partial<Press> & Pick<Press, 'scheme'>, 'left' | 'right', number[][]]>([
    [
      'pdfcpu, 16 pages',
      16,
      { scheme: 'saddle' },
      'left',
      [
        [16, 1],
        [2, 15],
        [14, 3],
        [4, 13],
        [12, 5],
        [6, 11],
        [10, 7],
        [8, 9],
      ],
    ],
    [
      'pdfcpu, the first signature of 12 pages',
      24,
      { scheme: 'signatures', sheets: 3 },
      'left',
      [
        [12, 1],
        [2, 11],
        [10, 3],
        [4, 9],
        [8, 5],
        [6, 7],
      ],
    ],
    [
      'sheetwise, 8 pages bound left',
      8,
      { scheme: 'saddle' },
      'left',
      [
        [8, 1],
        [2, 7],
        [6, 3],
        [4, 5],
      ],
    ],
    [
      'sheetwise, 8 pages bound right',
      8,
      { scheme: 'saddle' },
      'right',
      [
        [1, 8],
        [7, 2],
        [3, 6],
        [5, 4],
      ],
    ],
    [
      'sheetwise, 12 pages bound left',
      12,
      { scheme: 'saddle' },
      'left',
      [
        [12, 1],
        [2, 11],
        [10, 3],
        [4, 9],
        [8, 5],
        [6, 7],
      ],
    ],
  ])('is that of %s', (_, pages, press, binding, table) => {
    const { sheets } = planSheets({ pages, trim: a5, binding, innerMm: 20 }, pressOf(press));
    const sides = sheets.flatMap(({ front, back }) => [pagesOf(front), pagesOf(back)]);
    expect(sides.slice(0, table.length)).toEqual(table);
  });

  it('shares sheets out evenly over signatures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 8 }), (sheets, most) => {
        const sizes = signatureSizes(sheets, most);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(sheets);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('lays piles of a cut and stacked book in order: 16 pages are two sheets', () => {
    const { sheets } = plan(16, { scheme: 'stack' });
    expect(sheets.map(({ front, back }) => [pagesOf(front), pagesOf(back)])).toEqual([
      [
        [1, 5, 9, 13],
        [2, 6, 10, 14],
      ],
      [
        [3, 7, 11, 15],
        [4, 8, 12, 16],
      ],
    ]);
  });
});

describe('what cannot be folded is refused with its numbers', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'a sheet too small',
      () => plan(8, { scheme: 'saddle', sheet: 'A4' }, { widthMm: 185, heightMm: 260 }),
      /A4 \(210 × 297 mm\) is too small: its pages need 370 × 260 mm/,
    ],
    [
      'a number of pages',
      () => plan(15, { scheme: 'saddle' }),
      /15 pages cannot be bound by saddle stitch, expected a multiple of 4/,
    ],
    [
      'creep larger than the margin',
      () => plan(400, { scheme: 'saddle', gsm: 170 }),
      /creep 21\.0 mm \(100 sheets of 0\.2125 mm\), but the margin at the spine is 20\.0 mm/,
    ],
    [
      'heads together in one row',
      () => plan(8, { scheme: 'saddle', heads: 'together' }),
      /heads: together for saddle stitch, expected a scheme with two rows/,
    ],
    [
      'a sheet that is none',
      () => plan(8, { scheme: 'saddle', sheet: 'A44' }),
      /Unexpected sheet "A44", expected one of A5, A4/,
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('what a person is told', () => {
  it('says how to feed the printer, in both languages', () => {
    const press = pressOf({ scheme: 'saddle' });
    const { 'zh-Hans': zh, en } = feedingOf(
      planSheets({ pages: 16, trim: a5, binding: 'left' }, press),
      press,
    );
    expect(zh).toMatch(/^骑马订：A4（297 × 210毫米）横放，4张，双面、短边翻转、实际大小打印。/);
    expect(en).toMatch(
      /^Saddle stitch: print 4 A4 sheets \(297 × 210 mm, landscape\) on both sides, flipped at the short edge, at actual size\./,
    );
  });

  it('takes the command line before an edition’s choices, and those before the publication’s', () => {
    const choices = { scheme: 'saddle', gsm: 100, editions: { en: { scheme: 'stack', bleed: 5 } } } as const;
    expect(pressFor(choices, 'zh-Hans')).toMatchObject({ scheme: 'saddle', gsm: 100, bleed: 3 });
    expect(pressFor(choices, 'en')).toMatchObject({ scheme: 'stack', gsm: 100, bleed: 5 });
    expect(pressFor(choices, 'en', 'single')).toMatchObject({ scheme: 'single', bleed: 5 });
    expect(pressFor(undefined, 'en')).toBeUndefined();
  });
});

describe('white pages', () => {
  it('are as few as can be, and rather before what closes the book', () => {
    expect(planWhites(({ behindCover, beforeClosing }) => 15 + behindCover + beforeClosing, 4)).toEqual({
      behindCover: 0,
      beforeClosing: 1,
    });
    expect(planWhites(() => 16, 4)).toEqual({ behindCover: 0, beforeClosing: 0 });
  });

  it('end in as few pages as can be, whatever brings white pages of its own', () => {
    // A spread that opens the text requires a verso: one page after the cover brings a second one.
    const count = ({ behindCover, beforeClosing }: { behindCover: number; beforeClosing: number }) =>
      58 + behindCover + (behindCover % 2) + beforeClosing;
    expect(planWhites(count, 4)).toEqual({ behindCover: 0, beforeClosing: 2 });
  });

  it('always come to a multiple, whatever a recto opening adds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(2, 4), (pages, multiple) => {
        // A blank page after the cover makes the text begin with another one, so that it opens on a recto.
        const count = ({ behindCover, beforeClosing }: { behindCover: number; beforeClosing: number }) =>
          pages + behindCover + (behindCover % 2) + beforeClosing;
        expect(count(planWhites(count, multiple)) % multiple).toBe(0);
      }),
    );
  });
});
