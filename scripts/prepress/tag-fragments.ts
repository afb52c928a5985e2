import type { Page as Tab } from 'puppeteer';

/**
 * Gives all fragments of an element that page breaks have split the same private language tag, `zh-Hans-x-f12`, so
 * that `finish` can merge them into one structure element: of all attributes, only `lang` reaches the PDF. Layout
 * numbers split elements (`data-fragment`), and marks continuations with `data-split-from`. Notes and their calls get
 * such tags, too: `-x-n3`, `-x-r3`; and blocks in a language other than the book's, `-x-l3`. A figure that stands below
 * text which is read after it has the number of that block, `-x-m12`. To be called between
 * setContent and pdf; it moves no glyph.
 *
 * @returns the number of split elements.
 */
export function tagFragments(tab: Tab): Promise<number> {
  return tab.evaluate(tagInPage);
}

/** Runs in the page. */
function tagInPage(): number {
  const tag = (element: Element, name: string) => {
    const lang = element.closest('[lang]')?.getAttribute('lang')?.replace(/-x-.*/, '');
    const tagged = `${lang || 'und'}-x-${name}`;
    element.setAttribute('lang', tagged);
    return tagged;
  };
  // A group that is only layout has no tag, and the browser does not repeat the parent's language on a block: so each
  // block in a language other than the book's has a private tag as well.
  let blocks = 0;
  const around = document.documentElement.lang;
  for (const group of document.querySelectorAll('body [lang]')) {
    const own = group.getAttribute('lang')!;
    if (own === around || own.includes('-x-')) continue;
    for (const block of group.querySelectorAll('p, pre, h1, h2, h3, h4, h5, h6, li, td, th, a, figcaption'))
      if (block.closest('[lang]:not([lang*="-x-"])') === group)
        block.setAttribute('lang', `${own}-x-l${++blocks}`);
  }
  let count = 0;
  const firsts = new Map<string, Element>();
  const later = new Map<Element, Element[]>();
  for (const piece of document.querySelectorAll('[data-fragment]')) {
    const key = piece.getAttribute('data-fragment')!;
    // Galleys number their own: a first piece begins a new element.
    const first = piece.hasAttribute('data-split-from') ? firsts.get(key) : undefined;
    if (first) {
      piece.setAttribute('lang', first.getAttribute('lang')!);
      later.set(first, [...(later.get(first) ?? []), piece]);
    } else {
      firsts.set(key, piece);
      tag(piece, `f${++count}`);
    }
  }
  const moorings = new Map<string, Element>();
  for (const element of document.querySelectorAll('[data-mooring], [data-moored]')) {
    const { mooring, moored } = (element as HTMLElement).dataset;
    if (mooring !== undefined && !element.hasAttribute('data-split-from')) moorings.set(mooring, element);
    const next = moored === undefined ? undefined : moorings.get(moored);
    if (!next) continue;
    const known = /-x-f(\d+)$/.exec(next.getAttribute('lang') ?? '')?.[1];
    if (!known) tag(next, `f${++count}`);
    tag(element, `m${known ?? count}`);
  }
  // Pieces of a note have the note's id with -c behind it: all get its number.
  const numbers = new Map<string, number>();
  for (const note of document.querySelectorAll('.note[id], .end-note[id]')) {
    const id = note.id.replace(/(?:-c)+$/, '');
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    const name = tag(note, `n${number}`);
    // Those of a note at the end of its story have none.
    for (const piece of later.get(note) ?? []) piece.setAttribute('lang', name);
  }
  const calls = [...document.querySelectorAll('.note-call a[href^="#"]')];
  calls.forEach((call, index) => {
    if (numbers.has(call.getAttribute('href')!.slice(1))) tag(call, `r${index + 1}`);
  });
  return count;
}
