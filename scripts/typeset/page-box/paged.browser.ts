/**
 * Runs in a tab; the only file that knows Paged.js. Paged.js reads the `@page` rules, makes the page box and names its
 * parts. To find the ends of pages it would lay out one page at a time and search the text for the place, which loses
 * repeated text and gets slower with every page; `layout.browser.ts` works differently. So a book needs Paged.js once
 * for a set of `@page` rules, and layout tabs need not load it.
 */
import { Chunker, initializeHandlers, Polisher } from 'pagedjs';
import type { PageRules } from '../pages.js';

/** Output of Paged.js for `@page` rules: it depends on nothing else. Once per tab. */
export async function readPageRules(pageCss: string): Promise<PageRules> {
  const chunker = new Chunker(undefined, undefined, {});
  const polisher = new Polisher(false);
  polisher.setup();
  initializeHandlers(chunker, polisher, { hooks: {} });
  await polisher.add({ 'page.css': pageCss });
  chunker.setup(document.body);
  const sheets = polisher.inserted.map(({ textContent }) => withoutFirstLetters(textContent ?? ''));
  return { css: sheets.join('\n'), blank: makeBlank(chunker) };
}

/**
 * Paged.js resets ::first-letter in split blocks. In a block with a ::first-letter, short paragraphs (夏！) vanish from
 * the tags of the PDF: Chromium 147 takes them for decoration.
 */
function withoutFirstLetters(css: string): string {
  return css.replace(/[^{}]*::first-letter[^{}]*\{[^{}]*\}/g, '');
}

/** An empty page without distinguishing attributes, to be copied for all pages. */
function makeBlank(chunker: Chunker): string {
  const page = chunker.addPage();
  page.index(0);
  page.element.removeAttribute('id');
  page.element.removeAttribute('data-page-number');
  page.element.classList.remove('pagedjs_first_page');
  page.area.removeAttribute('style');
  page.clear();
  page.wrapper.className = 'type-area';
  return page.element.outerHTML;
}
