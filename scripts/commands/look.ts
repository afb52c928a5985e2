import { basename, join, relative, resolve } from 'node:path';
import { writeFileAtomically } from '../article/manuscript.js';
import { bookFrom } from '../book.js';
import { readManuscript } from '../build.js';
import { findPublication, type Place, pickIssues } from '../config.js';
import { listThemes } from '../design.js';
import { editionOf } from '../edition/edition-of.js';
import { assemble, documentOf } from '../typeset/assemble.js';
import { withTab } from '../typeset/browser.js';
import { type BrowserPool, newBrowserPool } from '../typeset/browser-pool.js';
import { subsetFonts } from '../typeset/fonts.js';
import type { Book } from '../typeset/galley.js';
import { paginate } from '../typeset/paginate.js';
import type { ExitCode, Terminal } from './command.js';

export interface LookArguments {
  theme?: string[];
  edition?: string[];
  out?: string;
}

/** `chongpai look`: contact sheets, all pages of an issue on one picture, for each theme and edition. */
export async function lookAt(
  asked: string[],
  { theme, edition, out }: LookArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = findPublication(terminal.cwd);
  const folder = out === undefined ? join(place.root, 'build', 'look') : resolve(terminal.cwd, out);
  const themes = (theme ?? listThemes(place.root)).flatMap((name) => name.split(','));
  const editions = (edition ?? place.publication.editions).flatMap((id) => id.split(',')).map(editionOf);
  const pool = newBrowserPool({ path: place.publication.browser });
  try {
    for (const issueFolder of pickIssues(place, asked)) {
      const issue = await readManuscript(issueFolder, place, async (_, work) => work(() => undefined));
      for (const name of themes)
        for (const one of editions) {
          const themed: Place = { ...place, publication: { ...place.publication, theme: name } };
          const { book } = bookFrom(issue, one, themed);
          const path = join(folder, `${basename(issueFolder)}-${name}-${one.id}.png`);
          writeFileAtomically(path, await contactSheet(book, pool));
          terminal.result(`${relative(terminal.cwd, path)}\n`);
        }
    }
  } finally {
    await pool.close();
  }
  return 0;
}

/** Pages side by side as spreads, at half size: enough to see what a page looks like, and to read its headlines. */
const sheet = `body { background: #8c8c8c !important; }
main { display: grid; grid-template-columns: repeat(6, auto); justify-content: center; gap: 32px 0; padding: 32px; zoom: 0.5; }
.pagedjs_page { box-shadow: 0 0 6px rgb(0 0 0 / 40%); margin: 0; }
.pagedjs_page:first-child { grid-column: 2; }`;
/** Three spreads beside each other. */
const columns = 6;

async function contactSheet(book: Book, pool: BrowserPool): Promise<Uint8Array> {
  const fonts = await subsetFonts(book.fonts, book.characters, book.displayCharacters);
  const assembled = assemble(book, await paginate(book, fonts, pool), fonts);
  const html = documentOf(book, assembled).replace('</head>', `<style>${sheet}</style></head>`);
  const width = Math.ceil((book.trim.widthMm / 25.4) * 96 * 0.5 * columns) + 64;
  return pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await tab.setViewport({ width, height: 800 });
      await tab.setContent(html);
      await tab.evaluate(() => document.fonts.ready.then(() => undefined));
      return tab.screenshot({ fullPage: true, type: 'png' });
    }),
  );
}
