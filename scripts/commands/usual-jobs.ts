import { availableParallelism, freemem } from 'node:os';

/** How much is done at once, by cores and memory: more than cores only waits. `gigabytes` is what each takes. */
export function usualJobs(gigabytes: number): number {
  const free = freemem() / 2 ** 30;
  return Math.max(1, Math.min(availableParallelism(), Math.floor(free / gigabytes)));
}
