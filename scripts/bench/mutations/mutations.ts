import { restore } from '../../restore/index.js';
import { newRandom } from '../random.js';
import { readCorpus } from '../restore/corpus.js';
import { breakPage } from '../restore/generate/noise.js';
import { readSample } from '../restore/real.js';
import type { BenchOptions, Table } from '../table.js';
import { mutatePage } from './mutate.js';

const usualPages = 10_000;
/** Pages of which the parts are taken. */
const sources = 60;
/** A page that takes longer hangs, for a person. */
const mostSeconds = 2;

/**
 * Restores parts of pages that were spoilt in every way; `restore` throws where it breaks a promise or loses a
 * character.
 */
export async function benchMutations({
  data,
  seed = 1000,
  pages = usualPages,
}: BenchOptions): Promise<Table[]> {
  const texts = readCorpus(data);
  const whole = [
    ...readSample(data).map(({ text }) => text),
    ...Array.from(
      { length: sources },
      (_, number) => breakPage(texts, 'heavy', newRandom(seed + number)).text,
    ),
  ];
  const failures: string[] = [];
  let slowest = 0;
  let slow = 0;
  for (let number = 0; number < pages; number++) {
    const random = newRandom(seed + number);
    const text = mutatePage(random.pick(whole), random);
    const started = performance.now();
    try {
      restore({ text });
    } catch (error) {
      failures.push(`seed ${seed + number}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const seconds = (performance.now() - started) / 1000;
    slowest = Math.max(slowest, seconds);
    if (seconds > mostSeconds) slow++;
  }
  return [
    {
      title: `Spoilt pages, seeds ${seed}–${seed + pages - 1}`,
      head: ['pages', 'crashes', `over ${mostSeconds} s`, 'slowest, s', 'first of them'],
      rows: [
        [`${pages}`, `${failures.length}`, `${slow}`, slowest.toFixed(2), failures.slice(0, 3).join('; ')],
      ],
    },
  ];
}
