import { utimesSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { newBuildTally } from '../scripts/commands/build-tally.js';
import { shardOf } from '../scripts/commands/shard.js';
import { isUpToDate } from '../scripts/commands/up-to-date.js';
import type { Place } from '../scripts/config.js';
import type { IssueReport } from '../scripts/report.js';
import { newFolder } from './cli/run.js';

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

describe('isUpToDate', () => {
  const folder = newFolder({
    'manuscript/publication.yaml': 'title: 报\n',
    'manuscript/names.txt': '',
    'manuscript/a/01.md': '# 一\n',
    'manuscript/a/en/01.md': '# One\n',
    'manuscript/b/01.md': '# 二\n',
    'styles/custom.css': '',
    'build/a/zh-Hans.pdf': '',
  });
  afterAll(folder.remove);
  const place = { root: folder.root } as Place;
  const pdf = folder.path('build/a/zh-Hans.pdf');
  const issue = folder.path('manuscript/a');
  const minute = 60_000;
  const setTime = (name: string, minutes: number) => {
    const time = new Date(Date.now() + minutes * minute);
    utimesSync(folder.path(name), time, time);
  };

  it('is false without a PDF', () => {
    expect(isUpToDate(folder.path('build/b/zh-Hans.pdf'), folder.path('manuscript/b'), place)).toBe(false);
  });

  it.each([
    ['manuscript/publication.yaml', false],
    ['manuscript/names.txt', false],
    ['manuscript/a/01.md', false],
    ['manuscript/a/en/01.md', false],
    ['manuscript/a', false], // a file of it is gone
    ['styles/custom.css', false],
    ['manuscript/b/01.md', true],
  ])('when %s is newer: %s', (name, expected) => {
    setTime('build/a/zh-Hans.pdf', 5);
    expect(isUpToDate(pdf, issue, place)).toBe(true);
    setTime(name, 10);
    expect(isUpToDate(pdf, issue, place)).toBe(expected);
    setTime(name, 0);
  });
});

describe('newBuildTally', () => {
  it('tells how many of how many, the time left, and the sum of it', () => {
    const tally = newBuildTally(3);
    expect(tally.text()).toBe('0 of 3 PDFs');
    tally.count();
    expect(tally.text()).toMatch(/^1 of 3 PDFs, about \d+ s left$/);
    const report = (editions: object[]) => ({ open: [], editions }) as unknown as IssueReport;
    const reports = [report([{ pdf: 'a' }, { pdf: 'b', upToDate: true }]), report([{ error: 'bad' }])];
    expect(tally.summary(reports)).toMatch(/^2 issues in \d+ s: 1 PDFs made, 1 up to date, 1 failed$/);
  });
});
