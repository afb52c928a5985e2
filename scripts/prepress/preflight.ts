import type { Book } from '../typeset/book/galley.js';
import { checkAccessibility } from './check/check-accessibility.js';
import { checkActions, checkDocument } from './check/check-document.js';
import { checkEntries } from './check/check-entries.js';
import { checkFolios } from './check/check-folios.js';
import { checkFonts } from './check/check-fonts.js';
import { checkHeads } from './check/check-heads.js';
import { checkOutline } from './check/check-outline.js';
import { checkReferences } from './check/check-references.js';
import { checkText } from './check/check-text.js';
import { checkAdded } from './compare/check-added.js';
import { checkOutlines } from './compare/check-outlines.js';
import { checkParentTree, checkSpoken, checkTree } from './compare/check-structure.js';
import { comparisons } from './compare/comparisons.js';
import { locate, nameElements, newPaper } from './compare/paper.js';
import { type Expected, expectedOf } from './expected.js';
import { curtail, type Finding } from './finding.js';
import { type Inspected, inspectPages } from './inspect-pages.js';
import { joinLines } from './join-lines.js';
import type { KeptPages } from './kept/inspect-kept.js';
import { beginLooking, type LookedPages } from './look/look-at-pages.js';
import type { PageFacts } from './page-facts.js';
import { type ProvenText, provenText } from './proven-text.js';
import { comparable } from './read/comparable.js';
import { inLogicalOrder, type LogicalText, type TaggedRun, type TaggedText } from './read/page-text.js';
import { type PdfReading, readPdf } from './read/read-pdf.js';

/** Options of a preflight besides the book. */
export interface PreflightOptions {
  /** Layout's facts page by page: type areas, folios. If absent, they are derived from the file and the book. */
  pages?: readonly PageFacts[];
  /** Receives the places of the text, if it is the book's. */
  onProven?: (text: ProvenText) => void;
  /** Memory from build to build: pages that were looked at, and pages that were read. */
  looked?: LookedPages;
  kept?: KeptPages | undefined;
  /** Expectations about the PDF, if computed before. */
  expected?: Expected;
}

/**
 * Preflight 印前检查: reads a finished PDF back, raw code points and glyph boxes, and reports its faults.
 * If the book is given, the printed characters are compared with the manuscript's.
 *
 * @param pdf its bytes, or the result of `readPdf`.
 * @throws a problem when the bytes are not a PDF.
 */
export async function preflight(
  pdf: Uint8Array | PdfReading,
  book?: Book,
  { pages, onProven, expected, looked, kept }: PreflightOptions = {},
): Promise<Finding[]> {
  const reading = pdf instanceof Uint8Array ? await readPdf(pdf) : pdf;
  let written: string | undefined;
  const isWritten = (words: string) => {
    written ??= book && textOf(book);
    return written?.includes(words) ?? true;
  };
  const inspected = inspectPages(reading, book, { pages, isWritten, kept });
  const { text, words, facts, findings } = inspected;
  findings.unshift(...checkFonts(reading.fonts.values()));
  const logical = inLogicalOrder(reading, text);
  const { runs } = logical;
  findings.push(...checkTags(reading, text), ...checkOutline(reading, runs));
  findings.push(...checkFolios(reading, words, facts), ...checkReferences(reading, words, facts));
  if (book && !pages && book.galleys.length === 0)
    findings.push(...checkHeads(reading, words, { facts, isWritten, runningHead: book.runningHead }));
  const differences = book ? checkText(reading, runs, book) : [];
  findings.push(...differences);
  findings.push(...checkAccessibility(reading, inspected.marks, { isOurs: isComparable(book) }));
  const held = isComparable(book) ? (expected ?? (await expectedOf(book))) : undefined;
  if (isComparable(book) && held) {
    findings.push(...checkOutlines(reading.fonts.values(), held.fonts));
    findings.push(
      ...checkDocument(reading, book, inspected),
      ...checkActions(reading),
      ...checkEntries(reading, book, inspected.said),
      ...checkTree(reading),
      ...checkParentTree(reading),
    );
  }
  if (book && differences.length === 0) {
    onProven?.(provenText(runs, book));
    if (held)
      await compareWith(findings, book, { held, reading, logical, inspected, ...(looked && { looked }) });
  }
  // Radicals in the manuscript, 从“⻊”, are correct in print.
  const isMeant = ({ rule, characters }: Finding) =>
    rule === 'radical' && book !== undefined && characters !== undefined && isWritten(characters);
  return curtail(joinLines(findings.filter((finding) => !isMeant(finding))));
}

/** True if a book has more than its passages to be compared. */
const isComparable = (book: Book | undefined): book is Book => book !== undefined && book.galleys.length > 0;

/** Compares more than the characters of print and book, and adds to all findings their place in the book. */
async function compareWith(
  findings: Finding[],
  book: Book,
  {
    reading,
    held,
    logical,
    inspected: { vertical, paths, seen, words, facts },
    looked,
  }: {
    reading: PdfReading;
    held: Expected;
    logical: LogicalText;
    inspected: Inspected;
    looked?: LookedPages;
  },
): Promise<void> {
  const { written } = held;
  const passages = book.passages.map(({ name, text }) => ({ name, length: comparable(text).length }));
  const paper = newPaper(reading, logical, { written, passages, vertical, paths, facts });
  // Looked at in other threads while the rest is compared here.
  const findingsOfLooking = await beginLooking(reading, held, { ...seen, paths, ...(looked && { looked }) });
  findings.push(
    ...comparisons.flatMap((compare) => compare(paper)),
    ...checkSpoken(reading, written),
    ...checkAdded(paper, book, { words, facts }),
    ...(await findingsOfLooking()),
  );
  locate(paper, findings);
  nameElements(paper, findings);
}

function textOf({ passages, runningHead, second }: Book): string {
  const heads = [runningHead, second?.runningHead ?? ''];
  return [...passages.map(({ text }) => text), ...heads].flatMap(comparable).join('');
}

/** Finds tagged text that is missing from the structure tree, and so lost to every reader. */
function checkTags(reading: PdfReading, text: TaggedText): Finding[] {
  if (!reading.structure) return [];
  const lost = [...text.values()].filter((run: TaggedRun) => !run.element && run.characters.length > 0);
  return lost.map((run) => ({
    rule: 'untagged' as const,
    page: run.page + 1,
    characters: run.characters.slice(0, 20).join(''),
    message: `Unexpected text “${run.characters.slice(0, 20).join('')}” on page ${run.page + 1} outside of the structure`,
    remedy: 'Print again: the tags of the PDF do not fit its pages.',
  }));
}
