import { toHtml } from 'hast-util-to-html';
import type { Page as Tab } from 'puppeteer';
import { parseArticle } from '../../article/markdown.js';
import { type BrowserPool, newBrowserPool } from '../../chromium/browser-pool.js';
import { withTab } from '../../chromium/with-tab.js';
import { readDesign } from '../../design.js';
import { editionOf } from '../../edition/edition-of.js';
import { expectedOf } from '../../prepress/expected.js';
import { finish } from '../../prepress/finish.js';
import { pageFacts } from '../../prepress/page-facts.js';
import { preflight } from '../../prepress/preflight.js';
import { print } from '../../prepress/print.js';
import { assemble, documentOf } from '../../typeset/assemble/assemble.js';
import type { Book, Galley, Passage } from '../../typeset/book/galley.js';
import { compose } from '../../typeset/compose/compose.js';
import { isolateNames } from '../../typeset/compose/isolate.js';
import { type FontSet, subsetFonts } from '../../typeset/fonts/fonts.js';
import { type LaidOut, paginate } from '../../typeset/pages/paginate.js';
import { story } from '../../typeset/parts/story.js';
import { newRandom } from '../random.js';
import type { BenchOptions, Table } from '../table.js';
import { randomArticle } from './article.js';
import { setWithPagedJs } from './peer.js';
import { compare, nothingShown, readPages, type Shown } from './read.js';

/** Counts over the characters of all articles. */
interface Score {
  name: string;
  pages: number;
  lost: number;
  doubled: number;
  outside: number;
  /** Number of notes at the foot of a page that does not call them. */
  away: number;
  /** Number of articles with any of these, or that did not finish. */
  bad: number;
  seconds: number;
}

/** Number of articles that are set and printed as one book, at most. */
const largestBatch = 50;
/** Themes and trim sizes, used by batches in turn; the smallest has the most page breaks. */
const settings = ['literary', 'newspaper'].flatMap((theme) =>
  // Two columns need at least ten characters each, which a pocket book does not have.
  ['A5', '16开', 'A4', ...(theme === 'literary' ? ['80x110'] : [])].map((trim) => ({ theme, trim })),
);
type Setting = (typeof settings)[number];

/**
 * Sets random articles of mixed structure with our layout and with plain Paged.js 0.4.3, the same HTML and style
 * sheets, and counts characters. Ours are also printed and proven. With `alone`, ours only, in a third of the time.
 */
export async function benchPages({ seed = 1, pages: count = 1000, alone }: BenchOptions): Promise<Table[]> {
  const batch = Math.min(largestBatch, Math.ceil(count / settings.length));
  const ours = newScore('chongpai');
  const peer = newScore('Paged.js 0.4.3');
  const findings = new Map<string, number>();
  const pool = newBrowserPool();
  try {
    for (let first = 0; first < count; first += batch) {
      const setting = settings[(first / batch) % settings.length]!;
      const book = randomBook(setting, seed + first, Math.min(batch, count - first));
      const fonts = await subsetFonts(book.fonts, book.characters);
      const started = performance.now();
      const laidOut = await paginate(book, fonts, pool);
      ours.seconds += (performance.now() - started) / 1000;
      await scoreOurs(ours, { book, laidOut, fonts }, pool);
      const found = [...misfits(laidOut), ...(await proofOf({ book, laidOut, fonts }, pool))];
      for (const { article, words } of found) {
        const where = article === undefined ? 'the whole book' : `${seed + first + article}.md`;
        const kind = `${setting.theme} ${setting.trim}, ${where}: ${words}`;
        findings.set(kind, (findings.get(kind) ?? 0) + 1);
      }
      if (!alone) await scorePeer(peer, { book, fonts }, pool);
    }
  } finally {
    await pool.close();
  }
  const row = ({ name, pages, lost, doubled, outside, away, bad, seconds }: Score) =>
    [name, pages, lost, doubled, outside, away, `${bad} of ${count}`, seconds.toFixed(1)].map(String);
  return [
    {
      title: `Pages: ${count} random articles of mixed structure in two themes and four trims, seeds ${seed} … ${seed + count - 1}`,
      head: ['', 'pages', 'lost', 'doubled', 'outside', 'notes away', 'articles with a fault', 'seconds'],
      rows: [row(ours), ...(alone ? [] : [row(peer)])],
    },
    {
      title: 'Printed and read back: findings of the proof',
      head: ['finding', 'times'],
      rows: findings.size === 0 ? [['none', '0']] : [...findings].map(([kind, times]) => [kind, `${times}`]),
    },
  ];
}

