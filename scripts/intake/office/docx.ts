import { unzipSync } from 'fflate';
import type { Element } from 'xast';
import { byteLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Read } from '../reader.js';
import { childrenOf, elementsOf, parseXml } from '../xml/parse.js';
import { markNotes, notesOf } from './docx-notes.js';
import { paragraphNumbers } from './docx-numbers.js';
import { rowsOf } from './docx-table.js';
import { textOf, visible } from './docx-text.js';

const body = 'word/document.xml';
const styleSheet = 'word/styles.xml';
const listPart = 'word/numbering.xml';
const commentPart = 'word/comments.xml';
const noteParts = ['word/footnotes.xml', 'word/endnotes.xml'] as const;
/** Running heads of the pages. */
const edgePart = /^word\/(?:header|footer)\d*\.xml$/;

/** First bytes of a DOCX with the names of its parts, which may also be further on. */
export const docxHead: RegExp = /^PK\x03\x04[\s\S]*(?:\[Content_Types\]\.xml|word\/|_rels\/\.rels)/;

/**
 * The paragraphs of a DOCX, with headings as in Markdown, its tables row by row, and its notes at the end. Text boxes
 * keep the order of the file; what was deleted or moved away is left out.
 *
 * @throws a problem when it is damaged, or another office document.
 */
export function readDocx(bytes: Uint8Array, path: string): Read {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        (name === body ||
          name === styleSheet ||
          name === listPart ||
          name === commentPart ||
          noteParts.some((part) => part === name) ||
          edgePart.test(name)) &&
        originalSize <= byteLimits.text,
    });
  } catch {
    throw problem(say('docx-damaged'), { path, note: say('docx-save-again') });
  }
  const main = parts[body];
  if (!main) throw problem(say('not-docx'), { path, note: say('docx-save-again') });
  const parsed = (name: string) => parts[name] && parseXml(parts[name], path);
  const styles = parsed(styleSheet);
  const levels = levelsOf(styles);
  const tables = new Map<Element, string>();
  const isInTable = new Set<Element>();
  const root = visible(parseXml(main, path));
  const notes = noteParts.flatMap((name) => {
    const part = parts[name];
    return part
      ? [notesOf(visible(parseXml(part, path)), name.includes('end') ? 'endnote' : 'footnote')]
      : [];
  });
  const ended = markNotes(root, notes);
  writeNumbers(root, paragraphNumbers(parsed(listPart), styles));
  for (const table of elementsOf(root, 'tbl')) {
    const inner = [...elementsOf(table, 'p')];
    const rows = rowsOf(table);
    if (rows === undefined || inner.length === 0) continue;
    tables.set(inner[0]!, rows);
    for (const paragraph of inner) isInTable.add(paragraph);
  }
  const paragraphs = [...elementsOf(root, 'p')]
    .map((one) => tables.get(one) ?? (isInTable.has(one) ? '' : paragraphText(one, levels)))
    .filter((text) => text.trim() !== '');
  if (paragraphs.length === 0) throw problem(say('blank-source'), { path });
  const edges = Object.entries(parts).flatMap(([name, part]) =>
    edgePart.test(name) ? textOf(visible(parseXml(part, path)), true).trim() || [] : [],
  );
  const comments = commentsIn(parsed(commentPart));
  const told = [
    ...(edges.length > 0 ? [tellEdges(edges)] : []),
    ...(comments.length > 0 ? [tellComments(comments)] : []),
  ];
  return {
    text: `${[...paragraphs, ...ended].join('\n\n')}\n`,
    encoding: 'utf-8',
    ...(told.length > 0 && { told }),
  };
}

/** Number of omitted characters that are quoted. */
const quoted = 60;

function quoteOf(texts: readonly string[]): string {
  const words = [...new Set(texts)].join(' | ');
  return words.length > quoted ? `${words.slice(0, quoted)}…` : words;
}

const tellEdges = (edges: readonly string[]) =>
  `The headers and footers of the document were left out: ${quoteOf(edges)} (write them into the text if they belong to it)`;

const tellComments = (comments: readonly string[]) =>
  `${comments.length} comments of the document were not read: ${quoteOf(comments)} (if they are corrections, make them in the source)`;

const commentsIn = (part: Element | undefined): string[] =>
  part ? [...elementsOf(part, 'comment')].map((one) => textOf(one, true).trim()).filter(Boolean) : [];

/** Writes the number of each paragraph of a list before its text, if it has any. */
function writeNumbers(root: Element, numberOf: (paragraph: Element) => string): void {
  for (const paragraph of elementsOf(root, 'p')) {
    const number = numberOf(paragraph);
    if (number !== '' && textOf(paragraph).trim() !== '')
      paragraph.children.unshift({
        type: 'element',
        name: 'w:t',
        attributes: {},
        children: [{ type: 'text', value: number }],
      });
  }
}

/** Levels of the heading styles by their ids: Chinese Word uses the id 1 for `heading 1`. */
function levelsOf(sheet: Element | undefined): Map<string, number> {
  const levels = new Map<string, number>();
  for (const style of sheet ? elementsOf(sheet, 'style') : []) {
    const [name] = childrenOf(style, 'name');
    const level = /^(?:heading|标题|標題) ?([1-6])$/iu.exec(name?.attributes['w:val'] ?? '')?.[1];
    const isTitle = /^(?:title|标题|標題)$/iu.test(name?.attributes['w:val'] ?? '');
    if (level || isTitle) levels.set(style.attributes['w:styleId'] ?? '', Number(level ?? 1));
  }
  return levels;
}

function paragraphText(paragraph: Element, levels: ReadonlyMap<string, number>): string {
  const [style] = elementsOf(paragraph, 'pStyle');
  const level = levels.get(style?.attributes['w:val'] ?? '') ?? 0;
  const text = textOf(paragraph).trim();
  return level > 0 && text !== '' ? `${'#'.repeat(level)} ${text.replace(/\n/gu, ' ')}` : text;
}
