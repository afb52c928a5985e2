import { correctForm } from '../forms/correct-form.browser.js';
import { roleChoice } from '../forms/role-choice.browser.js';
import type { Decision, Proof, SingleDecision } from '../layout/proof.js';
import { arrangeActs, rangesOf } from './arrange-acts.browser.js';
import { type Caret, textOffset } from './caret.browser.js';
import { addedDecision } from './edit-text.browser.js';
import { openField } from './field.browser.js';
import type { PieceActs } from './proof-piece.browser.js';
import { restoredIn } from './proof-text.browser.js';

interface ActParts {
  root: HTMLElement;
  caret: Caret;
  here: () => HTMLElement | undefined;
  proof: () => Proof | undefined;
  /** Called with the source of a decision: another one may have come while a form was open. */
  decide: (decision: Decision, source: Proof, answered: (isDone: boolean) => void) => void;
  /** Called when no form is open any more: pending states can be shown. */
  closed: () => void;
  /** Called with text being typed: fonts may lack it. */
  typed: (text: string) => void;
  place: PieceActs['place'];
  openRemark: () => void;
}

const forms = '.correct, .role-choice';
/** True while a person is writing: no new state may interrupt, unless the words were refused for want of it. */
export const isWriting = (root: HTMLElement) =>
  root.querySelector('.role-choice, .correct:not([data-refused]), [contenteditable]') !== null;

const inOne = (decisions: SingleDecision[]): Decision =>
  decisions.length === 1 ? decisions[0]! : { kind: 'several', decisions };

/** A role for a piece; words that a person added and that are no text after all go. */
function roleOf(piece: HTMLElement, role: string): SingleDecision {
  return (
    addedDecision(piece, role === 'furniture' ? null : { role }) ?? {
      kind: 'role',
      ranges: rangesOf(piece),
      role,
    }
  );
}

/** The actions on the current piece. */
export function pieceActs(parts: ActParts): PieceActs & { close: () => void } {
  const { root, caret, here, proof, decide, closed, typed, place, openRemark } = parts;
  const drop = () => {
    for (const open of root.querySelectorAll(forms)) open.remove();
  };
  const close = () => {
    const active = document.activeElement;
    // A person who has gone on meanwhile, to a search or another text, stays there.
    const wasInside = active === document.body || (active?.closest(forms) ?? null) !== null;
    drop();
    if (wasInside) here()?.focus({ preventScroll: true });
    closed();
  };
  const settle = (decision: Decision) => {
    const seen = proof();
    if (!seen) return;
    // A form stays with its words until they are written: the server may be away, the file may have changed.
    const form = root.querySelector('.correct');
    if (!form) close();
    // Sent once: a second Enter would write the words again.
    if (form?.hasAttribute('aria-busy')) return;
    if (form) {
      setBusy(form, true);
      // Keys that are pressed ahead are for the desk.
      here()?.focus({ preventScroll: true });
    }
    decide(decision, seen, (isDone) => {
      if (!form?.isConnected) return;
      setBusy(form, false);
      if (isDone) return close();
      form.setAttribute('data-refused', '');
      if (document.activeElement === here()) form.querySelector('input')?.focus();
      closed();
    });
  };
  /** The pieces that a person has chosen, or the current one. */
  const chosenPieces = () => {
    const chosen = [...root.querySelectorAll<HTMLElement>('.piece[data-chosen]')];
    const piece = here();
    return chosen.length > 0 ? chosen : piece ? [piece] : [];
  };
  closeWhenLeft(root, () => {
    drop();
    closed();
  });
  return {
    ...arrangeActs({ root, here, settle, close }),
    decide: settle,
    place,
    close,
    remark: openRemark,
    split() {
      const point = caret.point();
      // Before words that are chosen.
      const at = point && Math.min(point.at, point.anchor);
      if (at !== undefined && at > Number(here()?.dataset.start)) settle({ kind: 'break', at });
    },
    join() {
      const chosen = chosenPieces();
      // Of several, each with the next.
      const blocks = chosen.length > 1 ? chosen.slice(0, -1) : chosen;
      const joins = blocks.flatMap(({ dataset }) =>
        dataset.next === undefined ? [] : [{ kind: 'join' as const, at: Number(dataset.next) }],
      );
      if (joins.length > 0) settle(inOne(joins));
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
    edit(chosen) {
      const piece = here();
      if (!piece || isWriting(root)) return;
      const at = caret.point()?.at ?? -1;
      const anchor = caret.point()?.anchor ?? at;
      const [from, to] = [Math.min(at, anchor), Math.max(at, anchor)].map((place) =>
        textOffset(piece, place),
      );
      openField(piece, chosen ?? [from!, to!], { decide: settle, close, typed });
    },
    role() {
      const piece = here();
      const blocks = chosenPieces().filter(({ dataset }) => dataset.ranges || dataset.entry);
      if (!piece || blocks.length === 0) return;
      close();
      const choose = (role: string) => settle(inOne(blocks.map((block) => roleOf(block, role))));
      piece.querySelector('.piece-head')!.after(roleChoice(piece.dataset.part ?? '', choose, close));
    },
  };
}

/** While a form waits for its answer, its words stay as they were sent. */
export function setBusy(form: Element, isBusy: boolean): void {
  if (isBusy) form.setAttribute('aria-busy', 'true');
  else form.removeAttribute('aria-busy');
  for (const field of form.querySelectorAll('input')) field.readOnly = isBusy;
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
