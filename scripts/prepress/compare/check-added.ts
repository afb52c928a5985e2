import { runningHead } from '../../typeset/assemble/running-head.js';
import type { Book } from '../../typeset/book/galley.js';
import { isOrnament, ornaments } from '../../typeset/compose/generated-characters.js';
import { hidesHeads, lostHead } from '../check/check-heads.js';
import { isRightToLeft } from '../check/reading-order.js';
import type { Word } from '../check/untagged-words.js';
import { folioIn } from '../check/untagged-words.js';
import { before, type Written } from '../expect/written.js';
import { type Finding, placeName, positionOf } from '../finding.js';
import { areaBox, type PageFacts } from '../page-facts.js';
import { comparable } from '../read/comparable.js';
import { type Box, boxAround, isInside } from '../read/matrix.js';
import type { PdfReading } from '../read/read-pdf.js';
import { type Line, linesOn } from './lines-of.js';
import { lyingBox } from './lying.js';
import type { Paper } from './paper.js';
import { tableHeadsByPage } from './table-heads.js';

/** Text on pages outside the tagged text. */
export interface Untagged {
  words: readonly (readonly Word[])[];
  facts: readonly (PageFacts | undefined)[];
}

const remedy = 'Take back what adds it: `content` in the style sheet, or whatever has changed the file.';

/** The hyphen of a word that continues on the next line. */
const hyphen = /^[-‐]$/u;
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
  const { texts, heads } = headsOf(book, written);
  const isHeadless = book.css.some((sheet) => hidesHeads.test(sheet));
  const everyHead = newHeads([...heads, ...texts]);
  const isHeadOn = (head: string | undefined) =>
    head === undefined ? everyHead : newHeads([plain(head), ...texts]);
  const headsOn = tableHeadsByPage(paper);
  const lacksHead = (index: number, outside: readonly Word[]) => {
    const { head } = facts[index] ?? {};
    const isCertain = head === undefined ? isWithinText(paper, index) : head !== '';
    // The folio may stand in its line.
    const others = outside.filter(({ text }) => folioIn(text) !== reading.labels?.[index]);
    const lines = [...linesOf(outside), ...linesOf(others)];
    return isCertain && !lines.some(({ text }) => isHeadOn(head)(text)) ? [lostHead(index, head)] : [];
  };
  const added = new Set(ornaments(book.css.join('\n')));
  const isAdded = (text: string) => isOrnament(text) && [...text].every((one) => added.has(one));
  const unread = new Set(written.unread.map((text) => comparable(text).join('')));
  return words.flatMap((onPage, index) => {
    const page = reading.pages[index]!;
    const typeArea = facts[index]?.typeArea;
    const area = typeArea ? areaBox(typeArea, page) : page.trim;
    const inside = onPage.filter((word) => {
      const said = plain(word.text);
      if (!isInside(word.box, area, 3) || unread.has(said) || headsOn.get(index)?.includes(said))
        return false;
      if (isAdded(word.text)) return false;
      if (hyphen.test(said)) return !breaksWord(paper, linesOn(paper, index), word);
      return !(folios.test(said) || linkPage.test(said)) || !isAtLink(word, page.links);
    });
    const outside = onPage.filter(({ box }) => !isInside(box, area, 3));
    // A page without a known type area may be anything in the book, such as its cover.
    const margin = typeArea
      ? foreignInMargin(outside, { isHead: isHeadOn(facts[index]?.head), label: reading.labels?.[index] })
      : [];
    return [
      ...inside.map((word) => addedAt(reading, index, { ...word, where: 'in the text' })),
      ...margin.map((word) => addedAt(reading, index, { ...word, where: 'in the margin' })),
      ...(typeArea && !isHeadless ? lacksHead(index, outside) : []),
    ];
  });
}

/** True if a page begins within a paragraph: such a page has a running head, whichever. */
function isWithinText({ written, starts, runs }: Paper, page: number): boolean {
  const first = runs.findIndex((run) => run.page === page && run.characters.length > 0);
  const at = starts[first] ?? 0;
  const [leaf, before] = [at, at - 1].map((one) => written.leaves[written.leafAt[one] ?? -1]);
  return leaf !== undefined && leaf.note === undefined && before?.block === leaf.block;
}

/** True for the number of the page to which a link leads, inside the link or beside it. */
const isAtLink = ({ box }: Word, links: readonly { box: Box }[]) =>
  links.some(
    ({ box: [left, bottom, , top] }) =>
      Math.min(top, box[3]) > Math.max(bottom, box[1]) && box[0] >= left - 1,
  );

/** True at the end of a line whose last word continues on the next. */
function breaksWord(paper: Paper, lines: readonly Line[], word: Word): boolean {
  const { characters, gapAt } = paper.written;
  return lines.some((line) => {
    const box = line.isDown ? lyingBox(word.box) : word.box;
    return (
      Math.abs(box[0] - line.right) < mostApart * line.size &&
      Math.min(line.top, box[3]) > Math.max(line.bottom, box[1]) &&
      gapAt[line.end] === before.nothing &&
      isLetter(characters[line.end - 1]) &&
      isLetter(characters[line.end])
    );
  });
}

/** Largest white between a word and its hyphen, in em: Chinese fonts centre the hyphen in half an em. */
const mostApart = 0.5;
const isLetter = (character = '') => /[\p{L}\p{M}\p{N}]/u.test(character);

/** True if it is the text of a running head; a right-to-left name is read back to front there. */
function newHeads(heads: readonly string[]): (text: string) => boolean {
  const known = new Set(heads);
  const turned = new Set(heads.map(letters));
  return (text) => known.has(text) || (isRightToLeft(text) && turned.has(letters(text)));
}

const plain = (text: string) => comparable(text).join('');

const letters = (text: string) => [...text].sort().join('');

function addedAt(
  { pages }: PdfReading,
  index: number,
  { text, box, where }: Word & { where: string },
): Finding {
  const position = positionOf(pages[index]!, box);
  const message = `Unexpected “${text}” ${where} on ${placeName(index + 1, position)}, which is not in the manuscript`;
  return { rule: 'added', page: index + 1, position, characters: text, message, remedy };
}

/** Heads in their printed forms, and texts of page rules in style sheets. */
function headsOf({ runningHead: own, second, typeArea, pageCss }: Book, { heads }: Written) {
  const quoted = [...pageCss.matchAll(/content:([^;}]*)/g)].flatMap(([, value = '']) =>
    [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, one, other]) => one ?? other ?? ''),
  );
  return {
    texts: quoted.map(plain),
    heads: [own, second?.runningHead ?? '', ...heads].map((head) => plain(runningHead(head, typeArea))),
  };
}

/** Lines outside the type area other than one running head and one folio. */
function foreignInMargin(
  outside: readonly Word[],
  { isHead, label }: { isHead: (text: string) => boolean; label: string | undefined },
): { text: string; box: Box }[] {
  const told = new Set<string>();
  const isNew = (text: string) => !told.has(text) && told.add(text).size > 0;
  const known = linesOf(outside).filter(({ text }) => isHead(text) && isNew(text));
  const isInHead = ({ box }: { box: Box }) => known.some((head) => isInside(box, head.box, 1));
  // A number in a running head may equal the folio: 26 February, on page 26.
  const beside = outside.filter((word) => {
    const isFolio = label !== undefined && folioIn(word.text) === label;
    return !isFolio || (!isInHead(word) && !isNew('folio'));
  });
  return linesOf(beside).filter((line) => !isInHead(line) && !(isHead(line.text) && isNew(line.text)));
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
