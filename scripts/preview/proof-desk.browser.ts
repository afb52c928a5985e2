import type { Choices } from './choices.browser.js';
import { buttonGroup } from './controls.browser.js';
import { newDecisions } from './decisions.browser.js';
import { newDoubtList } from './doubt-list.browser.js';
import { editionDoubts } from './edition-doubts.browser.js';
import { element } from './element.browser.js';
import { markDetail } from './mark-detail.browser.js';
import type { Decision, Proof } from './proof.js';
import { newProofFloor, type View } from './proof-floor.browser.js';
import { restorationDoubts } from './restoration-doubts.browser.js';
import { say } from './say.browser.js';
import type { BookState } from './show-book.js';
import { readProof } from './talk.browser.js';

/** 校样: source beside restored text; doubts at the side. */
export function newProofDesk(choices: Choices) {
  let proof: Proof | undefined;
  let view: View = 'edits';
  const detail = element('section', { class: 'mark-detail', 'aria-live': 'polite' });
  const decisions = newDecisions(() => choices.issue);
  const decide = (decision: Decision) => void decisions.decide(decision, proof?.fingerprint ?? '');
  const floor = newProofFloor({
    decide,
    mark: (edit, { source }) => detail.replaceChildren(...markDetail(edit, source, () => floor.split())),
  });
  const doubts = newDoubtList(decide, ({ at, words }) => {
    const place = at ?? (words === undefined ? undefined : floor.placeOf(words));
    if (place !== undefined) floor.reach(place);
  });
  const views = buttonGroup<View>(say('proof'), {
    options: [
      ['edits', say('edits')],
      ['setAgain', say('setAgain')],
    ],
    value: view,
    choose: (chosen) => {
      view = chosen;
      views.select(view);
      if (proof) floor.show(proof, view);
    },
  });
  const keys: Record<string, () => void> = {
    ...floor.keys,
    n: () => doubts.step(1),
    p: () => doubts.step(-1),
    a: doubts.accept,
    l: doubts.leave,
    e: doubts.enter,
    u: () => void decisions.undo(),
  };
  for (let digit = 1; digit <= 9; digit++) keys[digit] = () => doubts.choose(digit - 1);
  const side = element(
    'aside',
    { class: 'proof-side', 'aria-label': say('doubts') },
    detail,
    doubts.root,
    element('p', { class: 'keys' }, say('keysProof')),
  );
  new ResizeObserver(() => floor.resized()).observe(floor.root);
  return {
    root: element(
      'div',
      { class: 'proof-desk' },
      element('div', { class: 'desk-head' }, views, decisions.root),
      element('div', { class: 'proof-floor' }, floor.root, side),
    ),
    async show({ open }: BookState) {
      proof = await readProof(choices.issue);
      if (proof) floor.show(proof, view);
      else floor.empty(say('noSource'));
      doubts.show([...(proof ? restorationDoubts(proof) : []), ...editionDoubts(open, choices.edition)]);
    },
    key(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if ((ctrlKey || metaKey) && key === 'z') return void decisions.undo();
      if (ctrlKey || metaKey || altKey) return;
      const act = keys[shiftKey && key.startsWith('Arrow') ? `Shift ${key}` : key];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
}
