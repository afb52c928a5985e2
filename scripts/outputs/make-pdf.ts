import { setTimeout } from 'node:timers/promises';
import { say } from '../article/words/say.js';
import { bookFrom } from '../book.js';
import type { Place } from '../config.js';
import type { Expected } from '../prepress/expected.js';
import type { BoundPages } from '../prepress/impose/bound-pages.js';
import { printBook } from '../prepress/print-book.js';
import { scalePages } from '../prepress/scale-pictures.js';
import { programKey as program } from '../program-key.js';
import { missingCharacters } from '../proof.js';
import { assemble } from '../typeset/assemble/assemble.js';
import { bleedCss } from '../typeset/assemble/bleed-css.js';
import { subsetFonts } from '../typeset/fonts/fonts.js';
import { paginate } from '../typeset/pages/paginate.js';
import { blamingSheet } from './blaming-sheet.js';
import { kilobytes, type Laid, type Outlined, type PdfFacts } from './laid.js';
import type { Made, Making } from './output.js';
import { refuseDamaged } from './refuse-damaged.js';

/** compose → fonts → paginate → print → finish → preflight. @throws a problem when the proof fails. */
export function makePdf(making: Making): Promise<Made<PdfFacts, BoundPages>> {
  return blamingSheet(making.place, () => makeProven(making));
}

async function makeProven(making: Making): Promise<Made<PdfFacts, BoundPages>> {
  const { outlined, ...proof } = await finishedPdf(making);
  const { provenPdf } = await import('./prove-pdf.js');
  return provenPdf(making, outlined, proof);
}

/** compose → … → finish. Pages and what the browser printed, .3 GB of a book of 3,100 pages, do not stay for the proof. */
async function finishedPdf(
  making: Making,
): Promise<{ pdf: Uint8Array; outlined: Outlined; expected?: Expected }> {
  const { place, pool, run, modified } = making;
  const laid = await layOut(making);
  const { book, fonts, assembled } = laid;
  const { expectedOf, finish } = await import('./prove-pdf.js');
  const held: { expected?: Expected } = {};
  const meanwhile = async () => {
    held.expected = await expectedOf(book, { fontCss: fonts.css, pool });
  };
  const scaled = await scalePages(assembled, dpiOf(place), pool);
  const printed = await run(
    'print',
    () => printBook(book, scaled, pool, { fonts, program, meanwhile }),
    kilobytes,
  );
  const labels = assembled.pages.map(({ label }) => label);
  const pdf = await run('finish', () => finish(printed, book, { modified, labels }), kilobytes);
  return { pdf, outlined: outlineOf(laid), ...held };
}

const outlineOf = ({ book, articles, messages, laidOut, assembled }: Laid): Outlined => ({
  book,
  articles,
  messages,
  pages: assembled.pages.map(({ html: _, ...page }) => page),
  troubles: laidOut.pages.flatMap(({ troubles }) => troubles),
});

/** 出血: the same book on pages that extend beyond their trim, for the press. The reading PDF's proof covers its text. */
export async function makeWithBleed(making: Making, bleedMm: number): Promise<Uint8Array> {
  const { place, pool, modified, run } = making;
  const { book, assembled, fonts } = await layOut(making);
  const { finish } = await import('./prove-pdf.js');
  const scaled = await scalePages(assembled, dpiOf(place), pool);
  const extraCss = bleedCss(book.trim, bleedMm);
  const printed = await run(
    'print',
    () => printBook(book, scaled, pool, { fonts, program, extraCss }),
    kilobytes,
  );
  const labels = assembled.pages.map(({ label }) => label);
  return run('finish', () => finish(printed, book, { modified, labels, bleedMm }), kilobytes);
}

/** compose → fonts → paginate: the pages of a book. */
async function layOut({ issue, edition, place, pool, run }: Making): Promise<Laid> {
  const { book, articles, messages } = await run(
    'compose',
    () => bookFrom(issue, edition, place),
    ({ book: { galleys } }) => say('did-compose', galleys.length),
  );
  await refuseDamaged(articles, pool);
  const fonts = await run(
    'fonts',
    () => subsetFonts(book.fonts, book.characters, book.displayCharacters),
    ({ css }) => say('did-fonts', [...book.characters].length, Math.round((css.length * 3) / 4096)),
  );
  if (fonts.missing.length > 0) throw missingCharacters(fonts.missing, book, issue);
  const layingOut = run(
    'paginate',
    (soFar) => paginate(book, fonts, pool, (done, total) => soFar(say('galleys-so-far', done, total))),
    ({ pages, cached }) =>
      say(
        'did-paginate',
        pages.reduce((sum, one) => sum + one.pages.length, 0),
        cached,
        pages.length,
      ),
  );
  // The proof's program is read while the browser lays out.
  const [laidOut] = await Promise.all([layingOut, setTimeout(5).then(() => import('./prove-pdf.js'))]);
  return { book, articles, messages, fonts, laidOut, assembled: assemble(book, laidOut, fonts) };
}

const dpiOf = ({ publication }: Place) => publication.pictureDpi;
