import { element } from '../controls/element.browser.js';
import type { ShownBook } from '../layout/lay-out.js';
import { say } from '../words/say.browser.js';

/** 书签: the stories, with their folios; the current one is marked. */
export function newOutline(goTo: (page: number) => void) {
  const list = element('ol', {});
  const root = element('nav', { class: 'outline', 'aria-label': say('outline'), hidden: true }, list);
  let shown = '';
  let rows: { page: number; button: HTMLButtonElement }[] = [];
  return {
    root,
    show({ outline, pages }: ShownBook) {
      const labelled = JSON.stringify(outline.map((entry) => [entry, pages[entry.page]!.label]));
      // Most saves do not change it, and so keep the keyboard focus in it.
      if (labelled === shown) return;
      shown = labelled;
      const at = rows.findIndex(({ button }) => button === document.activeElement);
      rows = outline.map(({ title, page }) => ({
        page,
        button: element(
          'button',
          { type: 'button', onclick: () => goTo(page) },
          element('span', { class: 'outline-title' }, title),
          element('span', { class: 'outline-folio' }, pages[page]!.label),
        ),
      }));
      list.replaceChildren(...rows.map(({ button }) => element('li', {}, button)));
      if (at >= 0) rows[Math.min(at, rows.length - 1)]?.button.focus({ preventScroll: true });
    },
    mark(page: number) {
      const current = rows.findLast((row) => row.page <= page);
      for (const row of rows) {
        if (row === current) row.button.setAttribute('aria-current', 'true');
        else row.button.removeAttribute('aria-current');
      }
    },
  };
}
