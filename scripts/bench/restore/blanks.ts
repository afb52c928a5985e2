import type { Edit } from '../../article/ledger.js';
import type { Piece } from '../../article/restoration.js';
import { isSpace } from '../../text/characters.js';

/** 1 where the restored text has a space before the source's character. */
export function blanksBefore(text: string, edits: readonly Edit[], pieces: readonly Piece[]): Uint8Array {
  const blanks = new Uint8Array(text.length);
  const edited = new Int32Array(text.length).fill(-1);
  edits.forEach((edit, index) => {
    edited.fill(index, edit.start, edit.end);
  });
  for (const { ranges } of pieces) {
    const state: State = { pending: 0, lastEdit: -1 };
    for (const [start, end] of ranges) {
      for (let at = start; at < end; at++) step({ text, edits, edited, blanks }, state, at);
    }
  }
  return blanks;
}

interface State {
  /** 1 when a space has been written since the last visible character. */
  pending: 0 | 1;
  lastEdit: number;
}

interface Known {
  text: string;
  edits: readonly Edit[];
  edited: Int32Array;
  blanks: Uint8Array;
}

function step({ text, edits, edited, blanks }: Known, state: State, at: number): void {
  const index = edited[at]!;
  const isBlank = isSpace(text.charCodeAt(at));
  const replacement = index < 0 ? '' : edits[index]!.replacement;
  const isFirst = index >= 0 && index !== state.lastEdit;
  if (index < 0 && isBlank) state.pending = 1;
  if (isFirst && /^\s/u.test(replacement)) state.pending = 1;
  if (!isBlank) {
    blanks[at] = state.pending;
    state.pending = 0;
  }
  if (isFirst && /\s$/u.test(replacement)) state.pending = 1;
  if (index >= 0) state.lastEdit = index;
}
