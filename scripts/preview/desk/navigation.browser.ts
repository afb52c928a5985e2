import { buttonGroup, iconButton } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import { say } from '../words/say.browser.js';
import type { Choices } from './choices.browser.js';
import type { PagesDesk } from './pages-desk.browser.js';
import type { Mode } from './paper.browser.js';
import type { Zoom } from './place.browser.js';

/** Steps of the zoom keys: each half as large again as the one before the last. */
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The lower bar: turning pages, folio, layout and zoom. */
export function newNavigation(choices: Choices, pages: PagesDesk, changed: () => void) {
  const shown = () => pages.paper()?.book;
  const turn = (by: number) => {
    const book = shown();
    if (!book) return;
    const { page } = pages.place();
    const spread = Math.ceil(page / 2) + by;
    const target = choices.mode === 'single' ? page + by : spread <= 0 ? 0 : spread * 2 - 1;
    pages.goTo(Math.max(0, Math.min(target, book.pages.length - 1)));
  };
  const goToFolio = (label: string) => {
    const wanted = label.trim().toLowerCase();
    const page = shown()?.pages.findIndex((one) => one.label === wanted) ?? -1;
    folio.setAttribute('aria-invalid', String(page < 0));
    if (page >= 0) pages.goTo(page);
    else {
      moved();
      total.textContent = say('noSuchPage');
    }
  };
  const zoomTo = (zoom: Zoom) => {
    choices.zoom = zoom;
    if (choices.mode === 'overview') setMode('facing');
    else changed();
  };
  const zoomBy = (by: 1 | -1) => {
    const scale = pages.scale();
    const next =
      by > 0 ? steps.find((step) => step > scale * 1.01) : steps.findLast((step) => step < scale * 0.99);
    if (next) zoomTo(next);
  };
  const setMode = (mode: Mode) => {
    choices.mode = mode;
    group.select(mode);
    changed();
  };
  const folio = element('input', {
    class: 'folio',
    'aria-label': say('goToFolio'),
    title: say('goToFolio'),
    inputmode: 'text',
    autocomplete: 'off',
    onfocus: () => folio.select(),
    onchange: () => goToFolio(folio.value),
  });
  const total = element('span', { class: 'folio-total', role: 'status' });
  const zoomValue = element('button', {
    type: 'button',
    class: 'zoom-value',
    onclick: () => zoomTo(choices.zoom === 'spread' ? 'width' : 'spread'),
  });
  const group = buttonGroup<Mode>(say('layout'), {
    options: [
      ['facing', say('facing'), 'facing'],
      ['single', say('single'), 'single'],
      ['overview', say('overview'), 'overview'],
      ['sheets', say('sheets'), 'sheets'],
    ],
    value: choices.mode,
    choose: setMode,
  });
  const moved = () => {
    const book = shown();
    if (!book) return;
    group.offer('sheets', book.press !== undefined);
    const { page } = pages.place();
    if (document.activeElement !== folio) folio.value = book.pages[page]?.label ?? '';
    total.textContent = `/ ${book.pages.at(-1)?.label ?? ''}`;
    // Folios leave covers and front pages out.
    total.title = say('sheetCount').replace('{count}', String(book.pages.length));
    zoomValue.textContent = `${Math.round(pages.scale() * 100)}%`;
    const way = choices.zoom === 'spread' ? say('fitWidth') : say('fitSpread');
    zoomValue.title = way;
    zoomValue.setAttribute('aria-label', `${say('zoom')} ${zoomValue.textContent}, ${way}`);
  };
  const root = element(
    'div',
    { class: 'navigation', role: 'group', 'aria-label': say('pages') },
    element(
      'div',
      { class: 'group' },
      iconButton('previous', say('previous'), () => turn(-1)),
      folio,
      total,
      iconButton('next', say('next'), () => turn(1)),
    ),
    group,
    element(
      'div',
      { class: 'group' },
      iconButton('minus', say('zoomOut'), () => zoomBy(-1)),
      zoomValue,
      iconButton('plus', say('zoomIn'), () => zoomBy(1)),
    ),
  );
  return { root, moved, turn, zoomBy, zoomTo, setMode, focusFolio: () => folio.focus() };
}
