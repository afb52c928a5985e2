import { isAbsolute, relative } from 'node:path';
import { VFileMessage } from 'vfile-message';
import type { Said } from '../../article/words/say.js';

/** Why something cannot be shown, or what is open: as the desk shows it. */
export interface Trouble {
  reason: string;
  /** The same, and the remedy, in no language yet: absent for what only a library has words for. */
  said?: Said;
  saidNote?: Said;
  /** Relative to the publication's folder. */
  file?: string;
  line?: number;
  column?: number;
  /** The remedy. */
  note?: string;
  rule?: string;
  /** The stage that says it: restore, convert … */
  by?: string;
  /** Other readings, and the one that was taken. */
  candidates?: string[];
  reading?: string;
}

/** What was thrown, or a message, in the terms of the person who can mend it. */
export function troubleOf(error: unknown, root: string): Trouble {
  if (!(error instanceof VFileMessage))
    return { reason: error instanceof Error ? error.message : String(error) };
  const { reason, said, saidNote, file, line, column, note, ruleId, source, expected, actual } = error;
  return {
    reason,
    ...(said && { said }),
    ...(saidNote && { saidNote }),
    // A name alone is that of a file which was dropped.
    ...(file && { file: isAbsolute(file) ? relative(root, file) : file }),
    ...(line && { line }),
    ...(column && { column }),
    ...(note && { note }),
    ...(ruleId && { rule: ruleId }),
    ...(source && { by: source }),
    ...(expected && { candidates: expected }),
    ...(actual && { reading: actual }),
  };
}
