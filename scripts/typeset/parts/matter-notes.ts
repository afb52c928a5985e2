import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { type Notes, noteMark, phrasingHtml } from './phrasing.js';

/** The call of a note in a line of front matter: `byline: 本报记者[^1]`. */
const call = /\[\^([^\]\s]+)\]/gu;

/**
 * A line of front matter as HTML, or its content with readings: calls of notes that the story defines are calls,
 * everything else is text.
 */
export function matterHtml(line: string | readonly PhrasingContent[], notes: Notes): ElementContent[] {
  const nodes: readonly PhrasingContent[] = typeof line === 'string' ? [{ type: 'text', value: line }] : line;
  return phrasingHtml(
    nodes.flatMap((node) => (node.type === 'text' ? withCalls(node.value, notes) : [node])),
    notes,
  );
}

function withCalls(text: string, notes: Notes): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: found, 1: name, index } of text.matchAll(call)) {
    const identifier = definedAs(name!, notes);
    if (identifier === undefined) continue;
    if (index > at) parts.push({ type: 'text', value: text.slice(at, index) });
    parts.push({ type: 'footnoteReference', identifier });
    at = index + found.length;
  }
  if (at < text.length) parts.push({ type: 'text', value: text.slice(at) });
  return parts;
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
