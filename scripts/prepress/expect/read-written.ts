import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Book } from '../../typeset/book/galley.js';
import { comparable } from '../read/comparable.js';
import { type Around, type Reader, readText } from './read-text.js';
import { blocks, classesOf, rolesOf } from './roles.js';
import { tableRulesOf } from './table-rules.js';
import { before, type Cell, type Written } from './written.js';

/** Reads the galleys of a book, in the order of its passages. */
export function readWritten({ galleys, lang, css }: Pick<Book, 'galleys' | 'lang' | 'css'>): Written {
  const written: Written = {
    characters: [],
    leafAt: [],
    gapAt: [],
    blanks: new Map(),
    leaves: [],
    readings: [],
    pictures: [],
    links: [],
    labels: [],
    headings: [],
    ids: new Map(),
    tables: new Map(),
    tableRules: undefined,
    unread: [],
    heads: [],
    isReadBelow: /ruby-position\s*:[^;}]*under/i.test(css.join('\n')),
  };
  const reader: Reader = {
    written,
    kinds: new Map(),
    gap: before.line,
    blank: 0,
    galley: 0,
    block: 0,
    table: 0,
    row: 0,
    levels: [],
    counters: [],
  };
  for (const { html, facing } of galleys) {
    const root = fromHtml(html, { fragment: true });
    const around: Around = { roles: [], tags: [], classes: [], lang, isCode: false };
    // On facing pages each language is read through.
    const parts = facing ? [without(root, 'second'), without(root, 'first')] : [root];
    for (const part of parts) {
      reader.galley++;
      for (const child of part.children) read(reader, child, around);
    }
  }
  if (reader.table > 0) written.tableRules = tableRulesOf(css);
  return written;
}

/** A tree without elements of a class, and without those that are then empty. */
function without(root: Root, name: string): Root {
  const prune = (children: readonly RootContent[]): RootContent[] =>
    children.flatMap((child): RootContent[] => {
      if (child.type !== 'element') return [child];
      if (classesOf(child).includes(name)) return [];
      return [{ ...child, children: prune(child.children) as Element['children'] }];
    });
  return { ...root, children: prune(root.children) };
}

function read(reader: Reader, node: RootContent, around: Around): void {
  if (node.type === 'text') readText(reader, node.value, around);
  else if (node.type === 'element') readElement(reader, node, around);
}

/** Elements whose text is not shown. */
const unshown = new Set(['style', 'script', 'template', 'head', 'title']);

function readElement(reader: Reader, element: Element, around: Around): void {
  const { written } = reader;
  const { tagName, properties } = element;
  if (properties.hidden || unshown.has(tagName)) return;
  if (properties.ariaHidden === 'true') {
    written.unread.push(textOf(element));
    return;
  }
  for (const head of [properties.dataHead, properties.dataSecondHead])
    if (typeof head === 'string') written.heads.push(head);
  if (tagName === 'br') reader.gap = before.line;
  if (tagName === 'img') readPicture(reader, element, around);
  if (tagName === 'rt') {
    readReading(written, element);
    return;
  }
  const isBlock = blocks.has(tagName);
  if (isBlock) reader.gap = before.line;
  const start = written.characters.length;
  const pictures = written.pictures.length;
  // On facing pages a story occurs in each language: links lead to the first.
  if (typeof properties.id === 'string' && !written.ids.has(properties.id))
    written.ids.set(properties.id, { start, end: start });
  if (tagName === 'table') reader.table++;
  if (tagName === 'tr') {
    const row = ++reader.row;
    written.tables.set(reader.table, { first: written.tables.get(reader.table)?.first ?? row, last: row });
  }
  if (tagName === 'ol') reader.counters.push(Number(properties.start ?? 1));
  // 1, 3, 5: an item may have a number of its own.
  if (tagName === 'li' && properties.value !== undefined && reader.counters.length > 0)
    reader.counters[reader.counters.length - 1] = Number(properties.value);
  if (tagName === 'li')
    written.labels.push({
      at: start,
      number: around.tags.at(-1) === 'ol' ? nextOf(reader.counters) : undefined,
    });
  const inner = innerOf(reader, element, around);
  let column = 0;
  for (const child of element.children) {
    const isCell = tagName === 'tr' && child.type === 'element';
    read(reader, child, isCell ? { ...inner, cell: cellOf(reader, child, column++) } : inner);
  }
  if (tagName === 'ol') reader.counters.pop();
  if (isBlock) reader.gap = before.line;
  const end = written.characters.length;
  const own = typeof properties.id === 'string' ? written.ids.get(properties.id) : undefined;
  if (own?.start === start) own.end = end;
  if (own?.start === start && written.pictures[pictures]?.at === start) own.picture = pictures;
  if (tagName === 'a' && typeof properties.href === 'string')
    written.links.push({ start, end, href: properties.href });
  const rank = /^h([1-6])$/.exec(tagName)?.[1];
  if (rank && end > start)
    written.headings.push({
      start,
      end,
      title: titleOf(written, { start, end, pictures }),
      rank: Number(rank),
      level: levelOf(reader.levels, Number(rank)),
    });
}

