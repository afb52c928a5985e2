import type { Element } from 'hast';
import { h } from 'hastscript';
import type { FootnoteDefinition, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { hasHan } from '../../text/characters.js';
import { type BlockContext, noteHtml } from './block.js';
import { type Notes, noteId } from './phrasing.js';

/** The notes of a story before any is called. */
export function openNotes(tree: Root, prefix: string): Notes {
  const calls = new Map<string, string[]>();
  visit(tree, 'footnoteDefinition', (note) => {
    const own: string[] = [];
    visit(note, 'footnoteReference', ({ identifier }) => void own.push(identifier));
    if (!calls.has(note.identifier)) calls.set(note.identifier, own);
  });
  return {
    prefix,
    numbers: new Map(),
    defined: new Set(calls.keys()),
    calls,
    areCircled: hasHan(textOf(tree)),
  };
}

/** The notes of a story 脚注, in reading order, and as HTML for the story's end. */
export interface StoryNotes {
  inOrder: FootnoteDefinition[];
  html: Element[];
}

/**
 * Makes a story's notes, after its blocks, which have numbered the notes that they call. Pagination moves a called note
 * to the foot of its page; the list at the story's end still owns it, so that it is read there, after the story. A note
 * that is never called stays in the list.
 */
export function storyNotes(tree: Root, context: BlockContext): StoryNotes {
  const defined: FootnoteDefinition[] = [];
  visit(tree, 'footnoteDefinition', (note) => void defined.push(note));
  if (defined.length === 0) return { inOrder: [], html: [] };
  const { numbers } = context.notes;
  const called: FootnoteDefinition[] = [];
  const html: Element[] = [];
  // Notes may call further notes: the list of numbers grows while they are made.
  for (const identifier of numbers.keys()) {
    const note = defined.find((one) => one.identifier === identifier);
    if (!note || called.includes(note)) continue;
    called.push(note);
    html.push(noteHtml(note, context));
  }
  const uncalled = defined
    .filter((note) => !called.includes(note))
    .map((note, index) => {
      // A second definition of the same name is another note.
      const isSecond = numbers.has(note.identifier);
      return isSecond ? { ...note, identifier: `${note.identifier} ${index}` } : note;
    });
  const owned = called.map(({ identifier }) => noteId(identifier, context.notes)).join(' ');
  const list = h('div.story-notes', { role: 'group', ...(owned && { ariaOwns: owned }) }, html);
  return {
    inOrder: [...called, ...uncalled],
    html: [...(called.length > 0 ? [list] : []), ...uncalled.map((note) => noteHtml(note, context))],
  };
}
