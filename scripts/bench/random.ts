/** Seeded random numbers (mulberry32), so that every figure is reproducible. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  chance(share: number): boolean;
  /** Both ends included. */
  integer(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** One of the values, with probability by weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
}

export function newRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    chance: (share) => next() < share,
    integer,
    pick: (items) => items[integer(0, items.length - 1)]!,
    weighted(items) {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return items.at(-1)![0];
    },
  };
}
