import type { Range } from '../../article/ledger.js';
import { type Overrides, overrideRoles } from '../../article/overrides-file.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { AddedDecision, Beside, Decision } from '../layout/proof.js';
import { borderAnchor, dense, nthAnchor, passageAnchor, wordsAnchor } from './anchor.js';
import type { Entry, OverridesChange } from './decision.js';

/** A decision about places of the source. */
export type SourceDecision = Extract<
  Decision,
  {
    kind:
      | 'join'
      | 'break'
      | 'role'
      | 'title'
      | 'keep'
      | 'accept'
      | 'cut'
      | 'merge'
      | 'move'
      | 'add'
      | 'added'
      | 'replace';
  }
>;

/** Existing entries, which a decision may replace. */
export interface Standing {
  replaced?: readonly Replacement[];
  added?: Overrides['add'];
  cut?: readonly string[];
  merged?: readonly string[];
}

/**
 * @throws a problem when the words of the place occur in the source more than once, however many are taken.
 */
export function changeOf(
  source: string,
  decision: SourceDecision,
  { replaced = [], added = [], cut = [], merged = [] }: Standing = {},
): OverridesChange {
  const overrides = (add: Entry[], remove: Entry[] = []): OverridesChange => ({
    file: 'overrides',
    add,
    remove,
  });
  switch (decision.kind) {
    case 'join':
    case 'break': {
      const value = anchored(borderAnchor(source, decision.at));
      const other = decision.kind === 'join' ? 'break' : 'join';
      return overrides([{ list: decision.kind, value }], [{ list: other, value }]);
    }
    case 'role': {
      // A running head has no more words than itself, and other lines may have them, too.
      const place = placeOf(source, decision.ranges);
      if (!overrideRoles.some((role) => role === decision.role)) throw problem(say('unknown-role'));
      const others = overrideRoles.filter((role) => role !== decision.role);
      const remove = others.map((role): Entry => ({ list: 'role', value: { ...place, role } }));
      return overrides([{ list: 'role', value: { ...place, role: decision.role } }], remove);
    }
    case 'title': {
      const title = anchored(wordsAnchor(source, decision.title));
      const of = decision.of && anchored(wordsAnchor(source, decision.of));
      return overrides([{ list: 'title', value: { title, ...(of && { of }) } }]);
    }
    case 'replace':
      return overrides(...replacement(source, decision, replaced));
    case 'cut':
    case 'merge': {
      const value = anchored(wordsAnchor(source, decision.ranges));
      const other = decision.kind === 'cut' ? 'merge' : 'cut';
      // One takes the other back: a story that was cut is whole again without a word about it.
      const isBack = (decision.kind === 'cut' ? merged : cut).includes(value);
      return overrides(isBack ? [] : [{ list: decision.kind, value }], [{ list: other, value }]);
    }
    case 'move': {
      const text = anchored(wordsAnchor(source, decision.ranges));
      const value = { [decision.isStory ? 'story' : 'text']: text, ...besideOf(source, decision.beside) };
      return overrides([{ list: 'move', value }]);
    }
    case 'add': {
      if (!overrideRoles.some((role) => role === decision.role)) throw problem(say('unknown-role'));
      const { role, text } = decision;
      return overrides([{ list: 'add', value: { role, text, ...besideOf(source, decision.beside) } }]);
    }
    case 'added':
      return overrides(...addition(source, decision, added));
    case 'accept': {
      const place = placeOf(source, [decision.range]);
      return overrides([{ list: 'accept', value: { rule: decision.rule, ...place } }]);
    }
    case 'keep': {
      const place = placeOf(source, decision.ranges);
      return overrides([{ list: 'keep', value: 'nth' in place ? place : place.text }]);
    }
  }
}

type Replacement = Pick<Overrides['replace'][number], 'text' | 'with'>;

