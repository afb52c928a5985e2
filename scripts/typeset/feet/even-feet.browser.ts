import { breakInto } from '../lines/break-into.browser.js';
import type { Line } from '../lines/measured.browser.js';
import { type SetParagraph, setAgain } from '../lines/set-lines.browser.js';
import { fitFigures } from './fit-figures.browser.js';
import { type Flow, faultsOf, footOf, lengthen, type Start, type Trial } from './page-model.browser.js';
import { readItems } from './read-items.browser.js';

/** Paragraphs of a page that are tried; those with most lines first, which can be set longer or shorter unseen. */
const mostTried = 40;

/**
 * 齐脚: lets pages of text end on the same line. A page ends a line short where the next paragraph would leave a line
 * alone, and a story's last page may hold only a line or two. Then one paragraph of the page is set a line longer or
 * shorter, if that does not show. The flow must not be in columns yet.
 */
export function evenFeet(root: HTMLElement, set: readonly SetParagraph[], pageSize: number): void {
  const line = Number.parseFloat(getComputedStyle(root).lineHeight);
  const isVertical = getComputedStyle(root).writingMode.startsWith('vertical');
  if (!line || isVertical) return;
  fitFigures(root, set, { line, pageSize });
  if (set.length === 0) return;
  const read = readItems(root, set, pageSize);
  const tried: Flow['tried'] = new Map();
  for (let round = 0; round < mostRounds; round++) {
    const { changes, spaces } = planChanges({
      items: read.map((item) => ({ ...item })),
      line,
      pageSize,
      tried,
    });
    const former = new Map([...changes.keys()].map((one) => [one, one.lines]));
    const strange = setAgain(changes);
    if (strange.length === 0) {
      for (const heading of spaces) widen(heading, line);
      return;
    }
    // All pages after such a paragraph would change: the plan is made again without it.
    for (const one of strange) tried.get(one)!.set(changes.get(one)!.length, undefined);
    if (round < mostRounds - 1) setAgain(former);
  }
}

/** A browser seldom differs from our lines: each round leaves out the paragraphs in which it did. */
const mostRounds = 6;

/** Pages before a faulty page that may change with it, since a page of short paragraphs often cannot gain a line. */
const mostPages = 8;

/** A variable of heads: like a crosshead's margin, it has no effect at the head of a page. */
const widen = ({ style }: HTMLElement, line: number): void => style.setProperty('--opened', `${line}px`);

interface Plan {
  /** The paragraphs that are set in one line more or less. */
  changes: Map<SetParagraph, readonly Line[]>;
  /** Crossheads with an extra line above them, and heads of stories with one below. */
  spaces: HTMLElement[];
}

function planChanges(flow: Flow): Plan {
  const { items } = flow;
  const changes: Plan['changes'] = new Map();
  const spaces: HTMLElement[] = [];
  // Starts of the last pages, and of this page.
  const starts: Start[] = [{ item: 0, at: items[0]?.top ?? 0 }];
  while (starts.at(-1)!.item < items.length) {
    const foot = footOf(flow, starts.at(-1)!);
    if (!foot) break;
    const better = faultsOf(flow, foot) > 0 ? mendPages(flow, starts) : undefined;
    if (better) {
      if (better.lines) changes.set(items[better.index]!.set!, better.lines);
      else spaces.push(better.heading!);
      lengthen(flow, better);
      const later = starts.splice(starts.length - better.pages + 1);
      for (const old of later) starts.push(footOf(flow, starts.at(-1)!) ?? old);
    }
    starts.push((better && footOf(flow, starts.at(-1)!)) ?? foot);
    if (starts.length > mostPages) starts.shift();
  }
  return { changes, spaces };
}

/** The smallest change that mends the last of some pages: on that page, or else also on those before it. */
function mendPages(flow: Flow, starts: readonly Start[]): Mended | undefined {
  for (let pages = 1; pages <= starts.length; pages++) {
    const found = mend(flow, starts.at(-pages)!, pages);
    if (found) return found;
  }
  for (let pages = 1; pages <= starts.length; pages++) {
    const found = openUp(flow, starts.at(-pages)!, pages);
    if (found) return found;
  }
  return undefined;
}

/** 疏排: if no paragraph can gain a line, a crosshead of a page gets one above it, or the head of a story one below. */
function openUp(flow: Flow, start: Start, pages: number): Mended | undefined {
  const foot = footOf(flow, start)!;
  for (let index = start.item; index < foot.item; index++) {
    const heading = headingAt(flow, index, start);
    if (!heading) continue;
    const trial: Trial = { index, by: 1, isSpace: true };
    if (isFaultless(flow, { start, pages, trial })) return { ...trial, heading, pages };
  }
  return undefined;
}

/** The heading that can move a block down: a crosshead itself, inside a page; or the head of a story above it. */
function headingAt({ items, line }: Flow, index: number, start: Start): HTMLElement | undefined {
  const { crosshead, before, top } = items[index]!;
  const isInside = top >= start.at + 1.5 * line;
  return crosshead && before === 'free' && isInside
    ? crosshead
    : isInside
      ? items[index - 1]?.head
      : undefined;
}

interface Mended extends Trial {
  /** The heading that gets a line of space. */
  heading?: HTMLElement;
  /** Sets a paragraph in its new lines. */
  lines?: Line[];
  pages: number;
}

/**
 * The paragraph of a page to be set longer or shorter so that this page, or it and the next, have no fault; undefined
 * where none will do.
 */
function mend(flow: Flow, start: Start, pages: number): Mended | undefined {
  const { items } = flow;
  const end = footOf(flow, start)!;
  const indices: number[] = [];
  for (let index = start.item; index <= Math.min(end.item, items.length - 1); index++)
    if (items[index]!.set && items[index]!.top >= start.at - 0.5) indices.push(index);
  indices.sort((one, other) => items[other]!.size - items[one]!.size);
  const found: Mended[] = [];
  for (const index of indices.slice(0, mostTried))
    for (const by of [1, -1]) {
      const item = items[index]!;
      const count = Math.round(item.size / flow.line) + by;
      if (count < 2 || found.length === mostCompared) continue;
      const trial = { index, by };
      if (!isFaultless(flow, { start, pages, trial })) continue;
      const lines = linesOf(flow, item.set!, count);
      if (lines) found.push({ index, lines, by, pages });
    }
  return found.sort((one, other) => strainOf(one.lines ?? []) - strainOf(other.lines ?? []))[0];
}

/** Number of ways to mend a page that are compared; the least visible one is taken. */
const mostCompared = 8;

/** Deviation of lines from their natural widths: gaps in em, and squeezed marks. */
const strainOf = (lines: readonly Line[]) =>
  lines.slice(0, -1).reduce((sum, { slack, squeeze }) => sum + Math.max(0, slack) + squeeze ** 2, 0);

function isFaultless(
  flow: Flow,
  { start, pages, trial }: { start: Start; pages: number; trial: Trial },
): boolean {
  let at = start;
  for (let page = 0; page < pages; page++) {
    const foot = footOf(flow, at, trial);
    if (!foot || faultsOf(flow, foot, trial) > 0) return false;
    at = foot;
  }
  return true;
}

function linesOf({ tried }: Flow, set: SetParagraph, count: number): Line[] | undefined {
  const known = tried.get(set) ?? new Map<number, Line[] | undefined>();
  tried.set(set, known);
  if (!known.has(count)) {
    const { paragraph, text, air } = set;
    known.set(count, breakInto(text, { ...paragraph, measure: paragraph.measure - air }, count));
  }
  return known.get(count);
}
