import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleBooks } from '../../scripts/bench/proof/books.js';
import { type Finished, finishSample, judge } from '../../scripts/bench/proof/catches.js';
import { mutations } from '../../scripts/bench/proof/kinds/index.js';
import { harmfulSheets, ordinarySheets } from '../../scripts/bench/proof/own-sheets.js';
import { judgeSheet } from '../../scripts/bench/proof/sheets.js';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { preflight } from '../../scripts/prepress/preflight.js';

/** A sample of `bench -- proof`: every sixth change, and those of marks at words, in the plain book. */
const sample = mutations.filter(({ kind }, index) => index % 6 === 0 || kind === 'emphasis');
const seed = 7;

let pool: BrowserPool;
let finished: Finished;
beforeAll(async () => {
  pool = newBrowserPool();
  finished = await finishSample(sampleBooks[0]!, { seed }, pool);
});
afterAll(() => pool.close());

describe('the proof of a book with all that a manuscript can have', () => {
  it('finds nothing in it', async () => {
    expect(await preflight(finished.pdf, finished.book)).toEqual([]);
  });

  it('finds nothing in one of two languages, whose tables stand in rows over facing pages', async () => {
    const { pdf, book, expected, pages } = await finishSample(sampleBooks[1]!, { seed: 9508 }, pool);
    expect(await preflight(pdf, book, { expected, pages })).toEqual([]);
  });

  it.each(sample.map((mutation) => [mutation.kind, mutation.name, mutation] as const))(
    'tells %s: %s',
    async (_, __, mutation) => {
      const rules = await judge(finished, mutation, seed);
      // A change may not apply to a book.
      expect(rules ?? ['inapplicable']).not.toEqual([]);
    },
  );
});

/** A sample of its style sheets: every eighth one. */
describe('a book set with a sheet that harms it', () => {
  it.each(harmfulSheets.filter((_, index) => index % 8 === 0).map((sheet) => [sheet.name, sheet] as const))(
    'is told: %s',
    async (_, sheet) => {
      expect(await judgeSheet(sheet, seed, pool)).not.toEqual([]);
    },
  );
});

describe('a book set with an ordinary sheet', () => {
  it.each(['broad frames', 'numbers in brackets', 'floating pictures', 'ornaments'])(
    'has no fault: %s',
    async (name) => {
      const sheet = ordinarySheets.find((one) => one.name === name)!;
      expect(await judgeSheet(sheet, seed, pool)).toEqual([]);
    },
  );
});
