import { VFileMessage } from 'vfile-message';
import { machineFault } from '../../article/files/machine-fault.js';
import { formatMessage } from '../../article/problem.js';
import type { Language } from '../../article/words/sentence.js';

/**
 * Text for a person about a thrown error. A problem is theirs to fix, and its text is complete; so is that of a fault
 * of the machine; anything else is a bug of ours, whose place CHONGPAI_DEBUG shows.
 */
export function explain(error: unknown, language: Language = 'en'): string {
  if (error instanceof VFileMessage) return formatMessage(error, language);
  if (error instanceof AggregateError) return error.errors.map((one) => explain(one, language)).join('\n');
  if (!(error instanceof Error)) return String(error);
  if (process.env.CHONGPAI_DEBUG) return `${error.stack}`;
  const fault = machineFault(error);
  return fault
    ? formatMessage(fault, language)
    : `${error.message}\n  This is a bug of chongpai; CHONGPAI_DEBUG=1 shows where.`;
}

/** True for wrong usage of a command: exit code 2. */
export function isWrongUse(error: unknown): boolean {
  return error instanceof VFileMessage && error.ruleId === 'usage';
}
