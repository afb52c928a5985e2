import { rmSync } from 'node:fs';
import { packageRoot } from '../../article/package-root.js';
import { bookFrom } from '../../book.js';
import { type BrowserPool, newBrowserPool } from '../../chromium/browser-pool.js';
import { findPublication, type Place, pickIssues } from '../../config.js';
import { editionOf } from '../../edition/edition-of.js';
import { readManuscript } from '../../read-manuscript.js';
import type { Book } from '../../typeset/book/galley.js';
import type { BenchOptions, Table } from '../table.js';
import { typographyChecks } from './checks.js';
import { fillOf } from './facing.js';
import { type BookFloors, countFloors, floorTable } from './floor-table.js';
import { countHeadlines, headlineCss, headlineMeasures, headlineText, realHeadlines } from './headlines.js';
import { printBook } from './print.js';
import { readSetBook, type SetBook } from './read.js';
import { annotated, type LongText, longTexts, writePublication } from './texts.js';
import { hyphenTable, textureTable } from './texture.js';

const themes = ['literary', 'newspaper'];
/** Composition was developed on texts of seeds below 100. */
const defaultSeed = 801;
/** Choices of a style in a publication's own sheet. */
const choices = ':root { --marks: kaiming; --hanging: allow; --han-latin: 0.125em; }';

export interface Column {
  name: string;
  set: SetBook;
}

/**
 * Measures composition in print, point by point: the sample in all editions and themes; long texts of three kinds,
 * different for each seed; and a style that chooses 开明, 悬挂 and narrow gaps.
 */
export async function benchTypography({ data, seed = defaultSeed }: BenchOptions): Promise<Table[]> {
  const pool = newBrowserPool();
  const texts = longTexts(data, seed);
  try {
    const headlines = await headlineTable(realHeadlines(data, seed, mostHeadlines), pool);
    const facing = await facingTable(pool);
    const sample: Column[] = [];
    for (const theme of themes)
      for (const edition of findPublication(packageRoot).publication.editions)
        sample.push(await column(themed(findPublication(packageRoot), theme), edition, pool));
    const long: Column[] = [];
    for (const theme of themes)
      for (const text of texts)
        for (const edition of ['zh-Hans', 'zh-Hant-TW'])
          long.push(await published(text, { theme, edition, pool }));
    for (const text of texts.slice(0, 2))
      long.push(await published(annotated(text), { theme: 'literary', edition: 'zh-Hans', pool }));
    const floors: BookFloors[] = [];
    for (const theme of themes)
      for (const text of texts)
        for (const edition of ['zh-Hans', 'zh-Hant-TW'])
          floors.push(await floorsOf(text, { theme, edition, pool }));
    // Its columns are the narrowest, so that its widest gaps are wider than those of the long books.
    for (const trim of trims)
      floors.push(
        await floorsIn(trimmedTo(themed(findPublication(packageRoot), 'newspaper'), trim), 'zh-Hans', pool),
      );
    const chosen: Column[] = [];
    for (const theme of themes)
      chosen.push(await published(texts[1]!, { theme, edition: 'zh-Hans', pool, css: choices }));
    const english: Column[] = [];
    for (const theme of themes)
      english.push(await column(themed(findPublication(packageRoot), theme), 'en', pool));
    const trimmed: Column[] = [];
    for (const theme of themes)
      for (const trim of trims)
        for (const edition of otherEditions)
          trimmed.push(
            await column(trimmedTo(themed(findPublication(packageRoot), theme), trim), edition, pool),
          );
    return [
      headlines,
      facing,
      textureTable('Texture of lines', [...sample, ...long, ...trimmed]),
      floorTable(floors),
      hyphenTable(english),
      tableOf('The sample', sample),
      tableOf('The sample in other trims and editions', trimmed),
      tableOf(`Long texts of seed ${seed}`, long),
      tableOf('A style with --marks: kaiming, --hanging: allow, --han-latin: 0.125em', chosen),
    ];
  } finally {
    await pool.close();
  }
}

/** Other trim sizes, and the Chinese editions that the sample does not list. */
const trims = ['16开', '大32开', 'A5'] as const;
const otherEditions = ['zh-Hans', 'zh-Hant', 'zh-Hant-MO'] as const;
const trimmedTo = (place: Place, trim: string): Place => ({
  ...place,
  publication: { ...place.publication, trim },
});

/** Number of headlines. */
const mostHeadlines = 500;

