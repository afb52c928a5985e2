import { newRandom, type Random } from '../random.js';
import type { Subject } from './subject.js';

/** Results of the cases of a subject. */
export interface FuzzOutcome {
  id: string;
  cases: number;
  /** Time of the slowest case, in seconds. */
  slowest: number;
  failures: { seed: number; reason: string; input: string }[];
}

/** A case that takes longer than this counts as endless. */
const mostSeconds = 10;
const mostFailures = 5;

/** Tries a subject with seeded inputs, until there are enough cases or the time is over. */
export async function fuzz(
  subject: Subject,
  { seed, cases, untilMs }: { seed: number; cases: number; untilMs: number },
): Promise<FuzzOutcome> {
  const outcome: FuzzOutcome = { id: subject.id, cases: 0, slowest: 0, failures: [] };
  try {
    await run(subject, { seed, cases, untilMs, outcome });
  } finally {
    await subject.close?.();
  }
  return outcome;
}

async function run(
  subject: Subject,
  { seed, cases, untilMs, outcome }: { seed: number; cases: number; untilMs: number; outcome: FuzzOutcome },
): Promise<void> {
  for (let at = 0; at < cases && performance.now() < untilMs; at++) {
    const input = inputOf(subject, newRandom(seed + at));
    const { reason, seconds } = await attempt(subject, input);
    outcome.cases++;
    outcome.slowest = Math.max(outcome.slowest, seconds);
    if (reason === undefined) continue;
    outcome.failures.push({ seed: seed + at, reason, input: await smallest(subject, input) });
    if (outcome.failures.length >= mostFailures) break;
  }
}

async function attempt({ check }: Subject, input: string): Promise<{ reason?: string; seconds: number }> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  try {
    await check(input);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), seconds: elapsed() };
  }
  const seconds = elapsed();
  return seconds > mostSeconds ? { reason: `${Math.round(seconds)} s`, seconds } : { seconds };
}

/**
 * Pieces of all kinds in a row, some hundreds of times, a few thousands of times; or an input with a few changes.
 */
function inputOf({ units, seed }: Subject, random: Random): string {
  const unit = () => (random.chance(0.8) ? random.pick(units) : strange(random));
  const row = () => Array.from({ length: random.integer(0, 40) }, unit).join('');
  if (random.chance(0.05))
    return row() + unit().repeat(random.integer(1, random.chance(0.1) ? 3000 : 300)) + row();
  if (random.chance(0.4)) return row();
  let text = seed;
  for (let change = random.integer(1, 4); change > 0; change--) {
    const at = random.integer(0, text.length);
    const end = random.chance(0.5) ? at : Math.min(text.length, at + random.integer(0, 30));
    text =
      text.slice(0, at) + (random.chance(0.7) ? unit() : text.slice(0, end).slice(-50)) + text.slice(end);
  }
  return text;
}

/** A character of any plane: controls, marks, halves of a pair. */
function strange(random: Random): string {
  const ranges = [
    [0, 0x7f],
    [0x80, 0x2fff],
    [0x3000, 0x9fff],
    [0xd800, 0xdfff],
    [0xe000, 0xffff],
    [0x10000, 0x10ffff],
  ] as const;
  const [first, last] = random.pick(ranges);
  return String.fromCodePoint(random.integer(first, last));
}

/** The shortest part of an input that still fails: halves, quarters … are removed while it does. */
async function smallest(subject: Subject, input: string): Promise<string> {
  let text = input;
  for (let size = text.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at + size <= text.length; ) {
      const shorter = text.slice(0, at) + text.slice(at + size);
      if ((await attempt(subject, shorter)).reason !== undefined) text = shorter;
      else at += size;
    }
  return text;
}
