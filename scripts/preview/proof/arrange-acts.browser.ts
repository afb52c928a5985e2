import type { Range } from '../../article/ledger.js';
import { addForm } from '../forms/add-form.browser.js';
import type { Decision } from '../layout/proof.js';

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
  const moveBeside = (piece: HTMLElement, target: HTMLElement, isAfter: boolean) => {
    const [ranges, beside] = [rangesOf(piece), rangesOf(target)];
    if (piece === target || ranges.length === 0 || beside.length === 0) return;
    settle({ kind: 'move', ranges, isStory: false, beside: { ranges: beside, isAfter } });
  };
  const moveStoryTo = (story: Element | undefined, other: Element | undefined, isAfter: boolean) => {
    const [piece, target] = [anchorOf(story), anchorOf(other)];
    if (!piece || !target || piece === target) return;
    settle({
      kind: 'move',
      ranges: rangesOf(piece),
      isStory: true,
      beside: { ranges: rangesOf(target), isAfter },
    });
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
      if (piece && rangesOf(piece).length > 0) settle({ kind: 'cut', ranges: rangesOf(piece) });
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
      if (!piece || rangesOf(piece).length === 0) return;
      close();
      const story = piece.closest('.story-proof');
      const isTitled = story?.querySelector('.piece.part-headline') !== null;
      const form = addForm(isTitled ? 'paragraph' : 'headline', close, (role, text) =>
        settle({ kind: 'add', role, text, beside: { ranges: rangesOf(piece), isAfter: false } }),
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

interface DragParts {
  /** The name of what a handle moves: the role of a piece, or the title of a story. */
  pick: (handle: Element) => HTMLElement | undefined;
  target: (place: Element) => HTMLElement | undefined;
  move: (dragged: HTMLElement, target: HTMLElement) => void;
}

/** Lets an element be dragged to the place before another one of its kind. */
function letDrag(root: HTMLElement, { pick, target: targetAt, move }: DragParts): void {
  let dragged: HTMLElement | undefined;
  const mark = (target: HTMLElement | undefined) => {
    for (const one of root.querySelectorAll('.drop-before')) one.classList.remove('drop-before');
    target?.classList.add('drop-before');
  };
  root.addEventListener('dragstart', (event) => {
    dragged = pick(event.target as Element);
    if (dragged) event.dataTransfer?.setData('text/plain', '');
  });
  root.addEventListener('dragover', (event) => {
    const target = dragged && targetAt(event.target as Element);
    if (!target) return;
    event.preventDefault();
    mark(target);
  });
  root.addEventListener('dragend', () => {
    dragged = undefined;
    mark(undefined);
  });
  root.addEventListener('drop', (event) => {
    const target = dragged && targetAt(event.target as Element);
    if (!dragged || !target || target === dragged) return;
    event.preventDefault();
    move(dragged, target);
  });
}
