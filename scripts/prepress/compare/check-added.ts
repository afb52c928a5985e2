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
  const tableHeads = tableHeadText(paper, partedTables(paper));
  const unread = new Set(written.unread.map((text) => comparable(text).join('')));
  return words.flatMap((onPage, index) => {
    const page = reading.pages[index]!;
    const typeArea = facts[index]?.typeArea;
    const area = typeArea ? areaBox(typeArea, page) : page.trim;
    const label = reading.labels?.[index];
    const inside = onPage.filter(({ text, box }) => {
      const said = comparable(text).join('');
      const isUsual = layoutMark.test(said) || folios.test(said) || linkPage.test(said) || unread.has(said);
      return !isUsual && isInside(box, area, 3) && !tableHeads.includes(said);
    });
    const beside = onPage.filter(({ text, box }) => !isInside(box, area, 3) && folioIn(text) !== label);
    const foreign = linesOf(beside).filter(({ text }) => !isHead(text));
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
function headsOf({ runningHead: own, typeArea, pageCss }: Book, { heads }: Written): Set<string> {
  const plain = (text: string) => comparable(text).join('');
  const quoted = [...pageCss.matchAll(/content:([^;}]*)/g)].flatMap(([, value = '']) =>
    [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => one ?? other ?? ''),
  );
  return new Set([
    ...[own, ...heads].map((head) => plain(runningHead(head, typeArea))),
    ...quoted.map(plain),
  ]);
}

/**
 * Text that is repeated where tables continue: their header cells; and of tables that are split between columns, the
 * first column and the heads of each piece.
 */
function tableHeadText({ written }: Paper, parted: PartedTables): string {
  const { characters, leafAt, leaves } = written;
  const texts = leaves.map(() => '');
  for (const [index, character] of characters.entries()) texts[leafAt[index]!] += character;
  const textOf = (isWanted: (leaf: Leaf) => boolean) =>
    texts.filter((_, index) => isWanted(leaves[index]!)).join('');
  const isHead = ({ tags }: Leaf) => tags.includes('thead');
  const pieces = [...parted].flatMap(([table, ends]) =>
    [...new Set(ends)].map((piece) =>
      textOf(
        (leaf) =>
          isHead(leaf) &&
          leaf.cell?.table === table &&
          (leaf.cell.column === 0 || pieceOf(parted, leaf.cell) === piece),
      ),
    ),
  );
  const firsts = textOf(({ cell }) => cell?.column === 0 && parted.has(cell.table));
  return [textOf(isHead), ...pieces, firsts].join('\n');
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
