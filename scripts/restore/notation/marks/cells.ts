import { type Mark, marksOf } from './mark.js';

/**
 * 表格 of a notation: its cells are separated by bars, so that an empty one keeps its place. Each row is a line of a
 * block with the role of tables.
 */
export const cellBar = '|';

/** `| a | b |`, with a bar that is not escaped at both ends. */
const barRow = /^\|.*(?<!\\)\|$/u;
export const isBarRow = (text: string): boolean => barRow.test(text);
/** `|---|:-:|`: the line below the head. */
const delimiterRow = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$|^\|\s*:?-+:?\s*\|$/u;
/** A bar with the blanks around it, which are looked at once: a row may have thousands. */
const innerBar = /(?:(?<![ \t\u3000])[ \t\u3000]+)?(?<!\\)\|[ \t\u3000]*/gu;

/** Kinds of the lines of a text in tables of bars: a row, the line below the head, or neither. */
export function barLines(texts: readonly string[]): ('row' | 'delimiter' | undefined)[] {
  const kinds = texts.map((text) =>
    delimiterRow.test(text) ? 'delimiter' : isBarRow(text) ? 'row' : undefined,
  );
  return kinds.map((kind, index) => {
    const [before, next] = [kinds[index - 1], kinds[index + 1]];
    if (kind === 'delimiter') return before || isBare(texts[index - 1]) ? kind : undefined;
    if (next === 'delimiter') return isBare(texts[index]) || kind ? 'row' : undefined;
    // A line alone between bars is no table, and a head without outer bars is known by the line below it.
    return kind && (before || next) ? kind : undefined;
  });
}

/** `a | b` above the line of a head. */
const isBare = (text: string | undefined) => text !== undefined && /[^\\]\|/u.test(text);

/** The marks of a row of bars: the outer ones are no text. */
export function barMarks(row: string): Mark[] {
  // A bar inside a cell is as wide as a Chinese character, so that it separates nothing.
  return [...cellMarks(row, innerBar), ...marksOf(row, /\\\|/gu, '｜')];
}

const cellMarks = (row: string, bar: RegExp): Mark[] =>
  marksOf(row, bar).map((mark) => {
    const isOuter = mark.index === 0 || mark.index + mark.length === row.length;
    return { ...mark, wanted: isOuter ? '' : cellBar };
  });

/** `│ a │ b │` of a table that is drawn. */
export const isDrawnRow = (text: string): boolean => /^[│┃║].*[│┃║]$/u.test(text);
export const drawnMarks = (row: string): Mark[] =>
  cellMarks(row, /(?:(?<![ \t\u3000])[ \t\u3000]+)?[│┃║][ \t\u3000]*/gu);
/** `+---+---+`, `├──┼──┤`: the line between two rows of such a table. */
export const isFrame = (text: string): boolean =>
  /^[+┌├└┏┣┗╔╠╚╟╓╙╒╞╘](?=.*[-─━═].*[+┐┤┘┓┫┛╗╣╝╢╖╜╕╡╛]$)[-+=─-╬]+$/u.test(text);
