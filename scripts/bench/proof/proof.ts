import { newBrowserPool } from '../../chromium/browser-pool.js';
import type { BenchOptions, Table } from '../table.js';
import { proofAlarms } from './alarms.js';
import { proofCatches } from './catches.js';
import { proofCost } from './cost.js';
import { proofOfSheets } from './sheets.js';

/** Parts that are no changes of a finished book. */
const parts = new Set(['cost', 'alarms', 'sheets']);

/**
 * Cost of the proof, good books in which it finds nothing, and the harmful sheets and changes of a finished book that
 * it finds. `kinds` are `cost`, `alarms`, `sheets` and kinds of change (`kinds/`); all of them without it.
 */
export async function benchProof(options: BenchOptions): Promise<Table[]> {
  const { kinds } = options;
  const isWanted = (part: string) => kinds === undefined || kinds.includes(part);
  const tables: Table[] = isWanted('cost') ? await proofCost(options) : [];
  const pool = newBrowserPool();
  try {
    if (isWanted('alarms')) tables.push(...(await proofAlarms(options, pool)));
    if (isWanted('sheets')) tables.push(...(await proofOfSheets(options.seed ?? 1, pool)));
    const isOfChanges = kinds === undefined || kinds.some((kind) => !parts.has(kind));
    if (isOfChanges) tables.push(...(await proofCatches(options, pool)));
    return tables;
  } finally {
    await pool.close();
  }
}
