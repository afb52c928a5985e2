import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../article/issue.js';
import { readIssue } from '../../article/read-issue.js';
import { bookFrom } from '../../book.js';
import { browserCode } from '../../chromium/browser-code.js';
import { type BrowserPool, newBrowserPool } from '../../chromium/browser-pool.js';
import { withTab } from '../../chromium/with-tab.js';
import { findPublication, type Place } from '../../config.js';
import { editionOf } from '../../edition/edition-of.js';
import { finish } from '../../prepress/finish.js';
import { preflight } from '../../prepress/preflight.js';
import { print } from '../../prepress/print.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import { assemble, documentOf } from '../../typeset/assemble/assemble.js';
import type { Book } from '../../typeset/book/galley.js';
import { subsetFonts } from '../../typeset/fonts/fonts.js';
import { pageRules } from '../../typeset/page-box/page-rules.js';
import { jobOf, openTab, runJob } from '../../typeset/pages/paginate.js';
import type { Pages } from '../../typeset/pages.js';
import type { BenchOptions, Table } from '../table.js';
import { writeConstitution } from './constitution.js';
import { measureDrift } from './drift.js';

/** Single editions first: the others are compared with the first of them. */
const editions = ['zh-Hans', 'en', 'zh-Hans+en@facing', 'zh-Hans+en@columns', 'zh-Hans+en@interleaved'];
/** Number of runs, of which the fastest counts: the others waited for something. */
const runs = 2;

/**
 * 对照: the Constitution in Chinese and English, set in all three ways. Drift is measured on paper: how far the base line
 * of a paragraph's first line lies from that of its translation.
 */
export async function benchBilingual({ data }: BenchOptions): Promise<Table[]> {
  const root = writeConstitution(join(data, 'corpus', 'bilingual', 'constitution.zh-en.jsonl'));
  const pool = newBrowserPool();
  const rows: string[][] = [];
  let single = 0;
  /** Pages and seconds of the two languages by themselves: less than both cannot be set. */
  const apart = { pages: 0, seconds: 0 };
  try {
    const place = findPublication(root);
    const issue = readIssue(join(root, 'manuscript', 'constitution'), place.publication);
    for (const id of editions) {
      const made = await makeEdition(id, { issue, place, pool });
      if (single === 0) single = made.seconds;
      rows.push([
        id,
        `${made.pages}`,
        made.drift ? `${made.drift.pairs}` : '',
        made.drift ? made.drift.most.toFixed(3) : '',
        made.drift ? `${made.drift.apart}` : '',
        `${made.findings}`,
        `${made.open}`,
        made.seconds.toFixed(1),
        (made.seconds / single).toFixed(2),
      ]);
      if (id.includes('+')) continue;
      apart.pages += made.pages;
      apart.seconds += made.seconds;
    }
    const floor = [apart.seconds.toFixed(1), (apart.seconds / single).toFixed(2)];
    rows.push(['zh-Hans and en, two books', `${apart.pages}`, '', '', '', '', '', ...floor]);
  } finally {
    await pool.close();
    rmSync(root, { recursive: true, force: true });
  }
  return [
    {
      title: 'Bilingual: the Constitution, 382 paragraphs in Chinese and English',
      head: [
        'edition',
        'pages',
        'pairs measured',
        'largest drift, pt',
        'pairs not beside each other',
        'findings of the proof',
        'alignment messages',
        'seconds',
        'against zh-Hans',
      ],
      rows,
    },
  ];
}

interface Making {
  issue: Issue;
  place: Place;
  pool: BrowserPool;
}

async function makeEdition(id: string, { issue, place, pool }: Making) {
  const edition = editionOf(id);
  const { book, messages } = bookFrom(issue, edition, place);
  let best: { seconds: number; pdf: Uint8Array; pages: number; findings: number } | undefined;
  for (let run = 0; run < runs; run++) {
    const made = await makePdf(book, pool);
    if (!best || made.seconds < best.seconds) best = made;
  }
  const isAligned = edition.parallel === 'facing' || edition.parallel === 'columns';
  return {
    ...best!,
    open: messages.length,
    ...(isAligned && {
      drift: measureDrift(await readPdf(best!.pdf), book, edition.parallel === 'facing' ? 1 : 0),
    }),
  };
}

/** From galleys to a proven PDF, without the caches. */
async function makePdf(book: Book, pool: BrowserPool) {
  const fonts = await subsetFonts(book.fonts, book.characters, book.displayCharacters);
  const code = await browserCode('typeset/pages/layout');
  const rules = await pageRules(book.pageCss, pool);
  const started = performance.now();
  const laidOut = await pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await openTab(tab, { book, fonts, rules, code });
      const pages: Pages[] = [];
      for (const galley of book.galleys) pages.push(await runJob(tab, jobOf(galley, book)));
      return { pages, pagedCss: rules.css, cached: 0 };
    }),
  );
  const assembled = assemble(book, laidOut, fonts);
  const printed = await print(documentOf(book, assembled), pool);
  const labels = assembled.pages.map(({ label }) => label);
  const pdf = await finish(printed, book, { modified: new Date(0), labels });
  const findings = await preflight(pdf, book);
  const seconds = (performance.now() - started) / 1000;
  return { pdf, pages: labels.length, findings: findings.length, seconds };
}
