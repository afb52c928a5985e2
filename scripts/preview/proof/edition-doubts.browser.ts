import { hasHan } from '../../text/characters.js';
import type { NameDecision } from '../layout/proof.js';
import type { Trouble } from '../layout/trouble.js';
import { questionOf, reasonOf, remedyOf } from '../words/tell-rule.browser.js';
import type { DoubtChoice, OpenDoubt } from './open-doubt.browser.js';

/** Open questions of an edition besides its restoration: readings to choose, and faults to fix in the manuscript. */
export function editionDoubts(open: readonly Trouble[], edition: string): OpenDoubt[] {
  return open
    .filter(({ by }) => by !== 'restore')
    .map((trouble): OpenDoubt => {
      const { reason, file, line, column, rule = '' } = trouble;
      const place = [file?.split('/').at(-1), line, column].filter(Boolean).join(':');
      return {
        // Not by its line, nor its story's number: those change when something is inserted above.
        key: `${edition} ${rule} ${reason}`,
        question: reason,
        reason: reasonOf(rule),
        remedy: remedyOf(rule) || (trouble.note ?? ''),
        where: `${place} · ${rule}`,
        choices: [],
        ...readingsOf(trouble, edition),
      };
    });
}

/** A character with several readings: its candidates, and the word that the choice applies to. */
function readingsOf(
  { reason, rule = '', candidates, reading }: Trouble,
  edition: string,
): Partial<OpenDoubt> {
  if (rule !== 'ambiguous' || !candidates) return {};
  const [, character = '', context = ''] = /^(\S+) .*…(.*)…(?: \(\d+ times\))?$/su.exec(reason) ?? [];
  const asks = questionOf(rule, { text: character }, reason);
  const nameOf = (source: string, more: Partial<NameDecision>): NameDecision | undefined => {
    const at = [...source].indexOf(character);
    return at >= 0 ? { kind: 'name', edition, source, ...more, ...(more.reading && { at }) } : undefined;
  };
  return {
    question: `${asks} …${context}…`,
    words: context,
    choices: candidates.map(
      (candidate): DoubtChoice => ({
        label: candidate,
        isMachine: candidate === reading,
        decide: (word) => nameOf(word, { reading: candidate }),
      }),
    ),
    entry: {
      word: wordAround(context, character),
      character,
      decide: (output, word) => nameOf(word, { output }),
    },
  };
}

/** A guess at the word of a character: it and its neighbours. */
function wordAround(context: string, character: string): string {
  const characters = [...context];
  const middle = Math.min(8, characters.length - 1);
  const at = characters[middle] === character ? middle : characters.indexOf(character);
  if (at < 0) return character;
  const isHan = (one: string | undefined) => one !== undefined && hasHan(one);
  return [at - 1, at, at + 1]
    .filter((one) => isHan(characters[one]))
    .map((one) => characters[one])
    .join('');
}
