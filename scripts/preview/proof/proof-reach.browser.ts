import { fold, learnForms } from '../controls/fold.browser.js';
import { type Caret, placeOfText, sourceRange } from './caret.browser.js';
import { textOf } from './piece-content.browser.js';
import { pieceAt } from './proof-story.browser.js';

interface ReachParts {
  root: HTMLElement;
  caret: Caret;
  /** Makes a piece the current one. */
  select: (piece: HTMLElement, at?: number) => void;
  /** Brings a piece into sight. */
  bring: (piece: HTMLElement) => void;
}

/** Ways to a place of the proof, from a doubt, a picture, or a page. */
export function reachActs({ root, caret, select, bring }: ReachParts) {
  const pieces = () => root.querySelectorAll<HTMLElement>('.piece');
  return {
    /** Goes to a place of the source, and marks its characters. */
    reach: (at: number, end = at) => {
      const piece = pieceAt(root, at) ?? pieceAt(root, end);
      if (!piece) return;
      bring(piece);
      select(piece, at);
      caret.set(piece, at);
      if (end > at) caret.set(piece, end, at);
    },
    /** Goes to a character within some words of the manuscript, unless the words were edited there. */
    reachWords({ text, at }: { text: string; at: number }): void {
      for (const piece of pieces()) {
        const place = placeOfText(piece, text.trim(), at);
        if (!place) continue;
        bring(piece);
        select(piece, place[0]);
        caret.set(piece, place[1], place[0]);
        return;
      }
    },
    /** Goes to the place of words on a page, which may be in another script. */
    async reachFolded({ text, at }: { text: string; at: number }): Promise<void> {
      await learnForms();
      const wanted = fold(text);
      for (const piece of pieces()) {
        const found = fold(textOf(piece)).indexOf(wanted);
        if (found < 0) continue;
        const range = sourceRange(piece, found + at, found + at + 1);
        bring(piece);
        piece.focus({ preventScroll: true });
        select(piece, range?.[0]);
        if (range) caret.set(piece, range[1], range[0]);
        return;
      }
    },
  };
}
