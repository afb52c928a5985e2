import type { WrittenPicture } from '../expect/written.js';
import { type Box, boxAround, intersect } from '../read/matrix.js';
import type { PdfReading } from '../read/read-pdf.js';
import { isMarkedContent, type StructureElement } from '../read/read-structure.js';
import { type Figure, isDrawing, isUpright, mostStretch, type Painted } from './figure.js';
import { cells, type Grid } from './picture-grid.js';
import type { SourcePicture } from './source-picture.js';

/** Halves may differ by so much, in points, because the browser rounds pixels on each page. */
const tolerance = 1;

/**
 * 跨页图: the two paintings of a picture over a spread. Each paints the whole picture on its page, cut off at the spine,
 * so only the visible half is compared. A single half is returned if the other is missing.
 */
export function halvesOf(
  element: StructureElement,
  written: WrittenPicture,
  { pictures, paths, pages: trimmed }: Painted & Pick<PdfReading, 'pages'>,
): Figure[] {
  const content = element.kids.filter(isMarkedContent);
  const pages = [...new Set(content.map(({ page }) => page))].sort((one, other) => one - other);
  const found = pages.map((page): Figure => {
    const ids = new Set(content.filter((one) => one.page === page).map(({ mcid }) => mcid));
    const painted = (pictures.get(page) ?? []).filter(({ mcid }) => ids.has(mcid));
    const drawn = isDrawing(written) ? (paths.get(page) ?? []).filter(({ mcid }) => ids.has(mcid)) : [];
    const shown = [...painted.map(({ box, clip }) => intersect(box, clip)), ...drawn.map(({ clip }) => clip)];
    return { written, element, page, painted, box: boxAround(shown) };
  });
  const [first, second] = found.filter(({ box }) => box !== undefined);
  if (!first || !second) return found.slice(0, 1);
  const side = sideOf(first, trimmed);
  first.half = { side, other: second };
  second.half = { side: side === 'left' ? 'right' : 'left', other: first };
  return [first, second];
}

/** A half that ends at the right side of its page, where the spine is, is the left one. */
function sideOf({ box, page }: Figure, pages: PdfReading['pages']): 'left' | 'right' {
  const { trim } = pages[page]!;
  return Math.abs(trim[2] - box![2]) < Math.abs(box![0] - trim[0]) ? 'left' : 'right';
}

/** 跨页图: facing pages show the two halves in the same size and at the same height, both reaching the spine. */
export function problemOfHalf(
  { pages }: PdfReading,
  { box, page, painted, half, written }: Figure,
  source: SourcePicture | undefined,
): string | undefined {
  const { side, other } = half!;
  const [own, its] = [box!, other.box!];
  if (Math.abs(page - other.page) !== 1 || Math.min(page, other.page) % 2 === 0)
    return 'is not on two facing pages';
  if (!isDrawing(written)) {
    if (painted.length > 1) return `is painted ${painted.length} times on a page`;
    if (painted[0] && !isUpright(painted[0].matrix, source)) return 'is turned or mirrored';
    if (painted[0] && !isHalf(painted[0].box, own, side)) return 'does not show one half on each page';
  }
  const { trim } = pages[page]!;
  const gap = side === 'left' ? trim[2] - own[2] : own[0] - trim[0];
  if (Math.abs(gap) > tolerance) return 'does not reach the spine';
  const [width, height] = [own[2] - own[0], own[3] - own[1]];
  const differ = [width - its[2] + its[0], own[1] - its[1], own[3] - its[3]];
  if (differ.some((points) => Math.abs(points) > tolerance)) return 'has halves of unlike size or height';
  if (source && Math.abs((2 * width * source.height) / (height * source.width) - 1) > mostStretch)
    return 'is stretched: it has lost its proportions';
  return undefined;
}

/**
 * True if a painting shows no more than a half: it begins at the outer edge, and beyond the spine it is no longer than
 * the other half. The browser drops hidden pixels only by whole pixels of the picture.
 */
function isHalf(whole: Box, shown: Box, side: 'left' | 'right'): boolean {
  const edge = side === 'left' ? 0 : 2;
  const isWithin = whole[2] - whole[0] <= 2 * (shown[2] - shown[0]) + 2 * tolerance;
  return isWithin && Math.abs(whole[edge] - shown[edge]) <= tolerance;
}

/** The grid of a whole picture with only one visible half; the other half is unknown. */
export function gridOfHalf(shown: Grid, side: 'left' | 'right'): Grid {
  const grid: Grid = Array.from({ length: shown.length }, () => Number.NaN);
  const first = side === 'left' ? 0 : cells / 2;
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells / 2; column++)
      for (let channel = 0; channel < 3; channel++) {
        const at = 3 * (row * cells + 2 * column) + channel;
        grid[3 * (row * cells + first + column) + channel] = (shown[at]! + shown[at + 3]!) / 2;
      }
  return grid;
}
