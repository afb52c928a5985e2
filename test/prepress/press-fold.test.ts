import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSides } from '../../scripts/bench/press/read-sides.js';
import { foldBook } from '../../scripts/prepress/impose/fold.js';
import { impose } from '../../scripts/prepress/impose/impose.js';
import { numberedBook } from '../../scripts/prepress/impose/numbered-book.js';
import { type Press, pressOf, thicknessOf } from '../../scripts/prepress/impose/press.js';
import { schemeIds, schemes } from '../../scripts/prepress/impose/schemes/schemes.js';
import type { Edge } from '../../scripts/prepress/impose/schemes/sheet.js';
import { signatureSizes } from '../../scripts/prepress/impose/schemes/signatures.js';

const trim = { widthMm: 148, heightMm: 210 };

/** Imposes a numbered book, reads the sheets back from the PDF, and folds them. */
async function bound(pages: number, binding: Edge, asked: Partial<Press> & Pick<Press, 'scheme'>) {
  const press = pressOf(asked);
  const task = { trim, binding, press, title: '试', modified: new Date(0) };
  const { pdf, plan } = await impose(await numberedBook(pages, trim), task);
  const signatures = press.scheme === 'saddle' ? [pages / 4] : signatureSizes(pages / 4, press.sheets);
  const sides = await readSides(pdf);
  return foldBook(sides, {
    scheme: press.scheme,
    binding,
    flip: plan.flip,
    heads: press.heads,
    trimWidthMm: trim.widthMm,
    millMm: press.mill,
    paperMm: thicknessOf(press),
    signatures,
  });
}

describe('folded, cut and stitched', () => {
  for (const scheme of schemeIds)
    it(`${scheme}: each page once, in order and upright, in either binding and flip`, async () => {
      const { multiple, isDuplex } = schemes[scheme];
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 60 }).map((count) => count * multiple),
          fc.constantFrom<Edge>('left', 'right'),
          fc.record({
            flip: isDuplex ? fc.constantFrom('short' as const, 'long' as const) : fc.constant(undefined),
            heads:
              scheme === 'stack'
                ? fc.constantFrom('up' as const, 'together' as const)
                : fc.constant('up' as const),
            sheets: fc.integer({ min: 1, max: 6 }),
            sheet: fc.constantFrom(undefined, 'A2', '700x900'),
          }),
          async (pages, binding, { flip, heads, sheets, sheet }) => {
            const book = await bound(pages, binding, {
              scheme,
              heads,
              sheets,
              gsm: 40,
              ...(flip && { flip }),
              ...(sheet && { sheet }),
            });
            const read = book.slice(0, pages);
            expect(read.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, page) => page));
            expect(read.every(({ isUpright }) => isUpright)).toBe(true);
            expect(book.slice(pages).every(({ page }) => page === undefined)).toBe(true);
          },
        ),
        { numRuns: 12, seed: 21 },
      );
    });

  it('keeps outer margins alike within a tenth of a millimetre, whatever the paper weighs', async () => {
    for (const gsm of [60, 100, 170, 300])
      for (const [scheme, mill] of [
        ['saddle', 0],
        ['signatures', 0],
        ['signatures', 2.5],
      ] as const) {
        const book = await bound(48, 'left', { scheme, gsm, mill, sheets: 4 });
        for (const parity of [0, 1]) {
          const margins = book.filter((_, index) => index % 2 === parity).map((page) => page.toForeEdgeMm);
          expect(Math.max(...margins) - Math.min(...margins)).toBeLessThan(0.1);
        }
      }
  });
});
