import { type OnOperator, tokenize } from '../read/tokenize.js';

/**
 * Hears the operators of a content stream one by one, and says at its end what it found. A stream is read once for all
 * of them: reading takes longer than what they do.
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
