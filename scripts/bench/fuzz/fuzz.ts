import type { BenchOptions, Table } from '../table.js';
import { fuzz } from './cases.js';
import { subjects } from './subjects.js';

/** Number of cases of each subject, if neither a number nor a time is given. */
const usualCases = 1_000;

/** Tries seeded inputs of every kind that strangers may give us; counts them, and shows the smallest that fail. */
export async function benchFuzz({ seed = 1, minutes, cases: wanted }: BenchOptions): Promise<Table[]> {
  const share = minutes === undefined ? Number.POSITIVE_INFINITY : (minutes * 60_000) / subjects.length;
  const cases = wanted ?? (minutes === undefined ? usualCases : Number.POSITIVE_INFINITY);
  const rows: string[][] = [];
  for (const subject of subjects) {
    const outcome = await fuzz(subject, { seed, cases, untilMs: performance.now() + share });
    const told = outcome.failures.map(
      (one) => `seed ${one.seed}: ${one.reason}: ${JSON.stringify(one.input)}`,
    );
    rows.push([
      outcome.id,
      `${outcome.cases}`,
      `${outcome.failures.length}`,
      outcome.slowest.toFixed(2),
      told.join('; ').replaceAll('|', '\\|').slice(0, 1500),
    ]);
  }
  return [
    {
      title: `Fuzz: inputs of strangers, from seed ${seed}`,
      head: ['subject', 'cases', 'failures', 'slowest, s', 'smallest input'],
      rows,
    },
  ];
}
