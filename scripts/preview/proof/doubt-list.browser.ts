import { element } from '../controls/element.browser.js';
import { renewChildren } from '../controls/renew-children.browser.js';
import type { Decision } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { type DoubtItem, newDoubtItem } from './doubt-item.browser.js';
import type { OpenDoubt } from './open-doubt.browser.js';

/** 存疑: the list of doubts; one of them is current. */
export function newDoubtList(
  decide: (decision: Decision) => Promise<void>,
  reach: (doubt: OpenDoubt) => void,
) {
  const list = element('ol', { class: 'doubts' });
  const count = element('span', { class: 'count' });
  const title = element('h2', {}, say('doubts'), count);
  const root = element('section', { class: 'doubt-panel', 'aria-label': say('doubts') }, title, list);
  let doubts: OpenDoubt[] = [];
  let items: DoubtItem[] = [];
  let here = -1;
  const left = new Set<string>();
  const none = element('li', { class: 'none' }, say('noDoubts'));
  const render = () => {
    const hadFocus = list.contains(document.activeElement);
    count.textContent = ` ${doubts.length}`;
    const standing = new Map(items.map((item) => [item.key, item]));
    items = doubts.map((doubt, index) => {
      const state = { isHere: index === here, isLeft: left.has(doubt.key) };
      const old = standing.get(doubt.key);
      return old?.takes(doubt, state) ? old : newDoubtItem(doubt, { ...state, ...actsOn(doubt.key) });
    });
    renewChildren(list, items.length > 0 ? items.map((item) => item.root) : [none]);
    if (hadFocus && !list.contains(document.activeElement)) items[here]?.focus();
  };
  const actsOn = (key: string) => {
    const index = () => doubts.findIndex((doubt) => doubt.key === key);
    return {
      reach: () => step(index() - here),
      leave: () => leave(index()),
      decide: (decision: Decision) => {
        settling++;
        void decide(decision).then(settled);
      },
    };
  };
  /** Number of decisions that are not on the screen yet; keys pressed meanwhile refer to the state after them. */
  let settling = 0;
  const ahead: (() => void)[] = [];
  const settled = () => {
    settling--;
    while (settling === 0 && ahead.length > 0) ahead.shift()!();
  };
  const inOrder = (act: () => void) => {
    if (settling > 0) ahead.push(act);
    else act();
  };
  const step = (by: number) => {
    if (doubts.length === 0) return;
    here = Math.max(0, Math.min(here + by, doubts.length - 1));
    render();
    items[here]!.root.scrollIntoView({ block: 'nearest' });
    items[here]!.focus();
    reach(doubts[here]!);
  };
  const leave = (index: number) => {
    const doubt = doubts[index];
    if (!doubt) return;
    left.add(doubt.key);
    here = index;
    if (here < doubts.length - 1) step(1);
    else render();
  };
  list.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape' && target instanceof HTMLInputElement) items[here]?.focus();
  });
  return {
    root,
    show(open: OpenDoubt[]) {
      const key = doubts[here]?.key;
      const draft = items[here]?.draft();
      doubts = distinct(open);
      const found = doubts.findIndex((one) => one.key === key);
      here = found >= 0 ? found : Math.min(here, doubts.length - 1);
      render();
      // Text being written stays as long as its doubt.
      if (draft && found >= 0) items[here]?.takeOver(draft);
    },
    inOrder,
    step,
    leave: () => leave(here),
    choose: (number: number) => items[here]?.choose(number),
    enter: () => items[here]?.enter(),
    accept() {
      const item = items[here];
      if (item?.isAccepted) item.accept();
      else leave(here);
    },
  };
}

/** Makes keys unique: several doubts may agree in all parts of theirs. */
function distinct(doubts: readonly OpenDoubt[]): OpenDoubt[] {
  const counts = new Map<string, number>();
  return doubts.map((doubt) => {
    const count = (counts.get(doubt.key) ?? 0) + 1;
    counts.set(doubt.key, count);
    return { ...doubt, key: `${doubt.key} ${count}` };
  });
}
