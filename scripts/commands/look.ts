import { basename, join, relative } from 'node:path';
import { writeFileAtomically } from '../article/manuscript.js';
import { bookFrom } from '../book.js';
import { type BrowserPool, newBrowserPool } from '../chromium/browser-pool.js';
import { loadDocument, styleElement } from '../chromium/closed-tab.js';
import { withTab } from '../chromium/with-tab.js';
import { findPublication, type Place, pickIssues } from '../config.js';
import { listThemes } from '../design.js';
import { editionOf } from '../edition/edition-of.js';
import { readManuscript } from '../read-manuscript.js';
import { assemble, documentOf } from '../typeset/assemble/assemble.js';
import type { PlacedPage } from '../typeset/assemble/place-pages.js';
import type { Book } from '../typeset/book/galley.js';
import { subsetFonts } from '../typeset/fonts/fonts.js';
import { paginate } from '../typeset/pages/paginate.js';
import type { ExitCode, Terminal } from './command.js';
import { outFolder } from './out-folder.js';

export interface LookArguments {
  theme?: string[];
  edition?: string[];
  out?: string;
  browser?: string;
  /** One spread of each instead of all pages. */
  spreads?: boolean;
}

/**
 * `chongpai look`: contact sheets, all pages of an issue in one picture, for each theme and edition; or one spread of
 * each, small enough for a README.
 */
export async function lookAt(
  asked: string[],
  { theme, edition, out, browser, spreads = false }: LookArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  const folder = outFolder({ root: place.root, cwd: terminal.cwd, asked: out }, 'look');
  const themes = (theme ?? listThemes(place.root)).flatMap((name) => name.split(','));
  const editions = (edition ?? place.publication.editions).flatMap((id) => id.split(',')).map(editionOf);
  const pool = newBrowserPool({ path: browser });
  try {
    for (const issueFolder of pickIssues(place, asked)) {
      const { issue } = await readManuscript(issueFolder, place, {
        run: async (_, work) => work(() => undefined),
      });
      for (const name of themes)
        for (const one of editions) {
          const themed: Place = { ...place, publication: { ...place.publication, theme: name } };
          const { book } = bookFrom(issue, one, themed);
          const file = spreads ? `${name}-${one.id}.png` : `${basename(issueFolder)}-${name}-${one.id}.png`;
          const path = join(folder, file);
          writeFileAtomically(path, await (spreads ? spread(book, pool) : contactSheet(book, pool)));
          terminal.result(`${relative(terminal.cwd, path)}\n`);
        }
    }
  } finally {
    await pool.close();
  }
  return 0;
}

/** Pages side by side as spreads, at half size: enough to judge the look of a page, and to read its headlines. */
const sheet = `body { background: #8c8c8c !important; }
main { display: grid; grid-template-columns: repeat(6, auto); justify-content: center; gap: 32px 0; padding: 32px; zoom: 0.5; }
.pagedjs_page { box-shadow: 0 0 6px rgb(0 0 0 / 40%); margin: 0; }
.pagedjs_page:first-child { grid-column: 2; }`;
/** Pages in a row: three spreads. */
const columns = 6;

async function contactSheet(book: Book, pool: BrowserPool): Promise<Uint8Array> {
  return picture(book, pool, { css: sheet, width: pagePx(book) * 0.5 * columns + 64 });
}

/** A verso and a recto of running text, at six tenths of their size. */
const spreadCss = `body { background: #8c8c8c !important; }
main { display: flex; justify-content: center; padding: 16px; zoom: 0.6; }
.pagedjs_page { margin: 0; }`;
/** Finds the first spread of text; the page before it may be the beginning of a story. */
async function spread(book: Book, pool: BrowserPool): Promise<Uint8Array> {
  const width = pagePx(book) * 0.6 * 2 + 22;
  return picture(book, pool, {
    css: spreadCss,
    width,
    pick: (pages) => {
      const verso = Math.max(
        0,
        pages.findIndex(({ folio, html }) => /[2468]$/.test(folio) && html.includes('<article')),
      );
      return pages.slice(verso, verso + 2);
    },
  });
}

const pagePx = ({ trim }: Book) => (trim.widthMm / 25.4) * 96;

interface Picture {
  css: string;
  /** Width of the picture, in px. */
  width: number;
  /** The pages on it; all by default. */
  pick?: (pages: PlacedPage[]) => PlacedPage[];
}

async function picture(
  book: Book,
  pool: BrowserPool,
  { css, width, pick = (pages) => pages }: Picture,
): Promise<Uint8Array> {
  const fonts = await subsetFonts(book.fonts, book.characters, book.displayCharacters);
  const assembled = assemble(book, await paginate(book, fonts, pool), fonts);
  const shown = { ...assembled, pages: pick(assembled.pages) };
  const html = documentOf(book, shown).replace('</head>', `${styleElement(css)}</head>`);
  return pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await tab.setViewport({ width: Math.ceil(width), height: 100 });
      await loadDocument(tab, html);
      await tab.evaluate(() => document.fonts.ready.then(() => undefined));
      return tab.screenshot({ fullPage: true, type: 'png' });
    }),
  );
}
