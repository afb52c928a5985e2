import type { Proof, Proposal } from '../layout/proof.js';
import { say } from '../words/say.browser.js';
import type { DoubtPlace, OpenDoubt } from './open-doubt.browser.js';

/** 待合: passages that both a person and the machine have changed; each is taken from the one or the other. */
export function proposalDoubts({ proposals }: Proof): OpenDoubt[] {
  return proposals.map((passage, index): OpenDoubt => {
    const { file, proposal, mine, theirs } = passage;
    const key = `proposal ${file} ${index} ${mine.length} ${theirs.length}`;
    return {
      key,
      rule: 'proposal',
      question: say('whichVersion').replace('{file}', () => file),
      reason: say('bothChanged'),
      remedy: '',
      risk: 1,
      places: [placeOf(passage, key)],
      choices: [
        {
          label: say('takeMine'),
          isMachine: true,
          decide: () => ({ kind: 'text', name: proposal, before: theirs, after: mine }),
        },
        {
          label: say('takeNew'),
          isMachine: false,
          decide: () => ({ kind: 'text', name: file, before: mine, after: theirs }),
        },
      ],
    };
  });
}

/** Both versions, from where they part. */
function placeOf({ mine, theirs, file }: Proposal, key: string): DoubtPlace {
  const [one, other] = [[...mine.trim()], [...theirs.trim()]];
  let head = 0;
  while (head < Math.min(one.length, other.length) && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < Math.min(one.length, other.length) - head && one.at(-1 - tail) === other.at(-1 - tail))
    tail++;
  const cut = (text: string[]) => text.slice(head, text.length - tail).join('') || '∅';
  return {
    key,
    before: one.slice(Math.max(0, head - 6), head).join(''),
    text: `${cut(one)} | ${cut(other)}`,
    after: one.slice(one.length - tail, one.length - tail + 6).join(''),
    where: file,
  };
}
