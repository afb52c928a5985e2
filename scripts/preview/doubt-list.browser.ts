import { type DoubtItem, newDoubtItem } from './doubt-item.browser.js';
import { element } from './element.browser.js';
import type { OpenDoubt } from './open-doubt.browser.js';
import type { Decision } from './proof.js';
import { say } from './say.browser.js';

/** 存疑: the list of doubts; one of them is at hand. */
export function newDoubtList(decide: (decision: Decision) => void, reach: (doubt: OpenDoubt) => void) {
  const list = element('ol', { class: 'doubts' });
  const count = element('span', { class: 'count' });
  const title = element('h2', {}, say('doubts'), count);
  const root = element('section', { class: 'doubt-panel', 'aria-label': say('doubts') }, title, list);
  let doubts: OpenDoubt[] = [];
  let items: DoubtItem[] = [];
  let here = -1;
  const left = new Set<string>();
  const render = () => {
    const hadFocus = list.contains(document.activeElement);
    count.textContent = ` ${doubts.length}`;
    items = doubts.map((doubt, index) =>
      newDoubtItem(doubt, {
        isHere: index === here,
        isLeft: left.has(doubt.key),
        reach: () => step(index - here),
        leave: () => leave(index),
        decide,
      }),
    );
    list.replaceChildren(...items.map((item) => item.root));
    if (doubts.length === 0) list.append(element('li', { class: 'none' }, say('noDoubts')));
    if (hadFocus) items[here]?.focus();
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
      doubts = open;
      const found = doubts.findIndex((one) => one.key === key);
      here = found >= 0 ? found : Math.min(here, doubts.length - 1);
      render();
      // What someone is writing stays, while its doubt does.
      if (draft && found >= 0) items[here]?.takeOver(draft);
    },
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
