import { PDFName } from '@cantoo/pdf-lib';
import { problem } from '../../article/problem.js';
import type { Trim } from '../../typeset/compose/trim.js';
import { identify } from '../finish/write-metadata.js';
import { openPdf } from '../read/pdf-file.js';
import { pointsPerMm } from './marks.js';
import { type PageForm, pageForms } from './page-form.js';
import { whyUnlabelled, writeFacts, writeIntent } from './pdf-x.js';
import { slugMm } from './plan-sheets.js';
import { type Press, thicknessOf } from './press.js';
import type { Edge } from './sheet.js';
import { sweep } from './sheets-file.js';
import { n } from './strokes.js';

/** Which pages of the reading PDF are the outside of a cover, from 0. */
export interface CoverPages {
  front: number;
  spine?: number;
  back?: number;
}

export interface CoverTask {
  trim: Trim;
  binding: Edge;
  press: Press;
  /** Pages between the covers. */
  inside: number;
  title: string;
  modified: Date;
}

/** 书脊厚: half as many sheets of paper as pages. In mm. */
export const spineOf = (pages: number, press: Press): number => (pages / 2) * thicknessOf(press);

/** A spine narrower than this carries no words: they would run over onto the cover. */
const leastSpineMm = 4;

/**
 * 封面展开: back, spine and front of a cover in one sheet with bleed and marks; the spine as wide as the pages are thick.
 *
 * @throws a problem when the book has no cover to print.
 */
export async function coverSheet(
  pdf: Uint8Array,
  pages: CoverPages,
  task: CoverTask,
): Promise<{ pdf: Uint8Array; spineMm: number; hasWordsOnSpine: boolean }> {
  const { trim, press, title, modified } = task;
  const file = await openPdf(pdf);
  const wanted = [pages.front, pages.spine, pages.back].filter((page) => page !== undefined);
  if (wanted.length === 0)
    throw problem('The book has no cover to print as a sheet of its own', { ruleId: 'press' });
  const { forms, inks } = pageForms(file, wanted);
  const formOf = (page: number | undefined) => (page === undefined ? undefined : forms[wanted.indexOf(page)]);
  const spineMm = spineOf(task.inside, press);
  const hasWordsOnSpine = pages.spine !== undefined && spineMm >= leastSpineMm;
  while (file.getPageCount() > 0) file.removePage(file.getPageCount() - 1);
  const around = press.bleed + slugMm;
  const [width, height] = [2 * trim.widthMm + spineMm + 2 * around, trim.heightMm + 2 * around];
  const page = file.addPage([width * pointsPerMm, height * pointsPerMm]);
  const left = { xMm: around, form: formOf(task.binding === 'left' ? pages.back : pages.front) };
  const right = {
    xMm: around + trim.widthMm + spineMm,
    form: formOf(task.binding === 'left' ? pages.front : pages.back),
  };
  const spine = { xMm: around + trim.widthMm, form: hasWordsOnSpine ? formOf(pages.spine) : undefined };
  const content = [
    place(left.form, 'L', { xMm: left.xMm, yMm: around, clip: [-press.bleed, trim.widthMm] }, trim),
    place(right.form, 'R', { xMm: right.xMm, yMm: around, clip: [0, trim.widthMm + press.bleed] }, trim),
    // The middle of the spine's page lies on the middle of the spine; what is beyond it is cut off.
    place(
      spine.form,
      'S',
      {
        xMm: spine.xMm + (spineMm - trim.widthMm) / 2,
        yMm: around,
        clip: [(trim.widthMm - spineMm) / 2, (trim.widthMm + spineMm) / 2],
      },
      trim,
    ),
    marksOf({ around, spineMm, trim, press }),
  ].join('\n');
  const { context } = file;
  const objects = Object.fromEntries(
    [
      ['L', left.form],
      ['R', right.form],
      ['S', spine.form],
    ].flatMap(([name, form]) => (form ? [[name as string, (form as PageForm).ref]] : [])),
  );
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: objects }));
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  const box = (by: number) =>
    [around - by, around - by, width - around + by, height - around + by].map((mm) => mm * pointsPerMm);
  page.node.set(PDFName.of('TrimBox'), context.obj(box(0)));
  page.node.set(PDFName.of('BleedBox'), context.obj(box(press.bleed)));
  for (const key of file.catalog.keys())
    if (!['/Type', '/Pages', '/Lang'].includes(key.asString())) file.catalog.delete(key);
  const unlabelled = whyUnlabelled(inks, { colourBar: false });
  if (unlabelled === undefined) writeIntent(file, undefined);
  writeFacts(file, { title, modified, isLabelled: unlabelled === undefined });
  sweep(file);
  identify(file);
  const saved = await file.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  return { pdf: saved, spineMm, hasWordsOnSpine };
}

/** A form at a place of the sheet; `clip` is what of its width may print, in mm from its left trim. */
function place(
  form: PageForm | undefined,
  name: string,
  { xMm, yMm, clip }: { xMm: number; yMm: number; clip: readonly [number, number] },
  trim: Trim,
): string {
  if (!form) return '';
  const [left, bottom] = form.trim;
  const x = xMm * pointsPerMm - left;
  const y = yMm * pointsPerMm - bottom;
  const from = left + clip[0] * pointsPerMm;
  const wide = (clip[1] - clip[0]) * pointsPerMm;
  const reach = 20 * pointsPerMm;
  const high = trim.heightMm * pointsPerMm + 2 * reach;
  return `q 1 0 0 1 ${n(x)} ${n(y)} cm ${n(from)} ${n(bottom - reach)} ${n(wide)} ${n(high)} re W n /${name} Do Q`;
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
