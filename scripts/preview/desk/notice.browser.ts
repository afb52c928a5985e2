import { type EditorPlace, fileLink } from '../controls/editor-link.browser.js';
import { element } from '../controls/element.browser.js';
import type { Trouble } from '../layout/trouble.js';
import { say } from '../words/say.browser.js';
import { sayReason, sayRemedy } from '../words/tell-trouble.browser.js';

/** A message about a fault, above the last good pages; it disappears when the fault is fixed. */
export interface Notice {
  root: HTMLElement;
  show(error: Trouble | undefined): void;
  connection(isAlive: boolean): void;
}

export function newNotice(where: () => EditorPlace): Notice {
  const problem = element('div', { class: 'problem', role: 'alert' });
  let told: string | undefined;
  const lost = element('div', { class: 'lost', role: 'status', hidden: true });
  return {
    root: element('div', { class: 'notices' }, problem, lost),
    show(error) {
      const text = JSON.stringify(error);
      // Set once: a screen reader would read it again.
      if (text === told) return;
      told = text;
      problem.replaceChildren(...(error ? describe(error, where()) : []));
    },
    connection(isAlive) {
      lost.hidden = isAlive;
      lost.textContent = isAlive ? '' : say('lost');
    },
  };
}

function describe(trouble: Trouble, where: EditorPlace): HTMLElement[] {
  const { file, line, column } = trouble;
  const remedy = sayRemedy(trouble);
  const words = [file, line, column].filter((part) => part !== undefined).join(':');
  const place = file ? fileLink(file, line, where) : undefined;
  if (place) place.textContent = words;
  return [
    element('p', { class: 'problem-title' }, say('problem')),
    ...(place ? [element('p', { class: 'problem-place' }, place)] : []),
    element('p', { class: 'problem-reason' }, sayReason(trouble)),
    ...(remedy ? [element('p', { class: 'problem-note' }, remedy)] : []),
    element('p', { class: 'problem-hint' }, say('lastGood')),
  ];
}
