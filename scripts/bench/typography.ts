import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { names, writeFileAtomically } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';
import { bookFrom } from '../book.js';
import { readManuscript } from '../build.js';
import { findPublication, type Place, pickIssues } from '../config.js';
import { editionOf } from '../edition/edition-of.js';
import { type BrowserPool, newBrowserPool } from '../typeset/browser-pool.js';
import type { BenchOptions, Table } from './restore.js';
import { lineChecks } from './typography-lines.js';
import { markChecks } from './typography-marks.js';
import { pageChecks } from './typography-pages.js';
import { printBook } from './typography-print.js';
import { readSetBook } from './typography-read.js';

/** Chapters of the long text: some 60,000 characters. */
const chapters = 8;

/** Measures composition on paper: the sample in all editions, and chapters of a novel. */
export async function benchTypography({ data }: BenchOptions): Promise<Table[]> {
  const pool = newBrowserPool();
  try {
    const sample = findPublication(packageRoot);
    const tables: Table[] = [];
    for (const theme of ['literary', 'newspaper'])
      for (const edition of sample.publication.editions)
        tables.push(await measure(themed(sample, theme), edition, pool));
    const novel = writeNovel(join(data, 'corpus', 'long', 'four-classics.md'));
    try {
      const place = findPublication(novel);
      tables.push(await measure(place, 'zh-Hans', pool), await measure(place, 'zh-Hant-TW', pool));
    } finally {
      rmSync(novel, { recursive: true, force: true });
    }
    return tables;
  } finally {
    await pool.close();
  }
}

const themed = (place: Place, theme: string): Place => ({
  ...place,
  publication: { ...place.publication, theme },
});

async function measure(place: Place, edition: string, pool: BrowserPool): Promise<Table> {
  const [folder] = pickIssues(place, []);
  const issue = await readManuscript(folder!, place, async (_, work) => work(() => undefined));
  const { book } = bookFrom(issue, editionOf(edition), place);
  const set = await readSetBook(await printBook(book, pool), book);
  const characters = set.blocks.reduce((sum, { isBody, text }) => sum + (isBody ? text.length : 0), 0);
  let total = 0;
  const rows = [...lineChecks, ...markChecks, ...pageChecks].map(({ name, run }) => {
    const { places, wrong } = run(set);
    total += wrong.length;
    return [name, `${places}`, `${wrong.length}`, wrong[0] ?? ''];
  });
  const rate = ((total / Math.max(1, characters)) * 10_000).toFixed(2);
  const title = `${place.publication.title}, ${place.publication.theme}, ${edition}: ${set.pages} pages, ${characters} characters of running text`;
  return {
    title,
    head: ['point', 'places', 'violations', 'the first'],
    rows: [...rows, ['all', '', `${total}`, `${rate} in 10,000 characters`]],
  };
}

/** A publication of one issue, whose articles are the first chapters of the text. */
function writeNovel(path: string): string {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-bench-'));
  const parts = readFileSync(path, 'utf8')
    .split(/^## /m)
    .slice(1, chapters + 1);
  const folder = join(root, 'manuscript', 'novel');
  parts.forEach((part, index) => {
    const [title, ...paragraphs] = part.split(/\n+/).filter((line) => line.trim() !== '');
    // The text has stray ASCII of its making, which Markdown would take for markup.
    const body = paragraphs
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.trim().replace(/[`*_<>\\[\]|~]/g, ''));
    const id = `${index + 1}`.padStart(2, '0');
    writeFileAtomically(join(folder, names.article(id)), `# ${title}\n\n${body.join('\n\n')}\n`);
  });
  writeFileAtomically(join(root, 'manuscript', 'publication.yaml'), 'title: 红楼梦\n');
  return root;
}
