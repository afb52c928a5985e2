import type { PDFObject } from '@cantoo/pdf-lib';
import type { Written, WrittenPicture } from '../expect/written.js';
import { type Finding, placeName, positionOf } from '../finding.js';
import { boxAround, isInside, shareInside } from '../read/matrix.js';
import type { Picture } from '../read/painter.js';
import { elements, entry, numbersOf } from '../read/pdf-file.js';
import type { PdfReading } from '../read/read-pdf.js';
import { descendants, isMarkedContent, type StructureElement } from '../read/read-structure.js';
import type { SourcePicture } from './source-picture.js';

/** A picture of the book and its painting. */
export interface Figure {
  written: WrittenPicture;
  element: StructureElement;
  /** Index of its page, from 0. */
  page: number;
  painted: Picture[];
}

/** Minimum size of a picture, in points: a smaller one could not be seen. */
const leastPt = 4;
/** Sides may differ by whole pixels. */
const mostStretch = 0.03;

const remedy = 'Look at the size and the place of pictures in the style sheet, or print again.';

/** Pairs the pictures of the book with the figures of the file; undefined where there are not as many. */
export function figuresOf(
  { structure }: PdfReading,
  { pictures }: Written,
  painted: ReadonlyMap<number, readonly Picture[]>,
): Figure[] | undefined {
  const figures = structure ? [...descendants(structure)].filter(({ type }) => type === 'Figure') : [];
  if (figures.length !== pictures.length) return undefined;
  return figures.map((element, index) => {
    const content = element.kids.filter(isMarkedContent);
    const page = content[0]?.page ?? 0;
    const own = content.flatMap((one) =>
      (painted.get(one.page) ?? []).filter(({ mcid }) => mcid === one.mcid),
    );
    return { written: pictures[index]!, element, page, painted: own };
  });
}

/** 图片: each picture of the book is painted once, upright, in its proportions, whole, where its figure is. */
export function checkFigure(
  reading: PdfReading,
  figure: Figure,
  source: SourcePicture | undefined,
): Finding[] {
  const isDrawing = figure.written.src.startsWith('data:image/svg');
  if (isDrawing) return [];
  const problem = problemOf(reading, figure, source);
  return problem ? [figureFinding(reading, figure, problem)] : [];
}

/** A finding about a picture, identified by its description. */
export function figureFinding(
  { pages }: PdfReading,
  { page, painted, written }: Figure,
  problem: string,
): Finding {
  const box = painted[0]?.box;
  const position = box && positionOf(pages[page]!, box);
  const name = written.alt ? `picture “${written.alt}”` : 'picture';
  const message = `The ${name} on ${placeName(page + 1, position)} ${problem}`;
  return {
    rule: 'picture',
    page: page + 1,
    ...(position && { position }),
    character: written.at,
    message,
    remedy,
  };
}

function problemOf(
  reading: PdfReading,
  { painted, element, page }: Figure,
  source: SourcePicture | undefined,
) {
  const [picture] = painted;
  if (!picture) return 'is not painted';
  if (painted.length > 1) return `is painted ${painted.length} times`;
  const [left, bottom, right, top] = picture.box;
  const [width, height] = [right - left, top - bottom];
  if (!isUpright(picture.matrix, source?.orientation ?? 1)) return 'is turned or mirrored';
  if (Math.min(width, height) < leastPt)
    return `is ${width.toFixed(1)} × ${height.toFixed(1)} pt, too small to be seen`;
  if (
    source &&
    Math.abs((width * source.height) / (height * source.width) - 1) >
      mostStretch + 2 / Math.min(width, height)
  )
    return 'is stretched: it has lost its proportions';
  if (!isInside(picture.box, reading.pages[page]!.trim, 1) || shareInside(picture.box, picture.clip) < 0.98)
    return 'is cut off';
  const known = boxOfFigure(element);
  if (!known) return 'has no box in its tag';
  const around = boxAround([picture.box])!;
  return isInside(around, known, 1.5) && isInside(known, around, 1.5)
    ? undefined
    : 'is not in the place that its tag says';
}

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

function isUpright(matrix: readonly number[], orientation: number): boolean {
  const signs = upright[orientation] ?? upright[1]!;
  return signs.every((sign, at) => (sign === 0 ? Math.abs(matrix[at]!) < 0.01 : matrix[at]! * sign > 0));
}

/** The box in the figure's attributes (ISO 32000-1 §14.8.5.4.3). */
function boxOfFigure({ dict }: StructureElement): [number, number, number, number] | undefined {
  const attributes: (PDFObject | undefined)[] = [entry(dict, 'A'), ...elements(entry(dict, 'A'))];
  for (const attribute of attributes) {
    const box = numbersOf(attribute, 'BBox');
    if (box.length === 4) return box as [number, number, number, number];
  }
  return undefined;
}
