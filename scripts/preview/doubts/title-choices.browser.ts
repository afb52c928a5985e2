import type { Proof } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import type { DoubtChoice } from './open-doubt.browser.js';

/** The stories that a title may belong to, the machine's first. */
export function titleChoices(start: number, end: number, { stories }: Proof): DoubtChoice[] {
  const choices = stories.flatMap(({ pieces }): DoubtChoice[] => {
    const body = pieces.find(({ part }) => part === 'paragraph' || part === 'lead');
    if (!body) return [];
    const own = pieces.some(
      ({ part, ranges }) => part !== 'paragraph' && ranges.some(([from, to]) => from < end && to > start),
    );
    const label = say('titleOf').replace('{text}', () => `${body.text.slice(0, 12)}…`);
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
