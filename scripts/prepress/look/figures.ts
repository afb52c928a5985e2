import type { Written } from '../expect/written.js';
import { type Finding, placeName, positionOf } from '../finding.js';
import { figureBox, isBare, taggedBox } from '../read/figure-box.js';
import { area, isInside, shareInside } from '../read/matrix.js';
import { visibleBox } from '../read/read-page.js';
import type { PdfReading } from '../read/read-pdf.js';
import { descendants, isMarkedContent } from '../read/read-structure.js';
import { boxOfFigure } from '../read/tagged-figure.js';
import { type Figure, isDrawing, isUpright, mostStretch, type Painted } from './figure.js';
import type { SourcePicture } from './source-picture.js';
import { halvesOf, problemOfHalf } from './spread-figures.js';

/** Minimum size of a picture, in points: a smaller one could not be seen. */
const leastPt = 4;

/** A frame and its space belong to the tag. */
const leastOfTag = 0.7;

const remedy = 'Look at the size and the place of pictures in the style sheet, or print again.';

/** Pairs the pictures of the book with the figures of the file; undefined where there are not as many. */
export function figuresOf(
  { structure, pages }: PdfReading,
  { pictures }: Written,
  { pictures: pictured, paths }: Painted,
): Figure[] | undefined {
  const figures = structure ? [...descendants(structure)].filter(({ type }) => type === 'Figure') : [];
  if (figures.length !== pictures.length) return undefined;
  return figures.flatMap((element, index) => {
    const content = element.kids.filter(isMarkedContent);
    const page = content[0]?.page ?? 0;
    if (pictures[index]!.isSpread)
      return halvesOf(element, pictures[index]!, { pictures: pictured, paths, pages });
    const ownOf = <T extends { mcid: number }>(all: ReadonlyMap<number, readonly T[]>) =>
      content.flatMap((one) => (all.get(one.page) ?? []).filter(({ mcid }) => mcid === one.mcid));
    const painted = ownOf(pictured);
    const own = { pictures: painted, paths: ownOf(paths), page: visibleBox(pages[page]!.dict) };
    const isDrawn = isDrawing(pictures[index]!);
    return {
      written: pictures[index]!,
      element,
      page,
      painted,
      box: figureBox(own, isDrawn),
      tagged: taggedBox(own),
      ...(isDrawn && isBare(own) && { isBare: true as const }),
    };
  });
}

/** 图片: each picture of the book is painted once, upright, in its proportions, whole, where its figure is. */
export function checkFigure(
  reading: PdfReading,
  figure: Figure,
  source: SourcePicture | undefined,
): Finding[] {
  const problem = figure.half ? problemOfHalf(reading, figure, source) : problemOf(reading, figure, source);
  return problem ? [figureFinding(reading, figure, problem)] : [];
}

/** A finding about a picture, identified by its description. */
export function figureFinding(
  { pages }: PdfReading,
  { page, box, written }: Figure,
  problem: string,
): Finding {
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

function problemOf(reading: PdfReading, figure: Figure, source: SourcePicture | undefined) {
  const { painted, box, tagged, element, page, written } = figure;
  const [picture] = painted;
  if (!box) return source?.isBlank ? undefined : 'is not painted';
  if (!isDrawing(written) && painted.length > 1) return `is painted ${painted.length} times`;
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  if (picture && !isDrawing(written) && !isUpright(picture.matrix, source)) return 'is turned or mirrored';
  if (
    Math.min(width, height) < leastPt &&
    !((!source || isNarrow(source)) && Math.max(width, height) >= leastPt)
  )
    return `is ${width.toFixed(1)} × ${height.toFixed(1)} pt, too small to be seen`;
  if (
    source &&
    !figure.isBare &&
    Math.abs((width * source.height) / (height * source.width) - 1) >
      mostStretch + 2 / Math.min(width, height)
  )
    return 'is stretched: it has lost its proportions';
  const isCut = picture !== undefined && !isDrawing(written) && shareInside(picture.box, picture.clip) < 0.98;
  if (!isInside(box, reading.pages[page]!.trim, 1) || isCut) return 'is cut off';
  const known = boxOfFigure(element);
  if (!known) return 'has no box in its tag';
  const isSame = tagged !== undefined && isInside(tagged, known, 1.5) && isInside(known, tagged, 1.5);
  const isFilled = figure.isBare || isSame || area(box) >= leastOfTag * area(known);
  return isInside(box, known, 1.5) && isFilled ? undefined : 'is not in the place that its tag says';
}

/** A strip or a rule may be as thin as that. */
const isNarrow = ({ width, height }: SourcePicture) => Math.min(width, height) < Math.max(width, height) / 10;
