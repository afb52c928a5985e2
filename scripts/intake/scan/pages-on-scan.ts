import { lit } from './lights.js';
import { cropped, type Raster, turnedByQuarters } from './raster.js';
import { foldOf } from './spread.js';
import { type Straight, straighten } from './straighten.js';

/** Where a recognised page is on its scan. */
export interface PlaceOnScan {
  /** Index of the picture in its file. */
  scan: number;
  /** Quarters by which the picture was turned clockwise, so that its text stands upright. */
  quarters?: number | undefined;
  /** 0 for the left page of a spread, 1 for its right one. */
  half?: number | undefined;
}

/** A level page of a scan. */
export interface ScannedPage extends Straight {
  half?: number | undefined;
}

/**
 * The pages on a picture, in reading order: evenly lit and level; two where it shows a spread.
 *
 * @param quarters by which it is turned clockwise first
 */
export function pagesOn(picture: Raster, quarters = 0): ScannedPage[] {
  const whole = straighten(lit(turnedByQuarters(picture, quarters)));
  const halves = foldOf(whole.raster, whole.em);
  if (!halves) return [whole];
  const pages = halves.map((box, half) => ({ ...straighten(cropped(whole.raster, box)), half }));
  return whole.isVertical ? pages.reverse() : pages;
}
