import { comparable } from './comparable.js';
import { type Box, boxAround, isInside } from './matrix.js';
import type { Colour, Glyph } from './painter.js';
import type { PdfReading } from './read-pdf.js';
import { leaves, type StructureElement } from './read-structure.js';

/** The text of one marked-content sequence of a page. */
export interface TaggedRun {
  /** Index of the page, from 0. */
  page: number;
  mcid: number;
  /** Comparable characters, in painting order. */
  characters: string[];
  /** Place of each of them: `placeSize` numbers per character. */
  places: number[];
  /** Number of spaces since the last of them. */
  blanks: number;
  /** Marks painted beside characters, 着重号, which mean none themselves. */
  marks: Box[];
  /** Around the ink. */
  box: Box | undefined;
  /** Its element; undefined when it is not in the structure tree. */
  element: StructureElement | undefined;
}

/**
 * Numbers of a character's place: x, y, size, advance, left, bottom, right, top, blanks before it, font, slant, colour.
 */
export const placeSize = 12;

/** All tagged text of a PDF, by page and id. */
export type TaggedText = Map<number, TaggedRun>;

/** The key of a marked-content sequence: pages have far fewer than 2²⁰. */
export function runKey(page: number, mcid: number): number {
  return page * 0x100000 + mcid;
}

/** Adds a page's tagged glyphs. */
export function collectRuns(into: TaggedText, page: number, glyphs: readonly Glyph[]): void {
  const runs = new Set<TaggedRun>();
  let run: TaggedRun | undefined;
  for (const glyph of glyphs) {
    if (glyph.mcid < 0 || glyph.isArtifact) continue;
    // Nearly always the run of the glyph before.
    if (run?.mcid !== glyph.mcid) {
      run = runOf(into, page, glyph.mcid);
      runs.add(run);
    }
    addCharacters(run, glyph);
    if (glyph.hasInk === false || (run.box && isInside(glyph.box, run.box, 0))) continue;
    run.box = run.box ? boxAround([run.box, glyph.box]) : glyph.box;
  }
  for (const one of runs) trim(one);
}

/** Gives back the room into which lists would grow: half as much again as they need, .13 GB of a book of 3,100 pages. */
function trim(run: TaggedRun): void {
  run.characters = run.characters.slice();
  run.places = run.places.slice();
}

function runOf(into: TaggedText, page: number, mcid: number): TaggedRun {
  const key = runKey(page, mcid);
  const known = into.get(key);
  if (known) return known;
  const run: TaggedRun = {
    page,
    mcid,
    characters: [],
    places: [],
    blanks: 0,
    marks: [],
    box: undefined,
    element: undefined,
  };
  into.set(key, run);
  return run;
}

/** Shortcut for most glyphs: all these characters have a picture. */
function isPlainHan(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && code > 0x3000 && code < 0xd800;
}

/** A colour as one number, the same for the same colour; -1 for one that is not computed. */
const shadeOf = (colour: Colour) => (colour ? colour[0] + 2 * colour[1] + 4 * colour[2] : -1);

function addCharacters(run: TaggedRun, glyph: Glyph): void {
  const characters = isPlainHan(glyph.text) ? [glyph.text] : comparable(glyph.text);
  if (characters.length === 0 && /^\s+$/u.test(glyph.text)) run.blanks += glyph.text.length;
  if (glyph.text === '' && glyph.hasInk === true) run.marks.push(glyph.box);
  const { x, y, size, advance, box, font, matrix } = glyph;
  for (const character of characters) {
    run.characters.push(character);
    run.places.push(x, y, size, advance, box[0], box[1], box[2], box[3], run.blanks, font.index);
    run.places.push(matrix[2] / (matrix[3] || 1), shadeOf(glyph.colour));
    run.blanks = 0;
  }
}

/** Text that a browser writes before list items, and readings beside characters: the manuscript does not have it. */
const generated = new Set(['Lbl', 'Artifact', 'RT']);

/** The runs in reading order, each with its element. */
export interface LogicalText {
  /** Runs of the manuscript's text. */
  runs: TaggedRun[];
  /** Generated runs: labels of items, readings; each with the number of manuscript characters before it. */
  generated: { run: TaggedRun; at: number }[];
}

/** Sorts the runs of a file by its structure tree. */
export function inLogicalOrder(reading: PdfReading, text: TaggedText): LogicalText {
  if (!reading.structure) return { runs: [...text.values()], generated: [] };
  const logical: LogicalText = { runs: [], generated: [] };
  let at = 0;
  for (const { content, element } of leaves(reading.structure)) {
    const run = text.get(runKey(content.page, content.mcid));
    if (!run) continue;
    run.element = element;
    if (isGenerated(element)) logical.generated.push({ run, at });
    else {
      logical.runs.push(run);
      at += run.characters.length;
    }
  }
  return logical;
}

function isGenerated(element: StructureElement): boolean {
  return generated.has(element.type) || (element.parent !== undefined && generated.has(element.parent.type));
}
