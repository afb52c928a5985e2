import { element } from '../controls/element.browser.js';
import type { Grip } from '../controls/grip.browser.js';
import { growType } from '../controls/grow-type.browser.js';
import type { Note } from '../decide/notebook.js';
import type { DoubtPlace } from '../doubts/open-doubt.browser.js';
import type { Decision, Proof } from '../layout/proof.js';
import { newCaret, sourceRange } from './caret.browser.js';
import { newFindBar } from './find-bar.browser.js';
import { editOnDoubleClick, newPieceChoice } from './piece-choice.browser.js';
import { fill, textOf } from './piece-content.browser.js';
import { newRemarks } from './piece-remarks.browser.js';
import { isWriting, pieceActs } from './proof-acts.browser.js';
import {
  bringInSight,
  isInSight,
  movedTo,
  pieceOfPlace,
  proofPlaceIn,
  scrollBackTo,
} from './proof-place.browser.js';
import { followPointer } from './proof-pointer.browser.js';
import { reachActs } from './proof-reach.browser.js';
import { stepKeys } from './proof-steps.browser.js';
import { holds, newStories, type View } from './proof-story.browser.js';

interface Told {
  /** `source` is the proof on which the decision was made. */
  decide: (decision: Decision, source: Proof, answered: (isDone: boolean) => void) => void;
  /** Called with the state of a story. */
  note: (note: Note) => Promise<boolean>;
  /** Called with the edit of the current mark. */
  mark: (edit: Proof['edits'][number], proof: Proof) => void;
  grip: Grip;
  showOnPages: (words: string) => void;
  /** The place of a block in the manuscript. */
  place: (file: string, line: number | undefined) => HTMLElement;
}

/** Number of characters by which a piece is found on the pages. */
const wordsOnPages = 12;

