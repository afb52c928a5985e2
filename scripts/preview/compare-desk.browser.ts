import type { Choices } from './choices.browser.js';
import { element } from './element.browser.js';
import { say } from './say.browser.js';
import { readComparison } from './talk.browser.js';
import type { Comparison } from './workshop.js';

/** 对照: a column a form, a row a block; one scroll for all. */
export function newCompareDesk(choices: Choices) {
  const table = element('table', { class: 'comparison' });
  const root = element(
    'div',
    { class: 'compare-desk', tabindex: '0', role: 'region', 'aria-label': say('compare') },
    table,
  );
  return {
    root,
    async show() {
      const comparison = await readComparison(choices.issue);
      if (!comparison) return;
      const top = root.scrollTop;
      table.replaceChildren(...rowsOf(comparison));
      root.scrollTop = top;
    },
  };
}

function rowsOf({ columns, rows }: Comparison): HTMLElement[] {
  const head = columns.map(({ id, name }) =>
    element('th', { scope: 'col' }, id === 'source' ? say('sourceColumn') : name),
  );
  const body = rows.map(({ story, cells }, at) => {
    const opens = rows[at - 1]?.story !== story;
    return element(
      'tr',
      { class: opens ? 'story-opens' : '' },
      ...cells.map((segments, column) =>
        element(
          'td',
          { lang: columns[column]!.id === 'source' ? 'zh' : columns[column]!.id },
          ...segments.map(({ text, differs }) => (differs ? element('mark', {}, text) : text)),
        ),
      ),
    );
  });
  return [element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body)];
}
