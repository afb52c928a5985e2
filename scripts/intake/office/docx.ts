import { unzipSync } from 'fflate';
import type { Element } from 'xast';
import { byteLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Read } from '../reader.js';
import { writtenRows } from '../written-rows.js';
import { childrenOf, elementsOf, nameOf, parseXml } from '../xml/parse.js';

const body = 'word/document.xml';
const styleSheet = 'word/styles.xml';
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
          noteParts.some((part) => part === name) ||
          edgePart.test(name)) &&
        originalSize <= byteLimits.text,
    });
  } catch {
    throw problem(say('docx-damaged'), { path, note: say('docx-save-again') });
  }
  const main = parts[body];
  if (!main) throw problem(say('not-docx'), { path, note: say('docx-save-again') });
  const levels = levelsOf(parts[styleSheet] && parseXml(parts[styleSheet], path));
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
  return {
    text: `${[...paragraphs, ...ended].join('\n\n')}\n`,
    encoding: 'utf-8',
    ...(edges.length > 0 && { told: [tellEdges(edges)] }),
  };
}

/** Number of omitted characters that are quoted. */
const quoted = 60;

function tellEdges(edges: readonly string[]): string {
  const words = [...new Set(edges)].join(' | ');
  const quote = words.length > quoted ? `${words.slice(0, quoted)}…` : words;
  return `The headers and footers of the document were left out: ${quote} (write them into the text if they belong to it)`;
}

/** Words that are not in the document: deleted, moved away, a second form for old programs, readings over characters. */
const unseen: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'rt']);

/** Takes out what is not to be seen, in place. */
function visible(root: Element): Element {
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    element.children = element.children.filter(
      (node) => node.type !== 'element' || !unseen.has(nameOf(node)),
    );
    open.push(...childrenOf(element));
  }
  return root;
}

interface Notes {
  /** Name of the element that refers to one of them. */
  reference: string;
  texts: Map<string, string>;
}

/** The notes of a document by their ids; lines between notes and text are none. */
function notesOf(root: Element, kind: 'footnote' | 'endnote'): Notes {
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
function markNotes(root: Element, notes: readonly Notes[]): string[] {
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

/** A longer cell is a part of the page, because some people lay out a page as a table. */
const longestCell = 60;

/** The rows of a table as they are written; undefined for a page laid out as a table. */
function rowsOf(table: Element): string | undefined {
  if ([...elementsOf(table, 'tbl')].length > 1) return undefined;
  const rows = [...elementsOf(table, 'tr')].map((row) => [
    ...emptyCells(row, 'gridBefore', 0),
    ...[...elementsOf(row, 'tc')].flatMap((cell) => [wordsOf(cell), ...emptyCells(cell, 'gridSpan', 1)]),
  ]);
  if (rows.flat().some((cell) => cell.length > longestCell) || rows.every((row) => row.length < 2))
    return undefined;
  return writtenRows(rows).join('\n');
}

/** A table has no more columns: a wrong number would make a million. */
const mostColumns = 100;

/** The places that a cell takes beside its own, or that a row leaves out, which are empty. */
function emptyCells(element: Element, property: 'gridSpan' | 'gridBefore', own: number): string[] {
  const [found] = elementsOf(element, property);
  const count = Math.min(Number(found?.attributes['w:val']) || own, mostColumns);
  return Array.from({ length: Math.max(count - own, 0) }, () => '');
}

const wordsOf = (cell: Element) =>
  [...elementsOf(cell, 'p')]
    .map((paragraph) => textOf(paragraph).trim())
    .join('')
    .replace(/\s+/gu, ' ');

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

/** Text of a paragraph's runs; a paragraph in a text box inside it has its own place, unless all are asked for. */
function textOf(element: Element, isWhole = false): string {
  return childrenOf(element)
    .map((child) => {
      const name = nameOf(child);
      if (name === 't') return child.children.map((node) => ('value' in node ? node.value : '')).join('');
      if (name === 'br' || name === 'cr') return '\n';
      if (name === 'tab') return '\u3000';
      if (name === 'noBreakHyphen') return '-';
      // A character of a font of symbols: restoring asks what it is.
      if (name === 'sym')
        return String.fromCodePoint(Number.parseInt(child.attributes['w:char'] ?? '', 16) || 0xfffd);
      if ((name === 'p' && !isWhole) || name === 'pPr') return '';
      return textOf(child, isWhole);
    })
    .join('');
}
