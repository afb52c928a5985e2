import type { Trouble } from './trouble.js';

/** A problem and its remedy in one line. */
export function sayTrouble({ reason, note }: Trouble): string {
  return [reason, note].filter(Boolean).join(' ');
}
