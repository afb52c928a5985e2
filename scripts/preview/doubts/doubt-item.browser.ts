import { element } from '../controls/element.browser.js';
import { say } from '../words/say.browser.js';
import type { Act, DoubtChoice, DoubtPlace, OpenDoubt } from './open-doubt.browser.js';

interface ItemState {
  isHere: boolean;
  /** True if a person put it off. */
  isLeft: boolean;
}

interface ItemParts extends ItemState {
  reach: (place?: DoubtPlace) => void;
  leave: () => void;
  decide: (act: Act, places: readonly DoubtPlace[]) => void;
  /** Keys of the places that a person took out of the question. */
  out: Set<string>;
}

/** A doubt: its question, its places in a column, candidates as buttons, and a field for another. */
export function newDoubtItem(first: OpenDoubt, parts: ItemParts) {
  let doubt = first;
  const { question, places, reason, remedy, choices, entry } = doubt;
  const warning = element('p', { class: 'doubt-warning', role: 'status' });
  const ticked = () => doubt.places.filter(({ key }) => !parts.out.has(key));
  const settle = (decide: (places: readonly DoubtPlace[]) => Act | undefined) => {
    const chosen = ticked();
    const act = chosen.length > 0 ? decide(chosen) : undefined;
    if (act) parts.decide(act, chosen);
    else warning.textContent = say(chosen.length > 0 ? 'oneCharacter' : 'nothingTicked');
  };
  const choose = (choice: DoubtChoice | undefined) => choice && settle(choice.decide);
  const form =
    entry && parts.isHere
      ? entryForm((text) => settle((chosen) => doubt.entry?.decide(text, chosen)))
      : undefined;
  const head = element(
    'button',
    { type: 'button', class: 'doubt-reason', onclick: () => parts.reach() },
    question,
    places.length > 1 ? element('span', { class: 'count' }, ` ${places.length}`) : undefined,
  );
  const root = element(
    'li',
    {
      class: parts.isLeft ? 'left' : '',
      'aria-current': parts.isHere ? 'true' : undefined,
      'data-rule': doubt.rule,
    },
    head,
    parts.isHere && (reason || remedy)
      ? element('p', { class: 'doubt-why' }, [reason, remedy].filter(Boolean).join(' '))
      : undefined,
    placeColumn(places, parts),
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
    takes(next: OpenDoubt, state: ItemState): boolean {
      if (looksOf(next, state) !== looks) return false;
      doubt = next;
      return true;
    },
    focus: () => head.focus(),
    choose: (number: number) => choose(doubt.choices[number]),
    /** Confirms the machine's choice; returns false where it has none. */
    accept: () => choose(doubt.choices.find(({ isMachine }) => isMachine)),
    /** The same as an act, to be carried out with others. */
    acceptance(): { act: Act; places: DoubtPlace[] } | undefined {
      const places = ticked();
      const act = doubt.choices.find(({ isMachine }) => isMachine)?.decide(places);
      return act && places.length > 0 ? { act, places } : undefined;
    },
    isAccepted: choices.some(({ isMachine }) => isMachine),
    enter: () => form?.text.focus(),
    /** Text being written, for the item that replaces this one. */
    draft: () => (form?.root.contains(document.activeElement) ? form.text.value : undefined),
    takeOver(draft: string) {
      if (!form) return;
      form.text.value = draft;
      form.text.focus();
    },
  };
}

/** Key of everything that an item shows. */
const looksOf = (doubt: OpenDoubt, { isHere, isLeft }: ItemState) => JSON.stringify([isHere, isLeft, doubt]);

export type DoubtItem = ReturnType<typeof newDoubtItem>;

/** The places under each other, the words in question in one line; each can be taken out, and gone to. */
function placeColumn(places: readonly DoubtPlace[], { out, reach }: ItemParts): HTMLElement {
  return element(
    'ul',
    { class: 'doubt-places' },
    ...places.map((place) => {
      const { key, before, text, after, where } = place;
      const words = `${before}${text}${after}`;
      const tick = element('input', {
        type: 'checkbox',
        checked: !out.has(key),
        'aria-label': words || where,
        onchange: () => {
          if (tick.checked) out.delete(key);
          else out.add(key);
        },
      });
      return element(
        'li',
        {},
        places.length > 1 ? tick : undefined,
        element(
          'button',
          { type: 'button', tabindex: '-1', class: 'doubt-place', onclick: () => reach(place) },
          element('span', { class: 'doubt-before', lang: 'zh' }, before),
          element('mark', { lang: 'zh' }, text),
          element('span', { class: 'doubt-after', lang: 'zh' }, after),
          element('span', { class: 'doubt-where' }, where),
        ),
      );
    }),
  );
}

function choiceButton({ label, isMachine }: DoubtChoice, number: number, press: () => void): HTMLElement {
  return element(
    'button',
    { type: 'button', class: isMachine ? 'choice-machine' : '', onclick: press },
    number < 9 ? element('kbd', { 'aria-hidden': 'true' }, String(number + 1)) : undefined,
    label,
  );
}

function entryForm(write: (text: string) => void) {
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
    text,
    element('button', { type: 'submit' }, say('write')),
  );
  return { root, text };
}
