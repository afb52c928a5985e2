import { iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import type { Grip } from '../controls/grip.browser.js';
import { newRenewal } from '../controls/renew-children.browser.js';
import { addressOf, type Choice, readComparison } from '../controls/talk.browser.js';
import type { Segment } from '../layout/mark-differences.js';
import type { ComparedStory, Comparison } from '../layout/workshop.js';
import { newPictureView } from '../picture/picture-view.browser.js';
import { say } from '../words/say.browser.js';
import { sayTrouble } from '../words/tell-trouble.browser.js';
import type { Choices } from './choices.browser.js';
import { newSearch } from './search.browser.js';
import { findAll, indexOf } from './text-index.browser.js';

/** Initial number of columns in a narrow window; a person adds and removes columns. */
const narrowColumns = 2;
/** Minimum width of a column in px, for some words on a line. */
const columnPx = 250;

/** 对照: a column for each form, a row for each block; one scroll for all. */
export function newCompareDesk(choices: Choices, grip: Grip) {
  const stories = element('div', {
    class: 'compared-stories',
    tabindex: '0',
    role: 'region',
    'aria-label': say('compare'),
  });
  const picker = element('div', {
    class: 'group column-picker',
    role: 'group',
    'aria-label': say('columns'),
  });
  const search = newSearch({
    view: () => window,
    // The search goes cell by cell, so that no match runs from one column into another.
    find: (words) => [...stories.querySelectorAll('td')].flatMap((cell) => findAll(indexOf([cell]), words)),
    goTo: ({ startContainer }) => startContainer.parentElement?.scrollIntoView({ block: 'center' }),
    closed: () => stories.focus({ preventScroll: true }),
  });
  const hidden = new Set<string>();
  let shown: Comparison | undefined;
  let issue = choices.issue;
  let context: StoryContext | undefined;
  const renewStories = newRenewal<ComparedStory>((story) => storyView(story, context!));
  const renewPicker = newRenewal<string>((id) =>
    columnButton(columnName(shown!, id), !hidden.has(id), () => {
      if (!hidden.delete(id)) hidden.add(id);
      render();
      return !hidden.has(id);
    }),
  );
  const render = () => {
    if (!shown) return;
    const visible = shown.columns.map(({ id }) => !hidden.has(id));
    const hasScan = shown.stories.some(({ scan }) => scan) && !hidden.has('scan');
    context = { comparison: shown, visible, hasScan, issue };
    const view = JSON.stringify([shown.columns, visible, hasScan, issue]);
    renewStories(stories, shown.stories, (story) => view + JSON.stringify(story));
    search.renew();
  };
  return {
    root: element(
      'div',
      { class: 'compare-desk' },
      element('div', { class: 'desk-head' }, picker, iconButton('search', say('search'), search.open)),
      search.root,
      stories,
    ),
    key(event: KeyboardEvent): void {
      const isFind = (event.ctrlKey || event.metaKey) && event.key === 'f';
      if (!isFind && (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey)) return;
      event.preventDefault();
      search.open();
    },
    async show(of: Choice) {
      const { comparison, error } = await readComparison(of.issue);
      await grip.released();
      if (!comparison) {
        if (!shown) stories.replaceChildren(element('p', { class: 'none' }, error ? sayTrouble(error) : ''));
        return;
      }
      const scans = comparison.stories.some(({ scan }) => scan) ? ['scan'] : [];
      const columns = [...scans, ...comparison.columns.map(({ id }) => id)];
      if (!shown) for (const id of firstHidden(columns, of.edition)) hidden.add(id);
      [shown, issue] = [comparison, of.issue];
      renewPicker(picker, columns, (id) => columnName(comparison, id));
      render();
    },
  };
}

/** A button that shows or hides a column; `toggle` returns the new state. */
function columnButton(name: string, isShown: boolean, toggle: () => boolean): HTMLElement {
  const button = element(
    'button',
    {
      type: 'button',
      'aria-pressed': String(isShown),
      onclick: () => button.setAttribute('aria-pressed', String(toggle())),
    },
    name,
  );
  return button;
}

/** Columns to hide where not all fit: the least informative first. */
function firstHidden(ids: string[], edition: string): string[] {
  const fitting = Math.max(narrowColumns, Math.floor(innerWidth / columnPx));
  const byWorth = [...new Set(['manuscript', edition, 'source', 'en', ...ids])].filter((id) =>
    ids.includes(id),
  );
  return byWorth.slice(fitting);
}

function columnName({ columns }: Comparison, id: string): string {
  if (id === 'scan') return say('scan');
  if (id === 'source') return say('sourceColumn');
  if (id === 'manuscript') return say('manuscript');
  return columns.find((column) => column.id === id)?.name ?? id;
}

interface StoryContext {
  comparison: Comparison;
  visible: boolean[];
  hasScan: boolean;
  issue: string;
}

/** A story: its table, with the printed page beside it, which stays in sight while the story is read. */
function storyView({ id, scan, rows }: ComparedStory, context: StoryContext): HTMLElement {
  const { comparison, visible, hasScan, issue } = context;
  const columns = comparison.columns.filter((_, column) => visible[column]);
  const table = element(
    'table',
    { class: 'comparison', 'aria-label': titleOf(rows) || id },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...columns.map((column) => element('th', { scope: 'col' }, columnName(comparison, column.id))),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map((cells) =>
        rowView(
          cells.filter((_, column) => visible[column]),
          columns,
        ),
      ),
    ),
  );
  table.style.setProperty('--columns', String(columns.length));
  return element(
    'section',
    { class: hasScan ? 'compared has-scan' : 'compared', 'aria-label': id },
    hasScan ? scanView(scan, issue) : undefined,
    columns.length > 0 ? table : undefined,
  );
}

const titleOf = ([cells = []]: Segment[][][]) =>
  (cells.find((cell) => cell.some(({ text }) => text)) ?? []).map(({ text }) => text).join('');

function rowView(cells: Segment[][], columns: Comparison['columns']): HTMLElement {
  return element(
    'tr',
    {},
    ...cells.map((segments, column) =>
      element(
        'td',
        { lang: columns[column]!.lang, 'data-column': columns[column]!.id },
        ...segments.map(({ text, differs }) => (differs ? element('mark', {}, text) : text)),
      ),
    ),
  );
}

/** The printed page, which can be zoomed and moved. */
function scanView(scan: string | undefined, issue: string): HTMLElement {
  if (!scan) return element('div', { class: 'scan-side' });
  const view = newPictureView({
    alt: `${say('scan')} ${scan}`,
    usual: ({ naturalWidth }, width) => width / naturalWidth,
  });
  view.load(`${addressOf('/scan', { issue })}&${new URLSearchParams({ name: scan })}`);
  return element('div', { class: 'scan-side' }, view.root);
}
