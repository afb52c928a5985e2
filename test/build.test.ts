import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardOf } from '../scripts/commands/shard.js';
import { newBuildTally } from '../scripts/commands/tell/build-tally.js';
import type { IssueReport } from '../scripts/report.js';

describe('shardOf', () => {
  it('gives each item to one shard, and shards that differ by one item at most', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (items, count) => {
          const shards = Array.from({ length: count }, (_, index) => shardOf(items, `${index + 1}/${count}`));
          expect(shards.flat().sort()).toEqual([...items].sort());
          const sizes = shards.map(({ length }) => length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it.each(['0/2', '3/2', '1', 'a/b', '1/0', '-1/2'])('refuses %s', (shard) => {
    expect(() => shardOf(['a'], shard)).toThrow('expected i/n');
  });
});

describe('newBuildTally', () => {
  it('tells how many of how many, the time left, and the sum of it', () => {
    const tally = newBuildTally(3);
    expect(tally.text()).toBe('0 of 3 editions');
    tally.count();
    expect(tally.text()).toMatch(/^1 of 3 editions, about \d+ s left$/);
    const report = (editions: object[]) => ({ open: [], editions }) as unknown as IssueReport;
    const reports = [
      report([{ outputs: { pdf: {} } }, { outputs: { pdf: {} }, upToDate: true }]),
      report([{ outputs: {}, error: 'bad' }]),
    ];
    expect(tally.summary(reports)).toMatch(/^2 issues in \d+ s: 1 edition made, 1 up to date, 1 failed$/);
    const chinese = newBuildTally(3, 'zh-Hant');
    chinese.count();
    expect(chinese.text()).toMatch(/^版本 1\/3，約剩 \d+ 秒$/);
    expect(chinese.summary(reports)).toMatch(
      /^共 2 期，用時 \d+ 秒：做成 1 個版本，1 個無須重排，1 個沒有做成$/,
    );
  });
});
