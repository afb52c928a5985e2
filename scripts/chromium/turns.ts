/** Runs works, so many of them at once; the others wait in the order in which they came. */
export interface Turns {
  <T>(work: () => Promise<T>): Promise<T>;
  /** Number of works that run. */
  running: () => number;
}

/** @param most number of works at once, from 1; asked anew whenever one begins */
export function newTurns(most: () => number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    while (running >= most()) await new Promise<void>((next) => waiting.push(next));
    running++;
    try {
      return await work();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
  return Object.assign(inTurn, { running: () => running });
}
