import { checkGlyph } from './check/check-glyphs.js';
import { checkLayers } from './check/check-layers.js';
import { checkOrder } from './check/check-order.js';
import { checkTypeArea } from './check/check-type-area.js';
import { inReadingOrder } from './check/reading-order.js';
import { stepsDown } from './check/steps-down.js';
import { untaggedWords, type Word } from './check/untagged-words.js';
import { type Finding, placeName } from './finding.js';
import { isPlainPage } from './look/plain-page.js';
import { areaBox, type PageFacts } from './page-facts.js';
import { unevenState } from './read/graphics-operators.js';
import { collectRuns, type TaggedRun } from './read/page-text.js';
import type { PaintedPath, Picture } from './read/painter.js';
import type { PageContent } from './read/read-page.js';
import type { PdfReading } from './read/read-pdf.js';

/** The content of one page as the proof needs it. */
export interface InspectedPage {
  /** Its tagged text. */
  runs: TaggedRun[];
  /** The words outside the tagged text. */
  words: Word[];
  facts: PageFacts | undefined;
  /** True where it need not be looked at (`isPlainPage`). */
  isPlain: boolean;
  /** True for one with vertical lines, and for a blank one. */
  isVertical: boolean;
  isWhite: boolean;
  /** True for one with content that has no tag, or a wrong one. */
  isUnmarked: boolean;
  isMisnested: boolean;
  /** Painting besides glyphs and pictures. */
  paths: PaintedPath[];
  pictures: Picture[];
  /** Keys that property lists in its content say to a screen reader. */
  said: ReadonlySet<string>;
  /** Its own faults. */
  findings: Finding[];
}

/** How to inspect a page: its facts may depend on whether it has text. */
export interface Inspecting {
  index: number;
  factsOf: (hasText: boolean) => PageFacts | undefined;
  isWritten: (words: string) => boolean;
}

/** Inspects the content of a page. */
export function inspectPage(
  reading: PdfReading,
  content: PageContent,
  { index, factsOf, isWritten }: Inspecting,
): InspectedPage {
  const { glyphs, pictures, paths, said, isMisnested } = content;
  const text = new Map<number, TaggedRun>();
  collectRuns(text, index, inReadingOrder(glyphs, isWritten));
  const tagged = glyphs.filter(({ mcid, isArtifact }) => mcid >= 0 && !isArtifact);
  const facts = factsOf(tagged.length > 0);
  return {
    runs: [...text.values()],
    words: reading.structure ? untaggedWords(glyphs) : [],
    facts,
    isPlain: isPlainPage(reading.pages[index]!, content),
    isVertical: stepsDown(tagged) > 0,
    isWhite: glyphs.length === 0 && pictures.length === 0,
    isUnmarked: hasUnmarked(content),
    isMisnested,
    ...{ paths, pictures, said },
    findings: checkPage(reading, content, { index, facts }),
  };
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
