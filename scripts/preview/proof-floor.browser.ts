import { newCaret, pointed } from './caret.browser.js';
import { correctForm } from './correct-form.browser.js';
import { element } from './element.browser.js';
import type { Decision, Proof, ProofStory } from './proof.js';
import type { PieceActs } from './proof-piece.browser.js';
import { stepKeys } from './proof-steps.browser.js';
import { pieceAt, storyView } from './proof-story.browser.js';
import { restoredIn } from './proof-text.browser.js';
import { roleChoice } from './role-choice.browser.js';

export type View = 'edits' | 'setAgain';

interface Told {
  decide: (decision: Decision) => void;
  /** The edit whose mark is at hand. */
  mark: (edit: Proof['edits'][number], proof: Proof) => void;
}

/** What belongs to the page is shown behind the stories: it may be text after all. */
function withFurniture({ stories, furniture }: Proof): ProofStory[] {
  if (furniture.length === 0) return stories;
  return [...stories, { pieces: furniture, lines: [], same: 0 }];
}

/** The stories on the proof; one piece is at hand, and a caret stands in it. */
export function newProofFloor({ decide, mark }: Told) {
  const root = element('div', { class: 'stories', tabindex: '-1' });
  const caret = newCaret();
  let proof: Proof | undefined;
  let view: View = 'edits';
  /** A state that came while someone was writing. */
  let waiting: [proof: Proof, view: View] | undefined;
  const here = () => root.querySelector<HTMLElement>('.piece[aria-current]') ?? undefined;
  const select = (piece: HTMLElement | undefined, at = Number(piece?.dataset.start)) => {
    if (!piece) return;
    if (here() !== piece) {
      here()?.removeAttribute('aria-current');
      piece.setAttribute('aria-current', 'true');
      caret.set(piece, at);
    } else if (!caret.point()) caret.set(piece, at);
  };
  const close = () => {
    for (const open of root.querySelectorAll('.correct, .role-choice')) open.remove();
    here()?.focus({ preventScroll: true });
    if (waiting) show(...waiting);
  };
  const settle = (decision: Decision) => {
    close();
    decide(decision);
  };
  const acts: PieceActs = {
    decide: settle,
    split() {
      const at = caret.point()?.at;
      if (at !== undefined && at > Number(here()?.dataset.start)) settle({ kind: 'break', at });
    },
    join() {
      const next = here()?.dataset.next;
      if (next !== undefined) settle({ kind: 'join', at: Number(next) });
    },
    correct() {
      const [piece, range] = [here(), caret.range()];
      if (!piece || !range || !proof) return;
      close();
      const text = proof.source.slice(...range).replace(/\s+/g, '');
      const now = restoredIn(proof, range);
      piece.querySelector('.restored')!.append(correctForm({ range, text, now }, { decide: settle, close }));
    },
    role() {
      const piece = here();
      if (!piece) return;
      close();
      const ranges = rangesOf(piece);
      const choose = (role: string) => settle({ kind: 'role', ranges, role });
      piece.querySelector('.piece-head')!.after(roleChoice(piece.dataset.part ?? '', choose, close));
    },
  };
  const joinPrevious = () => {
    const all = [...root.querySelectorAll<HTMLElement>('.piece')];
    const before = all[all.indexOf(here()!) - 1];
    if (before?.dataset.next === here()?.dataset.start)
      settle({ kind: 'join', at: Number(here()!.dataset.start) });
  };
  const render = () => {
    if (!proof) return;
    const top = root.scrollTop;
    const hadFocus = root.contains(document.activeElement) && document.activeElement !== root;
    const [start, point] = [here()?.dataset.start, caret.point()];
    caret.clear();
    root.replaceChildren(
      ...withFurniture(proof).map((story, at) => storyView(story, at, { proof: proof!, view, acts })),
    );
    root.scrollTop = top;
    if (start === undefined) return;
    const piece = pieceAt(root, point?.at ?? Number(start)) ?? pieceAt(root, Number(start));
    select(piece, point?.at);
    // Someone may be choosing words at this moment: what is chosen so far stays chosen.
    if (piece && point) caret.set(piece, point.at, point.anchor);
    if (hadFocus) piece?.focus({ preventScroll: true });
  };
  const show = (next: Proof, nextView: View) => {
    if (root.querySelector('.correct, .role-choice')) {
      waiting = [next, nextView];
      return;
    }
    waiting = undefined;
    [proof, view] = [next, nextView];
    render();
  };
  const showMark = (button: Element) => {
    const edit = proof?.edits[Number(button.getAttribute('data-edit'))];
    const piece = button.closest<HTMLElement>('.piece');
    if (!edit || !piece) return;
    for (const one of root.querySelectorAll('.mark.here')) one.classList.remove('here');
    button.classList.add('here');
    select(piece);
    caret.set(piece, edit.end);
    mark(edit, proof!);
  };
  root.addEventListener('focusin', ({ target }) => {
    const button = (target as Element).closest('.mark');
    if (button) showMark(button);
    else select((target as Element).closest<HTMLElement>('.piece') ?? undefined);
  });
  root.addEventListener('pointerup', (event) => {
    const piece = (event.target as Element).closest<HTMLElement>('.piece');
    const points = piece && (event.target as Element).closest('.restored-text') ? pointed(event) : undefined;
    if (!piece || !points) return;
    select(piece);
    piece.focus({ preventScroll: true });
    caret.set(piece, ...points);
  });
  const reach = (piece: HTMLElement | undefined, at?: number) => {
    if (!piece) return;
    select(piece, at);
    if (at !== undefined) caret.set(piece, at);
    piece.scrollIntoView({ block: 'nearest' });
  };
  const keys: Record<string, () => void> = {
    ...stepKeys({ root, caret, here, reach }),
    s: acts.split,
    m: acts.join,
    Backspace: joinPrevious,
    c: acts.correct,
    r: acts.role,
  };
  return {
    root,
    keys,
    show,
    /** The caret stands where the layout had it; after the window's width it stands elsewhere. */
    resized: () => caret.show(),
    reach: (at: number) => {
      const piece = pieceAt(root, at);
      piece?.scrollIntoView({ block: 'center' });
      if (piece) reach(piece, at);
    },
    /** Where words of the manuscript stand, as long as nobody has edited them there. */
    placeOf(words: string): number | undefined {
      const piece = [...root.querySelectorAll<HTMLElement>('.piece')].find((one) =>
        one.querySelector('.restored-text')?.textContent?.includes(words),
      );
      return piece && Number(piece.dataset.start);
    },
    split: acts.split,
    empty(words: string) {
      root.replaceChildren(element('p', { class: 'none' }, words));
    },
  };
}

const rangesOf = (piece: HTMLElement) =>
  (piece.dataset.ranges ?? '').split(' ').map((range) => range.split('-').map(Number) as [number, number]);
