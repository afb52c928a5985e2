import { iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import { learnForms } from '../controls/fold.browser.js';
import { say } from '../words/say.browser.js';

interface SearchParts {
  /** The window that has the text and paints the matches; undefined while there is no text. */
  view: () => (Window & typeof globalThis) | undefined;
  /** All matches of some words. */
  find: (words: string) => Range[];
  /** Brings a match into sight. */
  goTo: (match: Range) => void;
  /** Called when the field has closed. */
  closed: () => void;
}

/** 查找: a search field, with steps from match to match. */
export function newSearch({ view, find: matchesOf, goTo, closed }: SearchParts) {
  let ranges: Range[] = [];
  let here = 0;
  const count = element('span', { class: 'search-count', role: 'status' });
  const show = (move: boolean) => {
    const shown = view();
    if (!shown) return;
    const { Highlight, CSS } = shown;
    CSS.highlights.set('found', new Highlight(...ranges));
    const current = ranges[here];
    CSS.highlights.set('found-here', new Highlight(...(current ? [current] : [])));
    count.textContent =
      input.value === '' ? '' : current ? `${here + 1} / ${ranges.length}` : say('searchNone');
    if (current && move) goTo(current);
  };
  const find = (move: boolean) => {
    ranges = view() ? matchesOf(input.value) : [];
    if (move) here = 0;
    here = Math.min(here, Math.max(0, ranges.length - 1));
    show(move);
  };
  const step = (by: number) => {
    if (ranges.length === 0) return;
    here = (here + by + ranges.length) % ranges.length;
    show(true);
  };
  const close = () => {
    input.value = '';
    find(false);
    root.hidden = true;
    closed();
  };
  const input = element('input', {
    type: 'search',
    'aria-label': say('search'),
    placeholder: say('search'),
    oninput: () => find(true),
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
      if (event.key === 'Escape') close();
    },
  });
  const root = element(
    'form',
    { class: 'search', role: 'search', hidden: true, onsubmit: (event: Event) => event.preventDefault() },
    input,
    count,
    iconButton('previous', say('searchPrevious'), () => step(-1)),
    iconButton('next', say('searchNext'), () => step(1)),
    iconButton('close', say('close'), close),
  );
  return {
    root,
    open: () => {
      root.hidden = false;
      input.focus();
      input.select();
      void learnForms().then(() => find(false));
    },
    /** Shows words of the manuscript. */
    findWords(words: string): void {
      root.hidden = false;
      input.value = words;
      void learnForms().then(() => find(true));
    },
    /** Call this after the text was renewed. */
    renew: () => {
      if (input.value) find(false);
    },
  };
}
