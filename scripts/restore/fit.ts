import type { Setting } from './settings.js';
import type { Shape } from './shape.js';

/**
 * 断行 likelihood: log probability that a compositor who fills lines greedily breaks after line `index` in
 * mid-paragraph, under a setting. A break is exact when the line fits and what follows would not have fitted.
 */
export function joinFit(shape: Shape, setting: Setting, index: number, indent: number): number {
  const widths = setting.widths;
  const room = setting.measure - indent - shape.width[widths]![index]!;
  if (room < 0) return overflow(-room, shape.hang[widths]![index]!, setting.hangs);
  const next = (setting.prohibits ? shape.head : shape.headAlone)[widths]![index + 1]!;
  if (next > room) return exact;
  const spare = room - next;
  if (spare < Math.min(shape.seams[index]!, mostElastic)) return elastic;
  return Math.max(spareBase - spare * spareStep, worst);
}

/** The same for a paragraph's last line, which only has to fit. */
export function lastFit(shape: Shape, setting: Setting, index: number, indent: number): number {
  const room = setting.measure - indent - shape.width[setting.widths]![index]!;
  return room >= 0 ? 0 : overflow(-room, shape.hang[setting.widths]![index]!, setting.hangs);
}

const exact = Math.log(0.95);
const elastic = Math.log(0.15);
/** Justification gives a line at most one em at its seams. */
const mostElastic = 4;
const squeezedMark = Math.log(0.2);
const spareBase = -3.4;
const spareStep = 0.35;
const overflowBase = -3;
const overflowStep = 0.7;
/** However odd a line is, something else may be wrong with it: a dropped character, a merged line. */
const worst = -11;

function overflow(excess: number, hang: number, hangs: boolean): number {
  if (hang >= excess) return hangs ? exact : excess <= 2 ? squeezedMark : overflowBase;
  return Math.max(overflowBase - excess * overflowStep, worst);
}
