import { lastAtOrBefore } from '../check/last-at-or-before.js';
import type { Written } from '../expect/written.js';
import { type Finding, type FindingRule, placeName, positionOf } from '../finding.js';
import type { PageFacts } from '../page-facts.js';
import { type LogicalText, placeSize, type TaggedRun } from '../read/page-text.js';
import type { PaintedPath } from '../read/painter.js';
import type { PdfReading } from '../read/read-pdf.js';
import type { StructureElement } from '../read/read-structure.js';

/** A printed character. Lengths in points from the page's lower left corner. */
export interface Place {
  /** Index of the page, from 0. */
  page: number;
  x: number;
  y: number;
  size: number;
  advance: number;
  left: number;
  bottom: number;
  right: number;
  top: number;
  /** Number of spaces shown before it. */
  blanks: number;
  /** Index of its font among those of the file. */
  font: number;
  /** How far its letters lean, in em an em; and a number for its colour. */
  slant: number;
  shade: number;
}

/** A book and its print, character by character: to be made once their texts are known to be equal. */
export interface Paper {
  reading: PdfReading;
  written: Written;
  runs: readonly TaggedRun[];
  generated: LogicalText['generated'];
  /** Painting other than glyphs and pictures, page by page: rules, grounds. */
  paths: ReadonlyMap<number, readonly PaintedPath[]>;
  /** Layout's facts page by page, or what follows from the file. */
  facts: readonly (PageFacts | undefined)[];
  /** 竖排: pages most of whose lines run down, by their index. */
  vertical: ReadonlySet<number>;
  /** For each run the index of its first character. */
  starts: readonly number[];
  placeOf(character: number): Place;
  runOf(character: number): TaggedRun;
  /** The element in which a character stands. */
  elementOf(character: number): StructureElement | undefined;
  /** The manuscript file, or the part of the book, of a character. */
  passageOf(character: number): string | undefined;
}

export function newPaper(
  reading: PdfReading,
  { runs, generated }: LogicalText,
  {
    written,
    passages,
    vertical,
    paths,
    facts,
  }: { passages: readonly { name: string; length: number }[] } & Pick<
    Paper,
    'written' | 'vertical' | 'paths' | 'facts'
  >,
): Paper {
  const starts = sums(runs.map(({ characters }) => characters.length));
  const passageStarts = sums(passages.map(({ length }) => length));
  const runAt = (character: number) => Math.max(0, lastAtOrBefore(starts, character));
  return {
    reading,
    written,
    runs,
    generated,
    vertical,
    paths,
    facts,
    starts,
    placeOf(character) {
      const index = runAt(character);
      return placeIn(runs[index]!, character - starts[index]!);
    },
    runOf: (character) => runs[runAt(character)]!,
    elementOf: (character) => runs[runAt(character)]?.element,
    passageOf: (character) => passages[lastAtOrBefore(passageStarts, character)]?.name,
  };
}

/** Place of a run's character. */
export function placeIn({ page, places }: TaggedRun, index: number): Place {
  const at = index * placeSize;
  return {
    page,
    x: places[at]!,
    y: places[at + 1]!,
    size: places[at + 2]!,
    advance: places[at + 3]!,
    left: places[at + 4]!,
    bottom: places[at + 5]!,
    right: places[at + 6]!,
    top: places[at + 7]!,
    blanks: places[at + 8]!,
    font: places[at + 9]!,
    slant: places[at + 10]!,
    shade: places[at + 11]!,
  };
}

/** The sum of the lengths before each. */
export function sums(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map((length) => {
    sum += length;
    return sum - length;
  });
}

/** A finding about a printed character. */
export function findingAt(
  paper: Paper,
  character: number,
  { rule, problem, remedy }: { rule: FindingRule; problem: string; remedy: string },
): Finding {
  const place = paper.placeOf(character);
  const page = paper.reading.pages[place.page]!;
  const position = positionOf(page, [place.left, place.bottom, place.right, place.top]);
  const passage = paper.passageOf(character);
  const characters = paper.written.characters.slice(character, character + 8).join('');
  return {
    rule,
    page: place.page + 1,
    position,
    ...(passage !== undefined && { passage }),
    character,
    characters,
    message: `“${characters}” on ${placeName(place.page + 1, position)} ${problem}`,
    remedy,
  };
}

/** Adds to findings about a glyph the place of its character in the book, from which the manuscript's line follows. */
export function locate({ reading, runs, starts }: Paper, findings: readonly Finding[]): void {
  const open = findings.filter(
    ({ character, position }) => character === undefined && position !== undefined,
  );
  if (open.length === 0) return;
  const keyOf = (page: number, { xMm, yMm }: { xMm: number; yMm: number }) => `${page} ${xMm} ${yMm}`;
  const pages = new Set(open.map(({ page }) => page));
  const known = new Map<string, number>();
  for (const [index, run] of runs.entries()) {
    if (!pages.has(run.page + 1)) continue;
    for (let at = 0; at < run.characters.length; at++) {
      const { left, bottom, right, top } = placeIn(run, at);
      const position = positionOf(reading.pages[run.page]!, [left, bottom, right, top]);
      known.set(keyOf(run.page + 1, position), starts[index]! + at);
    }
  }
  for (const finding of open) {
    const character = known.get(keyOf(finding.page ?? 0, finding.position!));
    if (character !== undefined) finding.character = character;
  }
}

/** Says of findings which elements stand around their place. */
export function nameElements({ written }: Paper, findings: readonly Finding[]): void {
  for (const finding of findings) {
    const leaf = finding.character === undefined ? undefined : written.leafAt[finding.character];
    if (leaf === undefined) continue;
    const { tags, classes } = written.leaves[leaf]!;
    finding.around = [...tags, ...classes];
  }
}
