import type { Box } from '../../article/layout.js';
import { isIn } from '../boxes.js';
import type { PrintedLine } from '../printed-page.js';
import type { OpenPage } from './glyphs.js';

/** Kinds of page objects, by `fpdf_edit.h`. */
export const objectKinds = { text: 1, path: 2, image: 3, form: 5 } as const;
/** Maximum number of objects examined on a page: a vector map has more, and tells nothing about columns. */
const mostObjects = 50_000;
/** Maximum nesting of forms: people's files have two or three levels. */
const deepest = 8;
/** A rule is thinner than this, and longer than a dash; in points. */
const thickest = 3;
const shortest = 20;
/** Of a table, a rule between two cells is as high as their row. */
const shortestDown = 8;

/** Objects of a page, including those of its forms. */
export function* objectsOf({
  pdfium,
  page,
}: Pick<OpenPage, 'pdfium' | 'page'>): Generator<{ object: number; kind: number; isOwn: boolean }> {
  let left = mostObjects;
  function* within(
    count: number,
    at: (index: number) => number,
    depth: number,
  ): ReturnType<typeof objectsOf> {
    for (let index = 0; index < count && left > 0; index++, left--) {
      const object = at(index);
      const kind = pdfium._FPDFPageObj_GetType(object);
      yield { object, kind, isOwn: depth === 0 };
      if (kind === objectKinds.form && depth < deepest)
        yield* within(
          pdfium._FPDFFormObj_CountObjects(object),
          (inner) => pdfium._FPDFFormObj_GetObject(object, inner),
          depth + 1,
        );
    }
  }
  yield* within(pdfium._FPDFPage_CountObjects(page), (index) => pdfium._FPDFPage_GetObject(page, index), 0);
}

/** Rules and pictures: all that is printed on a page beside its text. */
export interface Graphics {
  rules: Box[];
  pictures: Box[];
}

/** A picture is at least so many points wide and high; a smaller one is an ornament. */
const leastPicture = 20;

/**
 * 线 and 图: thin paths and the edges of frames, and pictures or filled boxes without text. Those inside forms use the
 * form's own space, and are left out.
 */
export function readGraphics(open: OpenPage, lines: readonly PrintedLine[]): Graphics {
  const found: Graphics = { rules: [], pictures: [] };
  for (const { object, kind, isOwn } of objectsOf(open)) {
    if (!isOwn || (kind !== objectKinds.path && kind !== objectKinds.image)) continue;
    const box = boundsOf(open, object);
    if (!box) continue;
    const { left, top, right, bottom } = box;
    const isLarge = right - left >= leastPicture && bottom - top >= leastPicture;
    if (isLarge && !lines.some((line) => isIn(line.box, box))) found.pictures.push(box);
    else if (kind === objectKinds.path) found.rules.push(...edgesOf(box));
  }
  return found;
}

function boundsOf({ pdfium, scratch: { at, floats }, place }: OpenPage, object: number): Box | undefined {
  if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = floats(4);
  const [x1, y1] = place(left, top);
  const [x2, y2] = place(right, bottom);
  return {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    right: Math.max(x1, x2),
    bottom: Math.max(y1, y2),
  };
}

/** A thin box is a rule; a larger one is a frame, whose four edges separate its content from the rest. */
function edgesOf(box: Box): Box[] {
  const { left, top, right, bottom } = box;
  const isThinAcross = bottom - top <= thickest;
  const isThinDown = right - left <= thickest;
  if (isThinAcross || isThinDown)
    return right - left >= shortest || bottom - top >= shortestDown ? [box] : [];
  return [
    { ...box, bottom: top },
    { ...box, top: bottom },
    { ...box, right: left },
    { ...box, left: right },
  ];
}
