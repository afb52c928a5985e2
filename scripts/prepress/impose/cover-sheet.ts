import { PDFName } from '@cantoo/pdf-lib';
import type { Trim } from '../../typeset/book/trim.js';
import { writePdf } from '../finish/write-pdf.js';
import { openPdf } from '../read/open-pdf.js';
import type { PdfFile } from '../read/pdf-file.js';
import { finishSheets } from './finish-sheets.js';
import { pointsPerMm } from './marks.js';
import { type PageForm, pageForms } from './page-form.js';
import { type OutputProfile, whyUnlabelled } from './pdf-x.js';
import { slugMm } from './plan-sheets.js';
import { type Press, thicknessOf } from './press.js';
import type { Edge } from './schemes/sheet.js';
import { n } from './strokes.js';

/** Pages of the reading PDF that form the outside of a cover, from 0. */
export interface CoverPages {
  front: number;
  spine?: number;
  back?: number;
}

export interface CoverTask {
  trim: Trim;
  binding: Edge;
  press: Press;
  /** Number of pages between the covers. */
  inside: number;
  title: string;
  modified: Date;
  profile?: OutputProfile;
}

/** 书脊厚: the thickness of half as many leaves as pages. In mm. */
export const spineOf = (pages: number, press: Press): number => (pages / 2) * thicknessOf(press);

/** A narrower spine has no words: they would overflow onto the cover. */
const leastSpineMm = 4;

/**
 * 封面展开: back, spine and front of a cover on one sheet with bleed and marks; the spine is as wide as the block of pages.
 */
export async function coverSheet(
  pdf: Uint8Array,
  pages: CoverPages,
  task: CoverTask,
): Promise<{ pdf: Uint8Array; spineMm: number; unlabelled?: string }> {
  const { trim, press, title, modified, profile } = task;
  const file = await openPdf(pdf);
  const wanted = [pages.front, pages.spine, pages.back].filter((page) => page !== undefined);
  const { forms, inks } = pageForms(file, wanted);
  const formOf = (page: number | undefined) => (page === undefined ? undefined : forms[wanted.indexOf(page)]);
  const spineMm = spineOf(task.inside, press);
  const pieces = piecesOf(task, spineMm, {
    front: formOf(pages.front),
    back: formOf(pages.back),
    spine: spineMm >= leastSpineMm ? formOf(pages.spine) : undefined,
  });
  while (file.getPageCount() > 0) file.removePage(file.getPageCount() - 1);
  addCover(file, pieces, { trim, press, spineMm });
  const unlabelled = whyUnlabelled(inks, { profile, colourBar: false });
  finishSheets(file, { title, modified, unlabelled, profile });
  return { pdf: await writePdf(file), spineMm, ...(unlabelled !== undefined && { unlabelled }) };
}

/** A page of the cover on its sheet: its left trim, and the printable part of its width, in mm from there. */
interface Piece {
  name: string;
  form: PageForm;
  xMm: number;
  clip: readonly [number, number];
}

/** Left, right and spine, seen from the outside of the cover. */
function piecesOf(
  { trim, binding, press }: CoverTask,
  spineMm: number,
  forms: Record<'front' | 'back' | 'spine', PageForm | undefined>,
): Piece[] {
  const around = aroundMm(press);
  const [left, right] = binding === 'left' ? [forms.back, forms.front] : [forms.front, forms.back];
  const half = spineMm / 2;
  const middle = trim.widthMm / 2;
  const all = [
    { name: 'L', form: left, xMm: around, clip: [-press.bleed, trim.widthMm] as const },
    {
      name: 'R',
      form: right,
      xMm: around + trim.widthMm + spineMm,
      clip: [0, trim.widthMm + press.bleed] as const,
    },
    // The middle of the spine's page is on the middle of the spine; the rest is cut off.
    {
      name: 'S',
      form: forms.spine,
      xMm: around + trim.widthMm + half - middle,
      clip: [middle - half, middle + half] as const,
    },
  ];
  return all.flatMap(({ form, ...piece }) => (form ? [{ ...piece, form }] : []));
}

const aroundMm = ({ bleed }: Press) => bleed + slugMm;

function addCover(
  file: PdfFile,
  pieces: readonly Piece[],
  { trim, press, spineMm }: { trim: Trim; press: Press; spineMm: number },
): void {
  const { context } = file;
  const around = aroundMm(press);
  const [width, height] = [2 * trim.widthMm + spineMm + 2 * around, trim.heightMm + 2 * around];
  const page = file.addPage([width * pointsPerMm, height * pointsPerMm]);
  const drawn = pieces.map((piece) => drawPiece(piece, around, trim));
  const content = [...drawn, marksOf({ around, spineMm, trim, press })].join('\n');
  const objects = Object.fromEntries(pieces.map(({ name, form }) => [name, form.ref]));
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: objects }));
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  const box = (by: number) =>
    [around - by, around - by, width - around + by, height - around + by].map((mm) => mm * pointsPerMm);
  page.node.set(PDFName.of('TrimBox'), context.obj(box(0)));
  page.node.set(PDFName.of('BleedBox'), context.obj(box(press.bleed)));
}

/** Operators that place a piece: nothing beyond its clip prints. */
function drawPiece({ name, form, xMm, clip }: Piece, yMm: number, { heightMm }: Trim): string {
  const [left, bottom] = form.trim;
  const from = left + clip[0] * pointsPerMm;
  const wide = (clip[1] - clip[0]) * pointsPerMm;
  const reach = yMm * pointsPerMm;
  const high = heightMm * pointsPerMm + 2 * reach;
  return `q 1 0 0 1 ${n(xMm * pointsPerMm - left)} ${n(reach - bottom)} cm ${n(from)} ${n(bottom - reach)} ${n(wide)} ${n(high)} re W n /${name} Do Q`;
}

/** Crop marks at the corners, dashed ones where the spine is creased. */
function marksOf({
  around,
  spineMm,
  trim,
  press,
}: {
  around: number;
  spineMm: number;
  trim: Trim;
  press: Press;
}): string {
  const mm = (value: number) => n(value * pointsPerMm);
  const [x1, x2] = [around, around + 2 * trim.widthMm + spineMm];
  const [y1, y2] = [around, around + trim.heightMm];
  const far = press.bleed + 1;
  const line = (a: number, b: number, c: number, d: number) => `${mm(a)} ${mm(b)} m ${mm(c)} ${mm(d)} l S`;
  const corners = [x1, x2].flatMap((x) => [
    line(x, y1 - far - 5, x, y1 - far),
    line(x, y2 + far, x, y2 + far + 5),
  ]);
  const sides = [y1, y2].flatMap((y) => [
    line(x1 - far - 5, y, x1 - far, y),
    line(x2 + far, y, x2 + far + 5, y),
  ]);
  const creases = [x1 + trim.widthMm, x1 + trim.widthMm + spineMm].flatMap((x) => [
    line(x, y1 - far - 5, x, y1 - far),
    line(x, y2 + far, x, y2 + far + 5),
  ]);
  return `q 0 G ${mm(0.1)} w ${[...corners, ...sides].join(' ')} [${mm(1)} ${mm(1)}] 0 d ${creases.join(' ')} Q`;
}
