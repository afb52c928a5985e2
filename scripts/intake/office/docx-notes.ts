import type { Element } from 'xast';
import { elementsOf, nameOf } from '../xml/parse.js';
import { textOf } from './docx-text.js';

/** Footnotes or endnotes. */
export interface Notes {
  /** Name of the element that refers to one of them. */
  reference: string;
  texts: Map<string, string>;
}

/** The notes of a document by their ids; lines between notes and text are none. */
export function notesOf(root: Element, kind: 'footnote' | 'endnote'): Notes {
  const texts = new Map<string, string>();
  for (const note of elementsOf(root, kind)) {
    const text = [...elementsOf(note, 'p')].map((one) => textOf(one).trim()).filter(Boolean);
    if (text.length > 0) texts.set(note.attributes['w:id'] ?? '', text.join('\n'));
  }
  return { reference: `${kind}Reference`, texts };
}

/** ①, as a printed page numbers its notes; from the 51st on [51]. */
const signOf = (number: number) =>
  number > 50
    ? `[${number}]`
    : String.fromCodePoint(number <= 20 ? 0x245f + number : number <= 35 ? 0x323c + number : 0x328d + number);

/** Writes the sign of each note into the text, and returns the notes, each with its sign. */
export function markNotes(root: Element, notes: readonly Notes[]): string[] {
  const ended: string[] = [];
  for (const reference of elementsOf(root, ...notes.map((own) => own.reference))) {
    const own = notes.find((one) => one.reference === nameOf(reference));
    const text = own?.texts.get(reference.attributes['w:id'] ?? '');
    if (text === undefined) continue;
    const sign = signOf(ended.length + 1);
    ended.push(`${sign}　${text}`);
    reference.name = 'w:t';
    reference.children = [{ type: 'text', value: sign }];
  }
  return ended;
}
