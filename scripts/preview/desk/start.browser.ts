import { element } from '../controls/element.browser.js';
import { newGrip } from '../controls/grip.browser.js';
import { whenTyped } from '../controls/grow-type.browser.js';
import { newShown } from '../controls/shown.browser.js';
import { type Choice, followChanges, readBook, readHead, readShelf } from '../controls/talk.browser.js';
import type { BookState } from '../layout/show-book.js';
import type { Shelf } from '../layout/workshop.js';
import { newProofDesk } from '../proof/proof-desk.browser.js';
import { say } from '../words/say.browser.js';
import type { Word } from '../words/words.js';
import type { Choices } from './choices.browser.js';
import { newCompareDesk } from './compare-desk.browser.js';
import { acceptDrops } from './drop.browser.js';
import { newNotice } from './notice.browser.js';
import { isDark, newPagesDesk } from './pages-desk.browser.js';
import type { SoughtWords } from './sought-words.browser.js';
import { refreshTextType } from './text-type.browser.js';
import { newToolbar } from './toolbar.browser.js';
import { newUpdate } from './update.browser.js';

/** Assembles the desk: bar, notice, and the three desks, of which one is active. */
export function startDesk(shelf: Shelf, choices: Choices, keep: () => void): void {
  const where = () => ({ root: shelf.root, editor: choices.editor });
  const notice = newNotice(where);
  const grip = newGrip();
  grip.watch(document);
  /** The revision that is on the screen whole, and that of the proof's text. */
  const [shown, shownText] = [newShown(), newShown()];
  const pages = newPagesDesk(choices, {
    grip,
    moved: () => toolbar.moved(),
    key: (event) => toolbar.key(event),
    renewed: () => toolbar.renewed(),
    word: (words) => {
      sought = words;
      toolbar.turnTo('proof');
    },
  });
  /** Words of a page, to be found in the proof when that is on the screen. */
  let sought: SoughtWords | undefined;
  const proof = newProofDesk(
    grip,
    { shown, shownText },
    {
      showOnPages: (words) => {
        toolbar.turnTo('pages');
        toolbar.findWords(words);
      },
      where,
    },
  );
  const compare = newCompareDesk(choices, grip);
  const composing = element('p', { class: 'composing', role: 'status' }, say('composing'));
  const main = element('main', { id: 'desk', tabindex: '-1' }, composing);
  const show = async (state: BookState, of: Choice) => {
    notice.show(state.error);
    if (choices.desk === 'proof') notice.show((await proof.show(state, of)) ?? state.error);
    if (choices.desk === 'compare') await compare.show(of);
    const showPages = async () => {
      if (!state.book) return;
      document.title = `${state.book.title} · 重排`;
      await pages.show(state.book);
    };
    if (choices.desk === 'pages') await showPages();
    last = state;
    shown.tell(state.revision);
    shownText.tell(state.revision);
    const offered = await readShelf();
    toolbar.renewShelf(offered);
    // Last: none of it is on the pages.
    const type = refreshTextType(choices, state);
    if (main.dataset.ready !== choices.desk) await type;
    main.dataset.ready = choices.desk;
    delete main.dataset.head;
    if (sought && choices.desk === 'proof') {
      await proof.reachWords(sought);
      sought = undefined;
    }
    // The pages are hidden, so a person on another desk does not wait for them.
    if (choices.desk !== 'pages') await showPages();
  };
  /** Shows the first pages of a long book before the whole. */
  const showFirst = async (of: Choice) => {
    const head = await readHead(of);
    if (!head) return;
    await pages.show(head);
    main.dataset.head = '';
    composing.textContent = say('composingRest').replace('{count}', String(head.pages.length));
  };
  /** Shows the text of the proof, which does not wait for the pages. */
  const updateText = newUpdate(choices, async (of) => {
    if (choices.desk !== 'proof') return;
    const told = (state: Word) => {
      main.dataset.head = '';
      composing.textContent = say(state);
    };
    const error = await proof.showText(last?.open ?? [], of, () => told('restoringRest'));
    if (error) notice.show(error);
    else if (!last) told('composing');
  });
  let last: BookState | undefined;
  whenTyped(() => last && void refreshTextType(choices, last));
  const updateBook = newUpdate(choices, async (of, isStale) => {
    if (!last && choices.desk === 'pages') await showFirst(of);
    const state = await readBook(of);
    if (!isStale()) await show(state, of);
  });
  const update = async () => {
    // The text comes first: it is what a person on the proof waits for.
    if (choices.desk === 'proof') await updateText();
    await updateBook();
  };
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
      proof.renewPlaces();
      if (needsBook) void update();
      else pages.refresh();
    },
  });
  main.append(notice.root, toolbar.search, pages.root, proof.root, compare.root);
  const skip = (to: Word, where: () => HTMLElement | null, name = '') =>
    element('button', { type: 'button', class: name, onclick: () => where()?.focus() }, say(to));
  document.body.append(
    element(
      'div',
      { class: 'skips' },
      skip('skipToText', () => (choices.desk === 'proof' ? proof.root.querySelector('.stories') : main)),
      skip('skipToDoubts', () => proof.root.querySelector('.doubt-reason'), 'for-proof'),
    ),
    toolbar.root,
    element('div', { class: 'floor' }, toolbar.outline, main),
    element('footer', {}, toolbar.navigation),
  );
  // What the browser's own menu prints is the desk, not the book.
  document.body.dataset.print = say('printFromBook');
  turnTo();
  acceptDrops();
  document.addEventListener('keydown', (event) => {
    // A summary that was clicked keeps the focus, but only these two keys are its own.
    const isPress = event.key === 'Enter' || event.key === ' ';
    const fields = `input, select, textarea, dialog${isPress ? ', summary' : ''}`;
    const isField = (event.target as Element).closest?.(fields);
    // The browser would print a picture of the desk: the book has a file of its own.
    if (choices.desk !== 'pages' && (event.ctrlKey || event.metaKey) && event.key === 'p') {
      event.preventDefault();
      toolbar.print();
    }
    const isFind = (event.ctrlKey || event.metaKey) && (event.key === 'f' || event.key === 'p');
    if (choices.desk === 'proof' && !isField) proof.key(event);
    if (choices.desk === 'pages' && (!isField || isFind)) toolbar.key(event);
    if (choices.desk === 'compare' && (!isField || isFind)) compare.key(event);
    if (event.key === 'i' && !isField && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      toolbar.openIssues();
    }
  });
  pages.root.addEventListener('pick', (event) => toolbar.pick((event as CustomEvent<number>).detail));
  followChanges({
    changed: () => void update(),
    connection: (isAlive) => notice.connection(isAlive),
    isWriting: () => document.querySelector('.correct, [contenteditable]') !== null,
    progress: ({ done, total }) => {
      const words = main.dataset.head === undefined ? say('composing') : composing.textContent;
      composing.textContent = `${words.replace(/ \d+ \/ \d+$/, '')} ${done} / ${total}`;
    },
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    applySurroundings(choices, pages.paper()?.document),
  );
}

function applySurroundings({ surroundings }: Choices, paper: Document | undefined): void {
  document.documentElement.dataset.surroundings = surroundings;
  paper?.documentElement.toggleAttribute('data-dark', isDark());
}
