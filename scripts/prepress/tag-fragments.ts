import type { Page as Tab } from 'puppeteer';

/**
 * Gives all fragments of an element that page breaks have split the same private language tag, `zh-Hans-x-f12`, so
 * that `finish` can make one structure element of them: of all attributes, only `lang` reaches the PDF. Layout marks
 * fragments by `data-split-from` and `data-split-to`. Notes and their calls are told by such tags, too: `-x-n3`,
 * `-x-r3`. To be called between setContent and pdf; it moves no glyph.
 *
 * @returns how many elements are split.
 */
export function tagFragments(tab: Tab): Promise<number> {
  return tab.evaluate(tagInPage);
}

/** Runs in the page. The n-th fragment that a page goes on with is the n-th that the page before it has left open. */
function tagInPage(): number {
  const tag = (element: Element, name: string) => {
    const lang = element.closest('[lang]')?.getAttribute('lang')?.replace(/-x-.*/, '');
    element.setAttribute('lang', `${lang || 'und'}-x-${name}`);
  };
  // Where two languages face each other, a page goes on with the last page of its own language.
  const openOf = new Map<string | null, Element[]>();
  let count = 0;
  for (const page of document.querySelectorAll('.pagedjs_page')) {
    const language = page.getAttribute('data-language');
    let open = openOf.get(language) ?? [];
    const continued = [...page.querySelectorAll('[data-split-from]')];
    continued.forEach((element, index) => {
      const before = open[index];
      const known = before?.localName === element.localName && before.getAttribute('lang');
      if (known) element.setAttribute('lang', known);
    });
    open = [...page.querySelectorAll('[data-split-to]')];
    openOf.set(language, open);
    for (const element of open) {
      if (element.matches('[data-split-from][lang]')) continue;
      tag(element, `f${++count}`);
    }
  }
  // Pieces of a note have the note's id with -c behind it: all get its number.
  const numbers = new Map<string, number>();
  for (const note of document.querySelectorAll('.note[id]')) {
    const id = note.id.replace(/(?:-c)+$/, '');
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    tag(note, `n${number}`);
  }
  const calls = [...document.querySelectorAll('.note-call a[href^="#"]')];
  calls.forEach((call, index) => {
    if (numbers.has(call.getAttribute('href')!.slice(1))) tag(call, `r${index + 1}`);
  });
  return count;
}
