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
  /** Where it is painted, for drawings too; undefined where nothing is. */
  box: Box | undefined;
  /** The box that its tag says of this painting, frames that are clipped included; not of a half. */
  tagged?: Box | undefined;
  /** 跨页图: the half of the picture that this is, and the other one. */
  half?: { side: 'left' | 'right'; other: Figure };
  /** True for a drawing whose frame the file does not tell: its proportions are not known. */
  isBare?: true;
}

/** Painting on pages, by their index. */
export interface Painted {
  pictures: ReadonlyMap<number, readonly Picture[]>;
  paths: ReadonlyMap<number, readonly PaintedPath[]>;
}

/** Sides may differ by whole pixels. */
export const mostStretch = 0.03;

export const isDrawing = ({ src }: WrittenPicture) => src.startsWith('data:image/svg');

/** The signs of a picture's matrix [a, b, c, d] by which its pixels stand upright; cameras write how they held it. */
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

/** A picture that was scaled was turned upright as well; where its pixels are known, its colours prove it. */
export function isUpright(matrix: readonly number[], source: SourcePicture | undefined): boolean {
  const own = upright[source?.orientation ?? 1] ?? upright[1]!;
  return [own, ...(source?.grid ? [upright[1]!] : [])].some((signs) =>
    signs.every((sign, at) => (sign === 0 ? Math.abs(matrix[at]!) < 0.01 : matrix[at]! * sign > 0)),
  );
}
