import type {
  BlockContent,
  Heading,
  Image,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
} from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../../problem.js';
import { say } from '../../words/say.js';
import { cutText } from '../paragraphs.js';
import { type Tag, tagOf } from './tag.js';

const blocks: ReadonlySet<string> = new Set(
  'address article aside center div figcaption figure footer header hr main p section h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
/** A cell spans no more columns or rows: a page has no wider table. */
const mostSpan = 100;

/**
 * Reads tables, paragraphs, headings and pictures that are written as HTML, as word processors and programs of
 * recognition write them. All HTML is inline here, so such a block is a paragraph of tags and text. In place.
 */
export function remarkHtmlBlocks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (!parent || index === undefined || !node.children.some(({ type }) => type === 'html'))
        return undefined;
      node.children = node.children.map((child) => pictureOf(child, file) ?? child);
      const made = new Reading(node, file).blocks();
      parent.children.splice(index, 1, ...(made as BlockContent[]));
      return [SKIP, index + made.length];
    });
  };
}

/** The reading of one paragraph: what is open, and what is complete. */
class Reading {
  readonly #made: RootContent[] = [];
  #open: PhrasingContent[] = [];
  #depth: Heading['depth'] | undefined;

  readonly #paragraph: Paragraph;
  readonly #file: VFile;

  constructor(paragraph: Paragraph, file: VFile) {
    this.#paragraph = paragraph;
    this.#file = file;
  }

