import type { Book } from '../typeset/compose/galley.js';
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
import { collectRuns, type TaggedText } from './read/page-text.js';
import type { Glyph, Picture } from './read/painter.js';
import type { PageContent } from './read/read-page.js';
import type { PdfPage, PdfReading } from './read/read-pdf.js';

/** What the pages of a PDF show, read one by one, so that a book need not lie in memory at once. */
export interface Inspected {
  text: TaggedText;
  /** Page by page the words outside of the tagged text, and what is known of the page. */
  words: Word[][];
  facts: (PageFacts | undefined)[];
  /** Pages, by their index, whose lines run down, and those on which nothing stands. */
  vertical: Set<number>;
  white: Set<number>;
  /** What is to be looked at. */
  seen: { pages: number[]; pictures: Map<number, Picture[]> };
  /** Pages, from 1, on which something has no tag or a wrong one. */
  marks: { unmarked: number[]; misnested: number[] };
  /** What is wrong with single pages. */
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
    seen: { pages: [], pictures: new Map() },
    marks: { unmarked: [], misnested: [] },
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

/** Notes of what kind a page is. */
function note(
  { vertical, white, seen, marks }: Inspected,
  { page, content, index }: { page: PdfPage; content: PageContent; index: number },
): void {
  const { glyphs, pictures } = content;
  if (!isPlainPage(page, content)) seen.pages.push(index);
  if (pictures.length > 0) seen.pictures.set(index, pictures);
  if (stepsDown(glyphs) > 0) vertical.add(index);
  if (glyphs.length === 0 && pictures.length === 0) white.add(index);
  if (hasUnmarked(content)) marks.unmarked.push(index + 1);
  if (content.isMisnested) marks.misnested.push(index + 1);
}

/** Of a book of ours that was read from disk, not just laid out. */
function factsOfPage(
  reading: PdfReading,
  book: Book | undefined,
  { index, glyphs }: { index: number; glyphs: readonly Glyph[] },
): PageFacts | undefined {
  if (!book || reading.edition === undefined) return undefined;
  const hasText = glyphs.some(({ mcid, isArtifact }) => mcid >= 0 && !isArtifact);
  return factsInFile(book, reading, { index, hasText });
}

/** Whether anything is painted on a page that is neither tagged nor an artifact. */
function hasUnmarked({ glyphs, shapes }: PageContent): boolean {
  return (
    shapes.some(({ isMarked }) => !isMarked) || glyphs.some((glyph) => glyph.mcid < 0 && !glyph.isArtifact)
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
