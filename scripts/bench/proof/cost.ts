import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookOf } from '../../book.js';
import { newBrowserPool } from '../../chromium/browser-pool.js';
import { findPublication } from '../../config.js';
import { type Expected, expectedOf } from '../../prepress/expected.js';
import { finish } from '../../prepress/finish.js';
import { pageFacts } from '../../prepress/page-facts.js';
import { preflight } from '../../prepress/preflight.js';
import { print } from '../../prepress/print.js';
import { assemble, documentOf } from '../../typeset/assemble/assemble.js';
import type { Book } from '../../typeset/book/galley.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';
import { paginate } from '../../typeset/pages/paginate.js';
import { readChapters, writePublication } from '../scale/book.js';
import type { BenchOptions, Table } from '../table.js';

/** Limits of the proof's share of a build: with chongpai's sheets, and with one that makes it look at every page. */
const goals = { plain: 0.15, looked: 0.5 } as const;

/** A ground under all text: no page is certainly plain. */
const ownSheet = 'p { background: #fffbe8 }';

/** Cost of the proof of a book, cold, beside the other stages of its build. */
export async function proofCost({ data, pages = 200 }: BenchOptions): Promise<Table[]> {
  const tables: Table[] = [];
  for (const kind of ['plain', 'looked'] as const) {
    const root = mkdtempSync(join(tmpdir(), 'chongpai-proof-'));
    try {
      writePublication(root, readChapters(data, pages));
      if (kind === 'looked') {
        mkdirSync(join(root, 'styles'));
        writeFileSync(join(root, 'styles', 'custom.css'), ownSheet);
      }
      const book = await bookOf(join(root, 'manuscript', 'book'), 'zh-Hans', findPublication(root));
      tables.push(await measure(book, kind));
    } finally {
      rmSync(root, { recursive: true });
    }
  }
  return tables;
}

interface Cost {
  stage: string;
  ms: number;
}

async function measure(book: Book, kind: keyof typeof goals): Promise<Table> {
  const costs: Cost[] = [];
  const timed = async <T>(stage: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    costs.push({ stage, ms: performance.now() - started });
    return result;
  };
  const pool = newBrowserPool();
  try {
    const fonts = await timed('fonts', () => subsetFonts(book.fonts, book.characters));
    const laidOut = await timed('paginate', () => paginate(book, fonts, pool));
    const assembled = assemble(book, laidOut, fonts);
    const held: { expected?: Expected } = {};
    const printed = await timed('print', () =>
      print(documentOf(book, assembled), pool, async () => {
        held.expected = await expectedOf(book, { fontCss: fonts.css, pool });
      }),
    );
    const labels = assembled.pages.map(({ label }) => label);
    const pdf = await timed('finish', () => finish(printed, book, { modified: new Date(0), labels }));
    const findings = await timed('preflight', () =>
      preflight(pdf, book, { ...held, pages: pageFacts(book, assembled.pages) }),
    );
    return tableOf(costs, {
      kind,
      pages: labels.length,
      findings: findings.length,
      bytes: pdf.length,
    });
  } finally {
    await pool.close();
  }
}

function tableOf(
  costs: readonly Cost[],
  {
    kind,
    pages,
    findings,
    bytes,
  }: { kind: keyof typeof goals; pages: number; findings: number; bytes: number },
): Table {
  const all = costs.reduce((sum, { ms }) => sum + ms, 0);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const rows = costs.map(({ stage, ms }) => [
    stage,
    `${(ms / 1000).toFixed(2)} s`,
    `${(ms / pages).toFixed(2)} ms`,
    percent(ms / all),
  ]);
  const proof = costs.at(-1)!.ms / all;
  const verdict = `${percent(proof)} ≤ ${percent(goals[kind])}: ${proof <= goals[kind] ? 'reached' : 'missed'}`;
  return {
    title: `The proof of ${pages} pages, ${kind === 'plain' ? 'with the sheets of chongpai' : 'with a sheet that makes it look at all of them'} (${Math.round(bytes / 1024)} KB, ${findings} findings): ${verdict}`,
    head: ['stage', 'time', 'a page', 'share'],
    rows,
  };
}
