import type { BrowserPool } from '../../chromium/browser-pool.js';
import { preflight } from '../../prepress/preflight.js';
import type { BenchOptions, Table } from '../table.js';
import { sampleBooks } from './books.js';
import { finishSample } from './catches.js';

/** Seeds without `--limit`: with three books each, 102. */
const usualSeeds = 34;

/** Good books, each set in one theme and then in the other, in which the proof must find nothing. */
export async function proofAlarms(
  { seed = 1, limit = usualSeeds, book }: BenchOptions,
  pool: BrowserPool,
): Promise<Table[]> {
  const alarms: string[][] = [];
  let count = 0;
  for (let at = seed; at < seed + limit; at++)
    for (const sample of sampleBooks) {
      if (book !== undefined && book !== sample.name) continue;
      const theme = at % 2 === 0 ? 'literary' : 'newspaper';
      count++;
      const {
        pdf,
        book: own,
        expected,
        pages,
      } = await finishSample({ ...sample, theme }, { seed: at }, pool);
      for (const { message } of await preflight(pdf, own, { expected, pages }))
        alarms.push([`${sample.name}, ${theme}, seed ${at}`, message]);
    }
  const books = new Set(alarms.map(([name]) => name)).size;
  return [
    {
      title: `Good books in which the proof finds a fault: ${books} of ${count} (seeds ${seed} … ${seed + limit - 1})`,
      head: ['book', 'finding'],
      rows: alarms.length === 0 ? [['none', '']] : alarms,
    },
  ];
}
