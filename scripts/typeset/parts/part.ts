import type { Element } from 'hast';
import type { Passage } from '../book/galley.js';

/** A part of the book: its HTML, and its text that must be printed. */
export interface Part {
  html: Element[];
  passages: Passage[];
}

/** A passage from pieces of text, in order; white space is not compared. */
export function passage(id: string, name: string, pieces: readonly (string | undefined)[]): Passage {
  return { id, name, text: pieces.join('').replace(/\s/gu, '') };
}
