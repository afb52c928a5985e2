import type { Page as Tab } from 'puppeteer';
import { browserCode } from '../../scripts/chromium/browser-code.js';
import type { BrowserPool } from '../../scripts/chromium/browser-pool.js';
import { withTab } from '../../scripts/chromium/with-tab.js';
import { readDesign } from '../../scripts/design.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import type { Finding } from '../../scripts/prepress/finding.js';
import { finish } from '../../scripts/prepress/finish.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { print } from '../../scripts/prepress/print.js';
import { type Assembled, assemble, documentOf } from '../../scripts/typeset/assemble/assemble.js';
import type { Book, Passage } from '../../scripts/typeset/book/galley.js';
import { partSheet } from '../../scripts/typeset/compose/at-page.js';
import { subsetFonts } from '../../scripts/typeset/fonts/fonts.js';
import { pageRules } from '../../scripts/typeset/page-box/page-rules.js';
import { openTab } from '../../scripts/typeset/pages/paginate.js';
import type { Pages } from '../../scripts/typeset/pages.js';
import { type Geometry, pageOf } from './geometry.js';
import { type Line, measure } from './lines.js';

/** Input of a test: HTML of a galley, and its text that must be printed. */
export interface Piece {
  html: string;
  passages: Passage[];
  /** The side of its first page, for spreads. */
  side?: 'recto' | 'verso';
}

/** Results of setting. */
export interface Laid {
  pages: Pages[];
  assembled: Assembled;
  pdf: Uint8Array;
  findings: Finding[];
  /** Galley by galley, page by page: lines of the browser in the flow, and on the page. */
  lines: { flow: Line[][]; pages: Line[][] }[];
}

/** Sets pieces of text on pages of one geometry, prints them, and reads the PDF back, like a build. */
export async function layOut(pieces: readonly Piece[], geometry: Geometry, pool: BrowserPool): Promise<Laid> {
  const book = bookOf(pieces, geometry);
  const fonts = await subsetFonts(book.fonts, book.characters);
  if (fonts.missing.length > 0) throw new Error(`No font has ${fonts.missing.join(' ')}`);
  const code = await browserCode('typeset/pages/layout');
  const rules = await pageRules(book.pageCss, pool);
  const { pages, lines } = await pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await openTab(tab, { book, fonts, rules, code });
      return paginateAll(tab, book, pieces);
    }),
  );
  const assembled = assemble(book, { pages, pagedCss: rules.css, cached: 0 }, fonts);
  const printed = await print(documentOf(book, assembled), pool);
  const labels = assembled.pages.map(({ label }) => label);
  const pdf = await finish(printed, book, { modified: new Date(0), labels });
  const { facts } = pageOf(geometry);
  const findings = await preflight(pdf, book, { pages: labels.map(() => facts) });
  return { pages, assembled, pdf, findings, lines };
}

async function paginateAll(tab: Tab, book: Book, pieces: readonly Piece[]) {
  const pages: Pages[] = [];
  const lines: Laid['lines'] = [];
  for (const [index, galley] of book.galleys.entries()) {
    const { side } = pieces[index]!;
    const job = { galley: galley.id, html: galley.html, ...(side && { side }) };
    const made = await measure(tab, job);
    pages.push(made.pages);
    lines.push(made.lines);
  }
  return { pages, lines };
}

const edition = editionOf('zh-Hans');
const place = { root: '/', publication: { trim: 'A5', theme: 'literary' } };

export function bookOf(pieces: readonly Piece[], geometry: Geometry): Book {
  const { trim, typeArea, rules } = pageOf(geometry);
  const { sheets } = readDesign(place as Parameters<typeof readDesign>[0], edition);
  const parts = sheets.map(partSheet);
  const passages = pieces.flatMap((piece) => piece.passages);
  const vertical = geometry.isVertical ? ['.pagedjs_page_content { writing-mode: vertical-rl; }'] : [];
  const text = passages.map((passage) => passage.text).join('');
  return {
    issue: 'torture',
    edition: edition.id,
    lang: edition.id,
    title: '排版测试',
    author: '',
    subject: '',
    progression: geometry.isVertical ? 'rtl' : 'ltr',
    trim,
    typeArea,
    pageCss: rules.page + parts.map(({ atPage }) => atPage).join('\n'),
    css: [rules.root, ...parts.map(({ rest }) => rest), ...vertical],
    fonts: edition.fonts,
    galleys: pieces.map(({ html }, index) => ({ id: `g${index}`, html, start: 'any', folios: 'none' })),
    passages,
    characters: `${text}0123456789-‐• `,
    runningHead: '',
  };
}
