import type { Line } from '../../measure/lines.js';
import type { Notation } from '../notation.js';
import { htmlRows } from './html-rows.js';
import { disjoint, inlineMarks } from './inline.js';
import type { LineKind } from './line-kinds.js';

/**
 * Reads a table in HTML inside Markdown, as recognisers write it, from its first line on: a row is a line, whatever the
 * lines of its source are. Returns the number of the first line after it.
 */
export function readTable(
  notation: Notation,
  source: string,
  { lines, kinds, index }: { lines: readonly Line[]; kinds: readonly LineKind[]; index: number },
): number {
  let next = index;
  while (kinds[next] === 'table') {
    next++;
    if (/<\/table>/iu.test(lines[next - 1]!.text)) break;
  }
  const own = lines.slice(index, next);
  markTable(notation, source, { own, start: own[0]!.start, end: own.at(-1)!.end, rule: 'markdown' });
  return next;
}

/** Marks the rows and cells of a table in HTML between two places; `own` are the lines in it. */
export function markTable(
  notation: Notation,
  source: string,
  { own, start, end, rule }: { own: readonly Line[]; start: number; end: number; rule: string },
): void {
  const html = source.slice(start, end);
  let [line, word] = [-1, -1];
  const rows = htmlRows(html).map(({ tag, marks }) => {
    // Where no word stands between two rows, theirs is the same. A bar comes before the words.
    if (word < tag) word = tag + wordAfter(html.slice(tag));
    const first = Math.min(word, marks.find(({ wanted }) => wanted !== '')?.index ?? word);
    while (line + 1 < own.length && own[line + 1]!.start <= start + first) line++;
    return { tag, word: first, line, marks };
  });
  // A row that begins in the line of the row before it needs an end of line; one in a line of its own has it.
  const ends = new Set(rows.flatMap((row, at) => (rows[at - 1]?.line === row.line ? [row.tag] : [])));
  for (const mark of disjoint([...rows.flatMap(({ marks }) => marks), ...inlineMarks(html)]))
    for (const [at, part] of partsOf(html, mark).entries())
      notation.corrections.push({
        range: [start + part.index, start + part.index + part.length],
        wanted: at > 0 ? '' : ends.has(mark.index) ? '\n' : mark.wanted,
        rule,
      });
  const firsts = new Set(rows.map((row) => row.line));
  const first = rows[0]?.line ?? 0;
  notation.roles.push({ range: [start + (rows[0]?.word ?? 0), end], role: 'table' });
  own.forEach((one, index) => {
    if (index <= first) notation.breaks.add(one.start);
    else notation.joins.add(one.start);
    if (!firsts.has(index)) notation.sewn.add(one.start);
  });
}

/** How far the first word of HTML is from its beginning. */
const wordAfter = (html: string) => /^(?:\s|<[^<>]*>)*/u.exec(html)![0].length;

/** The parts of a mark in the lines that it stands in. */
const partsOf = (html: string, { index, length }: { index: number; length: number }) =>
  [...html.slice(index, index + length).matchAll(/\S[^\n]*\S|\S/gu)].map(({ 0: part, index: at }) => ({
    index: index + at,
    length: part.length,
  }));