/** The entry of words that a person has added, in its new form. */
function addition(
  source: string,
  { entry, was, now }: AddedDecision,
  added: Overrides['add'],
): [add: Entry[], remove: Entry[]] {
  const old = added[entry];
  if (!old || (was !== undefined && old.text !== was))
    throw problem(say('source-changed'), { note: say('look-again') });
  const { role, text, ...place } = old;
  const remove: Entry[] = [{ list: 'add', value: { role, text, ...plainPlace(place) } }];
  if (now === null) return [[], remove];
  if (now.role !== undefined && !overrideRoles.some((one) => one === now.role))
    throw problem(say('unknown-role'));
  const value = {
    role: now.role ?? role,
    text: now.text ?? text,
    ...(now.beside ? besideOf(source, now.beside) : plainPlace(place)),
  };
  return [[{ list: 'add', value }], remove];
}

const plainPlace = ({ before, after }: Pick<Overrides['add'][number], 'before' | 'after'>) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

/** Widens the words until they occur in the source once; the difference is found again when they are applied. */
function replacement(
  source: string,
  { range, wanted }: Extract<Decision, { kind: 'replace' }>,
  standing: readonly Replacement[],
): [add: Entry[], remove: Entry[]] {
  const anchor = passageAnchor(source, range);
  if (!anchor) throw severalTimes();
  const { before, words, after, at } = anchor;
  const opening =
    wanted.length > words.length && wanted.endsWith(words) ? openingAnchor(source, range) : undefined;
  const fresh: Replacement =
    opening === undefined
      ? { text: before + words + after, with: before + wanted + after }
      : { text: opening, with: wanted.slice(0, wanted.length - words.length) + opening };
  const old = standing.filter((one) => isOver(one, source, [at, at + words.length]));
  const entryOf = ({ text, with: written }: Replacement): Entry => ({
    list: 'replace',
    value: { text, with: written },
  });
  const isSame = (one: Replacement) => one.text === fresh.text && one.with === fresh.with;
  return [wanted === words ? [] : [entryOf(fresh)], old.filter((one) => !isSame(one)).map(entryOf)];
}

/** Longest words by which the place of an insertion is told. */
const longestOpening = 60;

/**
 * Words that begin with a stretch and stand once: what is inserted before the first character of a block belongs to this
 * block, and words of the block above would take it there. Undefined where they must be too long.
 */
function openingAnchor(source: string, [start]: Range): string | undefined {
  const anchor = wordsAnchor(source, [[start, Math.min(source.length, start + 4 * longestOpening)]]);
  return anchor !== undefined && anchor.length <= longestOpening ? anchor : undefined;
}

/** True if a replacement changes characters of a stretch, counted without white space. */
function isOver({ text, with: wanted }: Replacement, source: string, [start, end]: Range): boolean {
  const at = dense(source).indexOf(text);
  let head = 0;
  while (head < text.length && text[head] === wanted[head]) head++;
  let tail = 0;
  while (tail < text.length - head && text.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  // An insertion belongs to the character beside it.
  if (head + tail === text.length) {
    if (head > 0) head--;
    else tail--;
  }
  return at >= 0 && at + head < end && at + text.length - tail > start;
}

/** Words that stand once, or their occurrence by number. */
function placeOf(source: string, ranges: readonly Range[]): { text: string } | { text: string; nth: string } {
  const text = wordsAnchor(source, ranges);
  if (text !== undefined) return { text };
  const place = nthAnchor(source, ranges);
  if (!place) throw severalTimes();
  return place;
}

function besideOf(source: string, { ranges, isAfter }: Beside): Record<string, string> {
  return { [isAfter ? 'after' : 'before']: anchored(wordsAnchor(source, ranges)) };
}

function anchored(anchor: string | undefined): string {
  if (anchor === undefined) throw severalTimes();
  return anchor;
}

const severalTimes = () =>
  problem(say('words-repeated'), {
    note: say('change-manuscript'),
  });
