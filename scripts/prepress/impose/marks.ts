import type { Trim } from '../../typeset/book/trim.js';
import type { PressPlan } from './plan-sheets.js';
import { slugMm } from './plan-sheets.js';
import type { Press } from './press.js';
import type { Cell, Sheet } from './schemes/sheet.js';
import { drawNumber, n } from './strokes.js';

export const pointsPerMm = 72 / 25.4;

/** A side of a sheet and all facts for its marks. */
export interface MarkedSide {
  plan: PressPlan;
  press: Press;
  trim: Trim;
  sheet: Sheet;
  cells: readonly Cell[];
  isBack: boolean;
  /** Number of the sheet, from 1. */
  number: number;
}

/** Lines of a mark: thin enough to be cut away exactly, thick enough for a press (ISO 12647 has .05 to .1 mm). */
const lineMm = 0.1;
/** Crop marks begin this far beyond the bleed, and are this long. */
const offMm = 1;
const longMm = 5;

/**
 * Marks in the slug, outside trim and bleed: crop, fold, registration and collation marks, signature and sheet number,
 * and an optional colour bar. Marks for which the sheet has no space are left out: an A4 sheet holds two A5 pages and
 * nothing more. Operators for a content stream; marks print on all plates (Separation All), except figures, in black.
 */
export function drawMarks(side: MarkedSide): string {
  const box = boxOf(side);
  const { widthMm, heightMm } = side.plan;
  const room = {
    x: Math.min(box.left, widthMm - box.right) - side.press.bleed,
    y: Math.min(box.bottom, heightMm - box.top) - side.press.bleed,
  };
  const parts = [
    ...(room.x >= offMm + longMm ? cropsX(side, box) : []),
    ...(room.y >= offMm + longMm ? [...cropsY(side, box), ...folds(side, box)] : []),
    ...(room.y >= slugMm - 0.5 ? [...targets(side, box), ...numbers(side, box), ...colours(side, box)] : []),
    ...collation(side, box),
  ];
  return parts.length === 0
    ? ''
    : `q /ChongpaiAll CS 1 SCN /ChongpaiAll cs 1 scn ${mm(lineMm)} w\n${parts.join('\n')}\nQ`;
}

interface Around {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** The box around all pages of a side, in mm. */
export function boxOf({ cells, trim }: Pick<MarkedSide, 'cells' | 'trim'>): Around {
  const xs = cells.map(({ xMm }) => xMm);
  const ys = cells.map(({ yMm }) => yMm);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs) + trim.widthMm,
    bottom: Math.min(...ys),
    top: Math.max(...ys) + trim.heightMm,
  };
}

const mm = (value: number) => n(value * pointsPerMm);
const line = (x1: number, y1: number, x2: number, y2: number) =>
  `${mm(x1)} ${mm(y1)} m ${mm(x2)} ${mm(y2)} l S`;

/** Crop marks left and right of the pages, at their feet and heads. */
function cropsX({ cells, trim, press }: MarkedSide, { left, right }: Around): string[] {
  const rows = new Set(cells.flatMap(({ yMm }) => [yMm, yMm + trim.heightMm]));
  const gap = press.bleed + offMm;
  return [...rows].flatMap((y) => [
    line(left - gap - longMm, y, left - gap, y),
    line(right + gap, y, right + gap + longMm, y),
  ]);
}

/** Crop marks below and above the pages; none at a fold. */
function cropsY({ cells, trim, press, plan }: MarkedSide, { bottom, top }: Around): string[] {
  const folded = new Set(plan.lines.filter(({ kind }) => kind === 'fold').map(({ atMm }) => n(atMm)));
  const columns = new Set(cells.flatMap(({ xMm }) => [xMm, xMm + trim.widthMm]));
  const gap = press.bleed + offMm;
  return [...columns]
    .filter((x) => !folded.has(n(x)))
    .flatMap((x) => [
      line(x, bottom - gap - longMm, x, bottom - gap),
      line(x, top + gap, x, top + gap + longMm),
    ]);
}

