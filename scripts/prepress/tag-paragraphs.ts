import type { Page as Tab } from 'puppeteer';

/**
 * Gives the paragraphs that the browser would leave out of the tags the role that they have: with a block before or
 * behind its words, as a pull-quote has for its rules, or set in columns or as a grid, a `<p>` is just a box to it, and
 * two such paragraphs one after the other became one. To be called between setContent and pdf; it moves no glyph.
 */
export function tagParagraphs(tab: Tab): Promise<void> {
  return tab.evaluate(nameInPage);
}

/** Runs in the page. Only what has a class is set in such ways: to ask for each line of a novel takes a second. */
function nameInPage(): void {
  const isBlock = (display: string) => !/^(?:none|contents|inline|ruby)/.test(display);
  const hasBlock = (paragraph: Element, pseudo: string) => {
    const { content, display, float, position } = getComputedStyle(paragraph, pseudo);
    const isInFlow = float === 'none' && /^(?:static|relative|sticky)$/.test(position);
    return content !== 'none' && content !== 'normal' && isInFlow && isBlock(display);
  };
  const isBox = (paragraph: Element) => {
    const { display, columnCount, columnWidth } = getComputedStyle(paragraph);
    return /flex|grid/.test(display) || columnCount !== 'auto' || columnWidth !== 'auto';
  };
  for (const paragraph of document.querySelectorAll('p[class]:not([role])'))
    if (isBox(paragraph) || hasBlock(paragraph, '::before') || hasBlock(paragraph, '::after'))
      paragraph.setAttribute('role', 'paragraph');
}
