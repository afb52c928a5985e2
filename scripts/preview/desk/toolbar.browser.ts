import { buttonGroup, iconButton, selectBox } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import type { Shelf } from '../layout/workshop.js';
import { say } from '../words/say.browser.js';
import { type Choices, desks } from './choices.browser.js';
import { newMenu } from './menu.browser.js';
import { newNavigation } from './navigation.browser.js';
import { newOutline } from './outline.browser.js';
import type { PagesDesk } from './pages-desk.browser.js';
import { newSearch } from './search.browser.js';
import { findAll, indexOf } from './text-index.browser.js';

/** Same as in the style sheets. */
const narrowPx = 700;

interface ToolbarParts {
  shelf: Shelf;
  choices: Choices;
  pages: PagesDesk;
  /** Called after a choice; with `true` if it needs another book. */
  changed: (needsBook: boolean) => void;
}

/** 查找 on the pages: a match may cross from one page to the next. */
function searchPages({ paper, goTo }: PagesDesk) {
  return newSearch({
    view: () => (paper()?.frame.contentWindow ?? undefined) as (Window & typeof globalThis) | undefined,
    find: (words) => {
      const areas = paper()?.sheets.flatMap((sheet) => sheet.querySelector('.type-area') ?? []) ?? [];
      return findAll(indexOf(areas), words);
    },
    goTo: ({ startContainer }) => {
      const sheet = startContainer.parentElement?.closest<HTMLElement>('.desk-sheet');
      if (sheet) goTo(paper()!.sheets.indexOf(sheet));
    },
    closed: () => paper()?.document.querySelector('main')?.focus({ preventScroll: true }),
  });
}

/** The upper bar, with outline, search, menu, and the keys. */
export function newToolbar({ shelf, choices, pages, changed }: ToolbarParts) {
  const navigation = newNavigation(choices, pages, () => changed(false));
  const search = searchPages(pages);
  const outline = newOutline((page) => {
    pages.goTo(page);
    // In a narrow window it covers the requested page.
    if (innerWidth < narrowPx) toggleOutline();
  });
  const toggleOutline = () => {
    choices.outline = !choices.outline;
    outline.root.hidden = !choices.outline;
    outlineButton.setAttribute('aria-expanded', String(choices.outline));
    changed(false);
  };
  const outlineButton = iconButton('outline', say('outline'), toggleOutline);
  outlineButton.setAttribute('aria-expanded', String(choices.outline));
  outline.root.hidden = !choices.outline;
  let offered = JSON.stringify(shelf);
  const editionsOf = ({ editions }: Shelf) => editions.map(({ id, name }) => [id, name] as const);
  const edition = selectBox(say('edition'), {
    options: editionsOf(shelf),
    value: choices.edition,
    choose: (id) => {
      choices.edition = id;
      changed(true);
    },
  });
  edition.classList.add('edition');
  const tabs = buttonGroup<Choices['desk']>(say('desk'), {
    options: desks.map((desk) => [desk, say(desk)]),
    value: choices.desk,
    choose: (desk) => turnTo(desk),
  });
  const turnTo = (desk: Choices['desk']) => {
    choices.desk = desk;
    tabs.select(desk);
    changed(true);
  };
  tabs.classList.add('tabs');
  const searchButton = iconButton('search', say('search'), search.open);
  searchButton.classList.add('for-pages');
  outlineButton.classList.add('for-pages');
  const title = element('h1', { class: 'bar-title' }, shelf.title);
  const menu = newMenu({ shelf, choices, changed });
  const root = element('header', { class: 'bar' }, outlineButton, title, tabs, edition, searchButton, menu);
  const keys: Record<string, () => void> = {
    ArrowRight: () => navigation.turn(pages.paper()?.book.progression === 'rtl' ? -1 : 1),
    ArrowLeft: () => navigation.turn(pages.paper()?.book.progression === 'rtl' ? 1 : -1),
    PageDown: () => navigation.turn(1),
    PageUp: () => navigation.turn(-1),
    Home: () => pages.goTo(0),
    End: () => pages.goTo(Number.POSITIVE_INFINITY),
    '+': () => navigation.zoomBy(1),
    '=': () => navigation.zoomBy(1),
    '-': () => navigation.zoomBy(-1),
    '0': () => navigation.zoomTo('spread'),
    '1': () => navigation.setMode('facing'),
    '2': () => navigation.setMode('single'),
    '3': () => navigation.setMode('overview'),
    '4': () => navigation.setMode('sheets'),
    '/': search.open,
    g: navigation.focusFolio,
    o: toggleOutline,
  };
  return {
    root,
    search: search.root,
    outline: outline.root,
    navigation: navigation.root,
    turnTo,
    findWords: search.findWords,
    /** Opens the file of the book, which prints as it is meant, or offers it. */
    print: menu.print,
    openIssues: menu.openIssues,
    /** Offers the books that can be shown now; returns true if they have changed. */
    renewShelf(now: Shelf): void {
      if (JSON.stringify(now) === offered) return;
      offered = JSON.stringify(now);
      title.textContent = now.title;
      edition.renew(editionsOf(now));
      menu.renew(now);
    },
    moved() {
      navigation.moved();
      outline.mark(pages.place().page);
    },
    renewed() {
      const book = pages.paper()?.book;
      if (book) outline.show(book);
      menu.offer(book?.outputs ?? []);
      search.renew();
    },
    /** A page of the overview was picked. */
    pick(page: number) {
      navigation.setMode('facing');
      pages.goTo(page);
    },
    key(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key === 'p') {
        event.preventDefault();
        return menu.print();
      }
      if ((event.ctrlKey || event.metaKey) && event.key === 'f') {
        event.preventDefault();
        return search.open();
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
}
