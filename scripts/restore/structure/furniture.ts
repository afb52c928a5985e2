import { foldLine } from '../../text/fold.js';
import { datelineLength } from '../../text/press/datelines.js';
import { isContact, isDateAlone, isImprint, isNameplate, isOwnContact } from '../../text/press/imprint.js';
import { isItemStart } from '../../text/press/items.js';
import { isJump } from '../../text/press/jumps.js';
import { isByline, isCaption, isCredit } from '../../text/press/names.js';
import { headPartsOf, pageLabelOf } from '../../text/press/page-labels.js';
import { goesOn } from '../measure/continues.js';
import type { Line } from '../measure/lines.js';
import { furnitureNumbers } from '../numbers/forms.js';
import { isAtEdge, medianOf, newPageView, type PageView } from './page-view.js';

const {
  alone,
  firstLines,
  leastApart,
  leastCuts,
  leastCutShare,
  leastEdgeShare,
  leastHeads,
  longestField,
  longestHead,
  mostPages,
  shortestHead,
  shortestPage,
  shortShare,
} = furnitureNumbers;
/** Distances within which a page number has no other beside it. */
const steps = Array.from({ length: alone }, (_, at) => at + 1);

/** Reasons for 版面杂质. Each is the id of a rule that a person can switch off. */
export type FurnitureKind = 'page-number' | 'running-head' | 'imprint';
export const furnitureKinds: readonly FurnitureKind[] = ['page-number', 'running-head', 'imprint'];

/**
 * 版面杂质: the lines that belong to the page and not to the text, with the reason: numbers that count through the file;
 * words beside them, or repeated in the middle of sentences; and lines of an imprint.
 *
 * @param source to see the form feeds between the lines
 */
export function findFurniture(source: string, lines: readonly Line[]): (FurnitureKind | undefined)[] {
  const page = newPageView(source, lines);
  const kinds: (FurnitureKind | undefined)[] = lines.map(({ text }) =>
    pageLabelOf(text) === undefined && isImprint(text) ? 'imprint' : undefined,
  );
  markContacts(page, kinds);
  markPageNumbers(page, kinds);
  leaveDates(page, kinds);
  markRunningHeads(page, kinds);
  lines.forEach(({ text }, index) => {
    if (kinds[index - 1] ?? kinds[index + 1]) if (isNameplate(text)) kinds[index] ??= 'imprint';
  });
  return kinds;
}

/** How to reach the paper. Between a form's fields a telephone number is one of them, in a sentence it is prose. */
function markContacts({ lines, isOpen, usual }: PageView, kinds: (FurnitureKind | undefined)[]): void {
  lines.forEach(({ text }, index) => {
    const [before, next] = [lines[index - 1]?.text ?? '', lines[index + 1]?.text ?? ''];
    if (goesOn(before, text) || goesOn(text, next)) return;
    if (isOpen[index - 1]) {
      // In the middle of a sentence only what the paper calls its own, on a line that is not full.
      if (text.length < usual * shortShare && isOwnContact(text, before)) kinds[index] ??= 'imprint';
      return;
    }
    if ((isField(before) && !isContact(before)) || (isField(next) && !isContact(next))) return;
    if (isOwnContact(text, before)) kinds[index] ??= 'imprint';
  });
  // A telephone number beside the paper's own details is the paper's; under a notice it is the notice's.
  const mark = (index: number, beside: number) => {
    if (kinds[beside] && isContact(lines[index]!.text)) kinds[index] ??= 'imprint';
  };
  for (let index = 1; index < lines.length; index++) mark(index, index - 1);
  for (let index = lines.length - 2; index >= 0; index--) mark(index, index + 1);
}

/** The date under a letter or a notice is text; a page's stands at its head, or beside other furniture. */
function leaveDates({ lines, opensPage }: PageView, kinds: (FurnitureKind | undefined)[]): void {
  lines.forEach(({ text }, index) => {
    const isPages =
      index < firstLines || opensPage[index] || (kinds[index - 1] ?? kinds[index + 1]) !== undefined;
    if (kinds[index] === 'imprint' && !isPages && isDateAlone(text)) kinds[index] = undefined;
  });
}

