import { isBlank } from '../check/check-glyphs.js';
import { area, type Box, intersect } from '../read/matrix.js';
import type { Glyph, PaintedPath } from '../read/painter.js';
import { entry, listOf } from '../read/pdf-file.js';
import type { PageContent } from '../read/read-page.js';
import type { PdfPage } from '../read/read-pdf.js';
import { contrastOf } from './contrast.js';

/** Contrast that is certain for text on its ground: no need to look. */
const sureContrast = 7;
/** A path is a rule if it is thinner than this, in points. */
const thinPt = 1.6;
/** Largest size of a dot: .18 em of the largest text type. */
const pointPt = 3;
/** Rules and dots below or through text cover less of it than this. */
const mostRuled = 0.2;
/** With more paths (dots of leaders are one each) a page is a drawing: looking at it is quicker than comparing them. */
const mostPaths = 4000;

/**
 * True if a page is certainly plain: opaque dark text, whole and upright, on white or on an even light ground, with
 * rules beside it; nothing faded, masked, clipped or painted over it. Other pages are looked at.
 */
export function isPlainPage(page: PdfPage, { glyphs, pictures, paths, unusual }: PageContent): boolean {
  if (unusual.size > 0 || pictures.length > 0 || page.others.length > 0) return false;
  if (listOf(page.dict, 'Annots').some((annotation) => entry(annotation, 'AP'))) return false;
  const first = glyphs[0]?.order ?? 0;
  const painted = paths.filter((path) => !isWhiteGround(path, first));
  if (painted.length > mostPaths) return false;
  return glyphs.every((glyph) => isBlank(glyph) || (isPlainGlyph(glyph) && isClear(glyph, painted)));
}

/** White paper, painted before any text. */
function isWhiteGround({ fill, order }: PaintedPath, first: number): boolean {
  return order <= first && Array.isArray(fill) && fill.every((value) => value > 0.99);
}

/** Without a box of its own: most paths are nowhere near. */
const touch = (one: Box, other: Box) =>
  one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

/** A rule, or a dot such as 着重号. */
const isSlight = ([left, bottom, right, top]: Box) =>
  Math.min(right - left, top - bottom) <= thinPt || Math.max(right - left, top - bottom) <= pointPt;

function isPlainGlyph({ colour, opacity, mode, isUpright, hasInk }: Glyph): boolean {
  if (!colour || opacity < 1 || mode !== 0 || !isUpright || hasInk !== true) return false;
  return standsOut(colour, white);
}

const white: Known = [1, 1, 1];
/** Colours are one object for all that is painted in them. */
const contrasts = new WeakMap<object, WeakMap<object, boolean>>();

type Known = NonNullable<Glyph['colour']>;

function standsOut(colour: Known, ground: Known): boolean {
  const grounds = contrasts.get(colour) ?? new WeakMap<object, boolean>();
  contrasts.set(colour, grounds);
  let known = grounds.get(ground);
  if (known === undefined) {
    known = contrastOf(colour, ground) >= sureContrast;
    grounds.set(ground, known);
  }
  return known;
}

/** True if a glyph lies under no path, and on none that it would not stand out from, wherever the path's edge runs. */
function isClear({ box, order, colour }: Glyph, painted: readonly PaintedPath[]): boolean {
  let ruled = 0;
  for (const path of painted) {
    if (!touch(path.box, box)) continue;
    const shared = area(intersect(path.box, box));
    if (isSlight(path.box)) ruled += shared;
    else if (path.order > order || typeof path.fill !== 'object' || !standsOut(colour!, path.fill))
      return false;
  }
  return ruled <= mostRuled * area(box);
}
