import type { Choices } from './choices.browser.js';
import { element } from './element.browser.js';
import type { Segment } from './mark-differences.js';
import { say } from './say.browser.js';
import { addressOf, readComparison } from './talk.browser.js';
import type { ComparedStory, Comparison } from './workshop.js';

/** A narrow window shows so many columns at first; a person adds and takes away. */
const narrowColumns = 2;
/** What a column needs so that a line holds some words, in px. */
const columnPx = 250;

/** 对照: a column a form, a row a block; one scroll for all. */
export function newCompareDesk(choices: Choices) {
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
  const hidden = new Set<string>();
  let shown: Comparison | undefined;
  const render = () => {
    if (!shown) return;
    const top = stories.scrollTop;
    const visible = shown.columns.map(({ id }) => !hidden.has(id));
    const hasScan = shown.stories.some(({ scan }) => scan) && !hidden.has('scan');
    stories.replaceChildren(
      ...shown.stories.map((story) =>
        storyView(story, { comparison: shown!, visible, hasScan, issue: choices.issue }),
      ),
    );
    stories.scrollTop = top;
  };
  const pick = (comparison: Comparison) => {
    const scans = comparison.stories.some(({ scan }) => scan) ? [{ id: 'scan' }] : [];
    const all = [...scans, ...comparison.columns];
    if (!shown)
      for (const id of firstHidden(
        all.map(({ id }) => id),
        choices.edition,
      ))
        hidden.add(id);
    picker.replaceChildren(
      ...all.map(({ id }) =>
        element(
          'button',
          {
            type: 'button',
            'aria-pressed': String(!hidden.has(id)),
            onclick: ({ currentTarget }: MouseEvent) => {
              if (!hidden.delete(id)) hidden.add(id);
              (currentTarget as Element).setAttribute('aria-pressed', String(!hidden.has(id)));
              render();
            },
          },
          columnName(comparison, id),
        ),
      ),
    );
  };
  return {
    root: element('div', { class: 'compare-desk' }, element('div', { class: 'desk-head' }, picker), stories),
    async show() {
      const { comparison, error } = await readComparison(choices.issue);
      if (!comparison) {
        if (!shown) stories.replaceChildren(element('p', { class: 'none' }, error?.reason ?? ''));
        return;
      }
      pick(comparison);
      shown = comparison;
      render();
    },
  };
}

/** Where not all columns fit, the first ones to go are those that say the least. */
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

/** A story: its table, and the printed page at its side, which stays in sight while the story is read. */
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

/** The printed page; a press shows it at its full size, to be moved about. */
function scanView(scan: string | undefined, issue: string): HTMLElement {
  const picture = scan
    ? element('img', {
        src: `${addressOf('/scan', { issue })}&${new URLSearchParams({ name: scan })}`,
        alt: `${say('scan')} ${scan}`,
        loading: 'lazy',
      })
    : undefined;
  const button = element(
    'button',
    {
      type: 'button',
      class: 'scan',
      'aria-pressed': 'false',
      'aria-label': `${say('zoomIn')}: ${say('scan')} ${scan ?? ''}`,
      onclick: () => {
        const isLarge = button.getAttribute('aria-pressed') === 'true';
        button.setAttribute('aria-pressed', String(!isLarge));
      },
    },
    picture,
  );
  return element('div', { class: 'scan-side' }, scan ? button : undefined);
}
