import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readIssue } from '../scripts/article/read-issue.js';
import { lineChecks } from '../scripts/bench/typography-lines.js';
import { markChecks } from '../scripts/bench/typography-marks.js';
import { pageChecks } from '../scripts/bench/typography-pages.js';
import { printBook } from '../scripts/bench/typography-print.js';
import { readSetBook } from '../scripts/bench/typography-read.js';
import { bookFrom } from '../scripts/book.js';
import { findPublication } from '../scripts/config.js';
import { editionOf } from '../scripts/edition/edition-of.js';
import { preflight } from '../scripts/prepress/preflight.js';
import { newBrowserPool } from '../scripts/typeset/browser-pool.js';

const root = join(import.meta.dirname, '..');
const pool = newBrowserPool();
afterAll(() => pool.close());

/** The sample in a theme and an edition, printed. */
async function printed(theme: string, edition: string) {
  const found = findPublication(root);
  const place = { ...found, publication: { ...found.publication, theme } };
  const issue = readIssue(join(root, 'manuscript', 'jinchang-2025-02-26'), place.publication);
  const { book } = bookFrom(issue, editionOf(edition), place);
  const pdf = await printBook(book, pool);
  return { book, pdf, set: await readSetBook(pdf, book) };
}

describe('composition on paper', () => {
  it.each(['zh-Hans', 'zh-Hant-TW'])('is without fault in %s', { timeout: 60_000 }, async (edition) => {
    const { set } = await printed('literary', edition);
    for (const { name, run } of [...lineChecks, ...markChecks, ...pageChecks]) {
      const { places, wrong } = run(set);
      expect(wrong, name).toEqual([]);
      if (edition === 'zh-Hans') expect(places, name).toBeGreaterThan(0);
    }
  });

  it('keeps its text, its grid and balanced ends in two columns', { timeout: 60_000 }, async () => {
    const { book, pdf, set } = await printed('newspaper', 'zh-Hans');
    expect(await preflight(pdf, book)).toEqual([]);
    const grid = lineChecks.find(({ name }) => name.startsWith('base lines'))!.run(set);
    expect(grid.wrong).toEqual([]);
    // The first story ends in two columns that differ by a line or two at most.
    const page = set.blocks.find(({ text }) => text.startsWith('为者常成'))!.lines[0]!.page;
    const middle = book.trim.widthMm * (72 / 25.4) * 0.5;
    const lines = set.blocks
      .flatMap((block) => (block.isBody ? block.lines : []))
      .filter((line) => line.page === page);
    const [left, right] = [true, false].map((isLeft) =>
      Math.max(...lines.filter(({ glyphs }) => glyphs[0]!.x < middle === isLeft).map(({ y }) => y)),
    );
    expect(Math.abs(left! - right!)).toBeLessThanOrEqual(2 * book.typeArea.linePt + 0.1);
  });
});
