import { newBrowserPool } from '../../chromium/browser-pool.js';
import type { BenchOptions, Table } from '../table.js';
import { proofCatches } from './catches.js';
import { proofCost } from './cost.js';
import { proofOfSheets } from './sheets.js';

/** Cost of the proof of a long book, and the harmful sheets and changes of a finished book that it finds. */
export async function benchProof(options: BenchOptions): Promise<Table[]> {
  const pool = newBrowserPool();
  try {
    const sheets = await proofOfSheets(options.seed ?? 1, pool);
    return [...(await proofCost(options)), sheets, ...(await proofCatches(options))];
  } finally {
    await pool.close();
  }
}
