import type { Box } from '../read/matrix.js';
import type { TaggedRun } from '../read/page-text.js';
import { type Paper, type Place, placeIn } from './paper.js';

/** So many characters show the direction of their lines, even in a narrow cell, where every other one begins a line. */
const enough = 16;

/** True if a run's lines run down: in vertical writing, and in a table that lies on its side. */
export function isDown({ vertical }: Pick<Paper, 'vertical'>, run: TaggedRun): boolean {
  if (run.characters.length < enough) return vertical.has(run.page);
  const found = known.get(run) ?? stepsDown(run) > 0;
  known.set(run, found);
  return found;
}

const known = new WeakMap<TaggedRun, boolean>();

function stepsDown(run: TaggedRun): number {
  let down = 0;
  for (let at = 1; at < run.characters.length; at++) {
    const [one, other] = [placeIn(run, at - 1), placeIn(run, at)];
    down += Math.abs(other.y - one.y) > Math.abs(other.x - one.x) ? 1 : -1;
  }
  return down;
}

/** From the base line of Han characters to the upper edge of their square, in em. */
const ascent = 0.88;

/**
 * 横看: a place as if its page were turned a quarter, so that lines that run down, the first at the right, run from left
 * to right, the first above.
 */
export function lying(place: Place): Place {
  const [left, bottom, right, top] = lyingBox([place.left, place.bottom, place.right, place.top]);
  // An upright character has its origin at its foot, one that lies on its side at its head.
  const isUpright = (place.bottom + place.top) / 2 > place.y;
  const x = -place.y - (isUpright ? ascent * place.size : 0);
  return { ...place, x, y: place.x, left, bottom, right, top };
}

export const lyingBox = ([left, bottom, right, top]: Box): Box => [-top, left, -bottom, right];

/** The place of a run's character, as in a line that runs from left to right. */
export function placeInLine(paper: Pick<Paper, 'vertical'>, run: TaggedRun, at: number): Place {
  const place = placeIn(run, at);
  return isDown(paper, run) ? lying(place) : place;
}
