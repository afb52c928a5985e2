import { runningHead } from '../../typeset/assemble/running-head.js';
import type { Book } from '../../typeset/book/galley.js';
import { isRightToLeft } from '../check/reading-order.js';
import type { Word } from '../check/untagged-words.js';
import { folioIn } from '../check/untagged-words.js';
import type { Leaf, Written } from '../expect/written.js';
import { type Finding, placeName, positionOf } from '../finding.js';
import { areaBox, type PageFacts } from '../page-facts.js';
import { comparable } from '../read/comparable.js';
import { type Box, boxAround, isInside } from '../read/matrix.js';
import type { PdfReading } from '../read/read-pdf.js';
import { type Line, linesOf as linesOfText } from './lines-of.js';
import type { Paper } from './paper.js';
import { type PartedTables, partedTables, pieceOf } from './parted-tables.js';

/** Text on pages outside the tagged text. */
export interface Untagged {
  words: readonly (readonly Word[])[];
  facts: readonly (PageFacts | undefined)[];
}

const remedy = 'Take back what adds it: `content` in the style sheet, or whatever has changed the file.';

/** 着重号, leaders, hyphens at a line's end: marks that layout prints. */
const layoutMark = /^[•◦●○◉◎▲△﹅﹆·…‥.\-‐—_↩]+$/u;
/** Folios in contents and index: `3，7，12–15…`. */
const folios = /^[\divxlcdm，,、–…-]+$/;

/** The page after a link in the text, with the words around it (`onPage` of the labels): （第3页）, (p. 3). */
const linkPage = /^(?:（第\d*|（第\d+[页頁]）|\d*[页頁]）|\(?p\.|\d+\))$/u;

/**
 * Checks text that is not read aloud: in the type area only text printed by layout (numbers in contents, repeated heads
 * of tables), in the margins the folio and a head that the book has for some page.
 */
export function checkAdded(paper: Paper, book: Book, { words, facts }: Untagged): Finding[] {
  const { reading, written } = paper;
  const heads = headsOf(book, written);
  // A right-to-left name is read back to front there.
  const turned = new Set([...heads].map(letters));
  const isHead = (text: string) => heads.has(text) || (isRightToLeft(text) && turned.has(letters(text)));
  const headsOn = tableHeadsByPage(paper, partedTables(paper));
  const unread = new Set(written.unread.map((text) => comparable(text).join('')));
  return words.flatMap((onPage, index) => {
    const page = reading.pages[index]!;
    const typeArea = facts[index]?.typeArea;
    const area = typeArea ? areaBox(typeArea, page) : page.trim;
    const label = reading.labels?.[index];
    const inside = onPage.filter(({ text, box }) => {
      const said = comparable(text).join('');
      const isUsual = layoutMark.test(said) || folios.test(said) || linkPage.test(said) || unread.has(said);
      return !isUsual && isInside(box, area, 3) && !headsOn.get(index)?.includes(said);
    });
    const outside = onPage.filter(({ box }) => !isInside(box, area, 3));
    const known = linesOf(outside).filter(({ text }) => isHead(text));
    // A number of a head may be that of the page: 26 February, on page 26.
    const beside = outside.filter(({ text }) => folioIn(text) !== label);
    const foreign = linesOf(beside).filter(
      ({ text, box }) => !isHead(text) && !known.some((head) => isInside(box, head.box, 1)),
    );
    // A page without a known type area may be anything in the book, such as its cover.
    const margin = typeArea ? foreign : [];
    return [
      ...inside.map((word) => added(reading, index, { ...word, where: 'in the text' })),
      ...margin.map((word) => added(reading, index, { ...word, where: 'in the margin' })),
    ];
  });
}

const letters = (text: string) => [...text].sort().join('');

function added(
  { pages }: PdfReading,
  index: number,
  { text, box, where }: Word & { where: string },
): Finding {
  const position = positionOf(pages[index]!, box);
  const message = `Unexpected “${text}” ${where} on ${placeName(index + 1, position)}, which is not in the manuscript`;
  return { rule: 'added', page: index + 1, position, characters: text, message, remedy };
}

/** Heads in their printed forms, and texts of page rules in style sheets. */
function headsOf({ runningHead: own, second, typeArea, pageCss }: Book, { heads }: Written): Set<string> {
  const plain = (text: string) => comparable(text).join('');
  const quoted = [...pageCss.matchAll(/content:([^;}]*)/g)].flatMap(([, value = '']) =>
    [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => one ?? other ?? ''),
  );
  return new Set([
    ...[own, second?.runningHead ?? '', ...heads].map((head) => plain(runningHead(head, typeArea))),
    ...quoted.map(plain),
  ]);
}

/**
 * Text that is repeated where tables continue, by the indices of those pages: their header cells; and of tables that
 * are split between columns, the first column and the heads of each piece.
 */
function tableHeadsByPage(paper: Paper, parted: PartedTables): Map<number, string> {
  const heads = new Map<number, string>();
  for (const [table, pages] of continuing(paper, parted)) {
    const text = tableHeadText(paper, table, parted);
    for (const page of pages) heads.set(page, `${heads.get(page) ?? ''}\n${text}`);
  }
  return heads;
}

/**
 * Tables with the pages on which they may continue: in another column, on the next pages, the last perhaps without
 * text.
 */
function continuing(paper: Paper, parted: PartedTables): Map<number, Set<number>> {
  const tables = new Map<number, Set<number>>();
  const last = new Map<number, Line>();
  for (const line of linesOfText(paper)) {
    const table = paper.written.leaves[line.leaf]!.cell?.table;
    if (table === undefined) continue;
    const before = last.get(table);
    last.set(table, line);
    const pages = tables.get(table) ?? new Set();
    tables.set(table, pages.add(line.page + 1));
    const isOn = before && (before.page !== line.page || line.bottom > before.top);
    if (isOn || parted.has(table)) pages.add(line.page);
  }
  for (const page of paper.vertical)
    for (const { cell } of paper.written.leaves)
      if (cell) tables.set(cell.table, (tables.get(cell.table) ?? new Set()).add(page));
  return tables;
}

function tableHeadText({ written }: Paper, table: number, parted: PartedTables): string {
  const { characters, leafAt, leaves } = written;
  const texts = new Map<number, string>();
  for (const [index, leaf] of leafAt.entries())
    if (leaves[leaf]!.cell?.table === table) texts.set(leaf, (texts.get(leaf) ?? '') + characters[index]);
  const textOf = (isWanted: (leaf: Leaf) => boolean) =>
    [...texts].flatMap(([leaf, text]) => (isWanted(leaves[leaf]!) ? text : '')).join('');
  const isHead = ({ tags }: Leaf) => tags.includes('thead');
  const ends = parted.get(table);
  if (!ends) return textOf(isHead);
  const pieces = [...new Set(ends)].map((piece) =>
    textOf((leaf) => isHead(leaf) && (leaf.cell!.column === 0 || pieceOf(parted, leaf.cell) === piece)),
  );
  return [textOf(isHead), ...pieces, textOf(({ cell }) => cell!.column === 0)].join('\n');
}

/** Words side by side are one line. */
function linesOf(words: readonly Word[]): { text: string; box: Box }[] {
  const lines: { text: string; box: Box }[] = [];
  for (const { text, box } of words) {
    const last = lines.at(-1);
    const isBeside = last && Math.min(last.box[3], box[3]) > Math.max(last.box[1], box[1]);
    const said = comparable(text).join('');
    if (isBeside) lines[lines.length - 1] = { text: last.text + said, box: boxAround([last.box, box])! };
    else lines.push({ text: said, box });
  }
  return lines;
}
