import type { Box } from '../../article/layout.js';
import type { PrintedLine } from '../printed-page.js';
import type { OpenPage } from './glyphs.js';
import { objectKinds, objectsOf } from './rules.js';

/** A scan fills its page, give or take a margin. */
const leastCovered = 0.8;
/** A scanner or an archive prints its name, its rights and its address on a scan: a line of them, or two. */
const [mostLines, mostCharacters] = [3, 150];

/**
 * 图页: true if a page has to be recognised, because it has no text but something else, or is a scan with no more text than
 * the stamp of a program or an archive.
 */
export function isPicturePage(
  { pdfium, page, scratch }: Pick<OpenPage, 'pdfium' | 'page' | 'scratch'>,
  { lines, width, height }: { lines: readonly PrintedLine[]; width: number; height: number },
): boolean {
  if (lines.length === 0) return pdfium._FPDFPage_CountObjects(page) > 0;
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (lines.length > mostLines || characters > mostCharacters) return false;
  let covered = 0;
  // A scan may be cut into strips.
  for (const { object, kind, isOwn } of objectsOf({ pdfium, page }))
    if (isOwn && kind === objectKinds.image) covered += areaOf(boundsOf({ pdfium, scratch }, object));
  return covered >= leastCovered * width * height;
}

function boundsOf(
  { pdfium, scratch }: Pick<OpenPage, 'pdfium' | 'scratch'>,
  object: number,
): Box | undefined {
  const at = scratch.at;
  if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = scratch.floats(4);
  return { left, top, right, bottom };
}

const areaOf = (box: Box | undefined): number =>
  box ? Math.abs((box.right - box.left) * (box.top - box.bottom)) : 0;
