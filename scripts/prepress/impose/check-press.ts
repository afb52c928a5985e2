import type { Finding } from '../finding.js';
import type { Glyph } from '../read/painter.js';
import type { PdfPage, PdfReading } from '../read/read-pdf.js';
import { type FoundPage, foldBook, type Handling, type Side } from './fold.js';
import { pointsPerMm } from './marks.js';
import type { PressPlan } from './plan-sheets.js';
import { type Press, thicknessOf } from './press.js';
import type { Cell, Edge } from './schemes/sheet.js';

/** Inputs of the comparison: the reading PDF, the press file, and the intended handling of the sheets. */
export interface PressProof {
  reading: PdfReading;
  /** Pages of the reading PDF that are imposed, in order, from 0. */
  pages: readonly number[];
  pressed: PdfReading;
  plan: PressPlan;
  press: Press;
  binding: Edge;
  trim: { widthMm: number; heightMm: number };
}

/** A tenth of a millimetre is less than a knife keeps to. */
const slackMm = 0.1;

/**
 * Proves a press file by the content of its sheets. They are folded and cut; then every page of the book must occur
 * once, in its place, upright, with the glyphs of the reading PDF, and with the same outer margin.
 */
export function checkPress(proof: PressProof): Finding[] {
  const { plan, pressed, pages, trim, press } = proof;
  const sides = plan.sheets.flatMap(({ front, back }) => (back ? [front, back] : [front]));
  if (sides.length !== pressed.pages.length)
    return [finding(`The press file has ${pressed.pages.length} sides, expected ${sides.length}`)];
  const rooms = sides.flatMap((cells, side) => roomsOf(cells, side, proof));
  const handling: Handling = {
    scheme: press.scheme,
    binding: proof.binding,
    flip: plan.flip,
    heads: press.heads,
    trimWidthMm: trim.widthMm,
    millMm: press.scheme === 'signatures' ? press.mill : 0,
    paperMm: thicknessOf(press),
    signatures: countRuns(plan.sheets.map(({ signature }) => signature)),
  };
  const fold = () => foldBook(sidesOf(rooms, proof), handling);
  // Folded by their cells: which of them is which page of the book?
  const findings = fold().flatMap((bound, index) => {
    const room = bound.page === undefined ? undefined : rooms[bound.page];
    if (!room)
      return index < pages.length ? [finding(`Page ${index + 1} of the folded book is missing`)] : [];
    return meet(room, { index, isUpright: bound.isUpright, page: proof.reading.pages[pages[index] ?? -1] });
  });
  // Folded again with the content found in them: in order, upright, cut alike?
  return findings.length > 0 ? findings : checkFolded(fold(), proof);
}

/** A cell of a side with its glyphs; `found` tells about its page, first from the plan, then from its ink. */
interface Room {
  side: number;
  cell: Cell;
  glyphs: Glyph[];
  trim: PressProof['trim'];
  found: FoundPage;
}

function roomsOf(cells: readonly Cell[], side: number, { pressed, trim }: PressProof): Room[] {
  const { glyphs } = pressed.pages[side]!.content();
  return cells.map((cell, index) => ({
    side,
    cell,
    trim,
    glyphs: glyphs.filter(({ x, y }) => isIn(cell, trim, x / pointsPerMm, y / pointsPerMm)),
    found: {
      page: side * cells.length + index,
      isUpright: true,
      xMm: cell.xMm + trim.widthMm / 2,
      yMm: cell.yMm + trim.heightMm / 2,
    },
  }));
}

const isIn = ({ xMm, yMm }: Cell, trim: PressProof['trim'], x: number, y: number) =>
  x >= xMm && x < xMm + trim.widthMm && y >= yMm && y < yMm + trim.heightMm;

/** The cells as sides of sheets; those without a page are not folded. */
function sidesOf(rooms: readonly Room[], { plan, pressed }: PressProof): Side[] {
  const sides: Side[] = pressed.pages.map(() => ({
    widthMm: plan.widthMm,
    heightMm: plan.heightMm,
    pages: [],
  }));
  for (const { side, cell, found } of rooms) if (cell.page !== undefined) sides[side]!.pages.push(found);
  return sides;
}

/** Compares a cell with the page that belongs there, and records the place of the page by its ink. */
function meet(
  room: Room,
  { index, isUpright, page }: { index: number; isUpright: boolean; page: PdfPage | undefined },
): Finding[] {
  const own = page?.content().glyphs ?? [];
  const [here, there] = [textOf(room.glyphs), textOf(own)];
  room.found = { ...room.found, page: index, isUpright };
  if (here !== there) {
    const message = `Page ${index + 1} of the folded book says “${excerpt(here)}”, expected “${excerpt(there)}”`;
    return [finding(message, index)];
  }
  if (!page || own.length === 0) return [];
  const [first, last] = [room.glyphs[0]!, room.glyphs.at(-1)!];
  const [ownFirst, ownLast] = [own[0]!, own.at(-1)!];
  const along = (last.x - first.x) * (ownLast.x - ownFirst.x) + (last.y - first.y) * (ownLast.y - ownFirst.y);
  const isTurned = along < 0;
  const middle = (page.trim[0] + page.trim[2]) / 2;
  const centre = isTurned ? first.x + (ownFirst.x - middle) : first.x - (ownFirst.x - middle);
  room.found.isUpright = !isTurned;
  room.found.xMm = centre / pointsPerMm;
  return [];
}

const textOf = (glyphs: readonly Glyph[]) => glyphs.map(({ text }) => text).join('');
const excerpt = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** Checks outer margins: creep matters where sheets are nested; elsewhere the knife follows each page. */
function checkFolded(
  book: ReturnType<typeof foldBook>,
  { press, trim, pages, reading }: PressProof,
): Finding[] {
  const isNested = press.scheme === 'saddle' || press.scheme === 'signatures';
  return book.slice(0, pages.length).flatMap((bound, index) => {
    if (bound.page !== index)
      return [finding(`Page ${index + 1} of the folded book is page ${(bound.page ?? -1) + 1}`, index)];
    if (!bound.isUpright) return [finding(`Page ${index + 1} of the folded book is upside down`, index)];
    // A blank page has no ink that tells its place.
    if (reading.pages[pages[index]!]!.content().glyphs.length === 0) return [];
    const offMm = Math.abs(bound.toForeEdgeMm - trim.widthMm / 2);
    if (!isNested || press.offset || offMm <= slackMm) return [];
    return [
      finding(`The outer margin of page ${index + 1} is ${offMm.toFixed(2)} mm off after cutting`, index),
    ];
  });
}

function countRuns(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

function finding(message: string, index?: number): Finding {
  return {
    rule: 'press',
    ...(index !== undefined && { page: index + 1 }),
    message,
    remedy:
      'Build the press file again; if the message remains, send it to us with the press: lines of the publication.',
  };
}
