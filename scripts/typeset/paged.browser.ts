/**
 * Runs in a tab; the only file that knows Paged.js. Paged.js reads the `@page` rules, makes the page boxes and names
 * their parts. Where a page ends it would find by laying out one page at a time and searching the text again for the
 * place, which loses repeated text and slows down with every page. Its page is a multi-column box, though: here the
 * whole galley flows through one such box, Chromium breaks it into columns, and each column becomes a page.
 */
import { Chunker, initializeHandlers, Polisher } from 'pagedjs';
import { type ColumnOf, carryOut, lastPage, planCuts } from './cut.browser.js';
import { FixedTables } from './fixed-tables.browser.js';
import { forcedBreaks, type Side } from './forced-breaks.browser.js';
import { furnitureMark, type LayoutTrouble, type PageBox, type Pages, type PaginationJob } from './pages.js';
import { snapToGrid } from './snap.browser.js';
import { closeHyphens, describe, markSplits, prune } from './split.browser.js';

type PagedPage = ReturnType<Chunker['addPage']>;

/** Gap between the columns of a flow, in px: wider than anything may stick out of the type area. */
const gapPx = 400;

let chunker: Chunker;

/** Hands the style sheets over: `@page` rules to Paged.js, everything else to the browser. Once a tab. */
export async function setUp(pageCss: string, css: string): Promise<string> {
  chunker = new Chunker(undefined, undefined, {});
  const polisher = new Polisher(false);
  polisher.setup();
  initializeHandlers(chunker, polisher, { hooks: {} });
  await polisher.add({ 'page.css': pageCss });
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  chunker.setup(document.body);
  await document.fonts.ready;
  return polisher.inserted.map((style: HTMLStyleElement) => style.textContent ?? '').join('\n');
}

/** Paginates one galley. The tab is as before when it ends. */
export function paginate(job: PaginationJob): Pages {
  const flow = newPage(job, job.firstPage);
  try {
    flow.wrapper.innerHTML = job.html;
    snapToGrid(flow.wrapper);
    const breaks = forcedBreaks(flow.wrapper);
    const tables = new FixedTables(flow.wrapper);
    const columnOf = openColumns(flow.area);
    tables.fix();
    const cuts = planCuts(flow.wrapper, columnOf);
    const count = cuts.reduce((most, cut) => Math.max(most, lastPage(cut) + 1), 1);
    const contents = Array.from({ length: count }, () => document.createDocumentFragment());
    carryOut(cuts, (page) => contents[page]!);
    flow.element.remove();
    return fillPages(job, contents, breaks);
  } finally {
    chunker.pagesArea.replaceChildren();
  }
}

/** Lets the type area's content run on in columns of its own size. */
function openColumns(area: HTMLElement): ColumnOf {
  const { width, height } = area.getBoundingClientRect();
  const isVertical = getComputedStyle(area).writingMode.startsWith('vertical');
  const measure = isVertical ? height : width;
  area.style.cssText = `width:${width}px;height:${height}px;columns:auto ${measure}px;column-gap:${gapPx}px;column-fill:auto`;
  area.classList.add('galley-flow');
  const origin = area.getBoundingClientRect();
  const stride = measure + gapPx;
  return isVertical
    ? (box) => Math.max(0, Math.floor((box.top - origin.top + gapPx / 2) / stride))
    : (box) => Math.max(0, Math.floor((box.left - origin.left + gapPx / 2) / stride));
}

function fillPages(job: PaginationJob, contents: DocumentFragment[], breaks: Map<Element, Side>): Pages {
  const result: Pages = { galley: job.galley, pages: [], troubles: [] };
  let number: number = job.firstPage;
  contents.forEach((content, index) => {
    const side = index === 0 ? job.start : sideOf(content, breaks);
    if (side !== 'any' && (side === 'recto') !== (number % 2 === 1))
      result.pages.push(finish(newPage(job, number++), true));
    const page = newPage(job, number++);
    const isContinued = index > 0 && !startsForced(content, breaks);
    page.wrapper.append(content);
    markSplits(page.wrapper, { isContinued, goesOn: index < contents.length - 1 });
    closeHyphens(page.wrapper);
    const trouble = troubleOf(page, result.pages.length);
    if (trouble) result.troubles.push(trouble);
    result.pages.push(finish(page, false));
  });
  return result;
}

/** The elements that begin a page: its first element, that one's first element … */
function* opening(content: DocumentFragment): Generator<Element> {
  for (let element = content.firstElementChild; element; element = element.firstElementChild) yield element;
}

function sideOf(content: DocumentFragment, breaks: Map<Element, Side>): Side {
  for (const element of opening(content)) {
    const side = breaks.get(element);
    if (side && side !== 'any') return side;
  }
  return 'any';
}

function startsForced(content: DocumentFragment, breaks: Map<Element, Side>): boolean {
  for (const element of opening(content)) if (breaks.has(element)) return true;
  return false;
}

function newPage({ pageName }: PaginationJob, number: number): PagedPage {
  // Pages leave the document when they are done: each is the first one for Paged.js.
  chunker.pages = [];
  const page = chunker.addPage();
  page.index(number - 1);
  page.element.removeAttribute('id');
  page.element.removeAttribute('data-page-number');
  page.element.classList.remove('pagedjs_first_page');
  if (pageName) page.element.classList.add('pagedjs_named_page', `pagedjs_${pageName}_page`);
  page.area.removeAttribute('style');
  page.clear();
  page.wrapper.className = 'type-area';
  return page;
}

/** What does not fit although it was broken where Chromium said; half a pixel is rounding. */
function troubleOf({ area, wrapper }: PagedPage, page: number): LayoutTrouble | undefined {
  const tooLong = area.scrollHeight > area.clientHeight + 1;
  const tooWide = area.scrollWidth > area.clientWidth + 1;
  if (!tooLong && !tooWide) return undefined;
  const bounds = area.getBoundingClientRect();
  const culprit = [...wrapper.querySelectorAll('*')].find((element) => {
    const box = element.getBoundingClientRect();
    return box.right > bounds.right + 1 || box.bottom > bounds.bottom + 1 || box.left < bounds.left - 1;
  });
  return {
    page,
    block: describe(culprit ?? wrapper),
    reason: tooLong ? 'is higher than the type area' : 'is wider than the type area',
  };
}

/** Takes a filled page out of the document: what stays there slows down every later page. */
function finish(page: PagedPage, isBlank: boolean): PageBox {
  const { element, wrapper } = page;
  const first = wrapper.firstElementChild;
  const head = wrapper.querySelector('[data-head]')?.getAttribute('data-head');
  const ids = [...wrapper.querySelectorAll('[id]')].map(({ id }) => id);
  const opens = first?.matches('[data-opens]:not([data-split-from])') === true;
  if (isBlank) element.classList.add('pagedjs_blank_page');
  prune(element);
  element.querySelector('.pagedjs_pagebox')?.append(document.createComment(furnitureMark));
  element.remove();
  const html = element.outerHTML;
  return { html, isBlank, opens, ids, ...(head && { head }) };
}
