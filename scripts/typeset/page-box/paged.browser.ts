/**
 * Runs in a tab; the only file that knows Paged.js. Paged.js reads the `@page` rules, makes the page box and names its
 * parts. Where a page ends it would find by laying out one page at a time and searching the text again for the place,
 * which loses repeated text and slows down with every page; `layout.browser.ts` does that in another way. So a book
 * asks Paged.js once for a set of `@page` rules, and no tab that lays out has to load it.
 */
import { Chunker, initializeHandlers, Polisher } from 'pagedjs';
import type { PageRules } from '../assemble/pages.js';

/** What Paged.js makes of `@page` rules: it depends on nothing else. Once a tab. */
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
 * Paged.js resets ::first-letter in split blocks. A block with a first letter of its own loses its shorter paragraphs
 * (夏！) from the tags of the PDF: Chromium 147 takes them for decoration.
 */
function withoutFirstLetters(css: string): string {
  return css.replace(/[^{}]*::first-letter[^{}]*\{[^{}]*\}/g, '');
}

/** An empty page without what tells it from others: it is to be copied for all. */
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
