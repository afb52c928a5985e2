import type { PageFacts } from '../../scripts/prepress/page-facts.js';
import { pageRules, type TypeArea } from '../../scripts/typeset/book/type-area.js';

/** A page for a test: its width in ems and height in lines; small ones break often. */
export interface Geometry {
  ems: number;
  lines: number;
  isVertical?: boolean;
}

const emPt = 10.5;
const linePt = 18;
const marginPt = 36;
const pointsPerMm = 72 / 25.4;

/** The trim size, type area, page rules and facts for the preflight of a geometry. */
export function pageOf({ ems, lines, isVertical = false }: Geometry) {
  const [width, height] = isVertical ? [lines * linePt, ems * emPt] : [ems * emPt, lines * linePt];
  const trim = {
    widthMm: (width + 2 * marginPt) / pointsPerMm,
    heightMm: (height + 2 * marginPt) / pointsPerMm,
  };
  const typeArea: TypeArea = {
    emPt,
    linePt,
    ems,
    columns: 1,
    lines,
    topPt: marginPt,
    bottomPt: marginPt,
    innerPt: marginPt,
    outerPt: marginPt,
  };
  const rules = pageRules(trim, typeArea, isVertical ? 'rtl' : 'ltr');
  const facts: PageFacts = {
    typeArea: { left: marginPt, top: marginPt, width, height },
    folio: '',
    head: '',
  };
  return { trim, typeArea, rules, facts };
}
