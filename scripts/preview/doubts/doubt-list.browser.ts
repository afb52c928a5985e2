import { element } from '../controls/element.browser.js';
import { renewChildren } from '../controls/renew-children.browser.js';
import type { PlainDecision } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { newDoubtFilter } from './doubt-filter.browser.js';
import { type DoubtItem, newDoubtItem } from './doubt-item.browser.js';
import { newTurn } from './doubt-turn.browser.js';
import type { Act, DoubtPlace, OpenDoubt } from './open-doubt.browser.js';

interface ListParts {
  decide: (act: Act, places: readonly DoubtPlace[]) => Promise<void>;
  reach: (place: DoubtPlace) => void;
  /** The story of a place, from 0. */
  storyOf: (place: DoubtPlace) => number | undefined;
}

/** A person's progress: keys of doubts put off, and the number of places settled. */
export interface Progress {
  skipped: ReadonlySet<string>;
  settled: ReadonlySet<string>;
  done: number;
  stories: string;
}

/** 存疑: the list of doubts, the riskiest first; one of them is current. */
export function newDoubtList({ decide, reach, storyOf }: ListParts) {
  const list = element('ol', { class: 'doubts' });
  const count = element('span', { class: 'count' });
  const progress = element('p', { class: 'doubt-progress', role: 'status' });
  const none = element('li', { class: 'none' }, say('noDoubts'));
  const filter = newDoubtFilter(() => render());
  const acceptAll = element(
    'button',
    { type: 'button', class: 'accept-all', onclick: () => acceptVisible() },
    element('kbd', { 'aria-hidden': 'true' }, 'A'),
    say('acceptVisible'),
  );
  const root = element(
    'section',
    { class: 'doubt-panel', 'aria-label': say('doubts') },
    element('h2', {}, say('doubts'), count),
    progress,
    filter.root,
    list,
  );
  let all: OpenDoubt[] = [];
  let doubts: OpenDoubt[] = [];
  let items: DoubtItem[] = [];
  let here = -1;
  let known: Progress = { skipped: new Set(), settled: new Set(), done: 0, stories: '' };
  const out = new Set<string>();
  const turn = newTurn();
  const isLeft = ({ places }: OpenDoubt) => places.every(({ key }) => known.skipped.has(key));
  const render = () => {
    const hadFocus = list.contains(document.activeElement);
    const key = doubts[here]?.key;
    const draft = items[here]?.draft();
    doubts = filter
      .chosen(all, storyOf)
      .sort((a, b) => Number(isLeft(a)) - Number(isLeft(b)) || b.risk - a.risk);
    const found = doubts.findIndex((one) => one.key === key);
    here = found >= 0 ? found : Math.min(here, doubts.length - 1);
    const open = all.reduce((sum, { places }) => sum + places.length, 0);
    count.textContent = ` ${open}`;
    progress.textContent = say('progress')
      .replace('{done}', String(known.done))
      .replace('{all}', String(known.done + open))
      .replace('{stories}', () => known.stories);
    const standing = new Map(items.map((item) => [item.key, item]));
    items = doubts.map((doubt, index) => {
      const state = { isHere: index === here, isLeft: isLeft(doubt) };
      const old = standing.get(doubt.key);
      return old?.takes(doubt, state) ? old : newDoubtItem(doubt, { ...state, ...actsOn(doubt.key), out });
    });
    renewChildren(list, items.length > 0 ? items.map((item) => item.root) : [none]);
    acceptAll.hidden = items.length === 0;
    if (hadFocus && !list.contains(document.activeElement)) items[here]?.focus();
    // Text being written stays as long as its doubt.
    if (draft !== undefined && found >= 0) items[here]?.takeOver(draft);
  };
  const actsOn = (key: string) => {
    const index = () => doubts.findIndex((doubt) => doubt.key === key);
    return {
      reach: (place?: DoubtPlace) => step(index() - here, place),
      leave: () => leave(index()),
      decide: (act: Act, places: readonly DoubtPlace[]) => turn.settling(decide(act, places)),
    };
  };
  const step = (by: number, place?: DoubtPlace) => {
    if (doubts.length === 0) return;
    here = Math.max(0, Math.min(here + by, doubts.length - 1));
    render();
    items[here]!.root.scrollIntoView({ block: 'nearest' });
    items[here]!.focus();
    const wanted = place ?? doubts[here]!.places[0];
    if (wanted) reach(wanted);
  };
  const leave = (index: number) => {
    const doubt = doubts[index];
    if (!doubt) return;
    here = Math.min(index, doubts.length - 1);
    const keys = doubt.places.map(({ key }) => key);
    turn.settling(decide({ kind: 'skip', keys, on: true }, doubt.places).then(() => step(0)));
  };
  /** Confirms the machine's choices for all doubts that are wholly in sight, and for nothing unseen. */
  const acceptVisible = () => {
    const frame = root.parentElement!.getBoundingClientRect();
    const seen = items.filter((item) => {
      const { top, bottom } = item.root.getBoundingClientRect();
      return item.isAccepted && top >= frame.top - 1 && bottom <= frame.bottom + 1;
    });
    // A doubt longer than the window counts as seen once it is current.
    const chosen = seen.length > 0 ? seen : items.slice(Math.max(0, here), Math.max(0, here) + 1);
    const acts = chosen.flatMap((item) => item.acceptance() ?? []);
    const keys = acts.flatMap(({ act }) => (act.kind === 'settle' ? act.keys : []));
    const decisions = acts.flatMap(({ act }): PlainDecision[] => {
      if ('keys' in act) return [];
      return act.kind === 'several' ? act.decisions : [act];
    });
    const places = acts.flatMap((one) => one.places);
    // One decision, which one undo takes back.
    if (decisions.length > 0) turn.settling(decide({ kind: 'several', decisions }, places));
    if (keys.length > 0) turn.settling(decide({ kind: 'settle', keys, on: true }, places));
  };
  list.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape' && target instanceof HTMLInputElement) items[here]?.focus();
  });
  return {
    root,
    /** It is outside the scrolled list, so that it covers no question. */
    acceptAll,
    show(open: readonly OpenDoubt[], { progress: now, stories }: { progress: Progress; stories: string[] }) {
      known = now;
      all = open
        .map((doubt) => ({ ...doubt, places: doubt.places.filter(({ key }) => !now.settled.has(key)) }))
        .filter(({ places }) => places.length > 0);
      filter.offer(all, stories);
      render();
    },
    inOrder: turn.inOrder,
    step,
    leave: () => leave(here),
    choose: (number: number) => items[here]?.choose(number),
    enter: () => items[here]?.enter(),
    acceptVisible,
    accept() {
      const item = items[here];
      if (item?.isAccepted) item.accept();
      else leave(here);
    },
  };
}
