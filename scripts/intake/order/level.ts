import type { Box } from '../../article/layout.js';
import type { PrintedLine, PrintedPage } from '../printed-page.js';

/** Scans are askew by up to 5 degrees; below .2 degrees columns stay apart as they are. */
const [mostTurned, leastTurned] = [5, 0.2];
/** Number of lines between the two of a pair: errors of boxes are small beside their distance. */
const [nearest, farthest] = [4, 12];
/** Fewer pairs of lines are no evidence. */
const enoughPairs = 24;
/** Two lines are of one column if their lengths and starts differ by less than these shares of a line's length. */
const [sameLength, sameStart] = [0.06, 0.25];

/** The page turned back where its lines are askew, and the angle in degrees, clockwise. */
export function level(page: PrintedPage): { page: PrintedPage; angle: number } {
  const angle = skewOf(page.lines);
  if (Math.abs(angle) < leastTurned || Math.abs(angle) > mostTurned) return { page, angle: 0 };
  const turn = turner(page, angle);
  return {
    page: {
      ...page,
      lines: page.lines.map((line) => ({ ...line, box: turn(line.box) })),
      rules: page.rules.map(turn),
    },
    angle,
  };
}

/**
 * The angle by which starts of full lines of one column are moved against each other; the median of all pairs, so that
 * indents and neighbours of other columns do not matter.
 */
function skewOf(lines: readonly PrintedLine[]): number {
  const isVertical = lines.filter(({ direction }) => direction === 'vertical').length * 2 > lines.length;
  const places = lines.map(({ box }) => placeOf(box, isVertical)).sort((a, b) => a.across - b.across);
  const slopes: number[] = [];
  places.forEach((one, index) => {
    // Lines of other columns lie between those of this one.
    let own = 0;
    for (let next = index + 1; next < places.length && own < farthest; next++) {
      const other = places[next]!;
      const length = Math.max(one.length, other.length);
      const isNear = Math.abs(other.start - one.start) < sameStart * length;
      if (!isNear || Math.abs(other.length - one.length) > sameLength * length) continue;
      if (++own >= nearest) slopes.push((other.start - one.start) / (other.across - one.across));
    }
  });
  if (slopes.length < enoughPairs) return 0;
  slopes.sort((a, b) => a - b);
  const angle = (Math.atan(slopes[slopes.length >> 1]!) * 180) / Math.PI;
  return isVertical ? angle : -angle;
}

/** A line's start and length along the direction of writing, and its place across it. */
function placeOf({ left, top, right, bottom }: Box, isVertical: boolean) {
  return isVertical
    ? { start: top, length: bottom - top, across: (left + right) / 2 }
    : { start: left, length: right - left, across: (top + bottom) / 2 };
}

/** Turns the middle of a box back about the middle of the page; its sides stay. */
function turner({ width, height }: PrintedPage, angle: number): (box: Box) => Box {
  const [sin, cos] = [Math.sin((-angle * Math.PI) / 180), Math.cos((-angle * Math.PI) / 180)];
  return ({ left, top, right, bottom }) => {
    const [x, y] = [(left + right) / 2 - width / 2, (top + bottom) / 2 - height / 2];
    const [dx, dy] = [x * cos - y * sin - x, x * sin + y * cos - y];
    return { left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy };
  };
}
