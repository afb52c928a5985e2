import { type OnOperator, tokenize } from '../read/tokenize.js';

/**
 * Receives the operators of a content stream one by one, and returns its results at the end. A stream is read once for
 * all listeners: reading takes longer than their work.
 */
export interface Listener<Found> {
  hear: OnOperator;
  end: () => Found;
}

/** Reads a content stream for one listener. */
export function listen<Found>(bytes: Uint8Array, { hear, end }: Listener<Found>): Found {
  tokenize(bytes, hear);
  return end();
}
