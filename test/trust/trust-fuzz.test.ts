import { describe, expect, it } from 'vitest';
import { fuzz } from '../../scripts/bench/fuzz/cases.js';
import type { Subject } from '../../scripts/bench/fuzz/subject.js';
import { subjects } from '../../scripts/bench/fuzz/subjects.js';

/** The bench tries 10^5 and more of each; other seeds than its own. */
const share = { seed: 90_000_000, cases: 120, untilMs: Number.POSITIVE_INFINITY };

describe('inputs of strangers', () => {
  it.each(subjects.map((subject) => [subject.id, subject] as const))(
    'are read by %s, or refused in a person’s words',
    async (_, subject) => {
      const { failures, cases } = await fuzz(subject, share);
      expect(failures).toEqual([]);
      expect(cases).toBe(share.cases);
    },
  );

  // Found by the bench; each is kept here.
  it.each([
    ['preview', 'POST /\\]'],
    ['markdown', '----\n---\n---\n---'],
    ['markdown', '-<!---->\n-<!---->'],
    ['markdown', '\\-\n\\-\n\\-\n\\+\n\\+\n'],
  ])('%s: %j, which failed once', async (id, input) => {
    await subjects.find((subject) => subject.id === id)!.check(input);
  });

  it('that fail are told by the smallest part that still fails', async () => {
    const faulty: Subject = {
      id: 'faulty',
      units: ['甲', '乙', '丙'],
      seed: '甲乙丙丁',
      check: (text) => {
        if (/乙.*丙/s.test(text)) throw new Error('乙 before 丙');
      },
    };
    const { failures } = await fuzz(faulty, share);
    expect(failures.length).toBeGreaterThan(0);
    expect(new Set(failures.map(({ input }) => input))).toEqual(new Set(['乙丙']));
  });
});
