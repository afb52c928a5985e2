import { addressPieces } from '../../text/addresses.js';
import { textRange } from '../cuts/text-range.browser.js';

/** 网址 in cells, notes and titles, to be parted before tables and titles are fitted. */
export function partFixedAddresses(root: Element): void {
  for (const address of root.querySelectorAll(':is(.note, td, th, .at-sense) .address')) part(address);
}

/** 网址 in lines that the browser sets by itself, such as those with pictures or readings. */
export function partAddresses(root: Element, set: ReadonlySet<Element>): void {
  const isSet = (element: Element | null): boolean =>
    element !== null && (set.has(element) || isSet(element.parentElement));
  for (const address of root.querySelectorAll('.address:not(.parted)')) if (!isSet(address)) part(address);
}

/** Lets a browser break an address where a line may end. The `<wbr>`s add no text. */
function part(address: Element): void {
  const [text, ...others] = [...address.childNodes].filter((node) => node instanceof Text);
  if (!text || others.length > 0) return;
  address.classList.add('parted');
  const pieces = addressPieces(text.data);
  text.replaceWith(...pieces.flatMap((piece, at) => (at > 0 ? [lineEnd(), piece] : [piece])));
}

/** As dear in a title as a break within a phrase. */
function lineEnd(): HTMLElement {
  const mark = document.createElement('wbr');
  mark.setAttribute('data-cost', '60');
  return mark;
}

/** Letters of a word, with the marks and joiners in it. */
const word = /\p{L}[\p{L}\p{M}\u200c\u200d]*/gu;
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Pieces get wider by the forms of their ends, so that one may run over its line again; a round parts it further. */
const rounds = 4;

/**
 * 外文: parts right-to-left words that are wider than their line. A browser would break them between any two letters,
 * but then it prints the letters of the second line with the meaning of their neighbours: whoever searches or copies
 * such a word finds another. First a word may leave the Latin word or figure that it follows without a blank; then its
 * pieces are isolated from each other. Adds no text.
 */
export function partNames(root: Element): void {
  for (const name of root.querySelectorAll('bdi[dir="rtl"]')) if (isBroken(name)) leaveWord(name);
  for (let round = 0; round < rounds; round++) {
    const texts = new Set([...root.querySelectorAll('[dir="rtl"]')].flatMap(textsIn));
    const isParted = [...texts].map(partText).includes(true);
    if (!isParted) return;
  }
}

function textsIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) texts.push(node);
  return texts;
}

/** True if a word of a name stands in two lines. */
const isBroken = (name: Element) =>
  textsIn(name).some((text) =>
    [...text.data.matchAll(word)].some(({ 0: found, index }) => breaksOf(text, index, found).length > 0),
  );

/** Lets a line end between a name and what it follows without a blank. */
function leaveWord(name: Element): void {
  const before = name.previousSibling;
  if (before instanceof Text && /[\p{L}\p{N}]$/u.test(before.data)) name.before(lineEnd());
}

/** Isolates the pieces of each word of a text that stands in more than one line. @returns true if there was one. */
function partText(text: Text): boolean {
  const breaks = [...text.data.matchAll(word)].flatMap(({ 0: found, index }) => breaksOf(text, index, found));
  const [first] = breaks;
  if (first === undefined) return false;
  const parent = text.parentElement!;
  const isPiece = parent.classList.contains('word-piece');
  const next = isPiece ? parent.nextElementSibling?.nextElementSibling?.firstChild : undefined;
  // What a piece has too much begins the next one: no letter stands alone on a line.
  if (next instanceof Text && next.parentElement!.classList.contains('word-piece')) {
    next.insertData(0, text.data.slice(first));
    text.deleteData(first, text.length - first);
    return true;
  }
  const starts = [0, ...breaks];
  const pieces = starts.map((start, at) => newPiece(text.data.slice(start, starts[at + 1])));
  (isPiece ? parent : text).replaceWith(
    ...pieces.flatMap((piece, at) => (at > 0 ? [lineEnd(), piece] : [piece])),
  );
  return true;
}

function newPiece(letters: string): HTMLElement {
  const piece = document.createElement('bdi');
  piece.dir = 'rtl';
  piece.className = 'word-piece';
  piece.textContent = letters;
  return piece;
}

/** Offsets in a text at which a word continues in another line. */
function breaksOf(text: Text, start: number, found: string): number[] {
  if (linesOf(text, start, start + found.length).size < 2) return [];
  let last: number | undefined;
  return [...letters.segment(found)].flatMap(({ segment, index }) => {
    const [line] = linesOf(text, start + index, start + index + segment.length);
    const isNew = last !== undefined && line !== undefined && line !== last;
    last = line ?? last;
    return isNew ? [start + index] : [];
  });
}

/** The places of the lines in which a part of a text stands, in whole pixels across its lines. */
function linesOf(text: Text, start: number, end: number): Set<number> {
  textRange.setStart(text, start);
  textRange.setEnd(text, end);
  const isVertical = getComputedStyle(text.parentElement!).writingMode.startsWith('vertical');
  return new Set([...textRange.getClientRects()].map(({ top, left }) => Math.round(isVertical ? left : top)));
}
