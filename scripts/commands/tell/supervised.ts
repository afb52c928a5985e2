import { formatMessage, problem } from '../../article/problem.js';
import { say, textOf } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';
import { languageFrom } from './language.js';

/** The supervisor's message when its process was ended from outside, or ran out of memory. */
export const endedBySystem = (how: string | number): string =>
  formatMessage(problem(say('ended-by-system', how), { note: say('mostly-memory') }), spoken());

/** Its message when the limit of open files is too low even to start. */
export const tooFewFiles = (count: number): string =>
  formatMessage(problem(say('few-open-files', count), { note: say('raise-open-files') }), spoken());

/** Its line in a log that has heard nothing for long. */
export const stillDoing = (doing: string, seconds: number): string =>
  textOf(say('still-doing', doing, seconds), spoken());

/** Removes the temporary files of a process that could not do so itself. */
export async function sweepBehind(): Promise<void> {
  const { sweepTemporary } = await import('../../chromium/temporary-folder.js');
  sweepTemporary();
}

function spoken(): Language {
  try {
    return languageFrom(process.argv, process.env).language;
  } catch {
    return 'en'; // an unsupported language
  }
}