/** 受文者：各鄉鎮市公所 */
const isField = (text: string) =>
  text.length <= longestField && /^[^，。：:]{2,6}[：:]./u.test(text) && !isImprint(text);

/**
 * 页码: numbers in the dress of one, and bare ones that count on a page's lines apart, or stand at a page's edge.
 */
function markPageNumbers(page: PageView, kinds: (FurnitureKind | undefined)[]): void {
  const { lines } = page;
  const found = lines.flatMap(({ text }, index) => {
    const label = pageLabelOf(text);
    return label ? [{ index, ...label }] : [];
  });
  const isNumber = new Set(found.map(({ index }) => index));
  const bare = found.filter(({ dress }) => dress === 'bare');
  // 一, 二, 三 that are never in the middle of a sentence number the parts of a text.
  const cuts = bare.filter(({ index }) => page.isOpen[index - 1]).length >= bare.length * leastCutShare;
  found.forEach((label, place) => {
    const { index, dress, value } = label;
    const countsOn = [found[place - 1], found[place + 1]].some(
      (other) =>
        other &&
        Math.abs(other.index - index) > leastApart &&
        Math.sign(other.index - index) * (other.value - value) >= 1 &&
        Math.abs(other.value - value) <= 2,
    );
    // Numbers close together belong to a table.
    const isAlone = !steps.some((step) => isNumber.has(index - step) || isNumber.has(index + step));
    const isEdge =
      isAtEdge(page, index, kinds) || (page.isOpen[index - 1] && /^\d{1,3}$/.test(lines[index]!.text));
    if (dress !== 'bare' || (countsOn && (cuts || isEdge)) || (isAlone && isEdge && value < mostPages))
      kinds[index] = 'page-number';
  });
}

/** 书眉: the same words, with or without a changing number, on page after page. */
function markRunningHeads(page: PageView, kinds: (FurnitureKind | undefined)[]): void {
  const { lines } = page;
  const places = new Map<string, { index: number; value: number | undefined }[]>();
  lines.forEach(({ text }, index) => {
    if (kinds[index] || !isHeadlike(text)) return;
    const parts = headPartsOf(text);
    for (const [words, value] of [
      [foldLine(text).replaceAll(' ', ''), undefined],
      ...(parts ? ([[`# ${parts.words}`, parts.value]] as const) : []),
    ] as const) {
      const known = places.get(words);
      if (known) known.push({ index, value });
      else places.set(words, [{ index, value }]);
    }
  });
  const marked = [...kinds];
  for (const some of places.values()) {
    if (some.length < 2 || !isRunning(page, some, marked)) continue;
    for (const { index } of some) kinds[index] = 'running-head';
  }
}

/** True for a possible head: short, without sentence marks, not part of press grammar: credits and 相关链接 repeat too. */
function isHeadlike(text: string): boolean {
  if (text.length < shortestHead || text.length > longestHead || /[，。；：、”…！？]/u.test(text))
    return false;
  return !(
    isCredit(text) ||
    isByline(text) ||
    isCaption(text) ||
    isJump(text) ||
    isItemStart(text) ||
    datelineLength(text) > 0
  );
}

function isRunning(
  page: PageView,
  places: readonly { index: number; value: number | undefined }[],
  kinds: readonly unknown[],
): boolean {
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
    // Beside page numbers or form feeds two suffice; so do two that count on and interrupt a sentence.
    edges >= Math.max(2, places.length * leastEdgeShare) ||
    (counts > 0 && counts >= (places.length - 1) * leastEdgeShare && cuts > 0) ||
    (places.length >= leastHeads && cuts >= leastCuts && cuts >= places.length * leastCutShare)
  );
}
