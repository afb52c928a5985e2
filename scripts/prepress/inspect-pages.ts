import type { Book } from '../typeset/book/galley.js';
import type { Word } from './check/untagged-words.js';
import type { Finding } from './finding.js';
import { type InspectedPage, inspectPage } from './inspect-page.js';
import { inspectKept, type KeptPages } from './kept/inspect-kept.js';
import { factsInFile, type PageFacts } from './page-facts.js';
import { runKey, type TaggedText } from './read/page-text.js';
import type { PaintedPath, Picture } from './read/painter.js';
import type { PdfReading } from './read/read-pdf.js';

/** Contents of the pages of a PDF, read one by one, so that a book need not be in memory at once. */
export interface Inspected {
  text: TaggedText;
  /** Page by page the words outside the tagged text, and the facts about the page. */
  words: Word[][];
  facts: (PageFacts | undefined)[];
  /** Indices of pages with vertical lines, and of blank ones. */
  vertical: Set<number>;
  white: Set<number>;
  /** Page by page what is painted besides glyphs and pictures. */
  paths: Map<number, PaintedPath[]>;
  /** Pages and pictures to look at. */
  seen: { pages: number[]; pictures: Map<number, Picture[]> };
  /** Pages, from 1, with content that has no tag or a wrong one. */
  marks: { unmarked: number[]; misnested: number[] };
  /** Page by page what property lists in the content say to a screen reader. */
  said: Map<number, ReadonlySet<string>>;
  /** Faults of single pages. */
  findings: Finding[];
}

/** Knowledge besides the file. */
export interface Known {
  /** Layout's facts page by page. */
  pages: readonly PageFacts[] | undefined;
  isWritten: (words: string) => boolean;
  /** Memory from build to build, of a book whose facts layout knows. */
  kept?: KeptPages | undefined;
}

/** Reads every page once, or not at all where it was read before. */
export function inspectPages(
  reading: PdfReading,
  book: Book | undefined,
  { pages, isWritten, kept }: Known,
): Inspected {
  const inspected: Inspected = {
    text: new Map(),
    words: [],
    facts: [],
    vertical: new Set(),
    white: new Set(),
    paths: new Map(),
    seen: { pages: [], pictures: new Map() },
    marks: { unmarked: [], misnested: [] },
    said: new Map(),
    findings: [],
  };
  const each = pages && kept ? inspectKept(reading, { kept, pages, isWritten }) : inspectEach();
  let index = 0;
  for (const page of each) note(inspected, page, index++);
  return inspected;

  function* inspectEach() {
    for (const [index, page] of reading.pages.entries()) {
      const factsOf = (hasText: boolean) =>
        pages ? pages[index] : factsOfPage(reading, book, { index, hasText });
      yield inspectPage(reading, page.content(), { index, factsOf, isWritten });
    }
  }
}

function note(
  { text, words, facts, vertical, white, paths, seen, marks, said, findings }: Inspected,
  page: InspectedPage,
  index: number,
): void {
  for (const run of page.runs) text.set(runKey(index, run.mcid), run);
  words.push(page.words);
  facts.push(page.facts);
  if (!page.isPlain) seen.pages.push(index);
  if (page.paths.length > 0) paths.set(index, page.paths);
  if (page.pictures.length > 0) seen.pictures.set(index, page.pictures);
  if (page.isVertical) vertical.add(index);
  if (page.isWhite) white.add(index);
  if (page.isUnmarked) marks.unmarked.push(index + 1);
  if (page.said.size > 0) said.set(index, page.said);
  if (page.isMisnested) marks.misnested.push(index + 1);
  findings.push(...page.findings);
}

/** Facts about a page of our own book that was read from disk, not just laid out. */
function factsOfPage(
  reading: PdfReading,
  book: Book | undefined,
  on: { index: number; hasText: boolean },
): PageFacts | undefined {
  return book && reading.edition !== undefined ? factsInFile(book, reading, on) : undefined;
}
