import { comparable } from '../../prepress/read/comparable.js';
import { type Box, boxAround } from '../../prepress/read/matrix.js';
import type { Glyph } from '../../prepress/read/painter.js';
import type { PdfFile } from '../../prepress/read/pdf-file.js';
import { readPdf } from '../../prepress/read/read-pdf.js';
import { leaves, type StructureElement } from '../../prepress/read/read-structure.js';
import type { Random } from '../random.js';
import { editPage, type Operator } from './page-edit.js';

/** A piece of tagged content of a finished book, to be changed. */
export interface Piece {
  /** Index from 0. */
  page: number;
  mcid: number;
  /** The types of the elements around it, from the document down: "Document Art L LI LBody". */
  path: string;
  text: string;
  box: Box;
  glyphs: Glyph[];
  /** Its element in the structure tree, with the number of pieces in it. */
  element: StructureElement;
}

/** A finished PDF to be changed. */
export interface Subject {
  file: PdfFile;
  pieces: readonly Piece[];
  random: Random;
  /** A random piece whose path and text fit. @throws `Inapplicable` when the book has none. */
  pick(path: RegExp, fits?: (piece: Piece) => boolean): Piece;
  edit(page: number, change: (operators: Operator[]) => void): void;
}

/** Thrown by a change that does not apply to a book. */
export class Inapplicable extends Error {}

/** The pieces of a PDF, read before it is changed. */
export async function piecesOf(pdf: Uint8Array): Promise<Piece[]> {
  const { pages, structure } = await readPdf(pdf);
  const glyphs = pages.map((page) => page.content().glyphs.filter(({ isArtifact }) => !isArtifact));
  if (!structure) return [];
  return [...leaves(structure)].map(({ content: { page, mcid }, element }) => {
    const own = glyphs[page]!.filter((glyph) => glyph.mcid === mcid);
    const inked = own.filter(({ hasInk }) => hasInk !== false);
    return {
      page,
      mcid,
      element,
      path: pathOf(element),
      glyphs: own,
      text: own.flatMap(({ text }) => comparable(text)).join(''),
      box: boxAround(inked.map(({ box }) => box)) ?? [0, 0, 0, 0],
    };
  });
}

function pathOf(element: StructureElement): string {
  const outer = element.parent ? `${pathOf(element.parent)} ` : '';
  return outer + element.type;
}

export function newSubject(file: PdfFile, pieces: readonly Piece[], random: Random): Subject {
  return {
    file,
    pieces,
    random,
    edit: (page, change) => editPage(file, page, change),
    pick(path, fits = () => true) {
      const fitting = pieces.filter((piece) => path.test(piece.path) && fits(piece));
      if (fitting.length === 0) throw new Inapplicable();
      return random.pick(fitting);
    },
  };
}

/** A change of a finished book that a reader or a listener notices. */
export interface Mutation {
  /** Its subject: a row of the table. */
  kind: string;
  name: string;
  /** @throws `Inapplicable` when it does not apply to the book. */
  change(subject: Subject): void;
}

/** Groups items by a key, in the order of the first of each. */
export function grouped<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
