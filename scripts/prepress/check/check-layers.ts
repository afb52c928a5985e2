import type { Finding } from '../finding.js';
import { area, intersect, shareInside } from '../read/matrix.js';
import type { Glyph, Shape } from '../read/painter.js';
import type { PageContent } from '../read/read-page.js';
import type { PdfPage } from '../read/read-pdf.js';
import { glyphFinding, isBlank, type OnPaper } from './check-glyphs.js';
import { isRightToLeft } from './reading-order.js';

const remedy = 'Move one of the two: text must not lie under a picture, a fill or other text.';

/** Finds glyphs that cannot be seen because of something over or under them. */
export function checkLayers(content: PageContent, page: PdfPage, number: number): Finding[] {
  const visible = content.glyphs.filter((glyph) => !isBlank(glyph) && glyph.opacity >= 0.05);
  const findings: Finding[] = [];
  for (const glyph of visible) {
    const on = { glyph, page, number };
    const finding = checkShapes(on, content.shapes);
    if (finding) findings.push(finding);
  }
  for (const [glyph, over] of overlaps(visible)) {
    const problem = `is covered by “${over.text || over.raw}”`;
    findings.push(glyphFinding({ glyph, page, number }, 'covered', problem, remedy));
  }
  return findings;
}

function checkShapes(on: OnPaper, shapes: readonly Shape[]): Finding | undefined {
  const { glyph } = on;
  let ground: Shape['colour'] = [1, 1, 1];
  for (const shape of shapes) {
    if (shape.opacity < 0.5) continue;
    if (shape.order < glyph.order) {
      if (shareInside(glyph.box, shape.box) > 0.9) ground = shape.colour;
    } else if (covers(shape, glyph))
      return glyphFinding(on, 'covered', 'is covered by a fill or a picture', remedy);
  }
  if (!ground || !glyph.colour || glyph.mode === 1) return undefined;
  if (difference(ground, glyph.colour) > 0.04) return undefined;
  return glyphFinding(on, 'hidden', 'has the colour of its background', remedy);
}

/** The largest difference of two colours in red, green or blue; without a list of its own for each glyph. */
const difference = (one: Known, other: Known) =>
  Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]));

type Known = NonNullable<Glyph['colour']>;

/** True if a shape painted later hides a glyph. Rules that strike through or underline are too thin for that. */
function covers(shape: Shape, glyph: Glyph): boolean {
  const thickness = Math.min(shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]);
  return thickness > glyph.size / 4 && shareInside(glyph.box, shape.box) > 0.3;
}

/** Width of a grid cell in points: about two characters, so that a cell holds a few and a character few cells. */
const cellPt = 24;
/** Cells in a row and in a column: enough for A3. */
const side = 64;

/** Glyphs that overlap another one: half of the smaller is within the larger. Marks and points may (V. does). */
function overlaps(glyphs: readonly Glyph[]): [Glyph, Glyph][] {
  const found: [Glyph, Glyph][] = [];
  const cells: (Glyph[] | undefined)[] = new Array(side * side).fill(undefined);
  for (const glyph of glyphs) {
    const { box } = glyph;
    if (glyph.hasInk !== true || glyph.text === '' || area(box) < (glyph.size * glyph.size) / 20) continue;
    const [left, right] = [cellOf(box[0]), cellOf(box[2])];
    const [bottom, top] = [cellOf(box[1]), cellOf(box[3])];
    let isFound = false;
    for (let x = left; x <= right; x++) {
      for (let y = bottom; y <= top; y++) {
        const cell = cells[x * side + y] ?? [];
        cells[x * side + y] = cell;
        for (let at = 0; at < cell.length && !isFound; at++) {
          if (!isOver(glyph, cell[at]!)) continue;
          isFound = true;
          found.push([cell[at]!, glyph]);
        }
        cell.push(glyph);
      }
    }
  }
  return found;
}

/** Column or row of the grid; glyphs far off the page share its border cells. */
function cellOf(points: number): number {
  return Math.max(0, Math.min(side - 1, Math.floor(points / cellPt) + 4));
}

function isOver(one: Glyph, other: Glyph): boolean {
  if (one.box[0] >= other.box[2] || one.box[2] <= other.box[0]) return false;
  if (one.box[1] >= other.box[3] || one.box[3] <= other.box[1]) return false;
  if (isJoined(one, other)) return false;
  const shared = area(intersect(one.box, other.box));
  return shared > 0.5 * Math.min(area(one.box), area(other.box)) && !isMark(one) && !isMark(other);
}

/** Parts of one letter, and neighbours in a script whose letters reach over each other (لا). */
function isJoined(one: Glyph, other: Glyph): boolean {
  if (one.cluster && one.cluster === other.cluster) return true;
  if (one.code === other.code || Math.abs(one.order - other.order) > 3) return false;
  const texts = [one, other].map(({ cluster, text }) => cluster?.text ?? text);
  return texts.every(isRightToLeft);
}

function isMark(glyph: Glyph): boolean {
  return /^\p{M}+$/u.test(glyph.raw ?? '');
}
