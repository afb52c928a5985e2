import { element } from '../controls/element.browser.js';
import { growType } from '../controls/grow-type.browser.js';
import { say } from '../words/say.browser.js';
import { allParts, partName } from './role-choice.browser.js';

/** 补: a field for words that the source lacks, and their role; Enter writes them, Escape cancels. */
export function addForm(
  first: string,
  close: () => void,
  write: (role: string, text: string) => void,
): HTMLElement {
  const field = element('input', {
    'aria-label': say('addWords'),
    placeholder: say('addWords'),
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => growType(field.value),
  });
  const role = element(
    'select',
    { 'aria-label': say('role') },
    ...allParts
      .filter((part) => part !== 'furniture')
      .map((part) => element('option', { value: part }, partName(part))),
  );
  role.value = first;
  const form = element(
    'form',
    {
      class: 'correct add',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        if (field.value.trim()) write(role.value, field.value.trim());
      },
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      },
    },
    role,
    field,
    element('button', { type: 'submit' }, say('write')),
  );
  queueMicrotask(() => {
    field.focus();
    form.scrollIntoView({ block: 'nearest' });
  });
  return form;
}
