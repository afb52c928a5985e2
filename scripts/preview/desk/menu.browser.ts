import { type Language, languages } from '../../article/words/sentence.js';
import { selectBox } from '../controls/controls.browser.js';
import { editorNames, editors } from '../controls/editor-link.browser.js';
import { element } from '../controls/element.browser.js';
import { icon } from '../controls/icon.browser.js';
import type { Shelf } from '../layout/workshop.js';
import { say } from '../words/say.browser.js';
import { type Choices, surroundings } from './choices.browser.js';
import { newDownloads } from './downloads.browser.js';
import { newIssueList } from './issue-list.browser.js';

interface MenuParts {
  shelf: Shelf;
  choices: Choices;
  changed: (needsBook: boolean) => void;
}

/** The seldom needed controls: issue, theme, downloads, language and surroundings. */
export function newMenu({ shelf, choices, changed }: MenuParts) {
  const choose =
    <K extends keyof Choices>(key: K, needsBook: boolean) =>
    (value: string) => {
      choices[key] = value as Choices[K];
      changed(needsBook);
    };
  const downloads = newDownloads(choices);
  const optionsOf = (ids: readonly string[]) => ids.map((id) => [id, id] as const);
  const issues = newIssueList(() => choices.issue, choose('issue', true));
  const theme = selectBox(say('theme'), {
    options: optionsOf(shelf.themes),
    value: choices.theme ?? shelf.theme,
    choose: choose('theme', true),
  });
  const panel = element(
    'div',
    { class: 'menu-panel' },
    issues.root,
    theme,
    downloads.panel,
    element('hr', {}),
    selectBox(say('language'), {
      options: Object.entries(languages),
      value: choices.language,
      choose: (value) => {
        choices.language = value as Language;
        changed(false);
        location.reload();
      },
    }),
    selectBox(say('surroundings'), {
      options: surroundings.map((id) => [id, say(id)]),
      value: choices.surroundings,
      choose: choose('surroundings', false),
    }),
    selectBox(say('editor'), {
      options: editors.map((id) => [id, id === 'none' ? say('noEditor') : editorNames[id]]),
      value: choices.editor,
      choose: choose('editor', false),
    }),
    element('p', { class: 'keys' }, say('keysPages')),
  );
  const menu = element(
    'details',
    { class: 'menu' },
    element(
      'summary',
      { class: 'icon-button', 'aria-label': say('settings'), title: say('settings') },
      icon('menu'),
    ),
    panel,
  );
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  addEventListener('blur', () => {
    // A click on the paper takes the focus out of this document.
    menu.open = false;
  });
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  return Object.assign(menu, {
    offer: downloads.offer,
    print(): void {
      if (downloads.print()) return;
      menu.open = true;
      panel.querySelector<HTMLButtonElement>('.download')?.focus();
    },
    openIssues: issues.open,
    renew({ themes }: Shelf) {
      theme.renew(optionsOf(themes));
    },
  });
}
