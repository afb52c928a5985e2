import type { Spot } from './collect-spots.js';

/** Of all errors, the share that the likeliest spots hold, and how likely the last of these is wrong. */
export function caughtAt(spots: readonly Spot[], flags: number): { share: number; risk: number } {
  const ranked = [...spots].sort((a, b) => b.risk - a.risk);
  const wrong = ranked.filter(({ isWrong }) => isWrong).length;
  const caught = ranked.slice(0, flags).filter(({ isWrong }) => isWrong).length;
  return { share: wrong === 0 ? 1 : caught / wrong, risk: ranked[flags]?.risk ?? 0 };
}
