import { foldLine } from '../../../text/fold.js';
import { datelineLength } from '../../../text/press/datelines.js';
import { isItemStart } from '../../../text/press/items.js';
import { isJump } from '../../../text/press/jumps.js';
import { isByline, isCaption, isCredit } from '../../../text/press/names.js';
import { type HeadParts, headPartsOf } from '../../../text/press/page-labels.js';
import { visibleLength } from '../../../text/visible.js';
import { furnitureNumbers } from '../../numbers/forms.js';
import { type FurnitureKind, medianOf, type PageView } from './page-view.js';

const {
  leastApart,
  leastCuts,
  leastCutShare,
  leastEdgeShare,
  leastHeads,
  longestHead,
  mostStep,
  shortestHead,
  shortestPage,
  shortHead,
} = furnitureNumbers;

/** A line that may be a running head. */
interface Head {
  index: number;
  words: string;
  parts: HeadParts | undefined;
}

/** The kind of each line that is furniture; this function adds to it. */
type Kinds = (FurnitureKind | undefined)[];

/** 书眉: the same words on page after page, with or without a changing number, and words beside the page numbers. */
export function markRunningHeads(page: PageView, kinds: Kinds): void {
  const heads: Head[] = [];
  page.lines.forEach(({ text }, index) => {
    if (kinds[index] || !isHeadlike(text)) return;
    heads.push({ index, words: foldLine(text).replaceAll(' ', ''), parts: headPartsOf(text) });
  });
  const found = [...repeatedHeads(page, heads, kinds), ...headsInTurn(page, heads)];
  found.push(...headsBesideNumbers(page, heads, kinds));
  for (const index of found) kinds[index] = 'running-head';
}

/** True for a possible head: short and without sentence marks. Credits and 相关链接, which also recur, are excluded. */
function isHeadlike(text: string): boolean {
  const length = visibleLength(text);
  if (length < shortestHead || length > longestHead || /[，。；：、”…！？]/u.test(text)) return false;
  return !(
    isCredit(text) ||
    isByline(text) ||
    isCaption(text) ||
    isJump(text) ||
    (isItemStart(text) && !isChapter(text)) ||
    datelineLength(text) > 0
  );
}

/** 第二章　种植业 is a title once, at the start of its chapter, and a running head on the following pages. */
const isChapter = (text: string) =>
  /^第 *[一二三四五六七八九十百\d]{1,4} *[章编節节卷篇編]/u.test(foldLine(text));

/** A place of a head, and its number. */
interface Place {
  index: number;
  value: number | undefined;
  parts?: HeadParts;
}

/** Places of words that recur at page edges, have ascending numbers, or interrupt sentences. */
function repeatedHeads(page: PageView, heads: readonly Head[], kinds: Kinds): number[] {
  const places = new Map<string, Place[]>();
  const put = (key: string, place: Place) => {
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  };
  for (const { index, words, parts } of heads) {
    put(words, { index, value: undefined });
    if (parts) put(`# ${parts.key}`, { index, value: parts.value, parts });
  }
  return [...places.values()].flatMap((some) => {
    if (some.length < 2 || !isRunning(page, some, kinds)) return [];
    const [{ index: first }] = some as [Place];
    const isHeading = isChapter(page.lines[first]!.text) && !page.isOpen[first - 1];
    return some.slice(isHeading ? 1 : 0).map(({ index }) => index);
  });
}

function isRunning(page: PageView, places: readonly Place[], kinds: Kinds): boolean {
  const distances = places.slice(1).map(({ index }, number) => index - places[number]!.index);
  if (medianOf(distances) < shortestPage) return false;
  let cuts = 0;
  let edges = 0;
  let counts = 0;
  places.forEach(({ index, value }, number) => {
    const next = places[number + 1];
    const { opensPage, isOpen } = page;
    if (kinds[index - 1] || kinds[index + 1] || opensPage[index] || opensPage[index + 1]) edges++;
    if (index > 0 && isOpen[index - 1]) cuts++;
    if (next && value !== undefined && next.value !== undefined) {
      const step = next.value - value;
      if (step >= 1 && step <= 2 && next.index - index > leastApart) counts++;
    }
  });
  return (
    // Two places suffice beside page numbers or form feeds, or if their numbers ascend and they interrupt a sentence.
    edges >= Math.max(2, places.length * leastEdgeShare) ||
    (counts > 0 &&
      counts >= (places.length - 1) * leastEdgeShare &&
      (cuts > 0 || areFacing(places) || areAtTop(places))) ||
    (places.length >= leastHeads && cuts >= leastCuts && cuts >= places.length * leastCutShare)
  );
}

