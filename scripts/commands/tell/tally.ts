import { type Said, say } from '../../article/words/say.js';

/** How many of many are done, and how long the others will take. */
export interface Tally {
  count: () => void;
  readonly done: number;
  /** Since it began, in seconds. */
  elapsed: () => number;
  /** Estimated, in seconds; none is known before the first is done. */
  secondsLeft: () => number | undefined;
  /** "3 of 12 editions, about 40 s left". */
  soFar: (of: (done: number, total: number) => Said) => Said;
}

export function newTally(total: number): Tally {
  const started = performance.now();
  let done = 0;
  const elapsed = () => (performance.now() - started) / 1000;
  const secondsLeft = () => (done > 0 ? (elapsed() / done) * (total - done) : undefined);
  return {
    count: () => {
      done++;
    },
    get done() {
      return done;
    },
    elapsed,
    secondsLeft,
    soFar: (of) => {
      const left = secondsLeft();
      return left === undefined ? of(done, total) : say('time-left', of(done, total), inWords(left));
    },
  };
}

export function inWords(seconds: number): Said {
  if (seconds < 100) return say('seconds', Math.ceil(seconds));
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? say('minutes', minutes) : say('hours', (minutes / 60).toFixed(1));
}
