import type { Trouble } from '../layout/trouble.js';
import { say } from '../words/say.browser.js';
import { questionOf, reasonOf, remedyOf } from '../words/tell-rule.browser.js';
import { sayReason, sayRemedy } from '../words/tell-trouble.browser.js';
import type { DoubtPlace, OpenDoubt } from './open-doubt.browser.js';

/** Open questions of an edition besides its restoration: readings to choose, and faults to fix in the manuscript. */
export function editionDoubts(open: readonly Trouble[], edition: string): OpenDoubt[] {
  // A proposal is asked about passage by passage.
  const others = open.filter(
    ({ by, file = '' }) => by !== 'restore' && !/\.proposal\.(?:md|yaml)$/.test(file),
  );
  const groups = new Map<string, OpenDoubt>();
  for (const trouble of others) {
    const doubt = trouble.spot ? readingDoubt(trouble, edition) : plainDoubt(trouble, edition);
    const known = groups.get(doubt.key);
    if (known) {
      known.places.push(...doubt.places);
      known.risk = Math.max(known.risk, doubt.risk);
    } else groups.set(doubt.key, doubt);
  }
  return [...groups.values()];
}

const placeOf = ({ file, line, column }: Trouble) =>
  [file?.split('/').at(-1), line, column].filter(Boolean).join(':');

/** A character with several forms, in all its words. */
function readingDoubt(trouble: Trouble, edition: string): OpenDoubt {
  const { rule = '', candidates = [], reading = '' } = trouble;
  const { character, word, context, adapted, risk, count } = trouble.spot!;
  const [before, after] = adapted;
  const place: DoubtPlace = {
    key: `${rule} ${character} ${reading} ${word}`,
    before,
    text: reading,
    after,
    where: count > 1 ? `${placeOf(trouble)} × ${count}` : placeOf(trouble),
    words: { text: context, at: [...before].length },
    word,
  };
  const decide = (as: string, places: readonly DoubtPlace[], isFree = false) => ({
    kind: 'characters' as const,
    character,
    as,
    words: places.map((one) => one.word!),
    // Another edition may have other forms: what nobody offered holds for this one.
    ...(isFree && { edition }),
  });
  return {
    key: `${edition} ${rule} ${character} ${reading}`,
    rule,
    question: `${questionOf(rule, { text: character }, sayReason(trouble))} ${character} → ${reading}`,
    reason: reasonOf(rule),
    remedy: remedyOf(rule),
    risk,
    places: [place],
    choices: candidates.map((candidate) => ({
      label: candidate,
      isMachine: candidate === reading,
      decide: (places) => decide(candidate, places),
    })),
    entry: {
      decide: (text, places) =>
        [...text].length === 1
          ? decide(text, places, true)
          : places.length === 1
            ? { kind: 'name', edition, source: places[0]!.word!, output: text }
            : undefined,
    },
  };
}

/** A fault that is mended in a file, or right as it is. */
function plainDoubt(trouble: Trouble, edition: string): OpenDoubt {
  const { rule = '', misplaced } = trouble;
  const key = `${edition} ${rule} ${trouble.reason}`;
  const asks = questionOf(rule, { text: '' }, '') || sayReason(trouble);
  const places: DoubtPlace[] = misplaced
    ? misplaced.map(({ line, word, character, as }) => ({
        key: `${rule} ${line}`,
        before: `${line} → `,
        text: `${character} → ${as}`,
        after: `：${word}`,
        where: '',
        words: { text: word, at: [...word].indexOf(character) },
      }))
    : [
        {
          key,
          before: '',
          text: asks === sayReason(trouble) ? '' : sayReason(trouble),
          after: '',
          where: placeOf(trouble),
        },
      ];
  return {
    key,
    rule,
    question: asks,
    reason: reasonOf(rule),
    remedy: remedyOf(rule) || sayRemedy(trouble),
    risk: misplaced ? 1 : usualRisk,
    places,
    choices: [
      ...(misplaced
        ? [
            {
              label: say('moveNames'),
              isMachine: true,
              decide: (chosen: readonly DoubtPlace[]) => ({
                kind: 'misplaced' as const,
                names: misplaced.filter(({ line }) => chosen.some((one) => one.key === `${rule} ${line}`)),
              }),
            },
          ]
        : []),
      {
        label: say(misplaced ? 'areNames' : 'rightAsItIs'),
        isMachine: !misplaced,
        decide: (chosen) => ({ kind: 'settle', keys: chosen.map((one) => one.key), on: true }),
      },
    ],
  };
}

/** Faults of a manuscript come after characters that are likely wrong. */
const usualRisk = 0.2;
