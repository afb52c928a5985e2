import type { Levels } from './contrast.js';
import { leastCover, type Place } from './patch.js';
import type { Raster } from './renderer.js';

/** How many pixels of the ground have each level, channel by channel: counting takes a tenth of sorting them. */
const tally = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;

/** The middle level of each channel where the ground is of many colours. */
export function medianGround(
  { data, width }: Raster,
  mask: Raster,
  { patch, shift: [along, down] }: Place,
): Levels {
  const [red, green, blue] = tally;
  for (const levels of tally) levels.fill(0);
  let bare = 0;
  for (let y = patch.fromY; y < patch.toY; y++)
    for (let x = patch.fromX; x < patch.toX; x++) {
      const pixel = y * width + x;
      if (255 - (mask.data[pixel + down * width + along] ?? 255) >= leastCover) continue;
      bare++;
      red[data[4 * pixel]!]!++;
      green[data[4 * pixel + 1]!]!++;
      blue[data[4 * pixel + 2]!]!++;
    }
  return [middleOf(red, bare), middleOf(green, bare), middleOf(blue, bare)];
}

function middleOf(levels: Uint32Array, count: number): number {
  let [level, below] = [0, levels[0]!];
  while (below <= count >> 1 && level < 255) below += levels[++level]!;
  return level;
}
