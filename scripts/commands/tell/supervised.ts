import { formatMessage, problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { Language } from '../../article/words/sentence.js';
import { languageFrom } from './language.js';

/** What the supervisor says when the process that it watched over was ended from outside, or ran out of memory. */
export const endedBySystem = (how: string | number): string =>
  formatMessage(problem(say('ended-by-system', how), { note: say('mostly-memory') }), spoken());

/** What it says where a program may have too few files open to begin at all. */
export const tooFewFiles = (count: number): string =>
  formatMessage(problem(say('few-open-files', count), { note: say('raise-open-files') }), spoken());

function spoken(): Language {
  try {
    return languageFrom(process.argv, process.env).language;
  } catch {
    return 'en'; // a language that we do not speak
  }
}