/** A finding about an article of a batch, by its index; undefined for the whole book. */
interface Found {
  article: number | undefined;
  words: string;
}

/** Blocks that layout tells as too large for their page, though the print may be right. */
const misfits = ({ pages }: LaidOut): Found[] =>
  pages.flatMap(({ troubles }, article) =>
    troubles.map(({ block, reason }) => ({ article, words: `layout: ${block} ${reason}` })),
  );

const newScore = (name: string): Score => ({
  name,
  pages: 0,
  lost: 0,
  doubled: 0,
  outside: 0,
  away: 0,
  bad: 0,
  seconds: 0,
});

const edition = editionOf('zh-Hans');

/** A book of random articles, a galley each. */
function randomBook(publication: Setting, seed: number, count: number): Book {
  const place = { root: '/', publication } as Parameters<typeof readDesign>[0];
  const design = readDesign(place, edition);
  const tally = { edits: {}, open: 0 };
  const empty = compose({ id: 'bench', title: '测试', sections: [], tally, messages: [] }, edition, design);
  const galleys: Galley[] = [];
  const passages: Passage[] = [];
  for (let index = 0; index < count; index++) {
    const id = `a${index}`;
    const article = parseArticle(id, `${seed + index}.md`, randomArticle(newRandom(seed + index)));
    const part = story(article, { section: 'b', rank: 1 });
    isolateNames(part.html);
    galleys.push({ id, html: toHtml(part.html), start: 'any', folios: 'none' });
    passages.push(...part.passages);
  }
  // Characters of layout itself are in the empty book; passages have no spaces.
  const blanks = galleys.map(({ html }) => html.replace(/\S/gu, ''));
  const characters = [empty.characters, ...passages.map(({ text }) => text), ...blanks].join('');
  return { ...empty, galleys, passages, characters };
}

interface Made {
  book: Book;
  laidOut: LaidOut;
  fonts: FontSet;
}

async function scoreOurs(score: Score, { book, laidOut, fonts }: Made, pool: BrowserPool): Promise<void> {
  await pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      for (const [index, galley] of book.galleys.entries()) {
        const alone = { ...book, galleys: [galley] };
        const assembled = assemble(alone, { ...laidOut, pages: [laidOut.pages[index]!] }, fonts);
        await show(tab, documentOf(alone, assembled));
        add(score, await readPages(tab), book.passages[index]!.text);
      }
    }),
  );
}

async function proofOf({ book, laidOut, fonts }: Made, pool: BrowserPool): Promise<Found[]> {
  const assembled = assemble(book, laidOut, fonts);
  const labels = assembled.pages.map(({ label }) => label);
  const printed = await print(documentOf(book, assembled), pool);
  const pdf = await finish(printed, book, { modified: new Date(0), labels });
  const findings = await preflight(pdf, book, {
    pages: pageFacts(book, assembled.pages),
    expected: await expectedOf(book, { fontCss: fonts.css }),
  });
  // White pages belong to no article.
  const articles = laidOut.pages.flatMap(({ pages }, article) => pages.map(() => article)).values();
  const owners = assembled.pages.map(({ isBlank }) => (isBlank ? undefined : articles.next().value));
  return findings.map(({ rule, page, characters = '' }) => ({
    article: page === undefined ? undefined : owners[page - 1],
    words: `${rule} ${characters.slice(0, 6)}`,
  }));
}

async function scorePeer(
  score: Score,
  { book, fonts }: Pick<Made, 'book' | 'fonts'>,
  pool: BrowserPool,
): Promise<void> {
  const css = [book.pageCss, ...book.css].join('\n');
  for (const [index, galley] of book.galleys.entries()) {
    const started = performance.now();
    const shown = await pool.use(({ browser }) =>
      setWithPagedJs(browser, { html: galley.html, css, fontCss: fonts.css }),
    );
    score.seconds += (performance.now() - started) / 1000;
    add(score, shown ?? nothingShown, book.passages[index]!.text);
  }
}

async function show(tab: Tab, html: string): Promise<void> {
  await tab.setContent(html);
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
}

function add(score: Score, shown: Shown, written: string): void {
  const { lost, doubled } = compare(written, shown);
  score.pages += shown.pages;
  score.lost += lost;
  score.doubled += doubled;
  score.outside += shown.outside;
  score.away += shown.away;
  if (lost + doubled + shown.outside + shown.away > 0) score.bad++;
}
