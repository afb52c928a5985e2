import { followSource } from '../decide/follow-source.js';
import type { Caret, Point } from './caret.browser.js';
import { fill, textOf } from './piece-content.browser.js';
import { pieceAt } from './proof-story.browser.js';

/** A person's place on the proof, in offsets of its source; kept when a new state arrives. */
export interface ProofPlace {
  source: string;
  /** Start of the current piece, and the caret in it. */
  piece: number | undefined;
  /** Its number among all, and its text: words that were added have no place in the source. */
  nth: number;
  text: string;
  point: Point | undefined;
  /** The current mark: the end of its edit. */
  mark: number | undefined;
  focus: 'piece' | 'mark' | 'elsewhere';
  /** The first visible piece, and its distance from the top, in px. */
  top: { piece: number; below: number } | undefined;
}

const piecesIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('.piece')];

export function proofPlaceIn(root: HTMLElement, caret: Caret, source: string): ProofPlace {
  const here = root.querySelector<HTMLElement>('.piece[aria-current]');
  const mark = root.querySelector<HTMLElement>('.mark.here');
  const focused = document.activeElement;
  const edge = root.getBoundingClientRect().top;
  const first = piecesIn(root).find((piece) => piece.getBoundingClientRect().bottom > edge);
  return {
    source,
    nth: here ? piecesIn(root).indexOf(here) : -1,
    text: here ? textOf(here) : '',
    piece: here ? Number(here.dataset.start) : undefined,
    point: caret.point(),
    mark: mark ? Number(mark.dataset.end) : undefined,
    focus: mark && focused === mark ? 'mark' : focused && here?.contains(focused) ? 'piece' : 'elsewhere',
    top: first && {
      piece: Number(first.dataset.start),
      below: first.getBoundingClientRect().top - edge,
    },
  };
}

/** The same place in another source; a selection in a changed passage is dropped. */
export function movedTo(source: string, place: ProofPlace): ProofPlace {
  if (source === place.source) return place;
  const moved = followSource(place.source, source);
  const [at, anchor] = [place.point && moved(place.point.at), place.point && moved(place.point.anchor)];
  const top = place.top && moved(place.top.piece);
  return {
    ...place,
    source,
    piece: place.piece === undefined ? undefined : moved(place.piece),
    point: at === undefined ? undefined : { at, anchor: anchor ?? at },
    mark: place.mark === undefined ? undefined : moved(place.mark),
    top: top === undefined ? undefined : { ...place.top!, piece: top },
  };
}

/** The current piece in a new state; what a person added is known by its words, or else by its number. */
export function pieceOfPlace(root: HTMLElement, { piece, point, nth, text }: ProofPlace) {
  const standing = pieceAt(root, point?.at ?? piece ?? -1) ?? pieceAt(root, piece ?? -1);
  if (standing || nth < 0) return standing;
  const own = piecesIn(root).filter(({ dataset }) => dataset.start === '-1');
  return own.find((one) => textOf(one) === text) ?? piecesIn(root)[nth];
}

/** Scrolls so that the same piece is at the top again, whatever was inserted above it. */
export function scrollBackTo(root: HTMLElement, { top }: ProofPlace): void {
  const piece = top && pieceAt(root, top.piece);
  if (!piece) return;
  const edge = root.getBoundingClientRect().top;
  root.scrollTop += piece.getBoundingClientRect().top - edge - top.below;
}

export function isInSight(root: HTMLElement, piece: HTMLElement | undefined): boolean {
  const [frame, box] = [root.getBoundingClientRect(), piece?.getBoundingClientRect()];
  return box !== undefined && box.bottom > frame.top && box.top < frame.bottom;
}

/** Brings a piece to the middle of the window; `seen` fills its surroundings, which may move it. */
export function bringInSight(piece: HTMLElement, seen: () => void): void {
  fill(piece);
  piece.scrollIntoView({ block: 'center' });
  seen();
  piece.scrollIntoView({ block: 'center' });
}
