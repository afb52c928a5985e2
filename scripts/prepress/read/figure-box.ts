import { area, type Box, boxAround, intersect } from './matrix.js';
import type { PaintedPath, Picture } from './painter.js';

/** The painting inside a figure's tag, and the visible area of its page. */
export interface FigureContent {
  pictures: readonly Picture[];
  paths: readonly PaintedPath[];
  page: Box;
}

/** A browser clips a drawing only if necessary: a clip of this share of the page is not the drawing's. */
const mostOfPage = 0.95;

/**
 * The area of a picture. A drawing is clipped to its box and may fill only part of it; frames from a style sheet have
 * no such clip. Undefined if nothing is painted.
 */
export function figureBox(content: FigureContent, isDrawing: boolean): Box | undefined {
  const { pictures, paths } = content;
  const own = isDrawing ? clipped(content) : [];
  if (own.length > 0) return boxAround([...own, ...pictures].map(({ clip }) => clip));
  return boxAround((pictures.length > 0 ? pictures : paths).map(({ box }) => box));
}

const clipped = ({ paths, page }: FigureContent) =>
  paths.filter(({ clip }) => area(clip) < mostOfPage * area(page));

/** True if the frame of a drawing is not in the file, so that it may have white around what is painted. */
export const isBare = (content: FigureContent) => clipped(content).length === 0;

/** The box that a figure's tag gives: the visible area of its picture, drawing or not. */
export const taggedBox = (content: FigureContent): Box | undefined =>
  figureBox(
    {
      ...content,
      pictures: content.pictures.map((one) => ({ ...one, box: intersect(one.box, one.clip) })),
    },
    true,
  );
