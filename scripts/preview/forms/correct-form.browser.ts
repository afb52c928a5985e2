import type { Range } from '../../article/ledger.js';
import { element } from '../controls/element.browser.js';
import type { Decision } from '../layout/proof.js';
import { say } from '../words/say.browser.js';

/** 改字: a field with the current text, to be overwritten; Enter writes it, Escape cancels. */
export function correctForm(
  { range, text, now }: { range: Range; text: string; now: string },
  { decide, close }: { decide: (decision: Decision) => void; close: () => void },
): HTMLElement {
  const label = say('correctTo').replace('{text}', () => text);
  const field = element('input', {
    'aria-label': label,
    value: now,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const form = element(
    'form',
    {
      class: 'correct',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        // Typed text stays in the field when it is refused.
        decide({ kind: 'replace', range, wanted: field.value });
      },
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      },
    },
    element('span', {}, label),
    field,
    element('button', { type: 'submit' }, say('write')),
  );
  queueMicrotask(() => {
    field.select();
    form.scrollIntoView({ block: 'nearest' });
  });
  return form;
}
