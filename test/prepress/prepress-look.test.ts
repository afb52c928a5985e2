import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../scripts/prepress/finish.js';
import { contrastOf } from '../../scripts/prepress/look/contrast.js';
import { pageKey } from '../../scripts/prepress/look/page-key.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { printDocuments } from './print-sample.js';
import { documentOf, sampleBook } from './sample-book.js';

const first = (colour: string, text = '一段文字，在底色上。') =>
  `<h1>甲</h1><p style="background: ${colour}">${text}</p>`;

/** The key of the first page of each document. */
async function keysOf(documents: readonly string[][]): Promise<(string | undefined)[]> {
  // One after the other: each has a subset of its own.
  const keys: (string | undefined)[] = [];
  for (const pages of documents) {
    const html = documentOf(pages.map((page, index) => ({ html: page, folio: `${index + 1}` })));
    const [printed] = await printDocuments([html]);
    const labels = pages.map((_, index) => `${index + 1}`);
    const { file, pages: read } = await readPdf(
      await finish(printed!, sampleBook, { modified: new Date(0), labels }),
    );
    keys.push(pageKey(file, read[0]!, read[0]!.content().glyphs));
  }
  return keys;
}

describe('the key of a page that was looked at', () => {
  let keys: (string | undefined)[];
  beforeAll(async () => {
    keys = await keysOf([
      [first('#ffd')],
      [first('#ffd'), '<p>丁丑寅卯，别的一页有别的字。</p>'],
      [first('#dff')],
      [first('#ffd', '一段文字，在底色下。')],
    ]);
  });

  it('stays when another page gets words that number the glyphs of the subset anew', () => {
    expect(keys[0]).toBeTypeOf('string');
    expect(keys[1]).toBe(keys[0]);
  });

  it('is another one for other colours and other words', () => {
    expect(new Set([keys[0], keys[2], keys[3]]).size).toBe(3);
  });
});

/** WCAG 2, 1.4.3, for text of all sizes. */
const leastOfOurs = 4.5;
const known: Record<string, readonly [number, number, number]> = { black: [0, 0, 0], white: [1, 1, 1] };

it('sets the text of our own themes with the contrast that small text needs', () => {
  const sheets = readdirSync('styles', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  const valuesOf = (property: string) =>
    sheets.flatMap((name) =>
      [
        ...readFileSync(join('styles', name), 'utf8').matchAll(
          new RegExp(`[;{\\s]${property}:\\s*([^;}]+)`, 'g'),
        ),
      ].map(([, value]) => value!.trim()),
    );
  const inks = valuesOf('color').filter((value) => value !== 'inherit');
  const grounds = [...valuesOf('background'), ...valuesOf('background-color')];
  expect(inks.length).toBeGreaterThan(0);
  for (const ink of inks)
    for (const ground of [...grounds, 'white'])
      expect(contrastOf(known[ink]!, known[ground]!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(
        leastOfOurs,
      );
});
