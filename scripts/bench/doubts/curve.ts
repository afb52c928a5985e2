import type { Table } from '../table.js';
import type { Spot } from './collect-spots.js';

/** Share of the errors found by a number of flags, the likeliest first. */
export function curveTable(title: string, { spots, han }: { spots: readonly Spot[]; han: number }): Table {
  const wrong = spots.filter(({ isWrong }) => isWrong).length;
  const rows = [1, 2, 3, 4, 5, 8].map((flags) => {
    const { share, risk } = caughtAt(spots, Math.round((flags * han) / 1000));
    return [String(flags), (share * 100).toFixed(1), risk.toFixed(4)];
  });
  return {
    title: `${title}: ${wrong} errors in ${han} Han`,
    head: ['flags in 1,000', '% of errors caught', 'risk'],
    rows,
  };
}

/** Of all errors, the share that the likeliest spots hold, and how likely the last of these is wrong. */
function caughtAt(spots: readonly Spot[], flags: number): { share: number; risk: number } {
  const ranked = [...spots].sort((a, b) => b.risk - a.risk);
  const wrong = ranked.filter(({ isWrong }) => isWrong).length;
  const caught = ranked.slice(0, flags).filter(({ isWrong }) => isWrong).length;
  return { share: wrong === 0 ? 1 : caught / wrong, risk: ranked[flags]?.risk ?? 0 };
}
