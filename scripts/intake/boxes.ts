import type { Box } from '../article/layout.js';

/** A box from any two opposite corners, because programs disagree about which one comes first. */
export function boxOf(x1: number, y1: number, x2: number, y2: number): Box {
  return {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    right: Math.max(x1, x2),
    bottom: Math.max(y1, y2),
  };
}

/** Marks whose outer half is blank, at the end of a line and at its beginning. */
export const endsBlank = (text: string): boolean => /[，。、；：！？）》」』】”’〉〕]$/u.test(text);
export const beginsBlank = (text: string): boolean => /^[（《「『【“‘〈〔]/u.test(text);

/** True if the middle of a box is inside another. */
export function isIn(inner: Box, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2];
  return x > left && x < right && y > top && y < bottom;
}

/** The smallest box around others; undefined for an empty list. */
export function boxAroundAll(boxes: readonly Box[]): Box | undefined {
  return boxAround(
    boxes.flatMap(({ left, top, right, bottom }): [number, number][] => [
      [left, top],
      [right, bottom],
    ]),
  );
}

/** Share of an em below the baseline of Chinese type. */
const descent = 0.14;

/** The box of a line with a known baseline only: it is as high as its characters are wide. */
export function boxOnBaseline(points: readonly (readonly [number, number])[], text: string): Box | undefined {
  const line = boxAround(points);
  if (!line) return undefined;
  const [width, height] = [line.right - line.left, line.bottom - line.top];
  const em = Math.max(width, height) / Math.max(1, emsOf(text));
  // The baseline of a vertical line runs down its middle.
  if (height > width) return { ...line, left: line.left - em / 2, right: line.right + em / 2 };
  return { ...line, top: line.top - (1 - descent) * em, bottom: line.bottom + descent * em };
}

/** Pairs of numbers as files write outlines: `10,20 30,40`, or `10 20 30 40`. */
export function pointsIn(text: string): [number, number][] {
  const numbers = text
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  return Array.from({ length: numbers.length >> 1 }, (_, at) => [numbers[2 * at]!, numbers[2 * at + 1]!]);
}

/** The smallest upright box around some points. */
export function boxAround(points: readonly (readonly [number, number])[]): Box | undefined {
  const good = points.filter((point) => point.every(Number.isFinite));
  if (good.length === 0) return undefined;
  const [xs, ys] = [good.map(([x]) => x), good.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Width of a text in em: characters below U+2000 count as half the width of Han. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const char of text) ems += char < '\u2000' ? 0.5 : 1;
  return ems;
}
