import { area, type Box, boxAround, intersect } from './matrix.js';
import type { PaintedPath, Picture } from './painter.js';

/** Painting in a figure's tag, and the visible area of its page. */
export interface FigureContent {
  pictures: readonly Picture[];
  paths: readonly PaintedPath[];
  page: Box;
}

/** A browser clips a drawing to its own box only if it must: with so much of the page it has not. */
const mostOfPage = 0.95;

/**
 * Where a picture is: a drawing is painted within a box of its own, and may fill a part of it. Frames that a style sheet
 * puts around a picture are painted without one. Undefined where nothing is painted.
 */
export function figureBox(content: FigureContent, isDrawing: boolean): Box | undefined {
  const { pictures, paths } = content;
  const own = isDrawing ? clipped(content) : [];
  if (own.length > 0) return boxAround([...own, ...pictures].map(({ clip }) => clip));
  return boxAround((pictures.length > 0 ? pictures : paths).map(({ box }) => box));
}

const clipped = ({ paths, page }: FigureContent) =>
  paths.filter(({ clip }) => area(clip) < mostOfPage * area(page));

/** True if nothing in the file tells the frame of a drawing: it may have white around what is painted. */
export const isBare = (content: FigureContent) => clipped(content).length === 0;

/** The box that a figure's tag says: where its picture shows, drawing or not. */
export const taggedBox = (content: FigureContent): Box | undefined =>
  figureBox(
    {
      ...content,
      pictures: content.pictures.map((one) => ({ ...one, box: intersect(one.box, one.clip) })),
    },
    true,
  );
