import { element } from './element.browser.js';
import type { ShownBook } from './lay-out.js';
import { say } from './say.browser.js';

/** 书签: the stories, with their folios; the one that is read is marked. */
export function newOutline(goTo: (page: number) => void) {
  const list = element('ol', {});
  const root = element('nav', { class: 'outline', 'aria-label': say('outline'), hidden: true }, list);
  let rows: { page: number; button: HTMLButtonElement }[] = [];
  return {
    root,
    show({ outline, pages }: ShownBook) {
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