  blocks(): RootContent[] {
    const { children } = this.#paragraph;
    for (let at = 0; at < children.length; at++) {
      const child = children[at]!;
      const tag = tagOf(child);
      const end = tag?.name === 'table' && !tag.isEnd ? endOfTable(children, at) : -1;
      const table = end > at ? tableOf(children.slice(at + 1, end), this.#file) : undefined;
      if (table) {
        this.#close();
        const { position } = this.#paragraph;
        this.#made.push({ ...table, ...(position && { position }) });
        tellLook(tag!, child, this.#file);
        at = end;
      } else if (tag && blocks.has(tag.name)) this.#pass(tag, child);
      else this.#open.push(child);
    }
    this.#close();
    return this.#made;
  }

  /** A tag between two blocks. */
  #pass(tag: Tag, node: PhrasingContent): void {
    this.#close();
    const [, depth] = /^h([1-6])$/.exec(tag.name) ?? [];
    this.#depth = depth && !tag.isEnd ? (Number(depth) as Heading['depth']) : undefined;
    if (tag.name === 'hr')
      this.#made.push({ type: 'thematicBreak', ...(node.position && { position: node.position }) });
    tellLook(tag, node, this.#file);
  }

  #close(): void {
    const children = trimmed(this.#open, this.#file);
    this.#open = [];
    if (children.length === 0) return;
    const [start, end] = [children[0]!.position?.start, children.at(-1)!.position?.end];
    const own = { children, ...(start && end && { position: { start, end } }) };
    if (this.#depth) this.#made.push({ type: 'heading', depth: this.#depth, ...own });
    else this.#made.push({ ...this.#paragraph, ...own });
    this.#depth = undefined;
  }
}

const endOfTable = (nodes: readonly PhrasingContent[], from: number): number =>
  nodes.findIndex((node, at) => {
    const tag = at > from ? tagOf(node) : undefined;
    return tag?.name === 'table' && tag.isEnd;
  });

const aroundRows: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot', 'colgroup', 'col']);
const inCells: ReadonlySet<string> = new Set(['p', 'div', 'center']);

/**
 * The table between two tags; undefined if there is text outside of its cells. A cell may span columns and rows: the
 * other places that it takes are empty.
 */
function tableOf(nodes: readonly PhrasingContent[], file: VFile): Table | undefined {
  const rows: TableCell[][] = [];
  const taken: number[] = [];
  let cell: TableCell | undefined;
  for (const node of nodes) {
    const tag = tagOf(node);
    if (tag?.name === 'tr') {
      cell = undefined;
      if (!tag.isEnd) rows.push([]);
    } else if (tag && /^t[dh]$/.test(tag.name)) {
      cell = tag.isEnd ? undefined : addCell(rows, taken, tag);
      if (cell && spansOf(tag).some((span) => span > 1)) tellSpan(tag, node, file);
    } else if (tag && (aroundRows.has(tag.name) || (cell && inCells.has(tag.name)))) continue;
    else if (cell) cell.children.push(node);
    else if (node.type !== 'text' || node.value.trim() !== '') return undefined;
  }
  const filled = rows.filter(({ length }) => length > 0);
  const width = Math.max(0, ...filled.map(({ length }) => length));
  if (width === 0) return undefined;
  const children = filled.map((row) => {
    for (const one of row) one.children = trimmed(one.children, file);
    while (row.length < width) row.push(emptyCell());
    return { type: 'tableRow' as const, children: row };
  });
  return { type: 'table', children };
}

/** Adds a cell to the last row, behind the places that cells of earlier rows take. */
function addCell(rows: TableCell[][], taken: number[], tag: Tag): TableCell {
  if (rows.length === 0) rows.push([]);
  const row = rows.at(-1)!;
  while ((taken[row.length] ?? 0) >= rows.length) row.push(emptyCell());
  const cell = emptyCell();
  const [wide, high] = spansOf(tag);
  for (let at = 0; at < wide; at++) {
    taken[row.length] = rows.length + high - 1;
    row.push(at === 0 ? cell : emptyCell());
  }
  return cell;
}

const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });
const spansOf = ({ attributes }: Tag): [number, number] => [
  Math.min(Math.max(Number(attributes.colSpan) || 1, 1), mostSpan),
  Math.min(Math.max(Number(attributes.rowSpan) || 1, 1), mostSpan),
];

function tellSpan({ source }: Tag, { position }: PhrasingContent, file: VFile): void {
  tell(file, say('spanning-cell', source), { place: position, ruleId: 'html', note: say('write-cells') });
}

/** Tells of a look that a tag asks for, which is the theme's here. */
function tellLook({ source, attributes, isEnd }: Tag, { position }: PhrasingContent, file: VFile): void {
  if (isEnd || Object.keys(attributes).length === 0) return;
  tell(file, say('look-of-tag', source), { place: position, ruleId: 'html', note: say('look-is-themes') });
}

/** The picture of `<img src="a.png" alt="…">`. */
function pictureOf(node: PhrasingContent, file: VFile): Image | undefined {
  const tag = tagOf(node);
  const { src, alt, title } = tag?.attributes ?? {};
  if (tag?.name !== 'img' || typeof src !== 'string' || src === '') return undefined;
  if (tag.attributes.width ?? tag.attributes.height ?? tag.attributes.style) tellLook(tag, node, file);
  return {
    type: 'image',
    url: src,
    alt: typeof alt === 'string' ? alt : '',
    ...(typeof title === 'string' && { title }),
    ...(node.position && { position: node.position }),
  };
}

/** Content without the blanks and line ends that stand between tags. */
function trimmed(nodes: readonly PhrasingContent[], file: VFile): PhrasingContent[] {
  const kept = [...nodes];
  for (let first = kept[0]; first?.type === 'text'; first = kept[0]) {
    const [, rest] = cutText(first, /^[ \t\n]*/.exec(first.value)![0].length, file);
    kept.shift();
    if (rest.value !== '') {
      kept.unshift(rest);
      break;
    }
  }
  for (let last = kept.at(-1); last?.type === 'text'; last = kept.at(-1)) {
    const [rest] = cutText(last, last.value.replace(/[ \t\n]+$/, '').length, file);
    kept.pop();
    if (rest.value !== '') {
      kept.push(rest);
      break;
    }
  }
  return kept;
}
