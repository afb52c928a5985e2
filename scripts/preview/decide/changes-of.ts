import type { Overrides } from '../../article/overrides-file.js';
import type { CharactersDecision, Decision, PlainDecision, Proof } from '../layout/proof.js';
import { changeOf } from './decide.js';
import { type Change, type Entry, isEmpty } from './decision.js';
import { ownPassage } from './own-passage.js';

/** The state that a decision was made on. */
export interface Seen {
  proof: Proof | undefined;
  overrides: Pick<Overrides, 'characters' | 'add' | 'cut' | 'merge'>;
  /** The text of a manuscript. */
  read: (name: string) => string;
}

/** Decisions about the manuscript's words, which hold for any source. */
const free = ['name', 'characters', 'misplaced', 'text', 'own'] as const;
type Free = Extract<PlainDecision, { kind: (typeof free)[number] }>;
const isAboutSource = (decision: PlainDecision): decision is Exclude<PlainDecision, Free> =>
  !free.some((kind) => kind === decision.kind);

/** True for a decision that must be made on the present source. */
export const needsSource = (decision: Decision): boolean =>
  decision.kind === 'several' ? decision.decisions.some(isAboutSource) : isAboutSource(decision);

/** The changes of files that carry a decision out. */
export function changesOf(
  decision: Decision,
  { proof, overrides, read }: Seen,
): { changes: Change[]; refused: unknown[] } {
  const all = decision.kind === 'several' ? decision.decisions : [decision];
  const misplaced = all.flatMap((one) => (one.kind === 'misplaced' ? one.names : []));
  const characters = [
    ...all.filter((one) => one.kind === 'characters'),
    ...misplaced.map(
      ({ character, as, word }): CharactersDecision => ({ kind: 'characters', character, as, words: [word] }),
    ),
  ];
  const names: Change = {
    file: 'names',
    add: all.flatMap((one) => (one.kind === 'name' ? [`${one.edition}: ${one.output} = ${one.source}`] : [])),
    remove: [...new Set(misplaced.map(({ line }) => line))],
  };
  const standing = {
    replaced: proof?.replaced ?? [],
    added: overrides.add,
    cut: overrides.cut,
    merged: overrides.merge,
  };
  const refused: unknown[] = [];
  const places = all.flatMap((one) => {
    if (!isAboutSource(one)) return [];
    try {
      return [changeOf(proof!.source, one, standing)];
    } catch (error) {
      refused.push(error);
      return [];
    }
  });
  // Of several, those that have a place are carried out; the others are reported.
  if (refused.length === all.length) throw refused[0];
  const texts = all.flatMap((one): Change[] => {
    if (one.kind === 'text') return [{ file: 'text', name: one.name, before: one.before, after: one.after }];
    return one.kind === 'own'
      ? [{ file: 'text', name: one.name, ...ownPassage(one.name, read(one.name), one) }]
      : [];
  });
  const decided = characters.length > 0 ? [charactersChange(characters, overrides.characters)] : [];
  const changes = [names, ...decided, ...places, ...texts].filter((change) => !isEmpty(change));
  return { changes, refused };
}

/**
 * 定字: entries with these decisions. Words join the entry of the same character and form, so that a decision stays
 * one line, and leave the entries that gave them another form.
 */
function charactersChange(
  decisions: readonly CharactersDecision[],
  standing: Overrides['characters'],
): Change {
  const keyOf = ({
    character,
    as,
    edition,
  }: {
    character: string;
    as: string;
    edition?: string | undefined;
  }) => JSON.stringify([character, as, edition ?? '']);
  const entries = new Map(standing.map((entry) => [keyOf(entry), { ...entry, in: [...entry.in] }]));
  for (const { character, as, words, edition } of decisions) {
    for (const entry of entries.values())
      if (entry.character === character && entry.edition === edition)
        entry.in = entry.in.filter((word) => !words.includes(word));
    const key = keyOf({ character, as, edition });
    const own = entries.get(key) ?? { character, as, in: [], ...(edition !== undefined && { edition }) };
    own.in = [...new Set([...own.in, ...words])];
    entries.set(key, own);
  }
  const before = new Set(standing.map((entry) => JSON.stringify(entry)));
  const now = [...entries.values()].filter(({ in: words }) => words.length > 0);
  const after = new Set(now.map((entry) => JSON.stringify(entry)));
  return {
    file: 'overrides',
    add: now.filter((entry) => !before.has(JSON.stringify(entry))).map(entryOf),
    remove: standing.filter((entry) => !after.has(JSON.stringify(entry))).map(entryOf),
  };
}

function entryOf({ character, as, in: words, edition }: Overrides['characters'][number]): Entry {
  return {
    list: 'characters',
    value: { character, as, in: [...words], ...(edition !== undefined && { edition }) },
  };
}
