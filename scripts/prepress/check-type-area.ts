import { glyphFinding, isBlank } from './check-glyphs.js';
import type { Finding } from './finding.js';
import { area, type Box, intersect, isInside } from './matrix.js';
import type { Glyph } from './painter.js';
import type { PdfPage } from './read-pdf.js';

/**
 * Ink may reach this share of an em over the type area: Latin letters and brushstrokes overhang their boxes, and
 * 悬挂 hanging marks do so by half an em of which less than this is ink.
 */
const overhangEm = 0.3;

/** Text stands in the type area; what is no text, heads and folios, stands in it or beside it, not across. */
export function checkTypeArea(
  glyphs: readonly Glyph[],
  typeArea: Box,
  on: { page: PdfPage; number: number },
): Finding[] {
  const findings: Finding[] = [];
  const remedy = 'Give the block room: a smaller size, a break, or another measure.';
  for (const glyph of glyphs) {
    if (isInside(glyph.box, typeArea, glyph.size * overhangEm) || isBlank(glyph)) continue;
    const isText = glyph.mcid >= 0 && !glyph.isArtifact;
    const problem = isText ? 'lies outside of the type area' : 'lies across the edge of the type area';
    if (!isText && area(intersect(glyph.box, typeArea)) < area(glyph.box) / 10) continue;
    findings.push(glyphFinding({ glyph, ...on }, 'outside-type-area', problem, remedy));
  }
  return findings;
}
