import { fitNumbers } from '../numbers/fit.js';
import type { Setting } from './settings.js';
import type { Shape } from './shape.js';

/** Ruler 尺: a setting beside those of a shape's numbers that it measures by, at hand for the innermost loops. */
export interface Ruler {
  measure: number;
  indent: number;
  hangs: boolean;
  isRagged: boolean;
  width: Int32Array;
  head: Int32Array;
  hang: Int32Array;
  seams: Uint8Array;
  narrow: Uint8Array;
  continues: Uint8Array;
}

export function rulerOf(
  { width, head, headAlone, hang, seams, narrow, continues }: Shape,
  { measure, indent, widths, hangs, prohibits, isRagged }: Setting,
): Ruler {
  return {
    measure,
    indent,
    hangs,
    isRagged,
    width: width[widths]!,
    head: (prohibits ? head : headAlone)[widths]!,
    hang: hang[widths]!,
    seams,
    narrow,
    continues,
  };
}

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
export function joinFit(ruler: Ruler, index: number, firstIndent: number): number {
  if (ruler.continues[index + 1]) return exact;
  const { measure, width: widths } = ruler;
  const indent = Math.max(0, firstIndent);
  const width = widths[index]!;
  const own = fitOf(ruler, index, measure - indent - width);
  // The extraction may have merged two lines, or split one; both are rare.
  if (own > rare || measure === Number.POSITIVE_INFINITY) return own;
  if (width > measure) return Math.max(own, merged(fitOf(ruler, index, 2 * measure - indent - width)));
  const next = index + 1 < widths.length ? widths[index + 1]! : measure;
  const first = rare / 2 + fitOf(ruler, index + 1, measure - indent - width - next);
  const before = index > 0 && firstIndent < 0 ? widths[index - 1]! : measure;
  const second = rare / 2 + fitOf(ruler, index, measure - before - width);
  return Math.max(own, first, second);
}

/** The same for a paragraph's last line, which only has to fit. */
export function lastFit(ruler: Ruler, index: number, indent: number): number {
  const room = ruler.measure - indent - ruler.width[index]!;
  if (room >= 0) return 0;
  const own = overflow(ruler, index, -room);
  return own > rare || room + ruler.measure < 0 ? own : Math.max(own, rare);
}

function fitOf(ruler: Ruler, index: number, room: number): number {
  if (room < 0) return overflow(ruler, index, -room);
  const { head } = ruler;
  const next = index + 1 < head.length ? head[index + 1]! : 4;
  if (next > room) return ruler.isRagged ? raggedFull : exact;
  const spare = room - next;
  if (ruler.isRagged && spare < mostRagged) return ragged;
  if (spare < Math.min(ruler.seams[index]!, mostElastic)) return elastic;
  return Math.max(spareBase - spare * spareStep, worst);
}

/** For two merged lines: the first of them may have been short by up to a unit. */
function merged(fit: number): number {
  return rare + (fit > spareBase - mergedSpare * spareStep ? exact : fit);
}

function overflow(ruler: Ruler, index: number, excess: number): number {
  if (ruler.hang[index]! >= excess)
    return ruler.hangs ? exact : excess <= mostSqueezed ? squeezedMark : overflowBase;
  if (excess <= ruler.narrow[index]!) return squeezedMark;
  return Math.max(overflowBase - excess * overflowStep, worst);
}