/** The words of a heading as the outline has them: a character that is a picture is named by its description. */
function titleOf(
  { characters, pictures }: Written,
  { start, end, pictures: first }: { start: number; end: number; pictures: number },
): string {
  let [title, last] = ['', start];
  for (const { at, alt } of pictures.slice(first)) {
    title += characters.slice(last, at).join('') + comparable(alt).join('');
    last = at;
  }
  return title + characters.slice(last, end).join('');
}

const cellOf = ({ table, row }: Reader, { properties }: Element, column: number): Cell => ({
  table,
  row,
  column,
  rowSpan: Number(properties.rowSpan ?? 1),
  colSpan: Number(properties.colSpan ?? 1),
});

function innerOf(reader: Reader, element: Element, around: Around): Around {
  const { tagName, properties } = element;
  const isNote = classesOf(element).includes('note') && typeof properties.id === 'string';
  const call = classesOf(element).includes('note-call') ? callOf(element) : undefined;
  if (blocks.has(tagName)) reader.block++;
  return {
    ...around,
    roles: [...around.roles, ...rolesOf(element)],
    tags: [...around.tags, tagName],
    classes: [...around.classes, ...classesOf(element).map((name) => `.${name}`)],
    lang: typeof properties.lang === 'string' ? properties.lang : around.lang,
    isCode: around.isCode || tagName === 'pre',
    ...(blocks.has(tagName) && { block: reader.block }),
    ...(isNote && { note: String(properties.id) }),
    ...(call !== undefined && { calls: call }),
  };
}

/** The note that a call leads to. */
function callOf({ children }: Element): string | undefined {
  const link = children.find((child) => child.type === 'element' && child.tagName === 'a');
  const href = link?.type === 'element' ? link.properties.href : undefined;
  return typeof href === 'string' ? href.slice(1) : undefined;
}

/** Heading levels as a reader sees them: the first of a stretch is one below those around it. */
function levelOf(open: number[], rank: number): number {
  while (open.length > 0 && open.at(-1)! >= rank) open.pop();
  open.push(rank);
  return open.length;
}

/** The number of the next item of the innermost list. */
function nextOf(counters: number[]): number {
  const number = counters.pop() ?? 1;
  counters.push(number + 1);
  return number;
}

function readPicture({ written }: Reader, { properties }: Element, { tags, classes }: Around): void {
  written.pictures.push({
    at: written.characters.length,
    src: String(properties.src ?? ''),
    alt: String(properties.alt ?? ''),
    isInline: tags.at(-1) !== 'figure',
    ...(classes.includes('.spread') && { isSpread: true }),
  });
}

/** A reading belongs to the text before it in its ruby. */
function readReading(written: Written, element: Element): void {
  const end = written.characters.length;
  const leaf = written.leafAt[end - 1];
  let start = end;
  while (start > 0 && written.leafAt[start - 1] === leaf && start > lastReadingEnd(written)) start--;
  written.readings.push({ start, end, text: comparable(textOf(element)).join('') });
}

const lastReadingEnd = ({ readings }: Written) => readings.at(-1)?.end ?? 0;

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
