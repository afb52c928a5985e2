import { element } from '../controls/element.browser.js';
import { send } from '../controls/talk.browser.js';
import type { Trouble } from '../layout/trouble.js';
import { say } from '../words/say.browser.js';
import { sayTrouble } from '../words/tell-trouble.browser.js';

/** A text file dropped on the desk becomes a new issue, after a confirmation. */
export function acceptDrops(): void {
  const hint = element('div', { class: 'drop-hint', hidden: true }, say('dropHere'));
  document.body.append(hint);
  const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    hint.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hint.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    hint.hidden = true;
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    confirmStart(file);
  });
}

/** The page of a publication without an issue: a text or a PDF begins the first one. */
export function beginPage(): HTMLElement {
  const file = element('input', {
    type: 'file',
    hidden: true,
    onchange: () => {
      const [chosen] = file.files ?? [];
      if (chosen) confirmStart(chosen);
    },
  });
  return element(
    'main',
    { id: 'desk', 'data-ready': 'begin' },
    element(
      'div',
      { class: 'begin' },
      element('h1', {}, say('beginHere')),
      element('p', { class: 'hint' }, say('beginHint')),
      file,
      element(
        'button',
        { type: 'button', class: 'button primary', onclick: () => file.click() },
        say('chooseFile'),
      ),
    ),
  );
}

function confirmStart(file: File): void {
  const failure = element('p', { class: 'problem-reason', role: 'alert' });
  const start = async () => {
    const answer = await send<{ issue?: string; error?: Trouble }>(
      `/start?${new URLSearchParams({ name: file.name })}`,
      file,
      'application/octet-stream',
    );
    if (answer.issue) location.search = `?${new URLSearchParams({ issue: answer.issue, desk: 'proof' })}`;
    else failure.textContent = answer.error ? sayTrouble(answer.error) : say('lost');
  };
  const dialog = element(
    'dialog',
    { class: 'start-dialog', 'aria-label': say('startIssue'), onclose: () => dialog.remove() },
    element('p', {}, say('startIssue')),
    element('p', {}, element('code', {}, file.name), ` ${Math.ceil(file.size / 1024)} KB`),
    failure,
    element(
      'div',
      { class: 'dialog-buttons' },
      element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, say('cancel')),
      element(
        'button',
        { type: 'button', class: 'button primary', onclick: () => void start() },
        say('start'),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
