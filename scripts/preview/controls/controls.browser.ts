import { element } from './element.browser.js';
import { type IconName, icon } from './icon.browser.js';

/** A button with a drawing; its words are for the tooltip and for screen readers. */
export function iconButton(name: IconName, label: string, press: () => void): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label, onclick: press },
    icon(name),
  );
}

/** A choice from a list, with its label. */
export function selectBox(
  label: string,
  { options, value, choose }: { options: readonly Option[]; value: string; choose: (value: string) => void },
): SelectBox {
  const select = element('select', { onchange: () => choose(select.value) });
  let shown = '';
  const renew = (now: readonly Option[]) => {
    if (shown === JSON.stringify(now)) return;
    shown = JSON.stringify(now);
    const chosen = select.value || value;
    // The current choice stays on the list, even when it is no longer offered.
    const all = now.some(([one]) => one === chosen) ? now : [...now, [chosen, chosen] as const];
    select.replaceChildren(...all.map(([one, name]) => element('option', { value: one }, name)));
    select.value = chosen;
  };
  renew(options);
  const root = element(
    'label',
    { class: 'choice' },
    element('span', { class: 'choice-name' }, label),
    select,
  );
  return Object.assign(root, { renew });
}

type Option = readonly [value: string, name: string];

/** A list whose options may change. */
export type SelectBox = HTMLLabelElement & { renew(options: readonly Option[]): void };

/** Buttons of which one is pressed. */
export function buttonGroup<T extends string>(
  label: string,
  {
    options,
    value,
    choose,
  }: { options: [value: T, name: string, icon?: IconName][]; value: T; choose: (value: T) => void },
): HTMLElement & { select: (value: T) => void; offer: (value: T, isOffered: boolean) => void } {
  const buttons = options.map(([one, name, drawing]) => {
    const button = drawing
      ? iconButton(drawing, name, () => choose(one))
      : element('button', { type: 'button', onclick: () => choose(one) }, name);
    return [one, button] as const;
  });
  const select = (chosen: T) => {
    for (const [one, button] of buttons) button.setAttribute('aria-pressed', String(one === chosen));
  };
  const root = element(
    'div',
    { class: 'group', role: 'group', 'aria-label': label },
    ...buttons.map(([, button]) => button),
  );
  /** Shows a choice, or hides it where it makes no sense. */
  const offer = (chosen: T, isOffered: boolean) => {
    for (const [one, button] of buttons) if (one === chosen) button.hidden = !isOffered;
  };
  select(value);
  return Object.assign(root, { select, offer });
}
