import { visible } from '../controls/visible.browser.js';
import type { Decision, Proof, SingleDecision } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { questionOf, reasonOf, remedyOf } from '../words/tell-rule.browser.js';
import type { DoubtChoice, DoubtPlace, OpenDoubt } from './open-doubt.browser.js';
import { titleChoices } from './title-choices.browser.js';

type Doubt = Proof['doubts'][number];

/** Number of characters that a question quotes: on each side of a place, and of a passage. */
const [aside, longest] = [8, 24];
/** A longer passage is corrected in place, with its words in sight. */
const mostReplaced = 4;

/** The open questions of a restoration: one for all places that look alike. */
export function restorationDoubts(proof: Proof): OpenDoubt[] {
  const groups = new Map<string, OpenDoubt>();
  const counts = new Map<string, number>();
  for (const doubt of proof.doubts) {
    const place = placeOf(doubt, proof);
    // Several may agree in all their words.
    const count = (counts.get(place.key) ?? 0) + 1;
    counts.set(place.key, count);
    if (count > 1) place.key += ` ${count}`;
    const made = openDoubt(doubt, place, proof);
    const known = groups.get(made.key);
    if (known) {
      known.places.push(place);
      known.risk = Math.max(known.risk, made.risk);
    } else groups.set(made.key, made);
  }
  return [...groups.values()];
}

function openDoubt(doubt: Doubt, place: DoubtPlace, proof: Proof): OpenDoubt {
  const { ruleId: rule, start, end, candidates = [], reason } = doubt;
  const joined = proof.gaps.find((gap) => gap.start === start);
  const isBorder = rule === 'rejoin';
  const text = isBorder ? '' : quoted(proof.source.slice(start, end));
  const isAlone = alone.includes(rule);
  return {
    key: [
      rule,
      isBorder ? String(joined?.joined) : text,
      ...candidates,
      ...(isAlone ? [place.key] : []),
    ].join(' '),
    rule,
    question: isBorder
      ? say(joined?.joined ? 'areJoined' : 'areSplit')
      : questionOf(rule, { text, candidates }, reason),
    reason: reasonOf(rule),
    remedy: remedyOf(rule),
    risk: isBorder ? 1 - (joined?.confidence ?? 0.5) : (risks[rule] ?? usualRisk),
    places: [place],
    choices: choicesOf(doubt, proof),
    ...(!withoutEntry.includes(rule) &&
      end - start <= mostReplaced && {
        entry: {
          decide: (wanted, places) =>
            several(places, ({ range }) => ({ kind: 'replace', range: [...range!], wanted })),
        },
      }),
  };
}

function placeOf({ ruleId, start, end, line }: Doubt, { source }: Proof): DoubtPlace {
  const isBorder = ruleId === 'rejoin';
  const before = visible(
    source
      .slice(Math.max(0, start - aside * 2), start)
      .replace(/\s+/g, '')
      .slice(-aside),
  );
  const after = visible(
    source
      .slice(end, end + aside * 2)
      .replace(/\s+/g, '')
      .slice(0, aside),
  );
  const text = isBorder ? '|' : quoted(source.slice(start, end));
  const key = `${ruleId} ${before}${text}${after}`;
  // Its question has its words.
  if (alone.includes(ruleId))
    return { key, before: '', text: '', after: '', where: `${say('line')} ${line}`, range: [start, end] };
  return {
    key,
    before,
    text,
    after,
    where: `${say('line')} ${line}`,
    range: [start, end],
  };
}

function quoted(words: string): string {
  const text = words.replace(/\s+/g, '') || words;
  return visible([...text].length > longest ? `${[...text].slice(0, longest).join('')}…` : text);
}

/** Doubts that no choice settles: they are about a whole story, or about the overrides themselves. */
const withoutChoice = ['reset', 'guess-jump', 'join-jumps', 'override'];
const withoutEntry = [...withoutChoice, 'rejoin', 'attach-title'];
/** Doubts of which each has choices of its own. */
const alone = ['attach-title', ...withoutChoice];
/** Chances of being wrong where a place has no measure of its own: an override that fails leaves a wish unmet. */
const risks: Readonly<Record<string, number>> = {
  override: 1,
  'attach-title': 0.5,
  reset: 0.1,
  'guess-jump': 0.4,
  'join-jumps': 0.4,
};
const usualRisk = 0.3;

const several = (places: readonly DoubtPlace[], decide: (place: DoubtPlace) => SingleDecision): Decision => {
  const decisions = places.map(decide);
  return decisions.length === 1 ? decisions[0]! : { kind: 'several', decisions };
};

function choicesOf(doubt: Doubt, proof: Proof): DoubtChoice[] {
  const { ruleId, start, end, candidates = [] } = doubt;
  if (ruleId === 'rejoin') {
    const joined = proof.gaps.find((gap) => gap.start === start)?.joined ?? false;
    const border = (kind: 'join' | 'break') => (places: readonly DoubtPlace[]) =>
      several(places, ({ range }) => ({ kind, at: range![1] }));
    return [
      { label: say('joinHere'), isMachine: joined, decide: border('join') },
      { label: say('splitHere'), isMachine: !joined, decide: border('break') },
    ];
  }
  if (ruleId === 'attach-title') return titleChoices(start, end, proof);
  // A report leaves nothing to decide.
  if (withoutChoice.includes(ruleId) || doubt.told)
    return [
      {
        label: say('rightAsItIs'),
        isMachine: true,
        // An override that fails has no place in the source.
        decide: (places) =>
          ruleId === 'override'
            ? { kind: 'settle', keys: places.map(({ key }) => key), on: true }
            : several(places, ({ range }) => ({ kind: 'accept', range: range!, rule: ruleId })),
      },
    ];
  const keep: DoubtChoice = {
    label: say('keepWords'),
    isMachine: true,
    decide: (places) => several(places, ({ range }) => ({ kind: 'keep', ranges: [range!] })),
  };
  const isOne = [...proof.source.slice(start, end)].length === 1;
  const readings = (isOne ? candidates : []).map(
    (wanted): DoubtChoice => ({
      label: wanted,
      isMachine: false,
      decide: (places) => several(places, ({ range }) => ({ kind: 'replace', range: range!, wanted })),
    }),
  );
  return [keep, ...readings];
}
