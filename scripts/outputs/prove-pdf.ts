import { say } from '../article/words/say.js';
import { ownSheetOf } from '../design.js';
import { withCauses } from '../finding-causes.js';
import { withLines } from '../finding-lines.js';
import { type BoundPages, boundPages } from '../prepress/impose/bound-pages.js';
import { browserLines, failedProof, tooLarge } from '../proof.js';
import { questionPages } from '../question-pages.js';
import { openQuestion } from '../report.js';
import type { Book } from '../typeset/book/galley.js';
import type { BookProof } from './book-proof.js';
import type { Outlined, PdfFacts } from './laid.js';
import type { Made, Making } from './output.js';

/**
 * The proof of the reading PDF of a book.
 *
 * @param finished the bytes of the PDF, and what proves it
 * @throws a problem when the proof fails.
 */
export async function provenPdf(
  { place, edition, run }: Making,
  { book, articles, messages, pages, troubles, plain }: Outlined,
  { pdf, proof }: { pdf: Uint8Array; proof: BookProof },
): Promise<Made<PdfFacts, BoundPages>> {
  const labels = pages.map(({ label }) => label);
  const { findings, text } = await run(
    'preflight',
    () => proof.check(pdf, pages),
    ({ findings: { length } }) =>
      length > 0 ? say('did-find', characterCount(book), length) : say('did-prove', characterCount(book)),
  );
  if (findings.length > 0 && troubles.length > 0) throw tooLarge(troubles, book, articles);
  if (findings.length > 0)
    throw failedProof(
      withLines(withCauses(findings, ownSheetOf(place)), { articles, proven: text, root: place.root }),
    );
  const found = questionPages(articles, text!);
  const open = messages.map((message) =>
    openQuestion(message, { edition: edition.id, page: labels[found.get(message) ?? -1] }),
  );
  return {
    files: [{ ending: 'pdf', bytes: pdf }],
    facts: { pages: labels.length, troubles: troubles.map(({ block, reason }) => `${block} ${reason}`) },
    rest: boundPages(book, pages),
    open,
    told: plain.map((trouble) => ({
      ...openQuestion(browserLines(trouble, book, articles)),
      edition: edition.id,
    })),
  };
}

const characterCount = ({ passages }: Book) => passages.reduce((sum, { text }) => sum + [...text].length, 0);
