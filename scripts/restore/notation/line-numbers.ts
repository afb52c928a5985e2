import type { Line } from '../measure/lines.js';
import { notationNumbers } from '../numbers/forms.js';
import { type Form, newNotation } from './notation.js';

const { leastNumbered: leastLines } = notationNumbers;

const numbered = /^(\d{1,5})(?:[ \t\u3000]+|[:|][ \t]*)(?=\D)/u;

/** 行号: consecutively numbered lines, each after its number and a space, most of them in mid-sentence. */
export const lineNumbers: Form = {
  id: 'line-numbers',
  read(_source, lines) {
    const notation = newNotation('line numbers');
    for (let from = 0; from < lines.length; ) {
      const to = runEnd(lines, from);
      const run = lines.slice(from, to);
      const open = run.filter(({ text }) => !/[。！？；：.!?;:\d%]$/u.test(text)).length;
      if (run.length >= leastLines && open * 2 >= run.length)
        for (const { start, text } of run)
          notation.corrections.push({
            range: [start, start + numbered.exec(text)![0].length],
            wanted: '',
            rule: 'line-numbers',
          });
      from = Math.max(to, from + 1);
    }
    return notation.corrections.length > 0 ? notation : undefined;
  },
};

function runEnd(lines: readonly Line[], from: number): number {
  let to = from;
  let last: number | undefined;
  for (; to < lines.length; to++) {
    const found = numbered.exec(lines[to]!.text);
    const number = found ? Number(found[1]) : undefined;
    if (number === undefined || (last !== undefined && number !== last + 1)) break;
    last = number;
  }
  return to;
}
