import { glyphFinding, isBlank } from '../check/check-glyphs.js';
import type { Finding } from '../finding.js';
import { isIgnorable } from '../read/comparable.js';
import { type Box, isInside } from '../read/matrix.js';
import type { Glyph } from '../read/painter.js';
import type { PdfPage } from '../read/read-pdf.js';
import type { Ink } from './ink.js';

/** Minimum contrast for legible text: WCAG 2 requires it of large letters and signs (1.4.3, 1.4.11). */
const leastContrast = 3;
/** Rules under and through text cover less of it. */
const mostMisfit = 0.2;

const remedy =
  'Let text be dark on a light ground, or light on a dark one, with nothing over it: look at colours, backgrounds, opacity, masks and blend modes in the style sheet.';

/** A page in its renderings. */
export interface View {
  page: PdfPage;
  /** From 1. */
  number: number;
  /** Area of the rasters, in points of the page. */
  box: Box;
  /** Pixels a point. */
  scale: number;
}

/** The glyphs of a page whose ink must be visible. */
export function inkedGlyphs(glyphs: readonly Glyph[], box: Box): Glyph[] {
  return glyphs.filter(
    (glyph) => !isBlank(glyph) && !isIgnorable(glyph.text || glyph.raw || '') && isInside(glyph.box, box, 0),
  );
}

/**
 * 可见: the ink of every glyph is seen on the rendered page.
 *
 * @param inks contrast and misfit of each of them, as `look` found them.
 */
export function checkInk(
  { page, number }: View,
  { glyphs, inks }: { glyphs: readonly Glyph[]; inks: Float64Array },
): Finding[] {
  return glyphs.flatMap((glyph, index) => {
    const ink = { contrast: inks[2 * index]!, misfit: inks[2 * index + 1]! };
    const problem = problemOf(ink);
    return problem ? [glyphFinding({ glyph, page, number }, 'hidden', problem, remedy)] : [];
  });
}

function problemOf({ contrast, misfit }: Ink): string | undefined {
  if (contrast < leastContrast)
    return `can hardly be seen: its contrast is ${contrast.toFixed(1)} to 1, expected at least ${leastContrast} to 1`;
  if (misfit > mostMisfit)
    return `is partly hidden: ${Math.round(misfit * 100)} % of its place look otherwise`;
  return undefined;
}

/** A box of the page in pixels, [left, top, right, bottom]. */
export function pixelsOf(
  { box: [x, , , y], scale }: Pick<View, 'box' | 'scale'>,
  [left, bottom, right, top]: Box,
): Box {
  return [(left - x) * scale, (y - top) * scale, (right - x) * scale, (y - bottom) * scale];
}
