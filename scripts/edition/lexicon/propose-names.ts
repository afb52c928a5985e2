import { hanRun } from '../../text/characters.js';
import { contextOf } from '../doubt.js';
import { findNames, type Names } from './names.js';
import { findPersons } from './persons.js';
import { segment } from './segment.js';
import { getWords } from './words.js';

/** A likely name: its count in the text, and its first place. */
export interface Candidate {
  source: string;
  count: number;
  context: string;
}

/** 专名候选: words after 记者, 市长, 代表 … that begin with a surname; the most frequent first. */
export function proposeNames(text: string, names: Names): Candidate[] {
  const known = new Set(names.list.map(({ source }) => source));
  const found = new Map<string, Candidate>();
  for (const match of text.matchAll(hanRun)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const ends = new Int32Array(end - start + 1);
    const people = new Uint8Array(end - start + 1);
    segment(text, [start, end], getWords(), ends, people);
    for (const person of findPersons({ text, start, end, ends, people })) {
      const source = text.slice(person.start, person.end);
      if (source.length < 2 || known.has(source) || findNames(names, source).length > 0) continue;
      const candidate = found.get(source);
      if (candidate) candidate.count++;
      else found.set(source, { source, count: 1, context: contextOf(text, person.start, person.end) });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
