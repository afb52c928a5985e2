import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookOf } from '../../book.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { findPublication } from '../../config.js';
import { type Expected, expectedOf } from '../../prepress/expected.js';
import { finish } from '../../prepress/finish.js';
import type { KeptPages } from '../../prepress/kept/inspect-kept.js';
import type { KeptHead } from '../../prepress/kept/pack-pages.js';
import { type PageFacts, pageFacts } from '../../prepress/page-facts.js';
import { preflight } from '../../prepress/preflight.js';
import { print } from '../../prepress/print.js';
import { openPdf } from '../../prepress/read/open-pdf.js';
import { assemble, documentOf } from '../../typeset/assemble/assemble.js';
import type { Book } from '../../typeset/book/galley.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';
import { paginate } from '../../typeset/pages/paginate.js';
import { newRandom } from '../random.js';
import type { BenchOptions, Table } from '../table.js';
import { type SampleBook, sampleBooks, writeSample } from './books.js';
import { mutations } from './kinds/index.js';
import { grouped, Inapplicable, type Mutation, newSubject, type Piece, piecesOf } from './subject.js';

/** A finished book, before it is changed. */
export interface Finished {
  name: string;
  book: Book;
  expected: Expected;
  pages: PageFacts[];
  pdf: Uint8Array;
  pieces: Piece[];
  /** Its pages as an earlier proof has read them: a change must be found in spite of these. */
  kept: KeptPages;
}

/** Pages of a part in that memory: some parts are changed, others are not. */
const pagesAPart = 4;

/** Memory as the cache has it, in JSON and bytes. */
function newMemory(pages: readonly PageFacts[]): KeptPages {
  const entries = new Map<string, { head: string; bytes: Uint8Array }>();
  return {
    parts: pages.flatMap((_, index) => (index % pagesAPart === 0 ? pagesAPart : [])),
    program: '',
    read: (name) => {
      const entry = entries.get(name);
      return entry && { head: JSON.parse(entry.head) as KeptHead, bytes: entry.bytes };
    },
    write: (name, { head, bytes }) => entries.set(name, { head: JSON.stringify(head), bytes }),
  };
}

/** Sets, prints and finishes a sample, with a style sheet of one's own where there is one. */
export async function finishSample(
  sample: SampleBook,
  { seed, css }: { seed: number; css?: string },
  pool: BrowserPool,
): Promise<Finished> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-proof-'));
  try {
    writeSample(root, sample, seed);
    if (css !== undefined) {
      mkdirSync(join(root, 'styles'));
      writeFileSync(join(root, 'styles', 'custom.css'), css);
    }
    const book = await bookOf(join(root, 'manuscript', '2025-03-01'), sample.edition, findPublication(root));
    const fonts = await subsetFonts(book.fonts, book.characters, book.displayCharacters);
    const assembled = assemble(book, await paginate(book, fonts, pool), fonts);
    const printed = await print(documentOf(book, assembled), pool);
    const labels = assembled.pages.map(({ label }) => label);
    const pdf = await finish(printed, book, { modified: new Date(0), labels });
    const expected = await expectedOf(book, { fontCss: fonts.css, pool });
    const pages = pageFacts(book, assembled.pages);
    const kept = newMemory(pages);
    return { name: sample.name, book, expected, pages, pdf, pieces: await piecesOf(pdf), kept };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The proof's verdict on a changed book: the rules of its findings; undefined where the change is not applicable. */
export async function judge(
  { book, expected, pages, pdf, pieces, kept }: Finished,
  mutation: Mutation,
  seed: number,
): Promise<string[] | undefined> {
  const file = await openPdf(pdf);
  try {
    mutation.change(newSubject(file, pieces, newRandom(seed)));
  } catch (error) {
    if (error instanceof Inapplicable) return undefined;
    throw error;
  }
  const changed = await file.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  const findings = await preflight(changed, book, { expected, pages, kept });
  return [...new Set(findings.map(({ rule }) => rule))];
}

interface Tally {
  caught: number;
  missed: string[];
}

/** Applies changes to books, several times at different places: every one to each book, where nothing else is asked. */
export async function proofCatches(
  { seed = 1, limit = 3, book, kinds }: BenchOptions,
  pool: BrowserPool,
): Promise<Table[]> {
  const tallies = new Map<string, Tally>();
  const alarms: string[] = [];
  const wanted = mutations.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  for (const [index, sample] of sampleBooks.entries()) {
    if (book !== undefined && book !== sample.name) continue;
    const finished = await finishSample(sample, { seed: seed + index }, pool);
    const { pdf, book: own, expected, pages, kept } = finished;
    for (const { message } of await preflight(pdf, own, { expected, pages, kept }))
      alarms.push(`${sample.name}: ${message}`);
    for (const mutation of wanted)
      for (let time = 0; time < limit; time++) {
        const rules = await judge(finished, mutation, seed * 1000 + time);
        if (rules === undefined) break;
        const tally = tallies.get(mutation.kind) ?? { caught: 0, missed: [] };
        tallies.set(mutation.kind, tally);
        if (rules.length > 0) tally.caught++;
        else tally.missed.push(`${mutation.name} (${sample.name})`);
      }
  }
  return [tableOf(tallies, { seed, limit }), alarmTable(alarms)];
}

function tableOf(tallies: Map<string, Tally>, { seed, limit }: { seed: number; limit: number }): Table {
  const all = [...tallies.values()];
  const caught = all.reduce((sum, one) => sum + one.caught, 0);
  const missed = all.reduce((sum, one) => sum + one.missed.length, 0);
  const share = ((100 * caught) / (caught + missed)).toFixed(1);
  const names = (list: readonly string[]) =>
    [...grouped(list, (one) => one)].map(([name, { length }]) => `${name} ×${length}`).join(', ');
  return {
    title: `Changes of finished books that the proof reports: ${caught} of ${caught + missed}, ${share} % (seed ${seed}, ${limit} a kind and book)`,
    head: ['kind', 'caught', 'missed', 'which'],
    rows: [...tallies].map(([kind, one]) => [
      kind,
      `${one.caught}`,
      `${one.missed.length}`,
      names(one.missed),
    ]),
  };
}

const alarmTable = (alarms: readonly string[]): Table => ({
  title: `Findings on the same books unchanged: ${alarms.length}`,
  head: ['finding'],
  rows: alarms.length === 0 ? [['none']] : alarms.map((alarm) => [alarm]),
});
