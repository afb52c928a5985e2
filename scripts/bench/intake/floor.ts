import type { Box } from '../../article/layout.js';
import type { BoxedLine } from '../../intake/boxed.js';
import { emsOf } from '../../intake/boxes.js';
import type { PrintedChar } from './print-newspaper.js';
import type { FoundPage } from './result-form.js';

/** A recognised line that has a box. */
type Line = BoxedLine & { box: Box };

export const withBoxes = (lines: readonly BoxedLine[]): Line[] =>
  lines.flatMap((line) => (line.box ? [{ ...line, box: line.box }] : []));

/** How far beyond a box its first and last characters may be, in its thickness: marks are at an edge of their em. */
const beyond = { along: 0.75, across: 0.3 };
const nothing = { along: 0, across: 0 };

const isDown = ({ left, top, right, bottom }: Box) => bottom - top > right - left;

/**
 * The characters of the truth in the boxes of an engine: what is still wrong then is not due to characters that it
 * read wrong, but to its boxes and to us.
 *
 * @param scale pixels of the scan in a point
 */
export function trueInBoxes(
  lines: readonly BoxedLine[],
  chars: readonly PrintedChar[],
  scale: number,
): Line[] {
  const own = withBoxes(lines).map((line) => ({ line, chars: [] as number[] }));
  const used = new Uint8Array(chars.length);
  for (const room of [nothing, beyond])
    for (const { line, chars: inside } of own) {
      const wide = grown(line.box, room);
      chars.forEach(({ x, y }, index) => {
        if (used[index] || !isInside(x * scale, y * scale, wide)) return;
        used[index] = 1;
        inside.push(index);
      });
    }
  return own.flatMap(({ line, chars: inside }) => {
    const along = (index: number) => (isDown(line.box) ? chars[index]!.y : chars[index]!.x);
    inside.sort((a, b) => along(a) - along(b) || a - b);
    const text = inside.map((index) => chars[index]!.char).join('');
    return text === '' ? [] : [{ ...line, text }];
  });
}

/**
 * The characters of an engine in the true lines: what is wrong then is due to the characters that it read wrong, lost
 * or added; no program that comes after it can do better but by guessing.
 */
export function foundInLines(lines: readonly BoxedLine[], truth: FoundPage, scale: number): Line[] {
  const places = withBoxes(lines).flatMap(placesOf);
  const taken = new Set<(typeof places)[number]>();
  return truth.lines.flatMap(({ box: points }) => {
    const box = scaledBox(points, scale);
    const inside = places.filter(
      (place) => !taken.has(place) && isInside(place.x, place.y, grown(box, beyond)),
    );
    for (const place of inside) taken.add(place);
    inside.sort((a, b) => (isDown(box) ? a.y - b.y : a.x - b.x));
    const text = inside.map(({ char }) => char).join('');
    return text === '' ? [] : [{ text, box }];
  });
}

/** The characters of a line, each in the middle of its share of the box. */
function placesOf({ text, box }: Line): { char: string; x: number; y: number }[] {
  const all = Math.max(emsOf(text), 1 / 2);
  let passed = 0;
  return [...text].flatMap((char) => {
    const own = emsOf(char);
    const share = (passed + own / 2) / all;
    passed += own;
    if (!/\S/u.test(char)) return [];
    const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return isDown(box)
      ? [{ char, x: middleX, y: box.top + share * (box.bottom - box.top) }]
      : [{ char, x: box.left + share * (box.right - box.left), y: middleY }];
  });
}

function grown(box: Box, { along, across }: typeof beyond): Box {
  const em = Math.min(box.right - box.left, box.bottom - box.top);
  const [x, y] = isDown(box) ? [across * em, along * em] : [along * em, across * em];
  return { left: box.left - x, right: box.right + x, top: box.top - y, bottom: box.bottom + y };
}

const isInside = (x: number, y: number, { left, top, right, bottom }: Box) =>
  x >= left && x <= right && y >= top && y <= bottom;

const scaledBox = ({ left, top, right, bottom }: Box, scale: number): Box => ({
  left: left * scale,
  top: top * scale,
  right: right * scale,
  bottom: bottom * scale,
});
