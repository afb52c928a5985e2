import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { keepCalls } from './note-calls.js';
import { type Notes, noteId, noteMark } from './phrasing.js';

/** The call of a note in a line of front matter: `byline: 本报记者[^1]`. */
const call = /\[\^([^\]\s]+)\]/gu;

/** A line of front matter as HTML: calls of notes that the story defines are calls, everything else is text. */
export function matterHtml(text: string, notes: Notes): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { 0: found, 1: name, index } of text.matchAll(call)) {
    const identifier = definedAs(name!, notes);
    if (identifier === undefined) continue;
    if (index > at) parts.push({ type: 'text', value: text.slice(at, index) });
    const link = h('a', { href: `#${noteId(identifier, notes)}` }, noteMark(identifier, notes));
    parts.push(h('sup.note-call', [link]));
    at = index + found.length;
  }
  if (at < text.length) parts.push({ type: 'text', value: text.slice(at) });
  return keepCalls(parts);
}

/** The same as plain text, with the numbers of its notes; without notes for the contents. */
export function matterText(text: string, notes?: Notes): string {
  return text.replace(call, (found, name: string) => {
    if (!notes) return '';
    const identifier = definedAs(name, notes);
    return identifier === undefined ? found : noteMark(identifier, notes);
  });
}

/** Compares names of notes like Markdown: in any letter case. */
const definedAs = (name: string, { defined }: Notes) =>
  defined?.has(name.toLowerCase()) ? name.toLowerCase() : undefined;
