import type { WrittenPicture } from '../expect/written.js';
import type { Box } from '../read/matrix.js';
import type { PaintedPath, Picture } from '../read/painter.js';
import type { StructureElement } from '../read/read-structure.js';
import type { SourcePicture } from './source-picture.js';

/** A picture of the book and its painting. */
export interface Figure {
  written: WrittenPicture;
  element: StructureElement;
  /** Index of its page, from 0. */
  page: number;
  painted: Picture[];
  /** The area in which it is painted, also for drawings; undefined if nothing is painted. */
  box: Box | undefined;
  /** The box that its tag gives, including clipped frames; absent for a half. */
  tagged?: Box | undefined;
  /** 跨页图: the half of the picture that this is, and the other one. */
  half?: { side: 'left' | 'right'; other: Figure };
  /** True for a drawing whose frame is not in the file, so that its proportions are unknown. */
  isBare?: true;
}

/** Painting on pages, by their index. */
export interface Painted {
  pictures: ReadonlyMap<number, readonly Picture[]>;
  paths: ReadonlyMap<number, readonly PaintedPath[]>;
}

/** Tolerance, because sides are rounded to whole pixels. */
export const mostStretch = 0.03;

export const isDrawing = ({ src }: WrittenPicture) => src.startsWith('data:image/svg');

/** The signs of the matrix [a, b, c, d] that turns a picture upright, by the orientation that cameras record. */
const upright: Readonly<Record<number, readonly [number, number, number, number]>> = {
  1: [1, 0, 0, 1],
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, -1, -1, 0],
  6: [0, -1, 1, 0],
  7: [0, 1, 1, 0],
  8: [0, 1, -1, 0],
};

/** A scaled picture was turned upright as well; if its pixels are known, the comparison of colours proves it. */
export function isUpright(matrix: readonly number[], source: SourcePicture | undefined): boolean {
  const own = upright[source?.orientation ?? 1] ?? upright[1]!;
  return [own, ...(source?.grid ? [upright[1]!] : [])].some((signs) =>
    signs.every((sign, at) => (sign === 0 ? Math.abs(matrix[at]!) < 0.01 : matrix[at]! * sign > 0)),
  );
}
