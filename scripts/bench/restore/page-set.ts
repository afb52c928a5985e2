import type { Counts, Tally } from './counts.js';

/** Pages of one kind, with their counts. */
export interface PageSet {
  name: string;
  counts: Counts;
  cells: Map<string, Counts>;
  peers: Map<string, Tally>;
}
