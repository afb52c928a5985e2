import type { Box } from '../../article/layout.js';
import { boxAround, boxAroundAll, boxOf, pointsIn } from '../boxes.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areNumbers = (value: readonly unknown[]): value is number[] =>
  value.every((one) => typeof one === 'number');

/**
 * A box in any of the forms of recognition programs, in the unit of the file: two corners, the corners of an outline as
 * pairs, as x and y or in a row, sides, a corner with width and height, or a list of boxes; undefined for anything else.
 */
export function anyBox(value: unknown): Box | undefined {
  if (typeof value === 'string') return boxOfText(value);
  if (Array.isArray(value)) return boxOfList(value);
  return isObject(value) ? boxOfSides(value) : undefined;
}

function boxOfList(list: readonly unknown[]): Box | undefined {
  if (areNumbers(list))
    return list.length === 4
      ? boxOf(list[0]!, list[1]!, list[2]!, list[3]!)
      : boxAround(pointsIn(list.join(' ')));
  const points = list.map(pointOf);
  if (points.every((point) => point !== undefined)) return boxAround(points);
  return boxAroundAll(list.flatMap((one) => anyBox(one) ?? []));
}

/** A point; a coordinate that is left out is 0, as in the JSON of Protocol Buffers. */
function pointOf(value: unknown): [number, number] | undefined {
  if (Array.isArray(value))
    return value.length === 2 && areNumbers(value) ? [value[0]!, value[1]!] : undefined;
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value).map((key) => key.toLowerCase());
  if (keys.some((key) => key !== 'x' && key !== 'y')) return undefined;
  const side = numberIn(value);
  return [side('x') ?? 0, side('y') ?? 0];
}

/** The number under one of some names, in small or capital letters. */
const numberIn =
  (value: Record<string, unknown>) =>
  (...names: string[]): number | undefined => {
    const found = Object.entries(value).find(([key]) => names.includes(key.toLowerCase()));
    return typeof found?.[1] === 'number' ? found[1] : undefined;
  };

function boxOfSides(value: Record<string, unknown>): Box | undefined {
  const inner = ['vertices', 'normalizedVertices', 'BoundingBox'].find((key) => key in value);
  if (inner) return anyBox(value[inner]);
  const side = numberIn(value);
  const [left, top] = [side('left', 'x', 'l'), side('top', 'y', 't')];
  if (left === undefined || top === undefined) return undefined;
  const right = side('right', 'r') ?? left + (side('width', 'w') ?? Number.NaN);
  const bottom = side('bottom', 'b') ?? top + (side('height', 'h') ?? Number.NaN);
  return Number.isFinite(right + bottom) ? boxOf(left, top, right, bottom) : undefined;
}

/** `x,y,width,height`, or the corners of an outline. */
function boxOfText(text: string): Box | undefined {
  const numbers = text.split(/[\s,]+/u).map(Number);
  if (numbers.some((one) => !Number.isFinite(one))) return undefined;
  const [x, y, width, height] = numbers as [number, number, number, number];
  if (numbers.length === 4) return boxOf(x, y, x + width, y + height);
  return numbers.length > 4 ? boxAround(pointsIn(text)) : undefined;
}
