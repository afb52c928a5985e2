import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import type { Line } from '../measure/lines.js';

/** Set piece: lines whose ends the author meant, not the measure: a poem's, a table's rows. */
export interface SetPiece {
  /** First line and the one after the last. */
  from: number;
  to: number;
  label: 'verse' | 'table';
}

/** Finds poems and tables by their form; they leave the text before the search, which would fill their lines up. */
export function findSetPieces(lines: readonly Line[]): SetPiece[] {
  const pieces: SetPiece[] = [];
  for (let from = 0; from < lines.length; ) {
    const verse = verseAt(lines, from);
    const found = verse.isFound ? verse : tableAt(lines, from);
    if (found.isFound) pieces.push({ from, to: found.to, label: found === verse ? 'verse' : 'table' });
    // Lines of one form that are no set piece are none from their second on either.
    from = found.isFound ? found.to : Math.max(verse.to, found.to, from + 1);
  }
  return pieces;
}

/** Lines of one form, and whether they make a set piece. */
interface Found {
  to: number;
  isFound: boolean;
}

const clause = pattern('u')`^([${han}]{4,7})(?:[，、；]([${han}]{4,7}))?[，。；！？、]$`;
/** Four lines of one clause or two lines of two are the shortest poem; prose in a narrow column has no such lines. */
const leastClauses = 4;

/** 诗: lines of one form, each a clause or two of as many characters, with a mark at the end of each. */
function verseAt(lines: readonly Line[], from: number): Found {
  const form = verseForm(lines[from]!);
  if (!form) return { to: from, isFound: false };
  let to = from + 1;
  while (to < lines.length && verseForm(lines[to]!) === form) to++;
  const clauses = (to - from) * (form.endsWith('2') ? 2 : 1);
  return { to, isFound: clauses >= leastClauses && /[。！？]$/u.test(lines[to - 1]!.text) };
}

/** "5 1" is one clause of five characters, "7 2" two of seven; undefined is no verse. */
function verseForm({ text }: Line): string | undefined {
  const found = text.length <= 16 ? clause.exec(text) : null;
  if (!found || (found[2] && found[2].length !== found[1]!.length)) return undefined;
  return `${found[1]!.length} ${found[2] ? 2 : 1}`;
}

const wideGap = /\t+|[ \u3000]{2,}|\u3000/u;
const anyGap = /[ \u3000\t]+/u;
const numeric = pattern('u')`^[-+−]?[\d０-９][\d０-９.,，/:-]*(?:[%％‰°℃]|[${han}]{0,3})$`;

/** 表: two rows or more of as many cells, three where single blanks part them, and numbers in most of them. */
function tableAt(lines: readonly Line[], from: number): Found {
  let to = from;
  for (const [gap, cells] of [
    [wideGap, 2],
    [anyGap, 3],
  ] as const) {
    const found = rowsAt(lines, from, { gap, cells });
    if (found.isFound) return found;
    to = Math.max(to, found.to);
  }
  return { to, isFound: false };
}

function rowsAt(lines: readonly Line[], from: number, { gap, cells }: { gap: RegExp; cells: number }): Found {
  const count = cellsOf(lines[from]!, gap).length;
  if (count < cells) return { to: from, isFound: false };
  let to = from;
  let rows = 0;
  for (; to < lines.length; to++) {
    const row = cellsOf(lines[to]!, gap);
    if (row.length !== count) break;
    if (row.some((cell) => numeric.test(cell))) rows++;
  }
  return { to, isFound: to - from >= cells && rows * 2 >= to - from && rows >= 2 };
}

function cellsOf({ text }: Line, gap: RegExp): string[] {
  if (text.length > 80 || /[。，；：！？]/u.test(text)) return [];
  return text.split(gap);
}
