import { glyphFinding, isBlank } from '../check/check-glyphs.js';
import { isIgnorable } from '../check/comparable.js';
import type { Finding } from '../finding.js';
import { type Box, isInside } from '../read/matrix.js';
import type { Glyph } from '../read/painter.js';
import type { PdfPage } from '../read/read-pdf.js';
import { inkOf } from './ink.js';
import type { Raster } from './renderer.js';

/** Contrast below which text is lost. WCAG 2 asks 3 of large letters (1.4.3); a title on a dark photograph has 2, and is read. */
const leastContrast = 1.9;
/** Rules under and through text cover less of it. */
const mostMisfit = 0.2;

const remedy =
  'Let text be dark on a light ground, or light on a dark one, with nothing over it: look at colours, backgrounds, opacity, masks and blend modes in the style sheet.';

/** What a page looks like: as it is, and its letters alone. */
export interface Look {
  page: PdfPage;
  /** From 1. */
  number: number;
  /** What the rasters show, in points of the page. */
  box: Box;
  /** Pixels a point. */
  scale: number;
  raster: Raster;
  mask: Raster;
}

/** 可见: the ink of every glyph is seen on the rendered page. */
export function checkInk(look: Look, glyphs: readonly Glyph[]): Finding[] {
  return glyphs.flatMap((glyph) => {
    if (isBlank(glyph) || isIgnorable(glyph.text || glyph.raw || '') || !isInside(glyph.box, look.box, 0))
      return [];
    const ink = inkOf(look.raster, look.mask, pixelsOf(look, glyph.box));
    if (!ink) return [];
    const problem = problemOf(ink);
    return problem
      ? [glyphFinding({ glyph, page: look.page, number: look.number }, 'hidden', problem, remedy)]
      : [];
  });
}

function problemOf({ contrast, misfit }: { contrast: number; misfit: number }): string | undefined {
  if (contrast < leastContrast)
    return `can hardly be seen: its contrast is ${contrast.toFixed(1)} to 1, expected at least ${leastContrast} to 1`;
  if (misfit > mostMisfit)
    return `is partly hidden: ${Math.round(misfit * 100)} % of its place look otherwise`;
  return undefined;
}

/** A box of the page in pixels, [left, top, right, bottom]. */
export function pixelsOf(
  { box: [x, , , y], scale }: Pick<Look, 'box' | 'scale'>,
  [left, bottom, right, top]: Box,
): Box {
  return [(left - x) * scale, (y - top) * scale, (right - x) * scale, (y - bottom) * scale];
}
