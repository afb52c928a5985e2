import { restore } from '../../restore/restore.js';
import { newRandom } from '../random.js';
import { breakPage } from './generate/noise.js';
import type { CorpusText } from './gold.js';

/** UTF-8 bytes of a Han character. */
const bytesPerChar = 3;

/** Times for texts of some sizes: rows of MB of UTF-8, seconds, CPU seconds (for busy machines), MB per CPU second. */
export function measureSpeed(texts: readonly CorpusText[], sizesMb: readonly number[]): string[][] {
  restore({ text: newText(texts, 0.2) });
  return sizesMb.map((size) => {
    const text = newText(texts, size);
    const megabytes = Buffer.byteLength(text) / 1e6;
    const started = performance.now();
    const before = process.cpuUsage();
    restore({ text });
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - started) / 1000;
    const own = (user + system) / 1e6;
    return [`${megabytes.toFixed(2)} MB`, seconds.toFixed(3), own.toFixed(3), (megabytes / own).toFixed(2)];
  });
}

/** Mildly broken pages, one after the other, up to a size in MB of UTF-8. */
function newText(texts: readonly CorpusText[], sizeMb: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let seed = 1; length * bytesPerChar < sizeMb * 1e6; seed++) {
    const { text } = breakPage(texts, 'mild', newRandom(seed));
    parts.push(text);
    length += text.length;
  }
  return parts.join('\n\n');
}
