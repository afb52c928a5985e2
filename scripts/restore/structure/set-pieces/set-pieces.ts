import type { Line } from '../../measure/lines.js';
import { cellLinesAt } from './cell-lines.js';
import { anyGap } from './cells.js';
import { contentsAt } from './contents.js';
import { entriesAt } from './entries.js';
import type { Found, SetPiece } from './found.js';
import { freeVerseAt } from './free-verse.js';
import { namesAt } from './names-list.js';
import { numberedRowsAt } from './numbered-rows.js';
import { playAt } from './play.js';
import { sayingsAt } from './sayings.js';
import { songAt } from './song.js';
import { stanzasAt } from './stanzas.js';
import { tableAt } from './table.js';
import { talliesAt } from './tallies.js';
import { verseAt } from './verse.js';
import { cellRowsAt, pairsAt, shortRowsAt, wordTableAt } from './word-table.js';

type Form = (lines: readonly Line[], from: number) => Found;

/** The forms, each in one file: its line pattern, and the number of lines that make a set piece. */
const forms: readonly [SetPiece['label'], Form][] = [
  ['lines', contentsAt],
  ['speech', playAt],
  ['speech', entriesAt],
  ['lines', sayingsAt],
  ['lines', talliesAt],
  ['lines', numberedRowsAt],
  ['verse', songAt],
  ['verse', verseAt],
  ['table', tableAt],
  ['names', namesAt],
  ['table', wordTableAt],
  ['table', pairsAt],
  ['lines', cellRowsAt],
  ['lines', shortRowsAt],
  ['table', cellLinesAt],
  ['verse', stanzasAt],
  ['verse', freeVerseAt],
];

/** Forms whose first line has a blank inside, as most lines of prose have not: they need not be asked about the others. */
const spaced: readonly Form[] = [
  entriesAt,
  numberedRowsAt,
  tableAt,
  namesAt,
  wordTableAt,
  pairsAt,
  cellRowsAt,
  shortRowsAt,
];
const isSpaced = forms.map(([, look]) => spaced.includes(look));

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
    const hasGap = anyGap.test(lines[from]!.text);
    for (let number = 0; number < forms.length; number++) {
      if (from < tried[number]! || (!hasGap && isSpaced[number])) continue;
      const [label, look] = forms[number]!;
      if (isPlaced && (look === freeVerseAt || look === stanzasAt)) continue;
      const seen = look(lines, from);
      tried[number] = seen.to;
      if (!seen.isFound) continue;
      const { isFound, ends = [], ...found } = seen;
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

/**
 * The pieces without the lines about whose borders a person decided: those are read like any others. Verse, tables and
 * names keep such lines, since they are one block.
 */
export function withoutDecided(
  pieces: readonly SetPiece[],
  lines: readonly Line[],
  { joins, breaks }: Record<'joins' | 'breaks', ReadonlySet<number>>,
): SetPiece[] {
  if (joins.size + breaks.size === 0) return [...pieces];
  const isJoined = (at: number) => lines[at] !== undefined && joins.has(lines[at].start);
  return pieces.flatMap((piece) => {
    const { label, from, to } = piece;
    const own = Array.from({ length: to - from }, (_, at) => from + at);
    if (label === 'lines')
      return own
        .filter((at) => !isJoined(at) && !isJoined(at + 1))
        .map((at) => ({ ...piece, from: at, to: at + 1 }));
    if (label !== 'speech') return [piece];
    if (own.some(isJoined) || isJoined(to)) return [];
    const starts = own.filter((at) => at === from || breaks.has(lines[at]!.start));
    return starts.map((at, index) => ({ ...piece, from: at, to: starts[index + 1] ?? to }));
  });
}

/** 例: a name, the text (and decisions below `===`), `---`, the outcome. */
export const cases = `
## a person parts a speech, and joins two rows
说收藏
甲　您喜欢收藏吗？
乙　喜欢啊，邮票、火花、烟标，还有各种各样
　　的老物件，我都喜欢。
甲　您可真行。
乙　我家都摆满了。
船期
太古行　怡生　由汕頭來　今日到
招商局　江天　由漢口來　明日到
三北公司　寧興　由寧波來
===
break: [各种各样|的老物件]
join: [明日到|三北公司]
---
headline: 说收藏
paragraph: 甲　您喜欢收藏吗？
paragraph: 乙　喜欢啊，邮票、火花、烟标，还有各种各样
paragraph: 的老物件，我都喜欢。
paragraph: 甲　您可真行。
paragraph: 乙　我家都摆满了。
crosshead: 船期
paragraph: 太古行　怡生　由汕頭來　今日到
paragraph: 招商局　江天　由漢口來　明日到三北公司　寧興　由寧波來
`;
