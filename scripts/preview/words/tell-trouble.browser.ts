import { textOf } from '../../article/words/say.js';
import type { Trouble } from '../layout/trouble.js';
import { spoken } from './say.browser.js';

/** The text of a problem, in the desk's language; unchanged for messages of libraries. */
export const sayReason = ({ reason, said }: Trouble): string => (said ? textOf(said, spoken()) : reason);

/** Its remedy. */
export const sayRemedy = ({ note = '', saidNote }: Trouble): string =>
  saidNote ? textOf(saidNote, spoken()) : note;

/** A problem and its remedy in one line. */
export function sayTrouble(trouble: Trouble): string {
  return [sayReason(trouble), sayRemedy(trouble)].filter((text) => text !== '').join(' ');
}
