import { isStepDown } from '../check/steps-down.js';
import type { Box } from '../read/matrix.js';
import { placeSize, type TaggedRun } from '../read/page-text.js';
import { type Paper, type Place, placeIn } from './paper.js';

/** So many characters show the direction of their lines, even in a narrow cell, where every other one begins a line. */
const enough = 16;
/** More tell nothing new. */
const most = 64;

/** True if a run's lines run down: in vertical writing, and in a table that lies on its side. */
export function isDown({ vertical }: Pick<Paper, 'vertical'>, run: TaggedRun): boolean {
  if (run.characters.length < enough) return vertical.has(run.page);
  const found = known.get(run) ?? stepsDown(run) > 0;
  known.set(run, found);
  return found;
}

const known = new WeakMap<TaggedRun, boolean>();

/** Steps from character to character at the beginning of a run, down less along. */
function stepsDown({ characters, places }: TaggedRun): number {
  let down = 0;
  for (let at = placeSize; at < placeSize * Math.min(most, characters.length); at += placeSize) {
    const [x, y, size] = [
      places[at]! - places[at - placeSize]!,
      places[at + 1]! - places[at + 1 - placeSize]!,
      places[at + 2]!,
    ];
    down += isStepDown(x, y, size) ? 1 : -1;
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

/** Gives the places of a run's characters, as in lines that run from left to right. */
export function placesInLine(paper: Pick<Paper, 'vertical'>, run: TaggedRun): (at: number) => Place {
  return isDown(paper, run) ? (at) => lying(placeIn(run, at)) : (at) => placeIn(run, at);
}
