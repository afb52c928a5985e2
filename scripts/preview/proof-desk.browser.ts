import type { Choices } from './choices.browser.js';
import { buttonGroup } from './controls.browser.js';
import { newDecisions } from './decisions.browser.js';
import { element } from './element.browser.js';
import type { Decision, Proof, ProofStory } from './proof.js';
import { conversionDoubts, newDoubtList, restorationDoubts } from './proof-doubts.browser.js';
import { pieceAt, storyView } from './proof-story.browser.js';
import { visible } from './proof-text.browser.js';
import { say } from './say.browser.js';
import type { BookState } from './show-book.js';
import { readProof } from './talk.browser.js';

/** What belongs to the page is shown behind the stories: it may be text after all. */
function withFurniture({ stories, furniture }: Proof): ProofStory[] {
  if (furniture.length === 0) return stories;
  const pieces = furniture.map((piece) => ({ part: 'furniture', ...piece }));
  return [...stories, { pieces, lines: [], same: 0 }];
}

/** 校样: source beside restored text; doubts at the side. */
export function newProofDesk(choices: Choices) {
  let proof: Proof | undefined;
  let state: BookState | undefined;
  let view: 'edits' | 'setAgain' = 'edits';
  const stories = element('div', { class: 'stories', tabindex: '-1' });
  const detail = element('section', { class: 'mark-detail', 'aria-live': 'polite' });
  const decisions = newDecisions(() => choices.issue);
  const decide = (decision: Decision | undefined) => {
    if (decision && proof) void decisions.decide(decision, proof.fingerprint);
  };
  const doubts = newDoubtList(
    (_, choice) => decide(choice.decide()),
    ({ at }) => {
      if (at === undefined) return;
      const piece = pieceAt(stories, at);
      piece?.scrollIntoView({ block: 'center' });
      select(piece);
    },
  );
  const views = buttonGroup(say('proof'), {
    options: [
      ['edits', say('edits')],
      ['setAgain', say('setAgain')],
    ],
    value: view,
    choose: (chosen) => {
      view = chosen;
      views.select(view);
      render();
    },
  });
  const select = (piece: Element | null | undefined) => {
    for (const one of stories.querySelectorAll('.piece[aria-current]')) one.removeAttribute('aria-current');
    piece?.setAttribute('aria-current', 'true');
  };
  const render = () => {
    const top = stories.scrollTop;
    const current = stories.querySelector('.piece[aria-current]')?.getAttribute('data-start');
    if (proof)
      stories.replaceChildren(
        ...withFurniture(proof).map((story, at) => storyView(story, at, { proof: proof!, view, decide })),
      );
    else stories.replaceChildren(element('p', { class: 'none' }, say('noSource')));
    stories.scrollTop = top;
    if (current) select(stories.querySelector(`[data-start="${current}"]`));
    doubts.show([
      ...(proof ? restorationDoubts(proof) : []),
      ...conversionDoubts(state?.open ?? [], choices.edition),
    ]);
  };
  const showMark = (mark: Element) => {
    const edit = proof?.edits[Number(mark.getAttribute('data-edit'))];
    if (!edit || !proof) return;
    for (const one of stories.querySelectorAll('.mark.here')) one.classList.remove('here');
    mark.classList.add('here');
    const before = visible(proof.source.slice(edit.start, edit.end)) || '∅';
    detail.replaceChildren(
      element(
        'p',
        { class: 'mark-change' },
        element('del', {}, before),
        ' → ',
        element('ins', {}, visible(edit.replacement) || '∅'),
      ),
      element(
        'p',
        {},
        element('code', {}, edit.rule),
        ` · ${say('confidence')} ${Math.round(edit.confidence * 100)}%`,
      ),
      ...(proof.reasons[edit.rule]
        ? [element('p', { class: 'mark-reason' }, proof.reasons[edit.rule]!)]
        : []),
      element(
        'button',
        { type: 'button', onclick: () => decide({ kind: 'break', at: edit.end }) },
        say('splitHere'),
      ),
    );
  };
  stories.addEventListener('focusin', ({ target }) => {
    select((target as Element).closest('.piece'));
    if ((target as Element).matches('.mark')) showMark(target as Element);
  });
  stories.addEventListener('click', ({ target }) => {
    if ((target as Element).matches('.mark')) showMark(target as Element);
  });
  const pieceNow = () => stories.querySelector<HTMLElement>('.piece[aria-current]');
  const stepPiece = (by: number) => {
    const all = [...stories.querySelectorAll<HTMLElement>('.piece')];
    const at = all.indexOf(pieceNow()!);
    all[Math.max(0, Math.min(at + by, all.length - 1))]?.focus();
  };
  const stepMark = (by: number) => {
    const marks = [...stories.querySelectorAll<HTMLElement>('.mark')];
    const here = marks.findIndex((mark) => mark.classList.contains('here'));
    const inPiece = marks.findIndex((mark) => pieceNow()?.contains(mark));
    const start = here >= 0 && pieceNow()?.contains(marks[here]!) ? here + by : Math.max(0, inPiece);
    marks[Math.max(0, Math.min(start, marks.length - 1))]?.focus();
  };
  const keys: Record<string, () => void> = {
    j: () => stepPiece(1),
    k: () => stepPiece(-1),
    ArrowDown: () => stepPiece(1),
    ArrowUp: () => stepPiece(-1),
    ArrowRight: () => stepMark(1),
    ArrowLeft: () => stepMark(-1),
    n: () => doubts.step(1),
    p: () => doubts.step(-1),
    a: doubts.accept,
    l: doubts.leave,
    u: () => void decisions.undo(),
    r: () => pieceNow()?.querySelector('select')?.focus(),
    m: () => pieceNow()?.querySelector<HTMLElement>('.join-next')?.click(),
    s: () => detail.querySelector('button')?.click(),
  };
  for (let digit = 1; digit <= 9; digit++) keys[digit] = () => doubts.choose(digit - 1);
  return {
    root: element(
      'div',
      { class: 'proof-desk' },
      element('div', { class: 'desk-head' }, views, decisions.root),
      element(
        'div',
        { class: 'proof-floor' },
        stories,
        element(
          'aside',
          { class: 'proof-side', 'aria-label': say('doubts') },
          detail,
          doubts.root,
          element('p', { class: 'keys' }, say('keysProof')),
        ),
      ),
    ),
    async show(next: BookState) {
      state = next;
      proof = await readProof(choices.issue);
      render();
    },
    key(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key === 'z') return void decisions.undo();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
  };
}
