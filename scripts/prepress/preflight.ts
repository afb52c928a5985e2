import type { Book } from '../typeset/compose/galley.js';
import { subsetFonts } from '../typeset/fonts/fonts.js';
import { checkAccessibility } from './check/check-accessibility.js';
import { checkFolios } from './check/check-folios.js';
import { checkFonts } from './check/check-fonts.js';
import { checkGlyph } from './check/check-glyphs.js';
import { checkHeads } from './check/check-heads.js';
import { checkLayers } from './check/check-layers.js';
import { checkOrder } from './check/check-order.js';
import { checkOutline } from './check/check-outline.js';
import { checkReferences } from './check/check-references.js';
import { checkText } from './check/check-text.js';
import { checkTypeArea } from './check/check-type-area.js';
import { comparable } from './check/comparable.js';
import { inReadingOrder } from './check/reading-order.js';
import { stepsDown } from './check/steps-down.js';
import { untaggedWords, type Word } from './check/untagged-words.js';
import { checkAdded, type Untagged } from './compare/check-added.js';
import { checkActions, checkDocument } from './compare/check-document.js';
import { checkOutlines } from './compare/check-outlines.js';
import { checkParentTree, checkSpoken } from './compare/check-structure.js';
import { comparisons } from './compare/comparisons.js';
import { locate, newPaper } from './compare/paper.js';
import { readWritten } from './expect/read-written.js';
import { curtail, type Finding, placeName } from './finding.js';
import { lookAtPages, type Seen } from './look/look-at-pages.js';
import { isPlainPage } from './look/plain-page.js';
import { areaBox, factsInFile, type PageFacts } from './page-facts.js';
import { type ProvenText, provenText } from './proven-text.js';
import {
  collectRuns,
  inLogicalOrder,
  type LogicalText,
  type TaggedRun,
  type TaggedText,
} from './read/page-text.js';
import type { Glyph, Picture } from './read/painter.js';
import type { PageContent } from './read/read-page.js';
import { type PdfReading, readPdf } from './read/read-pdf.js';

/** What a preflight may be told besides the book. */
export interface PreflightOptions {
  /** Page by page what layout knows: type areas, folios. Without it, what the file and the book tell of it. */
  pages?: readonly PageFacts[];
  /** Is told where the text stands, if it is the book's. */
  onProven?: (text: ProvenText) => void;
  /** The @font-face rules that the book was set with; without them, those of the book's fonts. */
  fontCss?: string;
}

/**
 * Preflight 印前检查: reads a finished PDF back, raw code points and glyph boxes, and says what is wrong with it.
 * With the book it was made from, the characters on paper are compared with the manuscript's.
 *
 * @param pdf its bytes, or what `readPdf` made of them.
 * @throws a problem when the bytes are no PDF.
 */
export async function preflight(
  pdf: Uint8Array | PdfReading,
  book?: Book,
  { pages, onProven, fontCss }: PreflightOptions = {},
): Promise<Finding[]> {
  const reading = pdf instanceof Uint8Array ? await readPdf(pdf) : pdf;
  const text: TaggedText = new Map();
  let written: string | undefined;
  const isWritten = (words: string) => {
    written ??= book && textOf(book);
    return written?.includes(words) ?? true;
  };
  const words: Word[][] = [];
  const facts: (PageFacts | undefined)[] = [];
  const vertical = new Set<number>();
  const seen = { pages: [] as number[], pictures: new Map<number, Picture[]>() };
  const marks = { unmarked: [] as number[], misnested: [] as number[] };
  const findings = reading.pages.flatMap((_, index) => {
    const content = reading.pages[index]!.content();
    collectRuns(text, index, inReadingOrder(content.glyphs, isWritten));
    if (!isPlainPage(reading.pages[index]!, content)) seen.pages.push(index);
    if (content.pictures.length > 0) seen.pictures.set(index, content.pictures);
    if (stepsDown(content.glyphs) > 0) vertical.add(index);
    if (hasUnmarked(content)) marks.unmarked.push(index + 1);
    if (content.isMisnested) marks.misnested.push(index + 1);
    words.push(reading.structure ? untaggedWords(content.glyphs) : []);
    facts.push(pages ? pages[index] : factsOfPage(reading, book, { index, glyphs: content.glyphs }));
    return checkPage(reading, content, { index, facts: facts[index] });
  });
  findings.unshift(...checkFonts(reading.fonts.values()));
  const logical = inLogicalOrder(reading, text);
  const { runs } = logical;
  findings.push(...checkTags(reading, text), ...checkOutline(reading, runs));
  findings.push(...checkFolios(reading, words, facts), ...checkReferences(reading, words, facts));
  if (book && !pages && book.galleys.length === 0)
    findings.push(...checkHeads(reading, words, { facts, isWritten, runningHead: book.runningHead }));
  const differences = book ? checkText(reading, runs, book) : [];
  findings.push(...differences);
  findings.push(...checkAccessibility(reading, marks, { isOurs: isComparable(book) }));
  if (isComparable(book)) {
    const css = fontCss ?? (await subsetFonts(book.fonts, book.characters, book.displayCharacters)).css;
    findings.push(...checkOutlines(reading.fonts.values(), css));
    findings.push(...checkDocument(reading, book), ...checkActions(reading), ...checkParentTree(reading));
  }
  if (book && differences.length === 0) {
    onProven?.(provenText(runs, book));
    if (isComparable(book))
      await compareWith(findings, book, { reading, logical, vertical, seen, words, facts });
  }
  // What the manuscript writes with radicals, 从“⻊”, is right with them.
  const isMeant = ({ rule, characters }: Finding) =>
    rule === 'radical' && book !== undefined && characters !== undefined && isWritten(characters);
  return curtail(findings.filter((finding) => !isMeant(finding)));
}

/** Whether a book has more to be compared with than its passages. */
const isComparable = (book: Book | undefined): book is Book => book !== undefined && book.galleys.length > 0;

/** Adds what paper and book have besides their characters, and says of all findings where they are in the book. */
async function compareWith(
  findings: Finding[],
  book: Book,
  {
    reading,
    logical,
    vertical,
    seen,
    ...untagged
  }: { reading: PdfReading; logical: LogicalText; vertical: ReadonlySet<number>; seen: Seen } & Untagged,
): Promise<void> {
  const passages = book.passages.map(({ name, text }) => ({ name, length: comparable(text).length }));
  const written = readWritten(book);
  const paper = newPaper(reading, logical, { written, passages, vertical });
  findings.push(
    ...comparisons.flatMap((compare) => compare(paper)),
    ...checkSpoken(reading, written),
    ...checkAdded(paper, book, untagged),
    ...(await lookAtPages(reading, written, seen)),
  );
  locate(paper, findings);
}

function textOf({ passages, runningHead }: Book): string {
  return [...passages.map(({ text }) => text), runningHead].flatMap(comparable).join('');
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

/** Tagged text that the structure tree does not hold is lost to every reader. */
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
