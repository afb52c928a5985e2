/**
 * Replaces Paged.js's pagination by ours in a page that loads Paged.js: its style sheets, page boxes and handlers stay,
 * and our flow, cuts and notes decide where pages end.
 */

import { type Flow, openFlow } from '../../typeset/pages/flow.browser.js';
import { type PageContent, pageByPage } from '../../typeset/pages/page-by-page.browser.js';
import type { Foot } from '../../typeset/pages/page-notes.browser.js';
import { holdBreaks, markSplits } from '../../typeset/pages/split.browser.js';
import { unscroll } from '../../typeset/pages/unscroll.browser.js';
import { fixTables } from '../../typeset/tables/fixed-tables.browser.js';
import { askedSides, forceBreaks, namedOpening } from './breaks.browser.js';
import { closeFoot, liftNotes, measureFoot } from './notes.browser.js';

type Hook = { trigger: (...args: unknown[]) => Promise<unknown> };

export interface Page {
  element: HTMLElement;
  area: HTMLElement;
  wrapper: HTMLElement;
  footnotesArea: HTMLElement;
  clear: () => void;
}

interface Chunker {
  hooks: Record<'beforePageLayout' | 'afterPageLayout' | 'finalizePage', Hook>;
  handleBreaks: (node: { dataset: DOMStringMap } | undefined) => Promise<void>;
  addPage: () => Page;
  emit: (event: string, page: Page) => void;
}

interface PagedJs {
  Chunker: { prototype: object };
  registeredHandlers: { name: string; prototype: { getMediaName?: (node: unknown) => string | undefined } }[];
}

/** To be called before the page is ready, when Paged.js starts. */
export function takeOver(css: string): void {
  const { Paged } = globalThis as unknown as { Paged: PagedJs };
  mendMedia(Paged);
  Object.assign(Paged.Chunker.prototype, {
    async render(this: Chunker, content: DocumentFragment) {
      const sheet = document.createElement('style');
      sheet.textContent = css;
      document.head.append(sheet);
      // Paged.js is so slow that scripts of the page have run when it ends: some rely on that.
      await new Promise((resolve) => setTimeout(resolve));
      await renderPages(this, content);
      return { done: true };
    },
  });
}

/** A document on its way to pages: `flow` and `foot` are those of the page that is made. */
interface Course {
  /** The rest of the content, between two pages. */
  rest: DocumentFragment;
  flow: Flow;
  foot: Foot;
  pages: Generator<PageContent>;
}

async function renderPages(chunker: Chunker, rest: DocumentFragment): Promise<void> {
  forceBreaks(rest);
  let course: Course | undefined;
  do {
    await chunker.handleBreaks(askedSides(rest));
    const page = chunker.addPage();
    const start = namedOpening(rest);
    const token = course || start?.dataset.page ? tokenAt(start) : undefined;
    await chunker.hooks.beforePageLayout.trigger(page, rest, token, chunker);
    chunker.emit('page', page);
    const isContinued = course !== undefined;
    course = course ? await moveOn(course, page) : await begin(rest, page);
    const goesOn = fill(course, page);
    markSplits(page.wrapper, { isContinued, goesOn });
    const next = goesOn ? tokenAt(namedOpening(rest)) : undefined;
    await chunker.hooks.afterPageLayout.trigger(page.element, page, next, chunker);
    closeStrings(page.element);
    await chunker.hooks.finalizePage.trigger(page.element, page, undefined, chunker);
    chunker.emit('renderedPage', page);
  } while (course.rest.hasChildNodes() || course.foot.list.hasChildNodes());
}

/** Break token for handlers; the last property is the form of Paged.js 0.5. */
const tokenAt = (node: HTMLElement | undefined) => ({ node, offset: 0, overflow: [{ node, offset: 0 }] });

async function begin(rest: DocumentFragment, page: Page): Promise<Course> {
  const wrapper = takeIn(rest, page);
  await Promise.all([...wrapper.querySelectorAll('img')].map((img) => img.decode().catch(() => undefined)));
  const notes = liftNotes(wrapper);
  holdBreaks(wrapper);
  unscroll(wrapper);
  fixTables(wrapper);
  const flow = openFlow(page.area, wrapper);
  const foot = measureFoot(page.footnotesArea);
  return { rest, flow, foot, pages: pageByPage({ flow, foot, watch: undefined, most: 1 }, notes) };
}

/** Continues the flow and the waiting notes on the next page, which may have a different size. */
async function moveOn(course: Course, page: Page): Promise<Course> {
  const wrapper = takeIn(course.rest, page);
  Object.assign(course.flow, openFlow(page.area, wrapper));
  const waiting = [...course.foot.list.childNodes];
  Object.assign(course.foot, measureFoot(page.footnotesArea));
  course.foot.list.append(...waiting);
  return course;
}

function takeIn(rest: DocumentFragment, page: Page): HTMLElement {
  page.area.removeAttribute('style');
  page.clear();
  page.wrapper.className = 'type-area';
  page.wrapper.append(rest);
  return page.wrapper;
}

/** Fills a page; the remainder goes back to the rest. @returns true if there is any. */
function fill({ rest, foot, pages }: Course, { area, wrapper, footnotesArea }: Page): boolean {
  const { value } = pages.next() as { value: PageContent | undefined };
  rest.append(...wrapper.childNodes);
  area.removeAttribute('style');
  area.classList.remove('galley-flow');
  if (value) wrapper.append(value.text);
  closeFoot(footnotesArea, foot, value?.notes);
  for (const root of [rest, wrapper])
    for (const piece of root.querySelectorAll<HTMLElement>('[data-split-from=""]')) {
      piece.dataset.splitFrom = piece.dataset.ref ?? '';
      delete piece.dataset.breakBefore;
      delete piece.dataset.previousBreakAfter;
    }
  return rest.hasChildNodes();
}

/** Paged.js 0.4.3 stops at a media query that it does not understand. */
function mendMedia({ registeredHandlers }: PagedJs): void {
  for (const { prototype } of registeredHandlers) {
    const { getMediaName } = prototype;
    if (getMediaName)
      prototype.getMediaName = function (node) {
        return getMediaName.call(this, node) ?? '';
      };
  }
}

/** Paged.js 0.4.3 leaves the quotes of its named strings open. */
function closeStrings({ style }: HTMLElement): void {
  for (const name of [...style].filter((one) => one.startsWith('--pagedjs-string-'))) {
    const value = style.getPropertyValue(name);
    if (/^"(?:[^"\\]|\\.)*$/s.test(value)) style.setProperty(name, `${value}"`);
  }
}
