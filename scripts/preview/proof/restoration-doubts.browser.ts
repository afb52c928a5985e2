import type { Proof } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import { questionOf, reasonOf, remedyOf } from '../words/tell-rule.browser.js';
import type { DoubtChoice, OpenDoubt } from './open-doubt.browser.js';
import { visible } from './proof-text.browser.js';

type Doubt = Proof['doubts'][number];

/** Number of characters that a question quotes: on each side of a border, and of a passage. */
const [aside, longest] = [8, 24];

/** The open questions of a restoration. */
export function restorationDoubts(proof: Proof): OpenDoubt[] {
  return proof.doubts.map((doubt): OpenDoubt => {
    const { ruleId, start, end, candidates, reason, line } = doubt;
    const isAboutCharacters = !withoutEntry.includes(ruleId) && end - start <= mostReplaced;
    return {
      key: `${ruleId} ${start} ${end}`,
      question: questionOf(ruleId, { text: quoted(doubt, proof.source), candidates }, reason),
      reason: reasonOf(ruleId),
      remedy: remedyOf(ruleId),
      where: `${say('line')} ${line} · ${ruleId}`,
      at: start,
      choices: choicesOf(doubt, proof),
      ...(isAboutCharacters && {
        entry: {
          decide: (wanted: string) => ({ kind: 'replace' as const, range: [start, end] as const, wanted }),
        },
      }),
    };
  });
}

function quoted({ ruleId, start, end }: Doubt, source: string): string {
  if (ruleId === 'rejoin')
    return `${source.slice(Math.max(0, start - aside), start)}|${source.slice(end, end + aside)}`.replace(
      /\s/g,
      '',
    );
  const text = source.slice(start, end).replace(/\s+/g, '');
  return visible([...text].length > longest ? `${[...text].slice(0, longest).join('')}…` : text);
}

/** A longer passage is corrected in place, with its words in sight. */
const mostReplaced = 4;

/** Doubts that no choice settles: they are about a whole story, or about the overrides themselves. */
const withoutChoice = ['reset', 'join-jumps', 'override'];
const withoutEntry = [...withoutChoice, 'rejoin', 'attach-title'];

function choicesOf(doubt: Doubt, proof: Proof): DoubtChoice[] {
  const { ruleId, start, end, candidates = [] } = doubt;
  if (ruleId === 'rejoin') {
    const joined = proof.gaps.find((gap) => gap.start === start)?.joined ?? false;
    return [
      { label: say('joinHere'), isMachine: joined, decide: () => ({ kind: 'join', at: end }) },
      { label: say('splitHere'), isMachine: !joined, decide: () => ({ kind: 'break', at: end }) },
    ];
  }
  if (ruleId === 'attach-title') return titleChoices(start, end, proof);
  if (withoutChoice.includes(ruleId)) return [];
  const keep: DoubtChoice = {
    label: say('keepWords'),
    isMachine: true,
    decide: () => ({ kind: 'keep', ranges: [[start, end]] }),
  };
  const isOne = [...proof.source.slice(start, end)].length === 1;
  const readings = (isOne ? candidates : []).map(
    (wanted): DoubtChoice => ({
      label: wanted,
      isMachine: false,
      decide: () => ({ kind: 'replace', range: [start, end], wanted }),
    }),
  );
  return [keep, ...readings];
}

function titleChoices(start: number, end: number, { stories }: Proof): DoubtChoice[] {
  const choices = stories.flatMap(({ pieces }): DoubtChoice[] => {
    const body = pieces.find(({ part }) => part === 'paragraph' || part === 'lead');
    if (!body) return [];
    const own = pieces.some(
      ({ part, ranges }) => part !== 'paragraph' && ranges.some(([from, to]) => from < end && to > start),
    );
    const label = `${say('titleOf')} ${body.text.slice(0, 12)}…`;
    return [
      { label, isMachine: own, decide: () => ({ kind: 'title', title: [[start, end]], of: body.ranges }) },
    ];
  });
  const none: DoubtChoice = {
    label: say('titleOfNone'),
    // A title with few words of its story stays in its place.
    isMachine: !choices.some(({ isMachine }) => isMachine),
    decide: () => ({ kind: 'title', title: [[start, end]] }),
  };
  return [...choices, none].sort((a, b) => Number(b.isMachine) - Number(a.isMachine));
}
