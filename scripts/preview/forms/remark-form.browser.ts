import { element } from '../controls/element.browser.js';
import { growType } from '../controls/grow-type.browser.js';
import { say } from '../words/say.browser.js';

/** 批注: a field for a note about a block. Enter saves the note, an empty field deletes it, Escape cancels. */
export function remarkForm(
  now: string,
  { close, write }: { close: () => void; write: (text: string) => void },
): HTMLElement {
  const field = element('input', {
    'aria-label': say('remarkHere'),
    placeholder: say('remarkHere'),
    value: now,
    autocomplete: 'off',
    oninput: () => growType(field.value),
  });
  const form = element(
    'form',
    {
      class: 'correct remark-form',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        write(field.value.trim());
      },
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      },
    },
    field,
    element('button', { type: 'submit' }, say('write')),
  );
  queueMicrotask(() => {
    field.focus();
    form.scrollIntoView({ block: 'nearest' });
  });
  return form;
}
