import type { Decision, Proof } from '../layout/proof.js';
import type { Caret } from './caret.browser.js';
import { correctForm } from './correct-form.browser.js';
import type { PieceActs } from './proof-piece.browser.js';
import { restoredIn } from './proof-text.browser.js';
import { roleChoice } from './role-choice.browser.js';

interface ActParts {
  root: HTMLElement;
  caret: Caret;
  here: () => HTMLElement | undefined;
  proof: () => Proof | undefined;
  /** Called with the source of a decision: another one may have come while a form was open. */
  decide: (decision: Decision, source: Proof, answered: (isDone: boolean) => void) => void;
  /** Called when no form is open any more: pending states can be shown. */
  closed: () => void;
}

const forms = '.correct, .role-choice';
/** True while a person is writing: no new state may interrupt, unless the words were refused for want of it. */
export const isWriting = (root: HTMLElement) =>
  root.querySelector('.role-choice, .correct:not([data-refused])') !== null;

/** The actions on the current piece. */
export function pieceActs({ root, caret, here, proof, decide, closed }: ActParts): PieceActs {
  const drop = () => {
    for (const open of root.querySelectorAll(forms)) open.remove();
  };
  const close = () => {
    drop();
    here()?.focus({ preventScroll: true });
    closed();
  };
  const settle = (decision: Decision) => {
    const seen = proof();
    if (!seen) return;
    // A form stays with its words until they are written: the server may be away, the file may have changed.
    const form = root.querySelector('.correct');
    if (!form) close();
    decide(decision, seen, (isDone) => {
      if (!form?.isConnected) return;
      if (isDone) return close();
      form.setAttribute('data-refused', '');
      closed();
    });
  };
  closeWhenLeft(root, () => {
    drop();
    closed();
  });
  return {
    decide: settle,
    split() {
      const at = caret.point()?.at;
      if (at !== undefined && at > Number(here()?.dataset.start)) settle({ kind: 'break', at });
    },
    join() {
      const next = here()?.dataset.next;
      if (next !== undefined) settle({ kind: 'join', at: Number(next) });
    },
    joinPrevious() {
      const all = [...root.querySelectorAll<HTMLElement>('.piece')];
      const before = all[all.indexOf(here()!) - 1];
      if (before?.dataset.next === here()?.dataset.start)
        settle({ kind: 'join', at: Number(here()!.dataset.start) });
    },
    /** Takes a refused form out of the way of a new state; returns its words, for a form in that. */
    draft(): string | undefined {
      const form = root.querySelector('.correct[data-refused]');
      form?.remove();
      return form?.querySelector('input')?.value;
    },
    correct(draft) {
      const [piece, range, now] = [here(), caret.range(), proof()];
      if (!piece || !range || !now) return;
      close();
      const text = now.source.slice(...range).replace(/\s+/g, '');
      const form = correctForm({ range, text, now: restoredIn(now, range) }, { decide: settle, close });
      if (draft !== undefined) form.querySelector('input')!.value = draft;
      piece.querySelector('.restored')!.append(form);
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
}

/** Closes a form when the focus leaves it, unless something was written. */
function closeWhenLeft(root: HTMLElement, close: () => void): void {
  document.addEventListener('focusin', ({ target }) => {
    const form = root.querySelector(forms);
    if (!form || form.contains(target as Node)) return;
    const field = form.querySelector('input');
    if (!field || field.value === field.defaultValue) close();
  });
}

const rangesOf = (piece: HTMLElement) =>
  (piece.dataset.ranges ?? '').split(' ').map((range) => range.split('-').map(Number) as [number, number]);
