import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import type { Geometry } from './geometry.js';
import { type Laid, layOut } from './lay-out.js';
import { movedLines } from './lines.js';
import { type Case, readCases } from './read-cases.js';

/** Cases of one geometry are set and printed together: a print costs more than a case. CASE=name runs some of them. */
const groups = new Map<string, Case[]>();
for (const one of readCases().filter(({ name }) => name.includes(process.env.CASE ?? ''))) {
  // An expected failure must not count as a fault of the others.
  const group = `pages of ${one.page}${one.trouble ? `, reported ${one.name}` : one.fails ? ', known faults' : ''}`;
  groups.set(group, [...(groups.get(group) ?? []), one]);
}

function geometryOf(page: string): Geometry {
  const [, ems = '12', lines = '9', vertical] = /^(\d+)x(\d+)( vertical)?$/.exec(page) ?? [];
  return { ems: Number(ems), lines: Number(lines), isVertical: vertical !== undefined };
}

let pool: BrowserPool;
beforeAll(() => {
  pool = newBrowserPool();
});
afterAll(() => pool.close());

describe.each([...groups])('%s', (_, cases) => {
  let laid: Laid;
  beforeAll(async () => {
    laid = await layOut(cases, geometryOf(cases[0]!.page), pool);
  });

  it.each(cases.map((one, index) => [one.name, one, index] as const))(
    '%s: each line stands where the flow had it; what does not fit is named',
    (_, one, index) => {
      const { flow, pages } = laid.lines[index]!;
      expect(pages.length).toBeGreaterThan(0);
      const moved = movedLines(flow, pages);
      if (one.moves) expect(moved).not.toEqual([]);
      else expect(moved).toEqual([]);
      const troubles = laid.pages[index]!.troubles.map(({ block, reason }) => `${block} ${reason}`);
      expect(troubles).toEqual(one.trouble ? [expect.stringContaining(one.trouble)] : []);
    },
  );

  // Text that overflows its page is caught, too.
  it.skipIf(cases[0]!.trouble)('the printed file is proven, character by character', () => {
    const findings = laid.findings.map(({ message }) => message);
    if (cases[0]!.fails) expect(findings).not.toEqual([]);
    else expect(findings).toEqual([]);
  });
});
