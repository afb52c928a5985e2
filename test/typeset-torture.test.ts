import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPool, newBrowserPool } from '../scripts/typeset/browser-pool.js';
import type { Geometry } from './typeset/geometry.js';
import { type Laid, layOut } from './typeset/lay-out.js';
import { movedLines } from './typeset/lines.js';
import { type Case, readCases } from './typeset/read-cases.js';

/** Cases of one geometry are set and printed together: a print costs more than a case. */
const groups = new Map<string, Case[]>();
for (const one of readCases().filter(({ name }) => !process.env.CASE || name.includes(process.env.CASE)))
  groups.set(one.page, [...(groups.get(one.page) ?? []), one]);

function geometryOf(page: string): Geometry {
  const [, ems = '12', lines = '9', vertical] = /^(\d+)x(\d+)( vertical)?$/.exec(page) ?? [];
  return { ems: Number(ems), lines: Number(lines), isVertical: vertical !== undefined };
}

let pool: BrowserPool;
beforeAll(() => {
  pool = newBrowserPool();
});
afterAll(() => pool.close());

describe.each([...groups])('pages of %s', (page, cases) => {
  let laid: Laid;
  beforeAll(async () => {
    laid = await layOut(cases, geometryOf(page), pool);
  });

  it.each(cases.map((one, index) => [one.name, one, index] as const))(
    '%s: text and boxes are whole, lines as in the flow',
    (name, one, index) => {
      const { troubles } = laid.pages[index]!;
      expect(troubles.map(({ block, reason }) => `${block} ${reason}`)).toEqual(
        one.trouble ? [expect.stringContaining(one.trouble)] : [],
      );
      const { flow, pages } = laid.lines[index]!;
      expect(movedLines(flow, pages)).toEqual([]);
      expect(pages.length).toBeGreaterThan(0);
      expect(laid.findings.filter(({ passage }) => passage === name)).toEqual([]);
    },
  );

  it('the printed file is proven', () => {
    const expected = cases.filter(({ trouble }) => trouble);
    const findings = laid.findings.map(({ message }) => message);
    if (expected.length === 0) expect(findings).toEqual([]);
  });
});
