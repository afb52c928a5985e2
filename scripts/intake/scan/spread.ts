import type { Box } from '../../article/layout.js';
import { type Ink, inkOf, shrink, withoutRules } from './ink.js';
import { profile, runsOf } from './profile.js';
import type { Raster } from './raster.js';

/** Two pages beside each other are wider than high by this factor, and each of them is higher than wide. */
const leastWide = 1.1;
/** The fold is within this share of the width from the middle. */
const offMiddle = 0.08;
/** The inner margins of two pages are so many em wide together, and so many times as wide as any gutter. */
const [leastFold, timesGutter] = [3, 1.8];
/** Cells of the picture on which the fold is looked for have this many pixels a side, and a stain in a column of them. */
const cell = 4;
const stain = 2;

/**
 * 对开: the two pages of a scan of a spread, in pixels; undefined for a single page.
 *
 * @param em of the text in pixels
 */
export function foldOf(raster: Raster, em: number | undefined): [left: Box, right: Box] | undefined {
  const { width, height } = raster;
  if (em === undefined || width < leastWide * height || width > 2 * height) return undefined;
  const whites = whitesOf(shrink(withoutRules(inkOf(raster)), cell)).map(
    ([from, to]) => [from * cell, to * cell] as const,
  );
  const isMiddle = ([from, to]: readonly [number, number]) =>
    Math.abs((from + to) / 2 - width / 2) < offMiddle * width;
  const fold = whites.filter(isMiddle).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
  if (!fold) return undefined;
  const gutter = Math.max(0, ...whites.filter((white) => white !== fold).map(([from, to]) => to - from));
  if (fold[1] - fold[0] < Math.max(leastFold * em, timesGutter * gutter)) return undefined;
  const middle = Math.round((fold[0] + fold[1]) / 2);
  return [
    { left: 0, top: 0, right: middle, bottom: height },
    { left: middle, top: 0, right: width, bottom: height },
  ];
}

/** White from the top to the bottom of a page, between its columns. */
function whitesOf(ink: Ink): [from: number, to: number][] {
  const columns = profile(ink, { left: 0, top: 0, right: ink.width, bottom: ink.height }, 'columns');
  const runs = runsOf(
    columns.map((count) => (count > stain ? count : 0)),
    1,
  );
  return runs.slice(1).map(([from], index) => [runs[index]![1], from]);
}
