import type { Line } from './lines.js';

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
    const to = Math.max(verseEnd(lines, from), tableEnd(lines, from));
    if (to > from) pieces.push({ from, to, label: verseEnd(lines, from) > from ? 'verse' : 'table' });
    from = Math.max(to, from + 1);
  }
  return pieces;
}

const clause = /^([\u3400-\u9fff]{4,7})(?:[，、；]([\u3400-\u9fff]{4,7}))?[，。；！？、]$/u;
/** Four lines of one clause or two lines of two are the shortest poem; prose in a narrow column has no such lines. */
const leastClauses = 4;

/** 诗: lines of one form, each a clause or two of as many characters, with a mark at the end of each. */
function verseEnd(lines: readonly Line[], from: number): number {
  const form = verseForm(lines[from]!);
  if (!form) return from;
  let to = from + 1;
  while (to < lines.length && verseForm(lines[to]!) === form) to++;
  const clauses = (to - from) * (form.endsWith('2') ? 2 : 1);
  return clauses >= leastClauses && /[。！？]$/u.test(lines[to - 1]!.text) ? to : from;
}

/** "5 1" is one clause of five characters, "7 2" two of seven; undefined is no verse. */
function verseForm({ text }: Line): string | undefined {
  const found = text.length <= 16 ? clause.exec(text) : null;
  if (!found || (found[2] && found[2].length !== found[1]!.length)) return undefined;
  return `${found[1]!.length} ${found[2] ? 2 : 1}`;
}

const wideGap = /\t+|[ \u3000]{2,}|\u3000/u;
const anyGap = /[ \u3000\t]+/u;
const numeric = /^[-+−]?[\d０-９][\d０-９.,，/:-]*(?:[%％‰°℃]|[\u3400-\u9fff]{0,3})$/u;

/** 表: two rows or more of as many cells, three where single blanks part them, and numbers in most of them. */
function tableEnd(lines: readonly Line[], from: number): number {
  for (const [gap, least] of [
    [wideGap, 2],
    [anyGap, 3],
  ] as const) {
    const cells = cellsOf(lines[from]!, gap);
    if (cells.length < least) continue;
    let to = from;
    let rows = 0;
    while (to < lines.length) {
      const row = cellsOf(lines[to]!, gap);
      if (row.length !== cells.length) break;
      if (row.some((cell) => numeric.test(cell))) rows++;
      to++;
    }
    if (to - from >= least && rows * 2 >= to - from && rows >= 2) return to;
  }
  return from;
}

function cellsOf({ text }: Line, gap: RegExp): string[] {
  if (text.length > 80 || /[。，；：！？]/u.test(text)) return [];
  return text.split(gap);
}
