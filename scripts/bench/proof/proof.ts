import type { BenchOptions, Table } from '../table.js';
import { proofCatches } from './catches.js';
import { proofCost } from './cost.js';

/** What the proof of a long book costs, and which changes of a finished book it tells. */
export async function benchProof(options: BenchOptions): Promise<Table[]> {
  return [...(await proofCost(options)), ...(await proofCatches(options))];
}
