import { element } from '../controls/element.browser.js';
import { newGrip } from '../controls/grip.browser.js';
import { whenTyped } from '../controls/grow-type.browser.js';
import { newShown } from '../controls/shown.browser.js';
import { followChanges, readShelf } from '../controls/talk.browser.js';
import type { BookState } from '../layout/show-book.js';
import type { Shelf } from '../layout/workshop.js';
import { newProofDesk } from '../proof/proof-desk.browser.js';
import { say } from '../words/say.browser.js';
import type { Choices } from './choices.browser.js';
import { newCompareDesk } from './compare-desk.browser.js';
import { acceptDrops } from './drop.browser.js';
import { newNotice } from './notice.browser.js';
import { isDark, newPagesDesk } from './pages-desk.browser.js';
import { refreshTextType } from './text-type.browser.js';
import { newToolbar } from './toolbar.browser.js';
import { newUpdate, type Show } from './update.browser.js';

/** Assembles the desk: bar, notice, and the three desks, of which one is active. */
export function startDesk(shelf: Shelf, choices: Choices, keep: () => void): void {
  const notice = newNotice();
  const grip = newGrip();
  grip.watch(document);
  const shown = newShown();
  const pages = newPagesDesk(choices, {
    grip,
    moved: () => toolbar.moved(),
    key: (event) => toolbar.key(event),
    renewed: () => toolbar.renewed(),
  });
  const proof = newProofDesk(grip, shown);
  const compare = newCompareDesk(choices, grip);
  const main = element('main', { id: 'desk' });
  const show: Show = async (state, of) => {
    notice.show(state.error);
    if (choices.desk === 'proof') notice.show((await proof.show(state, of)) ?? state.error);
    if (choices.desk === 'compare') await compare.show(of);
    if (state.book) {
      document.title = `${state.book.title} · 重排`;
      await pages.show(state.book);
    }
    last = state;
    shown.tell(state.revision);
    const offered = await readShelf();
    toolbar.renewShelf(offered);
    // Last: none of it is on the pages.
    const type = refreshTextType(choices, state);
    if (main.dataset.ready !== choices.desk) await type;
    main.dataset.ready = choices.desk;
  };
  let last: BookState | undefined;
  whenTyped(() => last && void refreshTextType(choices, last));
  const update = newUpdate(choices, show);
  const turnTo = () => {
    document.body.dataset.desk = choices.desk;
    main.setAttribute('aria-label', say(choices.desk));
    for (const name of ['pages', 'proof', 'compare'] as const)
      ({ pages, proof, compare })[name].root.toggleAttribute('inert', name !== choices.desk);
  };
  const toolbar = newToolbar({
    shelf,
    choices,
    pages,
    changed: (needsBook) => {
      keep();
      turnTo();
      applySurroundings(choices, pages.paper()?.document);
      if (needsBook) void update();
      else pages.refresh();
    },
  });
  main.append(notice.root, toolbar.search, pages.root, proof.root, compare.root);
  document.body.append(
    toolbar.root,
    element('div', { class: 'floor' }, toolbar.outline, main),
    element('footer', {}, toolbar.navigation),
  );
  turnTo();
  acceptDrops();
  document.addEventListener('keydown', (event) => {
    const isField = (event.target as Element).closest?.('input, select, textarea, summary, dialog');
    const isFind = (event.ctrlKey || event.metaKey) && event.key === 'f';
    if (choices.desk === 'proof' && !isField) proof.key(event);
    if (choices.desk === 'pages' && (!isField || isFind)) toolbar.key(event);
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
