import type { Trouble } from '../layout/trouble.js';
import { spoken } from './say.browser.js';
import { inOurWords } from './trouble-words.js';

/** What a problem says, in the desk's language. */
export const sayReason = (text: string): string => inOurWords(text, spoken());

/** A problem and its remedy in one line. */
export function sayTrouble({ reason, note }: Trouble): string {
  return [reason, note]
    .filter((text) => text !== undefined)
    .map(sayReason)
    .join(' ');
}
