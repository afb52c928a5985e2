import { fitNumbers } from '../numbers/fit.js';
import type { Setting } from './settings.js';
import type { Shape } from './shape.js';

const {
  mergedSpare,
  mostSqueezed,
  exact,
  elastic,
  mostElastic,
  ragged,
  raggedFull,
  squeezedMark,
  spareBase,
  spareStep,
  overflowBase,
  overflowStep,
  rare,
} = fitNumbers;
export const { mostRagged, worst } = fitNumbers;

/**
 * 断行 likelihood: log probability that a compositor who fills lines greedily breaks after line `index` in
 * mid-paragraph, under a setting. A break is exact when the line fits and the next unit would not have fitted.
 *
 * @param firstIndent indent of a paragraph's first line; −1 for a later line
 */
export function joinFit(shape: Shape, setting: Setting, index: number, firstIndent: number): number {
  if (shape.continues[index + 1]) return exact;
  const indent = Math.max(0, firstIndent);
  const width = shape.width[setting.widths]![index]!;
  const own = fitOf(shape, setting, index, setting.measure - indent - width);
  // The extraction may have merged two lines, or split one; both are rare.
  if (own > rare || !Number.isFinite(setting.measure)) return own;
  if (width > setting.measure)
    return Math.max(own, merged(fitOf(shape, setting, index, 2 * setting.measure - indent - width)));
  const next = shape.width[setting.widths]![index + 1] ?? setting.measure;
  const first = rare / 2 + fitOf(shape, setting, index + 1, setting.measure - indent - width - next);
  const before = index > 0 && firstIndent < 0 ? shape.width[setting.widths]![index - 1]! : setting.measure;
  const second = rare / 2 + fitOf(shape, setting, index, setting.measure - before - width);
  return Math.max(own, first, second);
}

/** The same for a paragraph's last line, which only has to fit. */
export function lastFit(shape: Shape, setting: Setting, index: number, indent: number): number {
  const room = setting.measure - indent - shape.width[setting.widths]![index]!;
  if (room >= 0) return 0;
  const own = overflow(shape, setting, index, -room);
  return own > rare || room + setting.measure < 0 ? own : Math.max(own, rare);
}

function fitOf(shape: Shape, setting: Setting, index: number, room: number): number {
  const widths = setting.widths;
  if (room < 0) return overflow(shape, setting, index, -room);
  const next = (setting.prohibits ? shape.head : shape.headAlone)[widths]![index + 1] ?? 4;
  if (next > room) return setting.isRagged ? raggedFull : exact;
  const spare = room - next;
  if (setting.isRagged && spare < mostRagged) return ragged;
  if (spare < Math.min(shape.seams[index]!, mostElastic)) return elastic;
  return Math.max(spareBase - spare * spareStep, worst);
}

/** For two merged lines: the first of them may have been short by up to a unit. */
function merged(fit: number): number {
  return rare + (fit > spareBase - mergedSpare * spareStep ? exact : fit);
}

function overflow(shape: Shape, { widths, hangs }: Setting, index: number, excess: number): number {
  const hang = shape.hang[widths]![index]!;
  if (hang >= excess) return hangs ? exact : excess <= mostSqueezed ? squeezedMark : overflowBase;
  if (excess <= shape.narrow[index]!) return squeezedMark;
  return Math.max(overflowBase - excess * overflowStep, worst);
}
