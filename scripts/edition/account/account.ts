import type { ChangeName, KnownChanges } from '../../article/known-changes.js';

/** Number of characters changed, by kind of change. */
export type Tally = Partial<Record<ChangeName, number>>;

/** The place where two texts diverge: no known change explains the next character. Offsets in UTF-16 units. */
export interface Parting {
  source: number;
  adapted: number;
}

/** One explanation of the texts up to some place. */
interface Way {
  changes: Tally;
}

/**
 * 核对: accounts for each character of an edition's text by one of the manuscript's, left as it was or changed by a
 * known change. All ways are followed at once, for a name may begin with a character that stays.
 *
 * @returns the changes, or the furthest place that can be accounted for.
 */
export function account(source: string, adapted: string, known: KnownChanges): Tally | Parting {
  const ways = new Map<number, Map<number, Way>>([[0, new Map([[0, { changes: {} }]])]]);
  const lead = (from: number, to: number, way: Way) => {
    const there = ways.get(from) ?? new Map<number, Way>();
    if (!there.has(to)) there.set(to, way);
    ways.set(from, there);
  };
  let parting: Parting = { source: 0, adapted: 0 };
  for (let at = 0; at <= source.length; at++) {
    const here = ways.get(at);
    if (!here) continue;
    ways.delete(at);
    const done = here.get(adapted.length);
    if (at === source.length && done) return done.changes;
    const words = at < source.length ? known.ofWords(source, at) : [];
    for (const [to, way] of here) {
      parting = { source: at, adapted: to };
      for (const word of words)
        if (adapted.startsWith(word.to, to))
          lead(at + word.from.length, to + word.to.length, withChange(way, word.name));
      if (at < source.length && to < adapted.length) stepOn({ source, adapted, at, to }, known, way, lead);
    }
  }
  return parting;
}

interface Step {
  source: string;
  adapted: string;
  at: number;
  to: number;
}

/** Continues an explanation by one character for one. */
function stepOn(
  { source, adapted, at, to }: Step,
  known: KnownChanges,
  way: Way,
  lead: (from: number, to: number, way: Way) => void,
): void {
  const own = String.fromCodePoint(source.codePointAt(at)!);
  const other = String.fromCodePoint(adapted.codePointAt(to)!);
  const name = own === other ? undefined : known.ofCharacter(own, other);
  if (own === other) lead(at + own.length, to + other.length, way);
  else if (name) lead(at + own.length, to + other.length, withChange(way, name));
}

function withChange({ changes }: Way, name: ChangeName): Way {
  return { changes: { ...changes, [name]: (changes[name] ?? 0) + 1 } };
}
