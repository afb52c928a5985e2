import type { Choices } from './choices.browser.js';
import { element } from './element.browser.js';
import { newNotice } from './notice.browser.js';
import { isDark, newPagesDesk } from './pages-desk.browser.js';
import { say } from './say.browser.js';
import type { BookState } from './show-book.js';
import { followChanges, readBook } from './talk.browser.js';
import { newToolbar } from './toolbar.browser.js';
import type { Shelf } from './workshop.js';

/** Puts the desk together: bar, notice, pages. */
export function startDesk(shelf: Shelf, choices: Choices, keep: () => void): void {
  const notice = newNotice();
  const pages = newPagesDesk(choices, {
    moved: () => toolbar.moved(),
    key: (event) => toolbar.key(event),
    renewed: () => toolbar.renewed(),
  });
  const main = element('main', { id: 'desk', 'aria-label': say('pages') });
  const update = newUpdate(choices, async (state) => {
    notice.show(state);
    if (state.book) {
      document.title = `${state.book.title} · 重排`;
      await pages.show(state.book);
      main.setAttribute('data-ready', '');
    }
  });
  const toolbar = newToolbar({
    shelf,
    choices,
    pages,
    changed: (needsBook) => {
      keep();
      applySurroundings(choices, pages.paper()?.document);
      if (needsBook) void update();
      else pages.refresh();
    },
  });
  main.append(notice.root, toolbar.search, pages.root);
  document.body.append(
    toolbar.root,
    element('div', { class: 'floor' }, toolbar.outline, main),
    element('footer', {}, toolbar.navigation),
  );
  document.addEventListener('keydown', (event) => {
    const isField = (event.target as Element).closest?.('input, select, textarea, summary');
    if (!isField || ((event.ctrlKey || event.metaKey) && event.key === 'f')) toolbar.key(event);
  });
  pages.root.addEventListener('pick', (event) => toolbar.pick((event as CustomEvent<number>).detail));
  followChanges(
    () => void update(),
    (isAlive) => notice.connection(isAlive),
  );
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    applySurroundings(choices, pages.paper()?.document),
  );
}

function applySurroundings({ surroundings }: Choices, paper: Document | undefined): void {
  document.documentElement.dataset.surroundings = surroundings;
  paper?.documentElement.toggleAttribute('data-dark', isDark());
}

/** Asks for the book's state, one question at a time; what changed meanwhile is asked for afterwards. */
function newUpdate(choices: Choices, show: (state: BookState) => Promise<void>): () => Promise<void> {
  let isAsking = false;
  let isStale = false;
  return async function update() {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    try {
      while (isStale) {
        isStale = false;
        const state = await readBook(choices);
        if (!isStale) await show(state);
      }
    } catch {
      // The server has ended: the notice says so, and asks again when it is back.
    } finally {
      isAsking = false;
    }
  };
}
