import type { Finding } from '../finding.js';
import { findingAt, type Paper } from './paper.js';

const remedy =
  'Build again; if it stays, shorten the note or the paragraph that calls it: they find no place on one page.';

/** A note among the book's characters. */
interface Begun {
  note: string;
  start: number;
  end: number;
}

/** 脚注: a note begins on the page that calls it, or where the one before it ends, if that goes on overleaf. */
export function checkNotes(paper: Paper): Finding[] {
  const { leafAt, leaves } = paper.written;
  const calls = new Map<string, Set<number>>();
  const notes: Begun[] = [];
  leafAt.forEach((leaf, character) => {
    const { note, calls: called } = leaves[leaf]!;
    const last = notes.at(-1);
    if (note !== undefined && last?.note === note && last.end === character) last.end++;
    else if (note !== undefined) notes.push({ note, start: character, end: character + 1 });
    if (called !== undefined && leaf !== leafAt[character - 1]) {
      const pages = calls.get(called) ?? new Set();
      calls.set(called, pages.add(paper.placeOf(character).page));
    }
  });
  return notes.flatMap(({ note, start, end }, index) => {
    const pages = calls.get(note);
    const { page } = paper.placeOf(start);
    const text = textAfterMark(paper, { start, end });
    if (text !== undefined && paper.placeOf(text).page !== page) {
      const problem = 'is a footnote whose number stands on another page';
      return [findingAt(paper, text, { rule: 'note', problem, remedy })];
    }
    if (!pages || pages.has(page)) return [];
    const before = notes[index - 1];
    const free = before ? paper.placeOf(before.end - 1).page : -1;
    const waits = [...pages].some((called) => free > called) && (page === free || page === free + 1);
    if (waits) return [];
    const called = [...pages].map((one) => one + 1).join(' and ');
    const problem = `is a footnote that page ${called} calls`;
    return [findingAt(paper, start, { rule: 'note', problem, remedy })];
  });
}

/** The first character of a note after its number. */
function textAfterMark({ written: { leafAt } }: Paper, { start, end }: Pick<Begun, 'start' | 'end'>) {
  for (let at = start; at < end; at++) if (leafAt[at] !== leafAt[start]) return at;
  return undefined;
}
