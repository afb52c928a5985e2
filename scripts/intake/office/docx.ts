import { unzipSync } from 'fflate';
import type { Element } from 'xast';
import { byteLimits } from '../../article/limits.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Read } from '../reader.js';
import { childrenOf, elementsOf, nameOf, parseXml } from '../xml/parse.js';

const body = 'word/document.xml';
const styleSheet = 'word/styles.xml';

/** First bytes of a DOCX with the names of its parts, which may also be further on. */
export const docxHead: RegExp = /^PK\x03\x04[\s\S]*(?:\[Content_Types\]\.xml|word\/|_rels\/\.rels)/;

/**
 * The paragraphs of a DOCX, with headings as in Markdown, and its tables row by row. Text boxes keep the order of the
 * file.
 *
 * @throws a problem when it is damaged, or another office document.
 */
export function readDocx(bytes: Uint8Array, path: string): Read {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        (name === body || name === styleSheet) && originalSize <= byteLimits.text,
    });
  } catch {
    throw problem(say('docx-damaged'), { path, note: say('docx-save-again') });
  }
  const main = parts[body];
  if (!main) throw problem(say('not-docx'), { path, note: say('docx-save-again') });
  const levels = levelsOf(parts[styleSheet] && parseXml(parts[styleSheet], path));
  const tables = new Map<Element, string>();
  const isInTable = new Set<Element>();
  const root = parseXml(main, path);
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
  return { text: `${paragraphs.join('\n\n')}\n`, encoding: 'utf-8' };
}

/** A longer cell is a part of the page, because some people lay out a page as a table. */
const longestCell = 60;

/**
 * The rows of a table, cells separated by two full-width spaces as in print; undefined for a page laid out as a table.
 */
function rowsOf(table: Element): string | undefined {
  if ([...elementsOf(table, 'tbl')].length > 1) return undefined;
  const rows = childrenOf(table, 'tr').map((row) =>
    childrenOf(row, 'tc').map((cell) =>
      childrenOf(cell, 'p')
        .map((paragraph) => textOf(paragraph).trim())
        .join('')
        .replace(/\s+/gu, ' '),
    ),
  );
  if (rows.flat().some((cell) => cell.length > longestCell) || rows.every((row) => row.length < 2))
    return undefined;
  return rows
    .map((row) => row.join('\u3000\u3000').trim())
    .filter((row) => row !== '')
    .join('\n');
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

/** Text of a paragraph's runs; a paragraph in a text box inside it has its own place. Deleted text is left out. */
function textOf(element: Element): string {
  return childrenOf(element)
    .map((child) => {
      const name = nameOf(child);
      if (name === 't') return child.children.map((node) => ('value' in node ? node.value : '')).join('');
      if (name === 'br' || name === 'cr') return '\n';
      if (name === 'tab') return '\u3000';
      if (name === 'p' || name === 'del' || name === 'pPr' || name === 'Fallback') return '';
      return textOf(child);
    })
    .join('');
}