/** Dashed lines where the sheet is folded. */
function folds({ plan, press }: MarkedSide, { bottom, top }: Around): string[] {
  const gap = press.bleed + offMm;
  return plan.lines
    .filter(({ kind, along }) => kind === 'fold' && along === 'x')
    .map(
      ({ atMm }) =>
        `q [${mm(1)} ${mm(1)}] 0 d ${line(atMm, bottom - gap - longMm, atMm, bottom - gap)} ${line(atMm, top + gap, atMm, top + gap + longMm)} Q`,
    );
}

/** 十字线: a cross in a circle, below and above the pages, by which plates are aligned. */
function targets({ press, plan }: MarkedSide, { bottom, top }: Around): string[] {
  const x = plan.widthMm / 4;
  const gap = press.bleed + offMm + longMm / 2;
  return [bottom - gap, top + gap].flatMap((y) => [
    line(x - 2.5, y, x + 2.5, y),
    line(x, y - 2.5, x, y + 2.5),
    circle(x, y, 1.5),
  ]);
}

/** Four curves make a circle; .5523 is the length of their handles. */
function circle(x: number, y: number, radius: number): string {
  const handle = radius * 0.5523;
  const at = (dx: number, dy: number) => `${mm(x + dx)} ${mm(y + dy)}`;
  return `${at(radius, 0)} m ${at(radius, handle)} ${at(handle, radius)} ${at(0, radius)} c ${at(-handle, radius)} ${at(-radius, handle)} ${at(-radius, 0)} c ${at(-radius, -handle)} ${at(-handle, -radius)} ${at(0, -radius)} c ${at(handle, -radius)} ${at(radius, -handle)} ${at(radius, 0)} c S`;
}

/** Signature, sheet and side: 2-3-1 is the front of the third sheet, which is in the second signature. */
function numbers({ sheet, number, isBack, press }: MarkedSide, { left, bottom }: Around): string[] {
  const text = `${sheet.signature}-${number}-${isBack ? 2 : 1}`;
  const y = (bottom - press.bleed - offMm - longMm) * pointsPerMm;
  return [drawNumber(text, { x: (left + 2) * pointsPerMm, y, height: 3 * pointsPerMm })];
}

/** 折标: a black mark on the fold of each signature's outermost sheet; on the bound spine they make a staircase. */
function collation({ sheet, isBack, plan, trim, press }: MarkedSide, { bottom, top }: Around): string[] {
  const hasSignatures = plan.sheets.some(({ signature }) => signature > 1);
  const fold = plan.lines.find(({ kind, along }) => kind === 'fold' && along === 'x');
  if (!hasSignatures || isBack || sheet.layer > 0 || !fold) return [];
  const stepMm = 5;
  const steps = Math.max(1, Math.floor((top - bottom - 20) / stepMm));
  const y = top - 10 - stepMm * (((sheet.signature - 1) % steps) + 1);
  // On the spine itself, which glue or thread hides: half a millimetre of it on each side of the fold, or what is
  // milled.
  const halfMm = Math.max(0.5, Math.min(press.mill, trim.widthMm / 20));
  return [`${mm(fold.atMm - halfMm)} ${mm(y)} ${mm(2 * halfMm)} ${mm(stepMm)} re f`];
}

/** Patches of the four inks and of half of each. */
function colours({ press, isBack }: MarkedSide, { right, top }: Around): string[] {
  if (!press.colourBar || isBack) return [];
  const inks = ['1 0 0 0', '0 1 0 0', '0 0 1 0', '0 0 0 1', '.5 0 0 0', '0 .5 0 0', '0 0 .5 0', '0 0 0 .5'];
  const sizeMm = 4;
  const y = top + press.bleed + offMm;
  return inks.map((ink, index) => {
    const x = right - (inks.length - index) * sizeMm - 2;
    return `q ${ink} k ${mm(x)} ${mm(y)} ${mm(sizeMm)} ${mm(sizeMm)} re f Q`;
  });
}
