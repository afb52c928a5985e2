import { isStepDown } from '../check/steps-down.js';
import type { Box } from '../read/matrix.js';
import { placeSize, type TaggedRun } from '../read/page-text.js';
import { type Paper, type Place, placeIn } from './paper.js';

/** So many characters are needed to show the direction of lines, even in a cell so narrow that each line has two. */
const enough = 16;
/** More characters add nothing. */
const most = 64;

/** True if the lines of a run are vertical: in vertical writing, and in a table that was rotated. */
export function isDown({ vertical }: Pick<Paper, 'vertical'>, run: TaggedRun): boolean {
  if (run.characters.length < enough) return vertical.has(run.page);
  const found = known.get(run) ?? stepsDown(run) > 0;
  known.set(run, found);
  return found;
}

const known = new WeakMap<TaggedRun, boolean>();

/** Steps between characters at the beginning of a run: the number of steps down minus the number along. */
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

/** From the baseline of Han characters to the upper edge of their square, in em. */
const ascent = 0.88;

/**
 * 横看: a place as if its page were rotated by a quarter turn: vertical lines that begin at the right become horizontal
 * lines that begin at the top.
 */
export function lying(place: Place): Place {
  const [left, bottom, right, top] = lyingBox([place.left, place.bottom, place.right, place.top]);
  // The origin is at the foot of an upright character, and at the head of a rotated one.
  const isUpright = (place.bottom + place.top) / 2 > place.y;
  const x = -place.y - (isUpright ? ascent * place.size : 0);
  return { ...place, x, y: place.x, left, bottom, right, top };
}

export const lyingBox = ([left, bottom, right, top]: Box): Box => [-top, left, -bottom, right];

/** Gives the places of a run's characters as if its lines were horizontal. */
export function placesInLine(paper: Pick<Paper, 'vertical'>, run: TaggedRun): (at: number) => Place {
  return isDown(paper, run) ? (at) => lying(placeIn(run, at)) : (at) => placeIn(run, at);
}
