/**
 * Maps places of a source to the changed source: those before and after the change move along.
 *
 * @returns undefined for a place inside the change
 */
export function followSource(before: string, after: string): (at: number) => number | undefined {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return (at) => {
    if (at <= head) return at;
    return at >= before.length - tail ? at + after.length - before.length : undefined;
  };
}
