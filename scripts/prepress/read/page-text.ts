import { comparable } from '../check/comparable.js';
import { type Box, boxAround } from './matrix.js';
import type { Glyph } from './painter.js';
import type { PdfReading } from './read-pdf.js';
import { leaves, type StructureElement } from './read-structure.js';

/** The text of one marked-content sequence of a page. */
export interface TaggedRun {
  /** Index of the page, from 0. */
  page: number;
  mcid: number;
  /** Comparable characters, in painting order. */
  characters: string[];
  /** Around the ink. */
  box: Box | undefined;
  /** The element that holds it; undefined when the structure tree does not know it. */
  element: StructureElement | undefined;
}

/** All tagged text of a PDF, by page and id. */
export type TaggedText = Map<number, TaggedRun>;

/** The key of a marked-content sequence: pages have far fewer than 2²⁰. */
export function runKey(page: number, mcid: number): number {
  return page * 0x100000 + mcid;
}

/** Adds a page's tagged glyphs. */
export function collectRuns(into: TaggedText, page: number, glyphs: readonly Glyph[]): void {
  for (const glyph of glyphs) {
    if (glyph.mcid < 0 || glyph.isArtifact) continue;
    const key = runKey(page, glyph.mcid);
    let run = into.get(key);
    if (!run) {
      run = { page, mcid: glyph.mcid, characters: [], box: undefined, element: undefined };
      into.set(key, run);
    }
    addCharacters(run.characters, glyph);
    if (glyph.hasInk !== false) run.box = run.box ? boxAround([run.box, glyph.box]) : glyph.box;
  }
}

/** Most glyphs are: none of these characters is without a picture. */
function isPlainHan(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && code > 0x3000 && code < 0xd800;
}

function addCharacters(characters: string[], glyph: Glyph): void {
  if (isPlainHan(glyph.text)) characters.push(glyph.text);
  else characters.push(...comparable(glyph.text));
}

/** Text that a browser writes before list items, and readings beside characters: the manuscript does not have it. */
const generated = new Set(['Lbl', 'Artifact', 'RT']);

/** The runs in the order in which a reader goes through them, each with its element. */
export function inLogicalOrder(reading: PdfReading, text: TaggedText): TaggedRun[] {
  if (!reading.structure) return [...text.values()];
  const ordered: TaggedRun[] = [];
  for (const { content, element } of leaves(reading.structure)) {
    const run = text.get(runKey(content.page, content.mcid));
    if (!run) continue;
    run.element = element;
    if (!isGenerated(element)) ordered.push(run);
  }
  return ordered;
}

function isGenerated(element: StructureElement): boolean {
  return generated.has(element.type) || (element.parent !== undefined && generated.has(element.parent.type));
}
