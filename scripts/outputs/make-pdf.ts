import { say } from '../article/words/say.js';
import { bookFrom } from '../book.js';
import type { Place } from '../config.js';
import { ownSheetOf } from '../design.js';
import { withCauses } from '../finding-causes.js';
import { withLines } from '../finding-lines.js';
import { type Expected, expectedOf } from '../prepress/expected.js';
import { finish } from '../prepress/finish.js';
import { type BoundPages, boundPages } from '../prepress/impose/bound-pages.js';
import { pageFacts } from '../prepress/page-facts.js';
import { preflight } from '../prepress/preflight.js';
import { print } from '../prepress/print.js';
import type { ProvenText } from '../prepress/proven-text.js';
import { scalePictures } from '../prepress/scale-pictures.js';
import { failedProof, missingCharacters, tooLarge } from '../proof.js';
import { questionPages } from '../question-pages.js';
import { openQuestion } from '../report.js';
import { assemble, documentOf } from '../typeset/assemble/assemble.js';
import { bleedCss } from '../typeset/assemble/bleed-css.js';
import type { Book } from '../typeset/book/galley.js';
import { subsetFonts } from '../typeset/fonts/fonts.js';
import { type LaidOut, paginate } from '../typeset/pages/paginate.js';
import { blamingSheet } from './blaming-sheet.js';
import { lookedPages } from './looked-pages.js';
import type { Made, Making } from './output.js';
import { refuseDamaged } from './refuse-damaged.js';

/** Facts about a reading PDF for the report. */
export interface PdfFacts {
  pages: number;
  /** Blocks that do not fit the type area. */
  troubles: string[];
}

/** compose → fonts → paginate → print → finish → preflight. @throws a problem when the proof fails. */
export function makePdf(making: Making): Promise<Made<PdfFacts, BoundPages>> {
  return blamingSheet(making.place, () => makeProven(making));
}

async function makeProven(making: Making): Promise<Made<PdfFacts, BoundPages>> {
  const { issue, edition, place, pool, modified, run } = making;
  const { book, articles, messages, fonts, laidOut, assembled } = await layOut(making);
  const held: { expected?: Expected } = {};
  const meanwhile = async () => {
    held.expected = await expectedOf(book, { fontCss: fonts.css, pool });
  };
  const html = await scalePictures(documentOf(book, assembled), dpiOf(place), pool);
  const printed = await run('print', () => print(html, pool, { fonts, meanwhile }), kilobytes);
  const labels = assembled.pages.map(({ label }) => label);
  const pdf = await run('finish', () => finish(printed, book, { modified, labels }), kilobytes);
  const proven: ProvenText[] = [];
  const facts = {
    pages: pageFacts(book, assembled.pages),
    ...held,
    looked: lookedPages([place.root, issue.id, edition.id]),
    onProven: (text: ProvenText) => proven.push(text),
  };
  const findings = await run(
    'preflight',
    () => preflight(pdf, book, facts),
    (found) =>
      found.length > 0
        ? say('did-find', characterCount(book), found.length)
        : say('did-prove', characterCount(book)),
  );
  const troubles = laidOut.pages.flatMap((galley) => galley.troubles);
  if (findings.length > 0 && troubles.length > 0) throw tooLarge(troubles, book, articles);
  if (findings.length > 0)
    throw failedProof(
      withLines(withCauses(findings, ownSheetOf(place)), { articles, proven: proven[0], root: place.root }),
    );
  const found = questionPages(articles, proven[0]!);
  const open = messages.map((message) =>
    openQuestion(message, { edition: edition.id, page: labels[found.get(message) ?? -1] }),
  );
  return {
    files: [{ ending: 'pdf', bytes: pdf }],
    facts: { pages: labels.length, troubles: troublesOf(laidOut) },
    rest: boundPages(book, assembled.pages),
    open,
  };
}

/** 出血: the same book on pages that extend beyond their trim, for the press. The reading PDF's proof covers its text. */
export async function makeWithBleed(making: Making, bleedMm: number): Promise<Uint8Array> {
  const { place, pool, modified, run } = making;
  const { book, assembled, fonts } = await layOut(making);
  const bled = documentOf(book, assembled, bleedCss(book.trim, bleedMm));
  const html = await scalePictures(bled, dpiOf(place), pool);
  const printed = await run('print', () => print(html, pool, { fonts }), kilobytes);
  const labels = assembled.pages.map(({ label }) => label);
  return run('finish', () => finish(printed, book, { modified, labels, bleedMm }), kilobytes);
}

/** compose → fonts → paginate: the pages of a book. */
async function layOut({ issue, edition, place, pool, run }: Making) {
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
  const laidOut = await run(
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
  return { book, articles, messages, fonts, laidOut, assembled: assemble(book, laidOut, fonts) };
}

const dpiOf = ({ publication }: Place) => publication.pictureDpi;
const kilobytes = (bytes: Uint8Array) => say('did-kilobytes', Math.round(bytes.length / 1024));
const troublesOf = ({ pages }: LaidOut) =>
  pages.flatMap(({ troubles }) => troubles.map(({ block, reason }) => `${block} ${reason}`));

const characterCount = ({ passages }: Book) => passages.reduce((sum, { text }) => sum + [...text].length, 0);
