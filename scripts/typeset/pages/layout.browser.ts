/**
 * Runs in a tab. Paged.js has read the `@page` rules and made the page box (`paged.browser.ts`). Its page is a
 * multi-column box: here the whole galley flows through one such box, Chromium breaks it into columns, and each column
 * becomes a page.
 */

import { resetFragments } from '../cuts/carry-out.browser.js';
import { keepBlankStarts, markUnparted, openBoxes } from '../cuts/unparted.browser.js';
import { evenFeet } from '../feet/even-feet.browser.js';
import { evenPages } from '../feet/even-pages.browser.js';
import { clearHyphens, settleHyphens } from '../lines/hyphens.browser.js';
import { setLatinLines } from '../lines/latin-lines.browser.js';
import { forgetWidths } from '../lines/measure-text.browser.js';
import { partAddresses, partFixedAddresses, partNames } from '../lines/part-words.browser.js';
import { type SetParagraph, setLines } from '../lines/set-lines.browser.js';
import { setTitles } from '../lines/set-titles.browser.js';
import { setWidths } from '../lines/set-widths.browser.js';
import { shiftStress, turnStress } from '../lines/stressed.browser.js';
import type { PageRules } from '../pages.js';
import { furnitureMark, type PageBox, type Pages, type PaginationJob, type Side } from '../pages.js';
import { fitTables } from '../tables/fit-tables.browser.js';
import { fixTables } from '../tables/fixed-tables.browser.js';
import { partTables } from '../tables/part-tables.browser.js';
import { colourCover, fitCover } from './cover.browser.js';
import { contentBox, openFlow, planFlow, takeAll, type Watch } from './flow.browser.js';
import { forceBreaks, sideOf } from './forced-breaks.browser.js';
import { type PageContent, pageByPage } from './page-by-page.browser.js';
import { liftNotes, measureNotes, newFoot, ownPieces } from './page-notes.browser.js';
import { firstElement, keepTails, noteHeights, partSpread, sides, widen } from './parallel.browser.js';
import { loadPictures, markSizes } from './picture-sizes.browser.js';
import { snapToGrid } from './snap.browser.js';
import {
  closeHyphens,
  haltEnds,
  holdBreaks,
  isWithoutMarks,
  markSplits,
  numberItems,
  prune,
} from './split.browser.js';
import { partSpreads } from './spreads.browser.js';
import { troubleOf } from './trouble.browser.js';
import { unscroll } from './unscroll.browser.js';

/** A page box of Paged.js: the sheet, the box of its type area, and the content in it. */
interface PagedPage {
  element: HTMLElement;
  area: HTMLElement;
  wrapper: HTMLElement;
}

/** Container of pages during layout, with the class name in the sheets of Paged.js. */
const pagesArea = Object.assign(document.createElement('div'), { className: 'pagedjs_pages' });
/** The sheets of the page rules, and the book's own, which come later in the cascade. */
const [ruleSheet, sheet] = [document.createElement('style'), document.createElement('style')];
/** An empty page, to be copied. */
const blank = document.createElement('template');

/**
 * Installs the `@page` rules as Paged.js has read them, and all other style sheets. Once per tab.
 *
 * @returns the families that the browser refuses, because their fonts are damaged
 */
export async function setUp(rules: PageRules, css: string): Promise<string[]> {
  blank.innerHTML = rules.blank;
  prune(blank.content);
  ruleSheet.textContent = rules.css;
  sheet.textContent = css;
  document.head.append(ruleSheet, sheet);
  document.body.append(pagesArea);
  // Nothing on the page uses the faces yet, so none would load by itself; and layout does not wait for them.
  const loaded = [...document.fonts].map((face) =>
    face.load().then(
      () => [],
      () => [face.family],
    ),
  );
  return (await Promise.all(loaded)).flat();
}

/** Installs another sheet for the same `@page` rules: in the preview a person changes the style and waits for pages. */
export function restyle(css: string): void {
  sheet.textContent = css;
  forgetWidths();
}

/** Paginates one galley. Leaves the tab as it was. */
export async function paginate(job: PaginationJob, watch?: Watch): Promise<Pages> {
  try {
    resetFragments();
    const page = newPage(job);
    page.wrapper.innerHTML = job.html;
    await loadPictures(page.wrapper);
    await colourCover(page.wrapper);
    const facts = { isSided: false };
    const contents = [...contentsOf(page, job, facts, watch)];
    return {
      ...ownNotes(fillPages(job, contents)),
      ...(facts.isSided && { isSided: true }),
    };
  } finally {
    pagesArea.replaceChildren();
  }
}

