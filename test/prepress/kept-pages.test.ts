import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleBooks } from '../../scripts/bench/proof/books.js';
import { type Finished, finishSample } from '../../scripts/bench/proof/catches.js';
import { mutations } from '../../scripts/bench/proof/kinds/index.js';
import { Inapplicable, type Mutation, newSubject } from '../../scripts/bench/proof/subject.js';
import { newRandom } from '../../scripts/bench/random.js';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { inspectPages } from '../../scripts/prepress/inspect-pages.js';
import type { KeptPages } from '../../scripts/prepress/kept/inspect-kept.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { openPdf } from '../../scripts/prepress/read/open-pdf.js';
import type { PdfFile } from '../../scripts/prepress/read/pdf-file.js';
import { type PdfReading, readPdf } from '../../scripts/prepress/read/read-pdf.js';

const seed = 7;
/** Of `bench -- proof`, which tries them all with this memory: those that need not be looked at, every twelfth. */
const sample = mutations.filter(({ kind }, index) => index % 12 === 0 && !/^(?:image|pixels)$/.test(kind));

let pool: BrowserPool;
let finished: Finished;
beforeAll(async () => {
  pool = newBrowserPool();
  finished = await finishSample(sampleBooks[0]!, { seed }, pool);
  await proof(finished.pdf, finished.kept);
});
afterAll(() => pool.close());

const proof = (pdf: Uint8Array, memory?: KeptPages) =>
  preflight(pdf, finished.book, { expected: finished.expected, pages: finished.pages, kept: memory });

async function changed(mutation: Mutation): Promise<Uint8Array | undefined> {
  const file = await openPdf(finished.pdf);
  try {
    mutation.change(newSubject(file, finished.pieces, newRandom(seed)));
  } catch (error) {
    if (error instanceof Inapplicable) return undefined;
    throw error;
  }
  return save(file);
}

const save = (file: PdfFile) =>
  file.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });

/** The pages of which the content is interpreted. */
function spied(reading: PdfReading): { reading: PdfReading; read: Set<number> } {
  const read = new Set<number>();
  const pages = reading.pages.map((page, index) => ({
    ...page,
    content: () => {
      read.add(index);
      return page.content();
    },
  }));
  return { reading: { ...reading, pages }, read };
}

const inspect = (reading: PdfReading, memory?: KeptPages) =>
  inspectPages(reading, finished.book, { pages: finished.pages, isWritten: () => true, kept: memory });

describe('pages that the proof has read before', () => {
  it('are what a new reading finds, and most are not read again', async () => {
    const clean = await readPdf(finished.pdf);
    const { reading, read } = spied(await readPdf(finished.pdf));
    const [one, other] = [inspect(clean), inspect(reading, finished.kept)];
    const { seen, ...rest } = one;
    const { seen: seenAgain, ...restAgain } = other;
    expect(restAgain).toEqual(rest);
    expect(seenAgain.pages).toEqual(seen.pages);
    expect([...seenAgain.pictures.keys()]).toEqual([...seen.pictures.keys()]);
    const uses = (from: PdfReading) =>
      [...from.fonts.values()].map(({ index, name, shown, proven }) => [
        index,
        name,
        [...shown].sort(),
        [...proven].sort(),
      ]);
    expect(uses(reading)).toEqual(uses(clean));
    expect(read.size).toBeLessThan(finished.pages.length / 2);
  });

  it.each(sample.map((one) => [one.kind, one.name, one] as const))(
    'hide no change of the file: %s: %s',
    async (_, __, mutation) => {
      const pdf = await changed(mutation);
      if (!pdf) return;
      expect(await proof(pdf, finished.kept)).toEqual(await proof(pdf));
    },
  );

  it('are read anew where their entry is of another program, and where a fault is on one of the part', async () => {
    const { reading, read } = spied(await readPdf(finished.pdf));
    inspect(reading, { ...finished.kept, program: 'another' });
    expect(read.size).toBe(finished.pages.length);
    const overlap = mutations.find(({ kind }) => kind === 'place')!;
    const pdf = (await changed(overlap))!;
    const first = await proof(pdf, finished.kept);
    expect(first).not.toEqual([]);
    expect(await proof(pdf, finished.kept)).toEqual(first);
  });

  it('are read anew where a glyph of their font has another text, width or box', async () => {
    const { reading: same, read: usual } = spied(await readPdf(finished.pdf));
    inspect(same, finished.kept);
    const changes: ((font: Font, code: number) => void)[] = [
      ({ toUnicode }, code) => toUnicode?.set(code, '误'),
      (font, code) => {
        const { width } = font;
        font.width = (own) => (own === code ? 123 : width(own));
      },
    ];
    for (const change of changes) {
      const [spoilt, clean] = await Promise.all([readPdf(finished.pdf), readPdf(finished.pdf)]);
      for (const reading of [spoilt, clean]) spoil(reading, change);
      const { reading, read } = spied(spoilt);
      const again = inspect(reading, finished.kept);
      expect(read.size).toBeGreaterThan(usual.size);
      expect(again.text).toEqual(inspect(clean).text);
    }
  });
});

type Font = PdfReading['fonts'] extends Map<unknown, infer Read> ? Read : never;

/** Changes one glyph of the font that shows most, when all fonts have been read. */
function spoil({ pages, fonts }: PdfReading, change: (font: Font, code: number) => void): void {
  for (const page of pages) page.content();
  const [font] = [...fonts.values()].sort((one, other) => other.shown.size - one.shown.size);
  change(font!, [...font!.shown][0]!);
}