/** ·126·　　青禾年鉴2025 and 青禾年鉴2025　　·127·: numbers apart from the words, on the outer side of each page. */
const areFacing = (places: readonly Place[]) =>
  places.every(({ parts }, at) => {
    const before = places[at - 1];
    if (!parts?.isApart) return false;
    if (!before?.parts) return true;
    return (parts.value - before.parts.value) % 2 === 0 || parts.isBefore !== before.parts.isBefore;
  }) && new Set(places.map(({ parts }) => parts?.isBefore)).size > 1;

/** 立法會 ─ 2026年5月6日　　3107 as the first line, and the same with 3108: numbers apart from words that count on by one. */
const areAtTop = (places: readonly Place[]) =>
  places[0]!.index === 0 &&
  places.every(({ parts }, at) => {
    const before = places[at - 1];
    return parts?.isApart && (!before?.parts || parts.value - before.parts.value === 1);
  });

/** 12　青城年鉴, 农业　13: left pages have the name of the book, right pages that of the chapter; the numbers ascend. */
function headsInTurn({ isOpen }: PageView, heads: readonly Head[]): number[] {
  const numbered = heads.filter((head): head is Head & { parts: HeadParts } => head.parts !== undefined);
  const found: number[] = [];
  for (let from = 0; from < numbered.length; ) {
    let to = from + 1;
    while (to < numbered.length && isNextPage(numbered[to - 1]!, numbered[to]!)) to++;
    const row = numbered.slice(from, to);
    if (row.length >= leastHeads && row.some(({ index }) => isOpen[index - 1]))
      found.push(...row.map(({ index }) => index));
    from = to;
  }
  return found;
}

function isNextPage(one: Head & { parts: HeadParts }, other: Head & { parts: HeadParts }): boolean {
  const step = other.parts.value - one.parts.value;
  const isOtherSide = one.parts.isBefore !== other.parts.isBefore;
  return (
    step >= 1 &&
    step <= mostStep &&
    isOtherSide === (step % 2 === 1) &&
    // A page may have a line or two.
    (other.index - one.index > leastApart || (one.parts.isApart && one.parts.key === other.parts.key))
  );
}

const bookName =
  /(?:志|年鉴|年鑑|史|史料|丛书|叢書|文集|汇编|彙編|公报|公報|会刊|會刊|简报|簡報|通讯|通訊|[日晚早晨时]报|日報|晚報|议事录|议事錄)$/u;

/** Words beside a page number that interrupt a sentence and are a title elsewhere, or name a book. */
function headsBesideNumbers(
  { lines, isOpen, usual }: PageView,
  heads: readonly Head[],
  kinds: Kinds,
): number[] {
  const counts = new Map<string, number>();
  const firsts = new Map<string, number>();
  for (const { words, index } of heads) {
    counts.set(words, (counts.get(words) ?? 0) + 1);
    if (!firsts.has(words)) firsts.set(words, index);
  }
  return heads.flatMap(({ index, words }) => {
    const isBelow = kinds[index - 1] === 'page-number';
    if (!isBelow && kinds[index + 1] !== 'page-number') return [];
    const { text } = lines[index]!;
    // The title of a chapter occurs only once.
    if (isChapter(text) && firsts.get(words)! < index) return [index];
    if (!isOpen[isBelow ? index - 2 : index - 1] || words.length > usual * shortHead) return [];
    return counts.get(words)! > 1 || bookName.test(text) ? [index] : [];
  });
}