/** The stories on the proof; one piece is current, with a caret in it. */
export function newProofFloor({ decide, mark, grip, note, showOnPages, place: placeOf }: Told) {
  const root = element('div', { class: 'stories', tabindex: '-1' });
  const caret = newCaret();
  let proof: Proof | undefined;
  /** A state that came while a person was writing or pressing something. */
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
  const showWaiting = async () => {
    await grip.released();
    if (!waiting || isWriting(root)) return;
    const [next, view] = waiting;
    waiting = undefined;
    render(next, view);
  };
  const acts = pieceActs({
    root,
    caret,
    here,
    decide,
    proof: () => proof,
    closed: () => void showWaiting(),
    typed: growType,
    place: placeOf,
    openRemark: () => remarks.open(),
  });
  const stories = newStories(root, acts, (story, state) => void note({ kind: 'story', story, state }));
  const bring = (piece: HTMLElement) => bringInSight(piece, stories.seen);
  const render = (next: Proof, view: View) => {
    const draft = acts.draft();
    const place = movedTo(next.source, proofPlaceIn(root, caret, proof?.source ?? next.source));
    const wasInSight = isInSight(root, here());
    proof = next;
    const keepChosen = choice.keep();
    stories.show(next, view);
    keepChosen();
    remarks.renew();
    find.renew();
    scrollBackTo(root, place);
    stories.seen();
    scrollBackTo(root, place);
    // Most saves leave the current piece as it is, with caret and focus.
    if (place.piece === undefined || (here() && draft === undefined)) return followMoved(wasInSight);
    caret.clear();
    const piece = pieceOfPlace(root, place);
    select(piece, place.point?.at);
    // A person may be selecting words at this moment: the selection stays.
    if (piece && place.point) caret.set(piece, place.point.at, place.point.anchor);
    const button = piece?.querySelector<HTMLElement>(`.mark[data-end="${place.mark}"]`);
    button?.classList.add('here');
    if (place.focus === 'mark' && button) button.focus({ preventScroll: true });
    else if (place.focus !== 'elsewhere') piece?.focus({ preventScroll: true });
    if (draft !== undefined) acts.correct(draft);
    followMoved(wasInSight);
  };
  /** A piece that a decision has moved out of sight takes the person along. */
  const followMoved = (wasInSight: boolean) => {
    const piece = here();
    if (piece && wasInSight && !isInSight(root, piece)) bring(piece);
  };
  const showMark = (button: HTMLElement) => {
    const { start, end } = button.dataset;
    const edit = proof?.edits.find((one) => String(one.start) === start && String(one.end) === end);
    const piece = button.closest<HTMLElement>('.piece');
    if (!edit || !piece) return;
    for (const one of root.querySelectorAll('.mark.here')) one.classList.remove('here');
    button.classList.add('here');
    select(piece);
    caret.set(piece, edit.end);
    mark(edit, proof!);
  };
  root.addEventListener('focusin', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('.mark');
    if (button) showMark(button);
    else select((target as Element).closest<HTMLElement>('.piece') ?? undefined);
  });
  followPointer(root, { caret, select, edit: () => acts.edit() });
  const choice = newPieceChoice(root, here, (piece) => reach(piece));
  editOnDoubleClick(root, acts.edit);
  const remarks = newRemarks({
    root,
    here,
    close: acts.close,
    reach: (piece) => {
      bring(piece);
      select(piece);
      piece.focus({ preventScroll: true });
    },
    write: (block, text) => note({ kind: 'remark', block, text }),
  });
  const find = newFindBar({
    pieces: () => [...root.querySelectorAll<HTMLElement>('.piece:not(.is-removed)')],
    reach: (piece, from, to) => {
      const range = sourceRange(piece, from, to);
      bring(piece);
      if (!range) return select(piece);
      select(piece, range[0]);
      caret.set(piece, range[1], range[0]);
    },
    decide: (decisions) =>
      acts.decide(decisions.length === 1 ? decisions[0]! : { kind: 'several', decisions }),
    close: () => here()?.focus({ preventScroll: true }),
  });
  const reach = (piece: HTMLElement | undefined, at?: number) => {
    if (!piece) return;
    select(piece, at);
    if (at !== undefined) caret.set(piece, at);
    fill(piece);
    piece.scrollIntoView({ block: 'nearest' });
    stories.seen();
  };
  const keys: Record<string, () => void> = {
    ...stepKeys({ root, caret, here, reach }),
    s: acts.split,
    m: acts.join,
    Backspace: acts.joinPrevious,
    c: () => acts.correct(),
    r: acts.role,
    J: () => choice.extend(1),
    K: () => choice.extend(-1),
    Escape: choice.clear,
    v: () => {
      const piece = here();
      if (piece) showOnPages(textOf(piece).slice(0, wordsOnPages));
    },
    x: acts.cut,
    t: acts.remark,
    g: () => here()?.querySelector<HTMLElement>('.piece-place a')?.click(),
    o: acts.add,
    'Move ArrowUp': () => acts.move(-1),
    'Move ArrowDown': () => acts.move(1),
    Enter: () => acts.edit(),
    '/': find.open,
  };
  return {
    root,
    find: find.root,
    keys,
    /** Shows a state as soon as no action is in progress. */
    show(next: Proof, view: View): Promise<void> {
      waiting = [next, view];
      return showWaiting();
    },
    /** Places the caret again after the window's width has changed the layout. */
    resized: () => caret.show(),
    /** The place of the caret in the source. */
    at: () => caret.point()?.at,
    ...reachActs({ root, caret, select, bring }),
    /** The story of a place, from 0. */
    storyOf({ range, words }: Pick<DoubtPlace, 'range' | 'words'>): number | undefined {
      if (range) return proof?.stories.findIndex((story) => holds(story, range[0]));
      return proof?.stories.findIndex(({ pieces }) =>
        pieces.some(({ text }) => text.includes(words?.text.trim() ?? '')),
      );
    },
    states: stories.states,
    remarks,
    split: (at: number) => acts.decide({ kind: 'break', at }),
    empty(words: string) {
      [proof, waiting] = [undefined, undefined];
      caret.clear();
      stories.empty(element('p', { class: 'none' }, words));
    },
  };
}
