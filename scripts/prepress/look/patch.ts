import type { Box } from '../read/matrix.js';
import type { Raster } from './renderer.js';

/** Ground is searched this many pixels around the glyph. */
export const margin = 2;
/** Covered less than this (of 255) a pixel is ground. */
export const leastCover = 0.04 * 255;

/** The pixels of a glyph's box, [left, right) and [top, bottom), and the area around it that is its ground. */
export interface Patch {
  left: number;
  right: number;
  top: number;
  bottom: number;
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
}

export function patchOf({ width, height }: Raster, box: Box): Patch {
  const [left, top] = [Math.floor(box[0]), Math.floor(box[1])];
  const [right, bottom] = [Math.ceil(box[2]), Math.ceil(box[3])];
  return {
    left,
    right,
    top,
    bottom,
    fromX: Math.max(0, left - margin),
    toX: Math.min(width, right + margin),
    fromY: Math.max(0, top - margin),
    toY: Math.min(height, bottom + margin),
  };
}

/** A patch of the page and the shift of the letters' rendering against it, in pixels along and down. */
export interface Place {
  patch: Patch;
  shift: readonly [number, number];
}
