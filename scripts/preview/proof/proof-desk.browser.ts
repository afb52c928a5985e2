import { buttonGroup } from '../controls/controls.browser.js';
import { element } from '../controls/element.browser.js';
import type { Grip } from '../controls/grip.browser.js';
import type { Shown } from '../controls/shown.browser.js';
import { type Choice, readProof } from '../controls/talk.browser.js';
import type { Decision, Proof } from '../layout/proof.js';
import type { BookState } from '../layout/show-book.js';
import type { Trouble } from '../layout/trouble.js';
import { say } from '../words/say.browser.js';
import { newDecisions } from './decisions.browser.js';
import { newDoubtList } from './doubt-list.browser.js';
import { editionDoubts } from './edition-doubts.browser.js';
import { markDetail } from './mark-detail.browser.js';
import { newProofFloor } from './proof-floor.browser.js';
import type { View } from './proof-story.browser.js';
import { restorationDoubts } from './restoration-doubts.browser.js';

/** 校样: source and restored text side by side, with the doubts beside them. */
export function newProofDesk(grip: Grip, shown: Shown) {
  let proof: Proof | undefined;
  /** The issue on show, which is not always the latest choice; and its proof as received. */
  let [issue, text] = ['', ''];
  let view: View = 'edits';
  const detail = element('section', { class: 'mark-detail', 'aria-live': 'polite' });
  const decisions = newDecisions(shown);
  const decide = (decision: Decision, source = proof) =>
    decisions.decide(decision, { issue, seen: source?.fingerprint ?? '' });
  const floor = newProofFloor({
    decide: (decision, source) => void decide(decision, source),
    grip,
    mark: (edit, { source }) => detail.replaceChildren(...markDetail(edit, source, floor.split)),
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
      if (proof) void floor.show(proof, view);
    },
  });
  const keys: Record<string, () => void> = {
    ...floor.keys,
    n: () => doubts.inOrder(() => doubts.step(1)),
    p: () => doubts.inOrder(() => doubts.step(-1)),
    a: () => doubts.inOrder(doubts.accept),
    l: () => doubts.inOrder(doubts.leave),
    e: doubts.enter,
    u: () => void decisions.undo(),
  };
  for (let digit = 1; digit <= 9; digit++) keys[digit] = () => doubts.inOrder(() => doubts.choose(digit - 1));
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
    /** Returns the reason if there is no proof: the last good one stays. */
    async show({ open }: BookState, of: Choice): Promise<Trouble | undefined> {
      const next = await readProof(of.issue);
      await grip.released();
      if (next.error && issue === of.issue) return next.error;
      if (next.text !== text || issue !== of.issue) {
        [issue, text, proof] = [of.issue, next.text, next.proof ?? undefined];
        if (proof) await floor.show(proof, view);
        else floor.empty(next.error ? '' : say('noSource'));
      }
      doubts.show([...(proof ? restorationDoubts(proof) : []), ...editionDoubts(open, of.edition)]);
      return next.error;
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
