import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import type { Spot } from '../../article/notes/spot.js';
import { message } from '../../article/problem.js';
import { type Said, say } from '../../article/words/say.js';
import type { Doubt } from '../doubt.js';

const reasonsOf: Readonly<Record<Doubt['ruleId'], (doubt: Doubt) => Said>> = {
  ambiguous: ({ source, reading, candidates, context, count }) =>
    count > 1
      ? say('became-often', source, reading, candidates.join('／'), context, count)
      : say('became', source, reading, candidates.join('／'), context),
  misprint: ({ source, candidates, context }) => say('misprint', source, candidates.join('／'), context),
  quote: ({ source, context }) => say('quote-alone', source, context),
  'mixed-script': ({ context }) => say('mixed-scripts', context),
  'name-conflict': ({ reading, source }) => say('two-forms', source, reading),
};

/** A doubt as a message of the file it is in. `expected` lists the candidates. */
export function doubtMessage(doubt: Doubt & { offset?: number | undefined }, file?: VFile): VFileMessage {
  const { offset, ruleId } = doubt;
  const lines = file && offset !== undefined ? location(file) : undefined;
  const start = lines?.toPoint(offset!);
  const end = lines?.toPoint(offset! + doubt.end - doubt.start);
  const made = message(reasonsOf[ruleId](doubt), {
    ...(start && end && { place: { start, end } }),
    source: 'convert',
    ruleId,
    ...(file?.path && { path: file.path }),
    ...(ruleId === 'ambiguous' && { note: say('decide-in-names') }),
  });
  if (ruleId === 'ambiguous')
    Object.assign(made, {
      actual: doubt.reading,
      expected: [doubt.reading, ...doubt.candidates],
      spot: spotOf(doubt),
    });
  return made;
}

function spotOf({ source, word, context, adapted = ['', ''], risk, count }: Doubt): Spot {
  return { character: source, word, context, adapted, risk, count };
}
