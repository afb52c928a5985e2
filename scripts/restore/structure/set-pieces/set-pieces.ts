import type { Line } from '../../measure/lines.js';
import { cellLinesAt } from './cell-lines.js';
import { contentsAt } from './contents.js';
import type { Found, SetPiece } from './found.js';
import { freeVerseAt } from './free-verse.js';
import { namesAt } from './names-list.js';
import { numberedRowsAt } from './numbered-rows.js';
import { playAt } from './play.js';
import { sayingsAt } from './sayings.js';
import { stanzasAt } from './stanzas.js';
import { tableAt } from './table.js';
import { verseAt } from './verse.js';
import { cellRowsAt, pairsAt, wordTableAt } from './word-table.js';

/** The forms, each in one file: its line pattern, and the number of lines that make a set piece. */
const forms: readonly [SetPiece['label'], (lines: readonly Line[], from: number) => Found][] = [
  ['lines', contentsAt],
  ['speech', playAt],
  ['lines', sayingsAt],
  ['lines', numberedRowsAt],
  ['verse', verseAt],
  ['table', tableAt],
  ['names', namesAt],
  ['table', wordTableAt],
  ['table', pairsAt],
  ['lines', cellRowsAt],
  ['table', cellLinesAt],
  ['verse', stanzasAt],
  ['verse', freeVerseAt],
];

/**
 * Finds set pieces by their form. They are removed before the search for paragraphs, which would join their lines.
 *
 * @param isPlaced true if the lines have places on paper, so that short ones may be parts of longer lines
 */
export function findSetPieces(lines: readonly Line[], isPlaced = false): SetPiece[] {
  const pieces: SetPiece[] = [];
  // Lines of one form that are not a set piece are not one from their second line either.
  const tried = forms.map(() => 0);
  for (let from = 0; from < lines.length; ) {
    let next = from + 1;
    for (const [number, [label, look]] of forms.entries()) {
      if (from < tried[number]! || (isPlaced && (look === freeVerseAt || look === stanzasAt))) continue;
      const { isFound, ends = [], ...found } = look(lines, from);
      tried[number] = found.to;
      if (!isFound) continue;
      const starts = [from, ...ends.slice(0, -1)];
      for (const [at, start] of starts.entries())
        pieces.push({ label, ...found, from: start, to: ends[at] ?? found.to });
      next = found.to;
      break;
    }
    from = next;
  }
  return pieces;
}
