import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lying, lyingBox } from '../../scripts/prepress/compare/lying.js';
import type { Place } from '../../scripts/prepress/compare/paper.js';

const size = 10;

/** An upright character in a column, counted from the right, and a row, counted from the top; its square is an em. */
function upright(column: number, row: number): Place {
  const [x, top] = [300 - 18 * column, 500 - size * row];
  return {
    ...{ page: 0, x, y: top - 8.8, size, advance: size, blanks: 0, font: 0, slant: 0, shade: 0 },
    ...{ left: x + 1, right: x + 9, bottom: top - 9, top: top - 1 },
  };
}

/** A letter rotated onto its right side, with its baseline at the left. */
const onItsSide = (column: number, row: number): Place => {
  const [x, y] = [302 - 18 * column, 500 - size * row];
  return { ...upright(column, row), x, y, left: x, right: x + 5, bottom: y - 5, top: y };
};

describe('lines that run down', () => {
  const places = fc.tuple(fc.nat(20), fc.nat(30));

  it('run from left to right, the first above, as if their page were turned', () => {
    fc.assert(
      fc.property(places, places, ([column, row], [other, below]) => {
        const [one, two] = [lying(upright(column, row)), lying(upright(other, below))];
        if (column === other) expect(one.y).toBeCloseTo(two.y);
        else expect(one.y > two.y).toBe(column < other);
        if (row !== below) expect(one.x < two.x).toBe(row < below);
      }),
    );
  });

  it('have characters that lie on their side between upright ones', () => {
    const line = [upright(3, 1), onItsSide(3, 2), upright(3, 3)].map(lying);
    const steps = line.slice(1).map(({ x }, at) => x - line[at]!.x);
    expect(steps.map(Math.round)).toEqual([10, 10]);
    expect(Math.abs(line[0]!.y - line[1]!.y)).toBeLessThan(0.3 * size);
  });

  it('keep the sizes of boxes', () => {
    const [left, bottom, right, top] = lyingBox([10, 20, 40, 90]);
    expect([right - left, top - bottom]).toEqual([70, 30]);
  });
});
