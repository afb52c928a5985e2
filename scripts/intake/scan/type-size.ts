import { type Ink, inkOf } from './ink.js';
import { median } from './profile.js';
import { type Raster, resized, transposed } from './raster.js';

/** Strips of a page in which lines are level, and that no headline fills. */
const strips = 16;
/** Pixels from one line to the next: of the smallest type that can be read, and of the largest that is text. */
const [leastPitch, mostPitch] = [7, 320];
/** A line's ink has this share of its em. */
const inkShare = 0.92;
/** Ink that is lower than this share of the distance of lines is a stroke, or dirt. */
const leastLine = 0.3;
/** Half of the distance is it where lines repeat in it nearly as well. */
const nearlyAsWell = 0.8;

/** Engines read type of so many pixels best, and make mistakes where it is much smaller; larger type takes them longer. */
const wanted = 40;
const [smallest, largest] = [30, 72];
/** The most that a picture grows: more pixels do not make it sharper. */
const mostZoom = 4;

/**
 * The em of a page's text in pixels, by the distance of its lines and their height; undefined where no lines repeat.
 * Seen against the direction of its lines, a page shows this size or a larger one.
 *
 * @param raster with lines that are level or upright
 */
export function typeSizeOf(raster: Raster): number | undefined {
  const sizes = [raster, transposed(raster)].flatMap((one) => sizeAlong(inkOf(one)) ?? []);
  return sizes.length === 0 ? undefined : Math.min(...sizes);
}

function sizeAlong(ink: Ink): number | undefined {
  const profiles = profilesOf(ink);
  const pitch = pitchOf(profiles);
  if (pitch === undefined) return undefined;
  const heights = profiles.flatMap((profile) => {
    const runs: number[] = [];
    let run = 0;
    for (const ink of profile) {
      if (ink > 0) run++;
      else {
        if (run > leastLine * pitch && run < pitch) runs.push(run);
        run = 0;
      }
    }
    return runs;
  });
  return median(heights) / inkShare || undefined;
}

/** A page at the size at which engines read it best, and how much larger it is than it was. */
export function fitted(raster: Raster, em: number | undefined): { raster: Raster; zoom: number; em: number } {
  if (em === undefined || (em >= smallest && em <= largest)) return { raster, zoom: 1, em: em ?? wanted };
  const zoom = Math.min(mostZoom, wanted / em);
  return { raster: resized(raster, zoom), zoom, em: em * zoom };
}

/** Ink in each row, strip by strip. */
function profilesOf({ width, height, on }: Ink): Float64Array[] {
  const wide = Math.max(1, Math.floor(width / strips));
  return Array.from({ length: Math.floor(width / wide) }, (_, strip) => {
    const profile = new Float64Array(height);
    for (let y = 0; y < height; y++) {
      const from = y * width + strip * wide;
      for (let at = from; at < from + wide; at++) profile[y]! += on[at]!;
    }
    return profile;
  });
}

/** The distance at which the rows of a page repeat best (autocorrelation). */
function pitchOf(profiles: readonly Float64Array[]): number | undefined {
  const sums = new Float64Array(mostPitch + 1);
  for (const profile of profiles) {
    const edges = profile.map((ink, y) => Math.sign(ink) - Math.sign(profile[y - 1] ?? 0));
    const at = [...edges.keys()].filter((y) => edges[y] !== 0);
    at.forEach((one, index) => {
      for (let next = index; next < at.length; next++) {
        const lag = at[next]! - one;
        if (lag > mostPitch) break;
        sums[lag]! += edges[one]! * edges[at[next]!]!;
      }
    });
  }
  const smooth = sums.map((sum, lag) => sum + ((sums[lag - 1] ?? 0) + (sums[lag + 1] ?? 0)) / 2);
  let best = 0;
  for (let lag = leastPitch; lag <= mostPitch; lag++)
    if (smooth[lag]! > (smooth[best === 0 ? leastPitch : best] ?? 0) || best === 0) best = lag;
  if (smooth[best]! <= 0) return undefined;
  const half = Math.round(best / 2);
  return half >= leastPitch && smooth[half]! > nearlyAsWell * smooth[best]! ? half : best;
}
