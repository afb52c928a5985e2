import { isAbsolute, relative } from 'node:path';
import { VFileMessage } from 'vfile-message';
import { machineFault } from '../../article/files/machine-fault.js';
import type { MisplacedName, Spot } from '../../article/notes/spot.js';
import type { Said } from '../../article/words/say.js';

/** A problem or an open question for the desk. */
export interface Trouble {
  reason: string;
  /** The same, and the remedy, in no language yet: absent for messages of libraries. */
  said?: Said;
  saidNote?: Said;
  /** Relative to the publication's folder. */
  file?: string;
  line?: number;
  column?: number;
  /** The remedy. */
  note?: string;
  rule?: string;
  /** The stage that reports it: restore, convert … */
  by?: string;
  /** Other readings, and the chosen one. */
  candidates?: string[];
  reading?: string;
  /** 定字: what is known about a character with several forms. */
  spot?: Spot;
  misplaced?: readonly MisplacedName[];
}

/** A thrown error, or a message, in words of the person who can fix it. */
export function troubleOf(error: unknown, root: string): Trouble {
  const told = error instanceof VFileMessage ? error : machineFault(error);
  if (!told) return { reason: error instanceof Error ? error.message : String(error) };
  const {
    reason,
    said,
    saidNote,
    file,
    line,
    column,
    note,
    ruleId,
    source,
    expected,
    actual,
    spot,
    misplaced,
  } = told;
  return {
    reason,
    ...(said && { said }),
    ...(saidNote && { saidNote }),
    // A bare name belongs to a dropped file.
    ...(file && { file: isAbsolute(file) ? relative(root, file) : file }),
    ...(line && { line }),
    ...(column && { column }),
    ...(note && { note }),
    ...(ruleId && { rule: ruleId }),
    ...(source && { by: source }),
    ...(expected && { candidates: expected }),
    ...(actual && { reading: actual }),
    ...(spot && { spot }),
    ...(misplaced && { misplaced }),
  };
}
