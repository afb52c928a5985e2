import { type Language, languages } from '../../article/words/sentence.js';
import { type Editor, editors } from '../controls/editor-link.browser.js';
import type { Choice } from '../controls/talk.browser.js';
import { preferredLanguage } from '../words/say.browser.js';
import { type Mode, modes } from './paper.browser.js';
import type { Zoom } from './place.browser.js';

export const surroundings = ['auto', 'light', 'dark'] as const;
export const desks = ['pages', 'proof', 'compare'] as const;

/** A person's choices on the desk. The address keeps what is shown, the browser keeps habits. */
export interface Choices extends Choice {
  desk: (typeof desks)[number];
  mode: Mode;
  zoom: Zoom;
  outline: boolean;
  language: Language;
  surroundings: (typeof surroundings)[number];
  /** The editor in which files open. */
  editor: Editor;
}

const addressed = ['issue', 'edition', 'theme', 'desk'] as const;
const store = 'chongpai';

export function readChoices(first: Choice): Choices {
  const kept = readKept();
  const query = new URLSearchParams(location.search);
  const isNarrow = innerWidth < 700;
  return {
    issue: query.get('issue') ?? first.issue,
    // Typed by hand: the + of zh-Hans+en means a space in an address.
    edition: query.get('edition')?.replaceAll(' ', '+') ?? first.edition,
    theme: query.get('theme') ?? undefined,
    desk: oneOf(desks, query.get('desk')) ?? 'pages',
    mode: oneOf(modes, kept.mode) ?? (isNarrow ? 'single' : 'facing'),
    zoom: typeof kept.zoom === 'number' || kept.zoom === 'width' ? kept.zoom : isNarrow ? 'width' : 'spread',
    outline: kept.outline === true,
    language: oneOf(Object.keys(languages) as Language[], kept.language) ?? preferredLanguage(),
    surroundings: oneOf(surroundings, kept.surroundings) ?? 'auto',
    editor: oneOf(editors, kept.editor) ?? 'none',
  };
}

export function keepChoices(choices: Choices): void {
  const query = new URLSearchParams();
  for (const key of addressed) {
    const value = choices[key];
    if (value && value !== 'pages') query.set(key, value);
  }
  history.replaceState(null, '', `?${query}`);
  const { mode, zoom, outline, language, editor, surroundings: around } = choices;
  try {
    localStorage.setItem(
      store,
      JSON.stringify({ mode, zoom, outline, language, editor, surroundings: around }),
    );
  } catch {
    // A browser without storage: the choices last as long as the page.
  }
}

function readKept(): Record<string, unknown> {
  try {
    return JSON.parse(localStorage.getItem(store) ?? '{}');
  } catch {
    return {};
  }
}

function oneOf<T>(all: readonly T[], value: unknown): T | undefined {
  return all.find((one) => one === value);
}
