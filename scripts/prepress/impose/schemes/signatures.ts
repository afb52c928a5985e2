import { middleFold, nest } from './nest.js';
import type { Scheme } from './scheme.js';

/**
 * 锁线订, 胶订: signatures of some sheets each, folded one by one and stacked, then sewn or glued. The sheets are
 * distributed evenly, so that no book ends in a signature of blank pages: 17 pages in fours are 3 + 2 sheets.
 */
export const signatures: Scheme = {
  name: ['分帖装订（锁线或胶订）', '分帖裝訂（穿線或膠裝）', 'signatures, sewn or perfect bound'],
  multiple: 4,
  columns: 2,
  rows: 1,
  isDuplex: true,
  isNested: true,
  plan: (task) => {
    let from = 0;
    const sheets = signatureSizes(task.pages / 4, task.sheetsInSignature).flatMap((count, index) => {
      const made = nest(task, { from, count, signature: index + 1 });
      from += 4 * count;
      return made;
    });
    return { sheets, lines: [middleFold(task)], ...task.sheet };
  },
  afterwards: () => [
    '按帖分开，每帖单独对折，依次叠齐（书脊上的黑标应成一道斜线），再锁线或上胶。',
    '按帖分開，每帖單獨對摺，依次疊齊（書脊上的黑標應成一道斜線），再穿線或上膠。',
    'Separate the sheets by signature, fold each signature, stack them in order (the black marks on the spine make a staircase), then sew or glue.',
  ],
};

/** Sheets of each signature: at most `most`, as even as possible, the larger ones first. */
export function signatureSizes(sheets: number, most: number): number[] {
  const count = Math.ceil(sheets / most);
  return Array.from({ length: count }, (_, index) => Math.ceil((sheets - index) / count));
}
