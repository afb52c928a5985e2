import { element } from '../controls/element.browser.js';
import { newRenewal } from '../controls/renew-children.browser.js';
import type { Past } from '../decide/notebook.js';
import { say, spoken } from '../words/say.browser.js';
import { tellChanges } from './tell-change.browser.js';

/** Decisions on the list; older ones are in desk.json. */
const mostShown = 200;

/** 决定: each decision as a sentence, with its author and time, to be taken back or carried out again. */
export function newHistory(turn: (act: 'undo' | 'redo', id: number) => void) {
  const list = element('ol', { class: 'history' });
  const count = element('span', { class: 'count' });
  const root = element(
    'details',
    { class: 'history-panel' },
    element('summary', {}, say('history'), count),
    list,
  );
  const renew = newRenewal<Past>((past) => rowOf(past, turn));
  return {
    root,
    show(history: readonly Past[]): void {
      count.textContent = ` ${history.filter(({ undone }) => undone === undefined).length}`;
      renew(list, history.slice(-mostShown).reverse(), (past) => JSON.stringify(past));
    },
  };
}

function rowOf({ id, at, by, changes, undone }: Past, turn: (act: 'undo' | 'redo', id: number) => void) {
  const time = new Intl.DateTimeFormat(spoken(), { dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(at),
  );
  const act = undone === undefined ? 'undo' : 'redo';
  const words = tellChanges(changes);
  return element(
    'li',
    { class: undone === undefined ? '' : 'undone' },
    element('span', { class: 'history-words' }, words),
    element('span', { class: 'doubt-where' }, [by, time].filter(Boolean).join(' · ')),
    element(
      'button',
      { type: 'button', 'aria-label': `${say(act)}: ${words}`, onclick: () => turn(act, id) },
      say(act),
    ),
  );
}
