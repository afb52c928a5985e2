import type { Finding } from '../finding.js';
import { area } from '../read/matrix.js';
import type { Glyph } from '../read/painter.js';
import type { PdfPage } from '../read/read-pdf.js';
import { glyphFinding, isBlank } from './check-glyphs.js';
import { stepsDown } from './steps-down.js';

/**
 * Finds glyphs that are placed before the one they follow: in print the two have swapped places. Right-to-left names
 * are painted from left to right, too; their text tells the expected order.
 */
export function checkOrder(glyphs: readonly Glyph[], page: PdfPage, number: number): Finding[] {
  const findings: Finding[] = [];
  const isPageVertical = stepsDown(glyphs) > 0;
  for (const run of runs(glyphs)) {
    if (run.length < 2) continue;
    const isVertical = run.length < enough ? isPageVertical : stepsDown(run) > 0;
    for (let at = 1; at < run.length; at++) {
      if (isAstray(run[at - 1]!, run[at]!, run[at + 1], isVertical)) {
        const problem = `stands beside the line of “${run[at - 1]!.text}” and “${run[at + 1]!.text}”, between which it is read`;
        findings.push(glyphFinding({ glyph: run[at]!, page, number }, 'out-of-order', problem, astrayRemedy));
      }
      if (!isBehind(run[at - 1]!, run[at]!, isVertical)) continue;
      const problem = `stands before “${run[at - 1]!.text}”, which it follows in the text`;
      const remedy = 'Two characters have changed places on paper: print again from the manuscript.';
      findings.push(glyphFinding({ glyph: run[at]!, page, number }, 'out-of-order', problem, remedy));
    }
  }
  return findings;
}

/** The visible glyphs of each marked-content sequence, in painting order; of a letter in parts the largest. */
function* runs(glyphs: readonly Glyph[]): Generator<Glyph[]> {
  let run: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = run.at(-1);
    if (last && (last.mcid !== glyph.mcid || last.isArtifact !== glyph.isArtifact)) {
      yield run;
      run = [];
    }
    if (isBlank(glyph) || (glyph.text === '' && !glyph.cluster?.text)) continue;
    const isPart = glyph.cluster && glyph.cluster === run.at(-1)?.cluster;
    if (!isPart) run.push(glyph);
    else if (area(glyph.box) > area(run.at(-1)!.box)) run[run.length - 1] = glyph;
  }
  yield run;
}

/** Number of glyphs that show their direction, even in a narrow table cell, where every other one begins a line. */
const enough = 16;

const astrayRemedy = 'A character has left its line on paper: print again from the manuscript.';

/** True if a glyph of tagged text is about an em off the line of the ones before and after it. */
function isAstray(before: Glyph, glyph: Glyph, after: Glyph | undefined, isVertical: boolean): boolean {
  if (!after || glyph.mcid < 0 || glyph.isArtifact) return false;
  const size = Math.max(before.size, glyph.size, after.size);
  const across = (one: Glyph) => (isVertical ? inkCentre(one).x : one.y);
  return (
    Math.abs(across(before) - across(after)) < size * 0.3 &&
    Math.abs(across(glyph) - across(before)) > size * 0.8 &&
    !isBehind(before, after, isVertical)
  );
}

/** Same line (or column), and a quarter of an em or more before the glyph that it follows. */
function isBehind(before: Glyph, after: Glyph, isVertical: boolean): boolean {
  const size = Math.max(before.size, after.size);
  const [from, to] = isVertical ? [inkCentre(before), inkCentre(after)] : [before, after];
  const [x, y] = [to.x - from.x, to.y - from.y];
  return isVertical ? Math.abs(x) < size * 0.6 && y > size / 4 : Math.abs(y) < size * 0.3 && x < -size / 4;
}

/** In a column, upright glyphs have their origin at their foot, those that lie on their side at their head. */
function inkCentre({ box: [left, bottom, right, top] }: Glyph): { x: number; y: number } {
  return { x: (left + right) / 2, y: (bottom + top) / 2 };
}
