import { type Caret, sourceRange, textOffset } from './caret.browser.js';
import { fill, hasMarks, textOf } from './piece-content.browser.js';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

interface StepParts {
  root: HTMLElement;
  caret: Caret;
  here: () => HTMLElement | undefined;
  reach: (piece: HTMLElement | undefined, at?: number) => void;
}

/** The navigation keys of the proof: from piece to piece, line end to line end, character by character, by marks. */
export function stepKeys({ root, caret, here, reach }: StepParts): Record<string, () => void> {
  const piecesOf = () => [...root.querySelectorAll<HTMLElement>('.piece')];
  const stepPiece = (by: number) => {
    const all = piecesOf();
    const next = all[Math.max(0, Math.min(all.indexOf(here()!) + by, all.length - 1))];
    next?.focus({ preventScroll: true });
    reach(next);
  };
  /** Steps to the edge of a printed line, there and back. */
  const stepLine = (by: 1 | -1) => {
    const edges = piecesOf().flatMap((piece) =>
      [piece.dataset.start, ...(piece.dataset.lines ?? '').split(' ').filter(Boolean)].map((at) => ({
        piece,
        at: Number(at),
      })),
    );
    const now = edges.findLastIndex(({ piece, at }) => piece === here() && at <= (caret.point()?.at ?? 0));
    const isAtEdge = edges[now]?.at === caret.point()?.at;
    const edge = edges[Math.max(0, by > 0 || !isAtEdge ? now + Math.max(by, 0) : now - 1)];
    if (!edge) return;
    edge.piece.focus({ preventScroll: true });
    reach(edge.piece, edge.at);
  };
  const step = (by: 1 | -1, extend = false) => {
    if (!here()) return stepPiece(1);
    if (!caret.move(by, extend) && !extend) stepPiece(by);
  };
  /** Steps to the next border of words, or to an end of the piece. */
  const stepWord = (by: 1 | -1, extend = false) => {
    const piece = here();
    const point = caret.point();
    if (!piece || !point) return stepPiece(1);
    const offset = textOffset(piece, point.at);
    const words = [...segmenter.segment(textOf(piece))].map(({ index }) => index);
    const next = by > 0 ? words.find((at) => at > offset) : words.findLast((at) => at < offset);
    toOffset(next ?? (by > 0 ? textOf(piece).length : 0), extend);
  };
  const toOffset = (offset: number, extend: boolean) => {
    const piece = here();
    const point = caret.point();
    if (!piece || !point) return;
    const length = textOf(piece).length;
    const range =
      offset < length ? sourceRange(piece, offset, offset + 1) : sourceRange(piece, length - 1, length);
    const at = offset < length ? range?.[0] : range?.[1];
    if (at !== undefined) caret.set(piece, at, extend ? point.anchor : at);
  };
  const marksOf = (piece: HTMLElement | undefined) => {
    if (piece) fill(piece);
    return [...(piece?.querySelectorAll<HTMLElement>('.mark') ?? [])];
  };
  const stepMark = (by: 1 | -1) => {
    const piece = here();
    const own = marksOf(piece);
    const at = caret.point()?.at ?? 0;
    const standing = own.findIndex((one) => one.classList.contains('here'));
    const first = Math.max(
      0,
      own.findIndex((one) => Number(one.dataset.end) >= at),
    );
    const next = own[standing >= 0 ? standing + by : first];
    if (next) return next.focus();
    const all = piecesOf();
    const index = piece ? all.indexOf(piece) : -1;
    const beyond =
      by > 0 ? all.slice(index + 1).find(hasMarks) : all.slice(0, Math.max(0, index)).findLast(hasMarks);
    marksOf(beyond)
      .at(by > 0 ? 0 : -1)
      ?.focus();
  };
  return {
    j: () => stepPiece(1),
    k: () => stepPiece(-1),
    ArrowDown: () => stepLine(1),
    ArrowUp: () => stepLine(-1),
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    'Shift ArrowRight': () => step(1, true),
    'Shift ArrowLeft': () => step(-1, true),
    'Word ArrowRight': () => stepWord(1),
    'Word ArrowLeft': () => stepWord(-1),
    'Word Shift ArrowRight': () => stepWord(1, true),
    'Word Shift ArrowLeft': () => stepWord(-1, true),
    Home: () => toOffset(0, false),
    End: () => toOffset(Number.POSITIVE_INFINITY, false),
    'Shift Home': () => toOffset(0, true),
    'Shift End': () => toOffset(Number.POSITIVE_INFINITY, true),
    ',': () => stepMark(-1),
    '.': () => stepMark(1),
  };
}
