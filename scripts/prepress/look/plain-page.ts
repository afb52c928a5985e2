import { isBlank } from '../check/check-glyphs.js';
import { area, type Box, intersect } from '../read/matrix.js';
import type { Glyph, PaintedPath } from '../read/painter.js';
import { entry, listOf } from '../read/pdf-file.js';
import type { PageContent } from '../read/read-page.js';
import type { PdfPage } from '../read/read-pdf.js';
import { contrastOf } from './ink.js';

/** Contrast that is certain for dark text on white: no need to look. */
const sureContrast = 7;
/** A path is a rule if it is thinner than this, in points, */
const thinPt = 1.6;
/** and a point of a list if it is smaller. */
const tinyPt = 8;

/**
 * True if a page is certainly plain: opaque dark text on white, whole and upright, with rules beside it; nothing faded,
 * masked, clipped or painted over it. Other pages are looked at.
 */
export function isPlainPage(page: PdfPage, { glyphs, pictures, paths, unusual }: PageContent): boolean {
  if (unusual.size > 0 || pictures.length > 0 || page.others.length > 0) return false;
  if (listOf(page.dict, 'Annots').some((annotation) => entry(annotation, 'AP'))) return false;
  const first = glyphs[0]?.order ?? 0;
  const painted = paths.filter((path) => !isGround(path, first));
  if (!painted.every(({ box }) => isRule(box))) return false;
  return glyphs.every((glyph) => isBlank(glyph) || (isPlainGlyph(glyph) && isClear(glyph, painted)));
}

/** White paper, painted before any text. */
function isGround({ fill, order }: PaintedPath, first: number): boolean {
  return order <= first && Array.isArray(fill) && fill.every((value) => value > 0.99);
}

function isRule([left, bottom, right, top]: Box): boolean {
  const [width, height] = [right - left, top - bottom];
  return Math.min(width, height) <= thinPt || Math.max(width, height) <= tinyPt;
}

function isPlainGlyph({ colour, opacity, mode, isUpright, hasInk }: Glyph): boolean {
  if (!colour || opacity < 1 || mode !== 0 || !isUpright || hasInk !== true) return false;
  return isSurelyDark(colour);
}

/** Colours are one object for all text that is painted in them. */
const dark = new WeakMap<object, boolean>();

function isSurelyDark(colour: NonNullable<Glyph['colour']>): boolean {
  let known = dark.get(colour);
  if (known === undefined) {
    known = contrastOf(colour, [1, 1, 1]) >= sureContrast;
    dark.set(colour, known);
  }
  return known;
}

function isClear({ box }: Glyph, painted: readonly PaintedPath[]): boolean {
  return !painted.some((path) => area(intersect(path.box, box)) > 0.2 * area(box));
}
