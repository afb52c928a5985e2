import { hanRun } from '../../text/characters.js';
import { contextOf } from '../doubt.js';
import { findPlaces } from './find-places.js';
import type { NameKind } from './name-kind.js';
import { findNames, type Names } from './names.js';
import { simplify } from './own-words.js';
import { type Clause, findPersons } from './people/persons.js';
import { segment } from './segment.js';
import { getWords } from './words.js';

/** A likely name: the index to which it belongs, its count in the text, and its first place. */
export interface Candidate {
  source: string;
  kind: NameKind;
  count: number;
  context: string;
}

/**
 * 专名候选: persons (after 记者, 市长, 代表 … and with a surname), then places (with an ending such as 县 or 水库), the most
 * frequent first. A Traditional text is searched by its characters' Simplified forms, and keeps its own.
 */
export function proposeNames(text: string, names: Names): Candidate[] {
  const simple = simplify(text);
  // A form of another length would shift all later offsets.
  const searched = simple.length === text.length ? simple : text;
  const known = new Set(names.list.map(({ source }) => source));
  const found = new Map<string, Candidate>();
  const note = ({ start, end }: { start: number; end: number }, kind: NameKind) => {
    const source = text.slice(start, end);
    if (source.length < 2 || known.has(source) || findNames(names, source).length > 0) return;
    const candidate = found.get(source);
    if (candidate) candidate.count++;
    else found.set(source, { source, kind, count: 1, context: contextOf(text, start, end) });
  };
  for (const match of searched.matchAll(hanRun)) {
    const clause = clauseOf(searched, match.index, match.index + match[0].length);
    const persons = findPersons(clause);
    for (const person of persons) note(person, 'person');
    for (const place of findPlaces(clause))
      if (!persons.some(({ start, end }) => start < place.end && place.start < end)) note(place, 'place');
  }
  const isPlace = ({ kind }: Candidate) => (kind === 'place' ? 1 : 0);
  return [...found.values()].sort((a, b) => isPlace(a) - isPlace(b) || b.count - a.count);
}

function clauseOf(text: string, start: number, end: number): Clause {
  const ends = new Int32Array(end - start + 1);
  const people = new Uint8Array(end - start + 1);
  segment(text, [start, end], getWords(), ends, people);
  return { text, start, end, ends, people };
}
