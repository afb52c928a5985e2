/** [a b c d e f] as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];
/** [left, bottom, right, top] in points, y upwards. */
export type Box = readonly [number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** The upright box around a transformed rectangle. */
export function transformBox(matrix: Matrix, left: number, bottom: number, right: number, top: number): Box {
  const [a, b, c, d, e, f] = matrix;
  if (b === 0 && c === 0 && a > 0 && d > 0) return [a * left + e, d * bottom + f, a * right + e, d * top + f];
  const [ax, bx, ay, by] = [a * left, a * right, c * bottom, c * top];
  const [cx, dx, cy, dy] = [b * left, b * right, d * bottom, d * top];
  return [
    Math.min(ax, bx) + Math.min(ay, by) + e,
    Math.min(cx, dx) + Math.min(cy, dy) + f,
    Math.max(ax, bx) + Math.max(ay, by) + e,
    Math.max(cx, dx) + Math.max(cy, dy) + f,
  ];
}

export function intersect(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

/** Area in square points; 0 for an empty box. */
export function area(box: Box): number {
  return Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);
}

/** Share of `inner` inside `outer`: 0 … 1. Hairlines count by length, not by their (zero) area. */
export function shareInside(inner: Box, outer: Box): number {
  return overlap(inner[0], inner[2], outer[0], outer[2]) * overlap(inner[1], inner[3], outer[1], outer[3]);
}

function overlap(from: number, to: number, low: number, high: number): number {
  if (to - from < 1e-6) return from >= low && from <= high ? 1 : 0;
  return Math.max(0, Math.min(to, high) - Math.max(from, low)) / (to - from);
}

/** True if a box is inside another, give or take `slack` points. */
export function isInside(inner: Box, outer: Box, slack: number): boolean {
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[2] <= outer[2] + slack &&
    inner[3] <= outer[3] + slack
  );
}

/** The smallest box around all; undefined for none. */
export function boxAround(boxes: Iterable<Box>): Box | undefined {
  let around: Box | undefined;
  for (const box of boxes) {
    around = around
      ? [
          Math.min(around[0], box[0]),
          Math.min(around[1], box[1]),
          Math.max(around[2], box[2]),
          Math.max(around[3], box[3]),
        ]
      : box;
  }
  return around;
}
