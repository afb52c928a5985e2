import { say } from '../article/words/say.js';
import { ownSheetOf } from '../design.js';
import { withCauses } from '../finding-causes.js';
import { withLines } from '../finding-lines.js';
import { type Expected, expectedOf } from '../prepress/expected.js';
import { finish } from '../prepress/finish.js';
import { type BoundPages, boundPages } from '../prepress/impose/bound-pages.js';
import { pageFacts } from '../prepress/page-facts.js';
import { preflight } from '../prepress/preflight.js';
import type { ProvenText } from '../prepress/proven-text.js';
import { failedProof, tooLarge } from '../proof.js';
import { questionPages } from '../question-pages.js';
import { openQuestion } from '../report.js';
import type { Book } from '../typeset/book/galley.js';
import { keptPages } from './kept-pages.js';
import type { Outlined, PdfFacts } from './laid.js';
import { lookedPages } from './looked-pages.js';
import type { Made, Making } from './output.js';

// All that is done with a printed file: it is loaded while the browser lays out.
export { expectedOf, finish };

/**
 * The proof of the reading PDF of a book.
 *
 * @param finished the bytes of the PDF, and the expectations about it
 * @throws a problem when the proof fails.
 */
export async function provenPdf(
  { issue, edition, place, run }: Making,
  { book, articles, messages, pages, troubles }: Outlined,
  { pdf, expected }: { pdf: Uint8Array; expected?: Expected },
): Promise<Made<PdfFacts, BoundPages>> {
  const labels = pages.map(({ label }) => label);
  const proven: ProvenText[] = [];
  const facts = {
    pages: pageFacts(book, pages),
    ...(expected && { expected }),
    looked: lookedPages([place.root, issue.id, edition.id]),
    kept: keptPages(pages),
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
    facts: { pages: labels.length, troubles: troubles.map(({ block, reason }) => `${block} ${reason}`) },
    rest: boundPages(book, pages),
    open,
  };
}

const characterCount = ({ passages }: Book) => passages.reduce((sum, { text }) => sum + [...text].length, 0);
