import type { BenchOptions, Table } from '../table.js';
import { proofCatches } from './catches.js';
import { proofCost } from './cost.js';

/** Cost of the proof of a long book, and the changes of a finished book that it finds. */
export async function benchProof(options: BenchOptions): Promise<Table[]> {
  return [...(await proofCost(options)), ...(await proofCatches(options))];
}
