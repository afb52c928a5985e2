import { newNumbering } from '../../text/pair-numbers.js';
import type { Line } from '../measure/lines.js';
import { eachBigram } from '../overlap.js';

/**
 * Words (bigrams) of a page's lines, as small numbers; `ids[starts[line]]` … `ids[starts[line + 1] - 1]` are a line's.
 */
export interface LineWords {
  ids: Int32Array;
  starts: Int32Array;
  /** How much each word tells: the rarer, the more (idf over the lines). */
  weights: Float64Array;
}

/** Numbers the words of all lines. Linear in the text. */
export function lineWordsOf(lines: readonly Line[]): LineWords {
  let length = 0;
  for (const { text } of lines) length += text.length;
  const numbers = newNumbering();
  const ids = new Int32Array(length);
  const starts = new Int32Array(lines.length + 1);
  const lastLine = new Int32Array(length).fill(-1);
  const counts = new Int32Array(length);
  let at = 0;
  lines.forEach(({ text }, line) => {
    eachBigram(text, (bigram) => {
      const id = numbers.numberOf(bigram);
      if (lastLine[id] === line) return;
      lastLine[id] = line;
      counts[id]!++;
      ids[at++] = id;
    });
    starts[line + 1] = at;
  });
  const weights = new Float64Array(numbers.size);
  for (let id = 0; id < weights.length; id++) weights[id] = Math.log(1 + lines.length / counts[id]!);
  return { ids: ids.subarray(0, at), starts, weights };
}
