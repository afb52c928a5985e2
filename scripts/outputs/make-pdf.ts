import { setTimeout } from 'node:timers/promises';
import { say } from '../article/words/say.js';
import { bookFrom } from '../book.js';
import type { Place } from '../config.js';
import type { BoundPages } from '../prepress/impose/bound-pages.js';
import { printBook } from '../prepress/print-book.js';
import type { Printed } from '../prepress/printed.js';
import { scalePages } from '../prepress/scale-pictures.js';
import { programKey as program } from '../program-key.js';
import { missingCharacters } from '../proof.js';
import { assemble } from '../typeset/assemble/assemble.js';
import { bleedCss } from '../typeset/assemble/bleed-css.js';
import { subsetFonts } from '../typeset/fonts/fonts.js';
import { type LaidOut, paginate } from '../typeset/pages/paginate.js';
import { blamingSheet } from './blaming-sheet.js';
import type { BookProof } from './book-proof.js';
import { kilobytes, type Laid, type Outlined, type PdfFacts } from './laid.js';
import type { Made, Making } from './output.js';
import { refuseDamaged } from './refuse-damaged.js';

/** compose → fonts → paginate → print → finish → preflight. @throws a problem when the proof fails. */
export function makePdf(making: Making): Promise<Made<PdfFacts, BoundPages>> {
  return blamingSheet(making.place, () => makeProven(making));
}

async function makeProven(making: Making): Promise<Made<PdfFacts, BoundPages>> {
  const { outlined, ...finished } = await finishedPdf(making);
  const { provenPdf } = await import('./prove-pdf.js');
  return provenPdf(making, outlined, finished);
}

/** compose → … → finish. Pages and what the browser printed, .3 GB of a book of 3,100 pages, do not stay for the proof. */
async function finishedPdf(
  making: Making,
): Promise<{ pdf: Uint8Array; outlined: Outlined; proof: BookProof }> {
  const { pool, run, modified, handedOver } = making;
  const prepared = await prepare(making);
  // The browser has another book in the meantime.
  if (pool.inTurn.running() > 0) handedOver?.();
  let proof: BookProof | undefined;
  const { laid, printed } = await pool.inTurn(() =>
    printLaid(making, prepared, {
      meanwhile: async (laid) => {
        handedOver?.();
        const { beginProof } = await import('./begin-proof.js');
        proof = await beginProof(making, laid);
      },
    }),
  );
  const labels = laid.assembled.pages.map(({ label }) => label);
  const pdf = await run('finish', () => proof!.finish(printed, { modified, labels }), kilobytes);
  return { pdf, outlined: outlineOf(laid), proof: proof! };
}

const outlineOf = ({ book, articles, messages, laidOut, assembled }: Laid): Outlined => ({
  book,
  articles,
  messages,
  pages: assembled.pages.map(({ html: _, ...page }) => page),
  troubles: laidOut.pages.flatMap(({ troubles }) => troubles),
  plain: laidOut.pages.flatMap(({ plainFor }) => plainFor ?? []),
});

/** 出血: the same book on pages that extend beyond their trim, for the press. The reading PDF's proof covers its text. */
export async function makeWithBleed(making: Making, bleedMm: number): Promise<Uint8Array> {
  const { pool, modified, run } = making;
  const prepared = await prepare(making);
  const { book } = prepared;
  const extraCss = bleedCss(book.trim, bleedMm);
  const { laid, printed } = await pool.inTurn(() => printLaid(making, prepared, { extraCss }));
  const { finish } = await import('../prepress/finish.js');
  const labels = laid.assembled.pages.map(({ label }) => label);
  return run('finish', () => finish(printed, book, { modified, labels, bleedMm }), kilobytes);
}

type Prepared = Omit<Laid, 'laidOut' | 'assembled'>;

/** compose → fonts: all that this process does before the browser is needed. */
async function prepare({ issue, edition, place, pool, run }: Making): Promise<Prepared> {
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
  return { book, articles, messages, fonts };
}

/** paginate → print: the work of the browser. */
async function printLaid(
  making: Making,
  prepared: Prepared,
  { extraCss, meanwhile }: { extraCss?: string; meanwhile?: (laid: Laid) => Promise<void> },
): Promise<{ laid: Laid; printed: Printed }> {
  const { place, pool, run } = making;
  const { book, fonts } = prepared;
  const laidOut = await layOut(making, prepared);
  const laid = { ...prepared, laidOut, assembled: assemble(book, laidOut, fonts) };
  const scaled = await scalePages(laid.assembled, dpiOf(place), pool);
  const options = {
    ...{ fonts, program },
    ...(extraCss !== undefined && { extraCss }),
    ...(meanwhile && { meanwhile: () => meanwhile(laid) }),
  };
  const printed = await run('print', () => printBook(book, scaled, pool, options), kilobytes);
  return { laid, printed };
}

async function layOut({ pool, run, handedOver }: Making, { book, fonts }: Prepared): Promise<LaidOut> {
  const layingOut = run(
    'paginate',
    (soFar) =>
      paginate(book, fonts, pool, {
        onGalley: (done, total) => soFar(say('galleys-so-far', done, total)),
        onBusy: handedOver,
      }),
    ({ pages, cached }) =>
      say(
        'did-paginate',
        pages.reduce((sum, one) => sum + one.pages.length, 0),
        cached,
        pages.length,
      ),
  );
  // What goes on with the pages is read while the browser lays out.
  const reading = setTimeout(5).then(() =>
    Promise.all([import('./begin-proof.js'), import('./prove-pdf.js')]),
  );
  const [laidOut] = await Promise.all([layingOut, reading]);
  return laidOut;
}

const dpiOf = ({ publication }: Place) => publication.pictureDpi;
