import { hangingMarks } from '../../text/mark-shape.js';
import type { Finding } from '../finding.js';
import { area, type Box, intersect, isInside } from '../read/matrix.js';
import type { Glyph } from '../read/painter.js';
import type { PdfPage } from '../read/read-pdf.js';
import { glyphFinding, isBlank } from './check-glyphs.js';

/** Ink may exceed the type area by this share of an em: Latin letters and brushstrokes overhang their boxes. */
const overhangEm = 0.3;
/** Small type by as much as that of 8 pt, in points: a reading at the end of a line is broader than its character. */
const overhangPt = 2.4;
/** 悬挂: the half of a hanging mark that has its ink. */
const hangingEm = 0.5;

/** Text is in the type area; heads and folios are in it or beside it, not across its edge. */
export function checkTypeArea(
  glyphs: readonly Glyph[],
  typeArea: Box,
  on: { page: PdfPage; number: number },
): Finding[] {
  const findings: Finding[] = [];
  const remedy = 'Give the block room: a smaller size, a break, or another measure.';
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index]!;
    // Nearly all are: the rest of the question costs more.
    if (isInside(glyph.box, typeArea, overhangPt)) continue;
    const most = hangingMarks.has(glyph.text) ? hangingEm : overhangEm;
    const slack = Math.max(overhangPt, sizeAround(glyph, glyphs[index - 1]) * most);
    if (isInside(glyph.box, typeArea, slack) || isBlank(glyph)) continue;
    const isText = glyph.mcid >= 0 && !glyph.isArtifact;
    const problem = isText ? 'lies outside of the type area' : 'lies across the edge of the type area';
    if (!isText && area(intersect(glyph.box, typeArea)) < area(glyph.box) / 10) continue;
    findings.push(glyphFinding({ glyph, ...on }, 'outside-type-area', problem, remedy));
  }
  return findings;
}

/** The size of the line's text, because a raised note number is smaller. */
function sizeAround(glyph: Glyph, before: Glyph | undefined): number {
  const isBeside = before !== undefined && Math.abs(glyph.y - before.y) < before.size;
  return isBeside ? Math.max(glyph.size, before.size) : glyph.size;
}
