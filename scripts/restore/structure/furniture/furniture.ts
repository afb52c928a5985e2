import {
  isContact,
  isDateAlone,
  isImprint,
  isNamedPage,
  isNameplate,
  isNumberedSection,
  isOwnContact,
  isPageAlone,
  isSectionName,
} from '../../../text/press/imprint.js';
import { isPageHead } from '../../../text/press/masthead.js';
import { type PageLabel, pageLabelOf } from '../../../text/press/page-labels.js';
import { goesOn } from '../../measure/continues.js';
import type { Line } from '../../measure/lines.js';
import { furnitureNumbers } from '../../numbers/forms.js';
import { markMasthead } from './masthead.js';
import { type FurnitureKind, isAtEdge, newPageView, type PageView } from './page-view.js';
import { markRunningHeads } from './running-heads.js';

const {
  alone,
  firstLines,
  leastApart,
  leastCutShare,
  longestField,
  mostMasthead,
  mostPages,
  mostParts,
  shortShare,
} = furnitureNumbers;
/** Distances within which a page number has no other beside it. */
const steps = Array.from({ length: alone }, (_, at) => at + 1);

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
    pageLabelOf(text) === undefined && (isImprint(text) || isPageHead(text)) ? 'imprint' : undefined,
  );
  markMasthead(page, kinds);
  markContacts(page, kinds);
  markPageNumbers(page, kinds);
  leaveDates(page, kinds);
  markRunningHeads(page, kinds);
  lines.forEach(({ text }, index) => {
    if (kinds[index - 1] ?? kinds[index + 1])
      if (isNameplate(text) || (index < firstLines && (isSectionName(text) || isNumberedSection(text))))
        kinds[index] ??= 'imprint';
  });
  if (lines[0] && isNamedPage(lines[0].text)) kinds[0] ??= 'imprint';
  markSectionUnderPage(page, kinds);
  markNamedSections(page, kinds);
  return kinds;
}

/** 02 | 要闻 | NEWS: the name of a page's section in two languages under its number. */
function markNamedSections({ lines }: PageView, kinds: (FurnitureKind | undefined)[]): void {
  for (let index = 1; index + 1 < lines.length; index++) {
    const [section, latin] = [lines[index]!.text, lines[index + 1]!.text];
    if (!kinds[index - 1] || kinds[index] || !/^\p{sc=Han}{2,4}$/u.test(section)) continue;
    if (/^[A-Z][A-Z &]{2,23}$/u.test(latin)) kinds.fill('imprint', index, index + 2);
  }
}

/** 花莲焦点 under B3, at the head of a file and over a headline: the name of the page's section, in any words. */
function markSectionUnderPage({ lines, usual }: PageView, kinds: (FurnitureKind | undefined)[]): void {
  for (let index = 1; index < Math.min(lines.length - 2, mostMasthead); index++) {
    const [label, section, title] = [lines[index - 1]!.text, lines[index]!.text, lines[index + 1]!.text];
    const isUnder = kinds[index - 1] !== undefined && isPageAlone(label) && !kinds[index + 1];
    if (!isUnder || !/^\p{sc=Han}{2,5}$/u.test(section)) continue;
    if (title.length > section.length && title.length < usual && !/[，。；：、]/u.test(title))
      kinds[index] ??= 'imprint';
  }
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
    const isHead = index < firstLines && index < lines.length - 1;
    const isPages = isHead || opensPage[index] || (kinds[index - 1] ?? kinds[index + 1]) !== undefined;
    if (kinds[index] === 'imprint' && !isPages && isDateAlone(text)) kinds[index] = undefined;
  });
}

/** 受文者：各鄉鎮市公所 */
const isField = (text: string) =>
  text.length <= longestField && /^[^，。：:]{2,6}[：:]./u.test(text) && !isImprint(text);

/**
 * True for figures that go on from another file's: 23, 24 behind whole sentences; parts of a text are numbered from 1 on,
 * and cells of a table follow no sentence.
 */
function countOn({ lines, isOpen }: PageView, bare: readonly { index: number; value: number }[]): boolean {
  return (
    bare.length > 1 &&
    bare[0]!.value > mostParts &&
    bare.every(({ index, value }, at) => {
      const before = lines[index - 1]?.text ?? '';
      const isBehindText = isOpen[index - 1] || /[。！？”][）]?$/u.test(before);
      const step = value - (bare[at - 1]?.value ?? value - 1);
      return /^\d+$/u.test(lines[index]!.text) && isBehindText && step >= 1 && step <= 2;
    })
  );
}

/**
 * 页码: numbers in the dress of one, and bare ones that count on a page's lines apart, or stand at a page's edge.
 */
function markPageNumbers(page: PageView, kinds: (FurnitureKind | undefined)[]): void {
  const { lines } = page;
  const found: (PageLabel & { index: number })[] = [];
  lines.forEach(({ text }, index) => {
    const label = pageLabelOf(text);
    if (label) found.push({ index, dress: label.dress, value: label.value });
  });
  // （一）, （二） from the first on are parts of a text, as of a song: a file of so few pages has no such numbers.
  const parts = found.filter(({ index }) => /^[（(][一二三四五六七八九十]+[）)]$/u.test(lines[index]!.text));
  const isPart = parts[0]?.value === 1 && parts.length <= mostParts ? new Set(parts) : new Set();
  const isNumber = new Set(found.map(({ index }) => index));
  const bare = found.filter(({ dress }) => dress === 'bare');
  // 一, 二, 三 that are never in the middle of a sentence number the parts of a text.
  const cuts = bare.filter(({ index }) => page.isOpen[index - 1]).length >= bare.length * leastCutShare;
  const goOn = countOn(page, bare);
  found.forEach((label, place) => {
    if (isPart.has(label)) return;
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
    if (
      dress !== 'bare' ||
      (countsOn && (cuts || isEdge || (goOn && isAlone))) ||
      (isAlone && isEdge && value < mostPages)
    )
      kinds[index] = 'page-number';
  });
}