/** The content of each page; `facts` are known with the first. */
function* contentsOf(
  page: PagedPage,
  job: PaginationJob,
  facts: { isSided: boolean },
  watch?: Watch,
): Generator<PageContent> {
  if (job.facing) widen(page.area, page.wrapper);
  partFixedAddresses(page.wrapper);
  for (const note of page.wrapper.querySelectorAll('.note')) partNames(note);
  const notes = liftNotes(page.wrapper);
  numberItems(page.wrapper);
  holdBreaks(page.wrapper);
  unscroll(page.wrapper);
  fitTables(page.wrapper);
  openBoxes(page.wrapper, contentBox(page.area).height);
  markUnparted(page.wrapper);
  keepBlankStarts(page.wrapper);
  turnStress(page.wrapper);
  setWidths(page.wrapper);
  partNames(page.wrapper);
  const set: SetParagraph[] = [];
  const blocks = new Set<Element>();
  if (!job.plainLines) {
    setTitles(page.wrapper);
    for (const block of setLatinLines(page.wrapper)) blocks.add(block);
    set.push(...setLines(page.wrapper));
    for (const { paragraph } of set) blocks.add(paragraph.block);
  }
  partAddresses(page.wrapper, blocks);
  fitCover(page.wrapper);
  snapToGrid(page.wrapper);
  fixTables(page.wrapper);
  partSpreads(page.wrapper);
  keepTails(page.wrapper);
  clearHyphens(page.wrapper);
  forceBreaks(page.wrapper);
  const bench = notes.length > 0 ? newBench(job) : undefined;
  // With a second language other things decide where a page ends.
  if (!job.facing)
    facts.isSided = evenFeet(page.wrapper, set, {
      pageSize: contentBox(page.area).height,
      side: job.side,
      ...(bench && { called: measureNotes(bench, notes) }),
    });
  const flow = openFlow(page.area, page.wrapper);
  if (notes.length === 0 && !job.facing) {
    const { earlyFeet, isSided } = evenPages(flow, set, job.side);
    flow.earlyFeet = earlyFeet;
    facts.isSided ||= isSided;
  }
  settleHyphens(page.wrapper);
  if (bench) yield* pageByPage({ flow, foot: bench, watch }, notes);
  else {
    const plan = planFlow(flow);
    watch?.(flow, plan.columns, set);
    if (job.facing) noteHeights(flow);
    for (const [column, text] of takeAll(flow, plan).entries()) {
      const parted = job.facing ? partSpread(text, column) : undefined;
      if (parted) yield* sides.map((language) => ({ text: parted[language], language }));
      else yield { text };
    }
  }
  page.element.remove();
}

/** The foot of a separate page, on which notes are measured. */
function newBench(job: PaginationJob) {
  const { area, wrapper } = newPage(job);
  wrapper.remove();
  return newFoot(area);
}

const versoAndRecto = { first: 'verso', second: 'recto' } as const;

function fillPages(job: PaginationJob, contents: readonly PageContent[]): Pages {
  const empty = newPage(job);
  const isBare = isWithoutMarks(empty.element);
  const white = finish(empty, { side: 'any', isBare }).html;
  const result: Pages = { galley: job.galley, pages: [], white, troubles: [] };
  // Each of two facing pages continues the last but one.
  const stride = job.facing ? 2 : 1;
  contents.forEach(({ text, notes, raised, language }, index) => {
    const side = language ? versoAndRecto[language] : (sideOf(text) ?? 'any');
    const page = newPage(job);
    page.wrapper.append(text);
    if (notes) {
      const { box, list } = newFoot(page.area);
      if (raised) box.style.marginBlockEnd = `${raised}px`;
      list.append(notes);
      markSplits(list, { isContinued: false, goesOn: true });
    }
    partTables(page.wrapper);
    const goesOn = index < contents.length - stride || notes !== undefined;
    markSplits(page.wrapper, { isContinued: index >= stride, goesOn });
    if (language) page.element.setAttribute('data-language', language);
    closeHyphens(page.area);
    // Chromium writes a dash as replacement text where two text nodes meet in ——.
    page.area.normalize();
    let trouble = troubleOf(page.area);
    if (trouble && haltEnds(page.area)) trouble = troubleOf(page.area);
    if (trouble) {
      page.element.classList.add('overfull');
      const last = result.troubles.at(-1);
      // A block on several pages is reported once.
      const isKnown = last?.block === trouble.block && last.reason === trouble.reason;
      if (!isKnown) result.troubles.push({ page: result.pages.length, ...trouble });
    }
    shiftStress(page.area);
    result.pages.push(finish(page, { side, isBare }));
  });
  return result;
}

/** Links pieces of notes, which are known once all pages are. */
function ownNotes(pages: Pages): Pages {
  const ids = pages.pages.flatMap((page) => page.ids);
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, html: ownPieces(page.html, ids) })) };
}

function newPage({ pageName }: PaginationJob): PagedPage {
  const element = blank.content.firstElementChild!.cloneNode(true) as HTMLElement;
  if (pageName) element.classList.add('pagedjs_named_page', `pagedjs_${pageName}_page`);
  pagesArea.append(element);
  const area = element.querySelector<HTMLElement>('.pagedjs_page_content')!;
  return { element, area, wrapper: area.querySelector<HTMLElement>(':scope > .type-area')! };
}

/** Openers: blocks that begin with a title; in a pair, with that of either language. */
const openers = '[data-opens], .section-title, .pair:has(.section-title, .headline)';

/** Takes a filled page out of the document, where it would slow down every later page. */
function finish(page: PagedPage, { side, isBare }: { side: Side; isBare: boolean }): PageBox {
  const { element, wrapper } = page;
  const first = firstElement(wrapper);
  const head = wrapper.querySelector('[data-head]:not(.untitled)')?.getAttribute('data-head');
  const ids = [...element.querySelectorAll('.type-area [id]')].map(({ id }) => id);
  const opens = first?.matches(`:is(${openers}):not([data-split-from])`) === true;
  element.classList.remove('pagedjs_right_page');
  markSizes(element);
  element.remove();
  if (isBare) for (const bleed of element.querySelectorAll('.pagedjs_bleed')) bleed.remove();
  element.querySelector('.pagedjs_pagebox')?.append(document.createComment(furnitureMark));
  // HTML drops a line break right after <pre>: one that is text needs another before it.
  for (const pre of element.querySelectorAll('pre'))
    if (pre.firstChild instanceof Text && pre.firstChild.data.startsWith('\n')) pre.prepend('\n');
  const html = element.outerHTML;
  return { html, side, opens, ids, ...(head && { head }) };
}
