import type { Book } from '../typeset/book/galley.js';
import { checkGlyph } from './check/check-glyphs.js';
import { checkLayers } from './check/check-layers.js';
import { checkOrder } from './check/check-order.js';
import { checkTypeArea } from './check/check-type-area.js';
import { inReadingOrder } from './check/reading-order.js';
import { stepsDown } from './check/steps-down.js';
import { untaggedWords, type Word } from './check/untagged-words.js';
import { type Finding, placeName } from './finding.js';
import { isPlainPage } from './look/plain-page.js';
import { areaBox, factsInFile, type PageFacts } from './page-facts.js';
import { unevenState } from './read/graphics-operators.js';
import { collectRuns, type TaggedText } from './read/page-text.js';
import type { Glyph, PaintedPath, Picture } from './read/painter.js';
import type { PageContent } from './read/read-page.js';
import type { PdfPage, PdfReading } from './read/read-pdf.js';

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

/** Reads every page once. */
export function inspectPages(
  reading: PdfReading,
  book: Book | undefined,
  { pages, isWritten }: { pages: readonly PageFacts[] | undefined; isWritten: (words: string) => boolean },
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
  for (const [index, page] of reading.pages.entries()) {
    const content = page.content();
    collectRuns(inspected.text, index, inReadingOrder(content.glyphs, isWritten));
    note(inspected, { page, content, index });
    const facts = pages ? pages[index] : factsOfPage(reading, book, { index, glyphs: content.glyphs });
    inspected.words.push(reading.structure ? untaggedWords(content.glyphs) : []);
    inspected.facts.push(facts);
    inspected.findings.push(...checkPage(reading, content, { index, facts }));
  }
  return inspected;
}

/** Records the kind of a page. */
function note(
  { vertical, white, paths, seen, marks, said }: Inspected,
  { page, content, index }: { page: PdfPage; content: PageContent; index: number },
): void {
  const { glyphs, pictures } = content;
  if (!isPlainPage(page, content)) seen.pages.push(index);
  if (content.paths.length > 0) paths.set(index, content.paths);
  if (pictures.length > 0) seen.pictures.set(index, pictures);
  if (stepsDown(glyphs.filter(({ mcid, isArtifact }) => mcid >= 0 && !isArtifact)) > 0) vertical.add(index);
  if (glyphs.length === 0 && pictures.length === 0) white.add(index);
  if (hasUnmarked(content)) marks.unmarked.push(index + 1);
  if (content.said.size > 0) said.set(index, content.said);
  if (content.isMisnested) marks.misnested.push(index + 1);
}

/** Facts about a page of our own book that was read from disk, not just laid out. */
function factsOfPage(
  reading: PdfReading,
  book: Book | undefined,
  { index, glyphs }: { index: number; glyphs: readonly Glyph[] },
): PageFacts | undefined {
  if (!book || reading.edition === undefined) return undefined;
  const hasText = glyphs.some(({ mcid, isArtifact }) => mcid >= 0 && !isArtifact);
  return factsInFile(book, reading, { index, hasText });
}

/** True if anything on a page is neither tagged nor an artifact. */
function hasUnmarked({ glyphs, shapes, pictures, paths }: PageContent): boolean {
  const isUnmarked = (one: { mcid: number; isArtifact: boolean }) => one.mcid < 0 && !one.isArtifact;
  return (
    shapes.some(({ isMarked }) => !isMarked) ||
    glyphs.some(isUnmarked) ||
    pictures.some(isUnmarked) ||
    paths.some(isUnmarked)
  );
}

function checkPage(
  reading: PdfReading,
  content: PageContent,
  { index, facts }: { index: number; facts: PageFacts | undefined },
): Finding[] {
  const page = reading.pages[index]!;
  const number = index + 1;
  const findings: Finding[] = [];
  for (const glyph of content.glyphs) {
    const finding = checkGlyph({ glyph, page, number });
    if (finding) findings.push(finding);
  }
  findings.push(...checkLayers(content, page, number), ...checkOrder(content.glyphs, page, number));
  if (facts?.typeArea)
    findings.push(...checkTypeArea(content.glyphs, areaBox(facts.typeArea, page), { page, number }));
  if (content.unusual.has(unevenState))
    findings.push({
      rule: 'hidden',
      page: number,
      message: `Unexpected state of painting on ${placeName(number, undefined)}: programs show differently what is painted so`,
      remedy:
        'Print again: only another program writes transfer functions, overprint or several blend modes.',
    });
  for (const subtype of page.others) {
    findings.push({
      rule: 'foreign-annotation',
      page: number,
      message: `Unexpected ${subtype} annotation on ${placeName(number, undefined)}: it may lie over the text`,
      remedy: 'Remove comments and form fields from the file.',
    });
  }
  return findings;
}
