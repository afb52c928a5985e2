import { expect, test } from 'vitest';
import { runningHead } from '../../scripts/typeset/assemble/running-head.js';
import type { TypeArea } from '../../scripts/typeset/compose/type-area.js';

const area = { ems: 28, emPt: 10.5 } as TypeArea;

test('a running head that is too long for its line ends in an ellipsis, others stay', () => {
  expect(runningHead('金昌日报', area)).toBe('金昌日报');
  const long = '绘就新型工业化现代之城锦绣篇章'.repeat(4);
  const short = runningHead(long, area);
  expect(short).toMatch(/^绘就.*[^…]…$/u);
  expect(long.startsWith(short.slice(0, -1))).toBe(true);
  // 294 pt hold 34 letters of 8.5 pt.
  expect([...short].length).toBeGreaterThan(28);
  expect([...short].length).toBeLessThanOrEqual(34);
});