/** Breaks of headlines, by measure. */
async function headlineTable(headlines: readonly string[], pool: BrowserPool): Promise<Table> {
  const rows: string[][] = [];
  for (const measure of headlineMeasures) {
    const set = (
      await published(headlineText(headlines), {
        theme: 'literary',
        edition: 'zh-Hans',
        pool,
        css: headlineCss(measure),
      })
    ).set;
    const { lines, breaks, inWords, atClauses } = countHeadlines(set);
    rows.push([`${measure} em`, ...[lines, breaks, atClauses, inWords.length].map(String), inWords[0] ?? '']);
  }
  return {
    title: `${headlines.length} headlines`,
    head: ['measure', 'lines', 'breaks', 'at marks and blanks', 'inside a word, number or name', 'the first'],
    rows,
  };
}

/** The sample on facing pages; English lines are three quarters as high as Chinese ones. */
async function facingTable(pool: BrowserPool): Promise<Table> {
  const rows: string[][] = [];
  for (const theme of themes) {
    const { set } = await column(themed(findPublication(packageRoot), theme), 'zh-Hans+en@facing', pool);
    const pixel = 0.75;
    const english = Math.ceil((set.book.typeArea.linePt * 0.75) / pixel) * pixel;
    const { pages, verso, recto } = fillOf(set, english);
    rows.push([theme, `${pages}`, ...[verso, recto].map((share) => `${(share * 100).toFixed(1)} %`)]);
  }
  return {
    title: 'Facing pages: lines filled',
    head: ['theme', 'pages', 'Chinese', 'English'],
    rows,
  };
}

export const themed = (place: Place, theme: string): Place => ({
  ...place,
  publication: { ...place.publication, theme },
});

export interface Choice {
  theme: string;
  edition: string;
  pool: BrowserPool;
  css?: string;
}

export async function published(text: LongText, { theme, edition, pool, css }: Choice): Promise<Column> {
  const root = writePublication(text, { theme, ...(css !== undefined && { css }) });
  try {
    return await column(findPublication(root), edition, pool);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export async function column(place: Place, edition: string, pool: BrowserPool): Promise<Column> {
  const book = await bookOf(place, edition);
  const set = await readSetBook(await printBook(book, pool), book);
  const { title, theme } = place.publication;
  return { name: `${title}, ${theme}, ${edition}: ${set.pages} pages`, set };
}

async function bookOf(place: Place, edition: string): Promise<Book> {
  const [folder] = pickIssues(place, []);
  const { issue } = await readManuscript(folder!, place, { run: async (_, work) => work(() => undefined) });
  return bookFrom(issue, editionOf(edition), place).book;
}

async function floorsOf(text: LongText, { theme, edition, pool }: Choice): Promise<BookFloors> {
  const root = writePublication(text, { theme });
  try {
    return await floorsIn(findPublication(root), edition, pool);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function floorsIn(place: Place, edition: string, pool: BrowserPool): Promise<BookFloors> {
  const counts = await countFloors(await bookOf(place, edition), pool);
  const { title, theme, trim } = place.publication;
  return { name: `${title}, ${theme}, ${trim}, ${edition}`, counts };
}

/** One row per point, one column per book: violations of places, and the first of them. */
export function tableOf(title: string, columns: readonly Column[]): Table {
  const results = columns.map(({ set }) => typographyChecks.map(({ run }) => run(set)));
  const rows = typographyChecks.map(({ name }, row) => [
    name,
    ...results.map((result) => `${result[row]!.wrong.length} of ${result[row]!.places}`),
    results.flatMap((result) => result[row]!.wrong)[0] ?? '',
  ]);
  const totals = results.map((result) => result.reduce((sum, { wrong }) => sum + wrong.length, 0));
  const lengths = columns.map(({ set }) =>
    set.blocks.reduce((sum, { isBody, text }) => sum + (isBody ? text.length : 0), 0),
  );
  const rate = (index: number) => ((totals[index]! / Math.max(1, lengths[index]!)) * 10_000).toFixed(2);
  return {
    title,
    head: ['violations of places', ...columns.map(({ name }) => name), 'the first'],
    rows: [
      ...rows,
      ['characters of running text', ...lengths.map(String), ''],
      ['all violations', ...totals.map(String), ''],
      ['in 10,000 characters', ...totals.map((_, index) => rate(index)), ''],
    ],
  };
}
