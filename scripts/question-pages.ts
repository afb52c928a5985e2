import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import type { Article } from './article/article.js';
import { type ProvenText, pageAt } from './prepress/proven-text.js';
import { comparable } from './prepress/read/comparable.js';

/**
 * The pages, from 0, of open questions of articles. A question that names a place of the manuscript is on the page of
 * its character; one that names another file (the source) is where its article begins. Others have none.
 */
export function questionPages(articles: readonly Article[], proven: ProvenText): Map<VFileMessage, number> {
  const pages = new Map<VFileMessage, number>();
  for (const article of articles) {
    const { file } = article;
    const start = proven.starts.get(file.path || article.id);
    if (start === undefined || file.messages.length === 0) continue;
    const stretches = stretchesOf(article, proven.text, start);
    for (const message of file.messages) {
      const isHere = !message.file || message.file === file.path;
      const at = isHere && message.place ? offsetIn(stretches, message) : undefined;
      pages.set(message, pageAt(proven, at ?? start));
    }
  }
  return pages;
}

/** A text node of a manuscript, and the place of its characters in the book. */
export interface Stretch {
  /** In characters of the manuscript. */
  source: number;
  at: number;
  length: number;
}

/** Text nodes have the same order in the book as in the manuscript, except for footnotes, which come last. */
export function stretchesOf({ tree }: Article, text: string, start: number): Stretch[] {
  const isNote = ({ type }: RootContent) => type === 'footnoteDefinition';
  const blocks = [...tree.children.filter((node) => !isNote(node)), ...tree.children.filter(isNote)];
  const stretches: Stretch[] = [];
  let cursor = start;
  for (const block of blocks)
    visit(block, ['text', 'inlineCode', 'code'], (node) => {
      const source = node.position?.start.offset;
      const value = 'value' in node ? comparable(node.value).join('') : '';
      const at = value === '' ? -1 : text.indexOf(value, cursor);
      if (at < 0 || source === undefined) return;
      stretches.push({ source, at, length: value.length });
      cursor = at + value.length;
    });
  return stretches.sort((one, other) => one.source - other.source);
}

/** The place in the book of a place in the manuscript; undefined before the first text, as in the front matter. */
function offsetIn(stretches: readonly Stretch[], { place }: VFileMessage): number | undefined {
  const point = place && ('start' in place ? place.start : place);
  const offset = point?.offset;
  if (offset === undefined) return undefined;
  const stretch = stretches.findLast(({ source }) => source <= offset);
  return stretch && stretch.at + Math.min(offset - stretch.source, stretch.length - 1);
}
