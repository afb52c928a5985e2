import { element } from '../controls/element.browser.js';
import type { Decision } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import type { DoubtChoice, DoubtEntry, OpenDoubt } from './open-doubt.browser.js';

interface Draft {
  text: string;
  word: string | undefined;
  isWord: boolean;
}

interface ItemParts {
  isHere: boolean;
  isLeft: boolean;
  reach: () => void;
  leave: () => void;
  decide: (decision: Decision) => void;
}

/** A doubt: question, candidates as buttons, and where a candidate may be missing, a field for another. */
export function newDoubtItem(first: OpenDoubt, parts: ItemParts) {
  let doubt = first;
  const { question, where, reason, remedy, choices, entry } = doubt;
  const warning = element('p', { class: 'doubt-warning', role: 'status' });
  const form = entry && parts.isHere ? entryForm(entry, (text) => write(text)) : undefined;
  const word = () => form?.word?.value.trim() || entry?.word || '';
  const settle = (decision: Decision | undefined) => {
    if (decision) return parts.decide(decision);
    warning.textContent = say('wordLacks');
    form?.word?.focus();
  };
  const write = (text: string) => settle(doubt.entry?.decide(text, word()));
  const choose = (choice: DoubtChoice | undefined) => {
    if (choice) settle(choice.decide(word()));
  };
  const head = element('button', { type: 'button', class: 'doubt-reason', onclick: parts.reach }, question);
  const root = element(
    'li',
    { class: parts.isLeft ? 'left' : '', 'aria-current': parts.isHere ? 'true' : undefined },
    head,
    element('span', { class: 'doubt-where' }, where),
    parts.isHere && (reason || remedy)
      ? element('p', { class: 'doubt-why' }, [reason, remedy].filter(Boolean).join(' '))
      : undefined,
    element(
      'div',
      { class: 'doubt-choices', role: 'group', 'aria-label': question },
      ...choices.map((choice, number) => choiceButton(choice, number, () => choose(doubt.choices[number]))),
      element('button', { type: 'button', onclick: parts.leave }, say('leave')),
    ),
    form?.root,
    warning,
  );
  const looks = looksOf(doubt, parts);
  return {
    root,
    key: first.key,
    /** Accepts a new state of its doubt, if that looks like the old one: decisions are then about the new state. */
    takes(next: OpenDoubt, state: Pick<ItemParts, 'isHere' | 'isLeft'>): boolean {
      if (looksOf(next, state) !== looks) return false;
      doubt = next;
      return true;
    },
    focus: () => head.focus(),
    choose: (number: number) => choose(doubt.choices[number]),
    /** Confirms the machine's choice. */
    accept: () => choose(doubt.choices.find(({ isMachine }) => isMachine)),
    isAccepted: choices.some(({ isMachine }) => isMachine),
    enter: () => form?.text.focus(),
    /** Text being written, for the item that replaces this one. */
    draft: (): Draft | undefined =>
      form?.root.contains(document.activeElement)
        ? { text: form.text.value, word: form.word?.value, isWord: document.activeElement === form.word }
        : undefined,
    takeOver(draft: Draft) {
      if (!form) return;
      form.text.value = draft.text;
      if (form.word && draft.word !== undefined) form.word.value = draft.word;
      (draft.isWord && form.word ? form.word : form.text).focus();
    },
  };
}

/** Key of everything that an item shows. */
const looksOf = (doubt: OpenDoubt, { isHere, isLeft }: Pick<ItemParts, 'isHere' | 'isLeft'>) =>
  JSON.stringify([isHere, isLeft, doubt]);

export type DoubtItem = ReturnType<typeof newDoubtItem>;

function choiceButton({ label, isMachine }: DoubtChoice, number: number, press: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: isMachine ? 'choice-machine' : '', onclick: press },
    number < 9 ? element('kbd', { 'aria-hidden': 'true' }, String(number + 1)) : undefined,
    label,
  );
}

/** Free entry, with an editable word where that may be wider than the guess. */
function entryForm(entry: DoubtEntry, write: (text: string) => void) {
  const word =
    entry.word === undefined
      ? undefined
      : element('input', { 'aria-label': say('word'), value: entry.word, autocomplete: 'off' });
  const text = element('input', {
    'aria-label': say('ownReading'),
    placeholder: say('ownReading'),
    autocomplete: 'off',
  });
  const root = element(
    'form',
    {
      class: 'doubt-entry',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        if (text.value.trim()) write(text.value.trim());
      },
    },
    word,
    word && element('span', { 'aria-hidden': 'true' }, '→'),
    text,
    element('button', { type: 'submit' }, say('write')),
  );
  return { root, word, text };
}
