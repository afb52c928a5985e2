import type { Range } from '../../article/ledger.js';
import { letDrag } from '../controls/drag.browser.js';
import { addForm } from '../forms/add-form.browser.js';
import type { Beside, Decision } from '../layout/proof.js';
import { addedDecision } from './edit-text.browser.js';

interface ArrangeParts {
  root: HTMLElement;
  here: () => HTMLElement | undefined;
  settle: (decision: Decision) => void;
  close: () => void;
}

/** The ranges of the source of a piece: none where a person added it. */
export const rangesOf = ({ dataset }: HTMLElement): Range[] =>
  (dataset.ranges ?? '')
    .split(' ')
    .filter(Boolean)
    .map((range) => range.split('-').map(Number) as [number, number]);

/** 编排: stories are cut, merged and moved, blocks moved, and words added. */
export function arrangeActs({ root, here, settle, close }: ArrangeParts) {
  const pieces = () => [...root.querySelectorAll<HTMLElement>('.piece')];
  const stories = () => [...root.querySelectorAll<HTMLElement>('.story-proof:not(.is-furniture)')];
  /** A piece of a story that the source has. */
  const anchorOf = (story: Element | undefined) =>
    [...(story?.querySelectorAll<HTMLElement>('.piece') ?? [])].find((piece) => rangesOf(piece).length > 0);
  /** The nearest piece that the source has, from a place on. */
  const sourceFrom = (at: number, by: 1 | -1): HTMLElement | undefined => {
    const all =
      by > 0
        ? pieces().slice(Math.max(0, at))
        : pieces()
            .slice(0, at + 1)
            .reverse();
    return all.find((piece) => rangesOf(piece).length > 0);
  };
  /** The place on one side of a piece: beside words of the source, since an addition has no place there. */
  const placeAt = (target: HTMLElement, isAfter: boolean): Beside | undefined => {
    if (rangesOf(target).length > 0) return { ranges: rangesOf(target), isAfter };
    const at = pieces().indexOf(target);
    const next = sourceFrom(isAfter ? at + 1 : at - 1, isAfter ? 1 : -1);
    return next && { ranges: rangesOf(next), isAfter: !isAfter };
  };
  const moveBeside = (dragged: HTMLElement, place: HTMLElement, isBehind: boolean) => {
    if (dragged === place) return;
    // An addition stands beside the source's words: it makes way for them.
    const isTurned = dragged.dataset.entry === undefined && place.dataset.entry !== undefined;
    const [piece, target] = isTurned ? [place, dragged] : [dragged, place];
    const isAfter = isBehind !== isTurned;
    const beside = placeAt(target, isAfter);
    const ranges = rangesOf(piece);
    const added = beside && addedDecision(piece, { beside });
    if (added) settle(added);
    else if (beside && ranges.length > 0) settle({ kind: 'move', ranges, isStory: false, beside });
  };
  const moveStoryTo = (story: Element | undefined, other: Element | undefined, isAfter: boolean) => {
    const [piece, target] = [anchorOf(story), anchorOf(other)];
    if (!piece || !target || piece === target) return;
    const beside = { ranges: rangesOf(target), isAfter };
    settle({ kind: 'move', ranges: rangesOf(piece), isStory: true, beside });
  };
  letDrag(root, {
    pick: (handle) => handle.closest<HTMLElement>('.role')?.closest<HTMLElement>('.piece') ?? undefined,
    target: (place) => place.closest<HTMLElement>('.piece') ?? undefined,
    move: (piece, target) => moveBeside(piece, target, false),
  });
  const storyAt = (place: Element) =>
    place.closest<HTMLElement>('.story-proof:not(.is-furniture)') ?? undefined;
  letDrag(root, {
    pick: (handle) => (handle.matches('h2') ? storyAt(handle) : undefined),
    target: storyAt,
    move: (story, target) => moveStoryTo(story, target, false),
  });
  return {
    /** A new story begins with the current piece. */
    cut() {
      const piece = here();
      const first = piece && sourceFrom(pieces().indexOf(piece), 1);
      if (!first) return;
      const ranges = rangesOf(first);
      const cut = { kind: 'cut', ranges } as const;
      // An addition goes with the words that it stands before.
      const added = addedDecision(piece, { beside: { ranges, isAfter: false } });
      settle(added ? { kind: 'several', decisions: [cut, added] } : cut);
    },
    /** Moves the current piece over its neighbour. */
    move(by: 1 | -1) {
      const piece = here();
      const target = piece && pieces()[pieces().indexOf(piece) + by];
      if (piece && target) moveBeside(piece, target, by > 0);
    },
    /** A field for words that the source lacks: before the current piece, or as a part of its story's title. */
    add() {
      const piece = here();
      const beside = piece && placeAt(piece, false);
      if (!beside) return;
      close();
      const story = piece.closest('.story-proof');
      const isTitled = story?.querySelector('.piece.part-headline') !== null;
      const form = addForm(isTitled ? 'paragraph' : 'headline', close, (role, text) =>
        settle({ kind: 'add', role, text, beside }),
      );
      piece.querySelector('.piece-head')!.after(form);
    },
    mergeStory(index: number) {
      const piece = anchorOf(stories()[index]);
      if (piece) settle({ kind: 'merge', ranges: rangesOf(piece) });
    },
    moveStory(index: number, by: 1 | -1) {
      moveStoryTo(stories()[index], stories()[index + by], by > 0);
    },
  };
}
