import type { Page as Tab } from 'puppeteer';

/**
 * Gives all fragments of an element that page breaks have split the same private language tag, `zh-Hans-x-f12`, so
 * that `finish` can make one structure element of them: of all attributes, only `lang` reaches the PDF. Layout marks
 * fragments by `data-split-from` and `data-split-to`. To be called between setContent and pdf; it moves no glyph.
 *
 * @returns how many elements are split.
 */
export function tagFragments(tab: Tab): Promise<number> {
  return tab.evaluate(tagInPage);
}

/** Runs in the page. The n-th fragment that a page goes on with is the n-th that the page before it has left open. */
function tagInPage(): number {
  // Where two languages face each other, a page goes on with the last page of its own language.
  const openOf = new Map<string | null, Element[]>();
  let count = 0;
  for (const page of document.querySelectorAll('.pagedjs_page')) {
    const language = page.getAttribute('data-language');
    let open = openOf.get(language) ?? [];
    const continued = [...page.querySelectorAll('[data-split-from]')];
    continued.forEach((element, index) => {
      const before = open[index];
      const tag = before?.localName === element.localName && before.getAttribute('lang');
      if (tag) element.setAttribute('lang', tag);
    });
    open = [...page.querySelectorAll('[data-split-to]')];
    openOf.set(language, open);
    for (const element of open) {
      if (element.matches('[data-split-from][lang]')) continue;
      const lang = element.closest('[lang]')?.getAttribute('lang')?.replace(/-x-.*/, '');
      element.setAttribute('lang', `${lang || 'und'}-x-f${++count}`);
    }
  }
  return count;
}
