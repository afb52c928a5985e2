import type { Element } from 'hast';
import type { Passage } from '../compose/galley.js';

/** A part of the book: its HTML, and the text of it that must stand on paper. */
export interface Part {
  html: Element[];
  passages: Passage[];
}

/** A passage from pieces of text, in their order; white space is not compared. */
export function passage(id: string, name: string, pieces: readonly (string | undefined)[]): Passage {
  return { id, name, text: pieces.join('').replace(/\s/gu, '') };
}
