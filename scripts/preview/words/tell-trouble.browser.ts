import { textOf } from '../../article/words/say.js';
import type { Trouble } from '../layout/trouble.js';
import { spoken } from './say.browser.js';

/** The text of a problem, in the desk's language; unchanged for messages of libraries. */
export const sayReason = ({ reason, said }: Trouble): string => (said ? textOf(said, spoken()) : reason);

/** Its remedy. */
export const sayRemedy = ({ note = '', saidNote }: Trouble): string =>
  saidNote ? textOf(saidNote, spoken()) : note;

/** A problem and its remedy in one line, as two sentences: in a terminal they stand on two lines, without a stop. */
export function sayTrouble(trouble: Trouble): string {
  const [reason, remedy] = [sayReason(trouble), sayRemedy(trouble)];
  if (reason === '' || remedy === '') return reason + remedy;
  const isChinese = spoken().startsWith('zh');
  const stop = /[.!?。！？]$/u.test(reason) ? '' : isChinese ? '。' : '.';
  return `${reason}${stop}${isChinese ? '' : ' '}${remedy}`;
}
