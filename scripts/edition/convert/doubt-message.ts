import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import type { Doubt } from './doubt.js';

const reasonsOf: Readonly<Record<Doubt['ruleId'], (doubt: Doubt) => string>> = {
  ambiguous: ({ source, reading, candidates, context, count }) =>
    `${source} became ${reading}, it may be ${candidates.join(' or ')}: …${context}…${count > 1 ? ` (${count} times)` : ''}`,
  quote: ({ source, context }) => `Unexpected ${source} without its partner: …${context}…`,
  'mixed-script': ({ context }) => `Simplified and Traditional in one paragraph: ${context}…`,
  'name-conflict': ({ reading, source }) => `${source} has two forms in the names, ${reading} was taken`,
};

/** A doubt as a message of the file it is in. `expected` lists the candidates. */
export function doubtMessage(doubt: Doubt & { offset?: number | undefined }, file?: VFile): VFileMessage {
  const { offset, ruleId } = doubt;
  const lines = file && offset !== undefined ? location(file) : undefined;
  const start = lines?.toPoint(offset!);
  const end = lines?.toPoint(offset! + doubt.end - doubt.start);
  const message = new VFileMessage(reasonsOf[ruleId](doubt), {
    ...(start && end && { place: { start, end } }),
    source: 'convert',
    ruleId,
  });
  if (file?.path) message.file = file.path;
  if (ruleId === 'ambiguous') {
    message.actual = doubt.reading;
    message.expected = [doubt.reading, ...doubt.candidates];
    message.note = 'Put the right words into names.txt, and it stays decided.';
  }
  return message;
}
