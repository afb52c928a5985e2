import { PDFArray, PDFDict, PDFName, type PDFObject, type PDFPage, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { Trim } from '../../typeset/book/trim.js';
import type { PdfFile } from '../read/pdf-file.js';
import { drawSide, type Placed } from './draw-side.js';
import { boxOf, drawMarks, pointsPerMm } from './marks.js';
import type { PageForm } from './page-form.js';
import type { PressPlan } from './plan-sheets.js';
import type { Press } from './press.js';
import type { Cell } from './schemes/sheet.js';

/** Puts printed sides into a file, in the order in which a printer takes them: front, back, front, back. */
export function addSides(
  file: PdfFile,
  forms: readonly Pick<PageForm, 'ref' | 'trim' | 'bleed'>[],
  { plan, press, trim }: { plan: PressPlan; press: Press; trim: Trim },
): void {
  const all = separationAll(file);
  plan.sheets.forEach((sheet, index) => {
    for (const [cells, isBack] of [
      [sheet.front, false],
      [sheet.back, true],
    ] as const) {
      if (!cells) continue;
      const page = file.addPage([plan.widthMm * pointsPerMm, plan.heightMm * pointsPerMm]);
      const placed = place(cells, forms);
      const gapMm = gapOf(cells, trim);
      const shift = isBack ? (press.offset ?? [0, 0]) : ([0, 0] as const);
      const content = [
        drawSide(placed, { trim, gapMm, shift }),
        drawMarks({ plan, press, trim, sheet, cells, isBack, number: index + 1 }),
      ].join('\n');
      setContent(file, page, { content, placed, forms, all });
      setBoxes(file, page, { cells, trim, press });
    }
  });
}

function place(cells: readonly Cell[], forms: readonly Pick<PageForm, 'trim' | 'bleed'>[]): Placed[] {
  return cells.flatMap((cell) => {
    const form = cell.page === undefined ? undefined : forms[cell.page];
    return form ? [{ cell, form, name: `P${cell.page! + 1}` }] : [];
  });
}

/** White between two pages beside each other, in mm. */
function gapOf(cells: readonly Cell[], trim: Trim): number {
  const xs = [...new Set(cells.map(({ xMm }) => xMm))].sort((one, other) => one - other);
  return xs.length < 2 ? 0 : Math.max(0, xs[1]! - xs[0]! - trim.widthMm);
}

function setContent(
  { context }: PdfFile,
  page: PDFPage,
  {
    content,
    placed,
    forms,
    all,
  }: { content: string; placed: readonly Placed[]; forms: readonly Pick<PageForm, 'ref'>[]; all: PDFRef },
): void {
  const objects = PDFDict.withContext(context);
  for (const { cell, name } of placed) objects.set(PDFName.of(name), forms[cell.page!]!.ref);
  const resources = context.obj({ XObject: objects, ColorSpace: { ChongpaiAll: all } });
  page.node.set(PDFName.of('Resources'), resources);
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
}

/** Trim and bleed of a side: around all its pages, the bleed no wider than the sheet. */
function setBoxes(
  { context }: PdfFile,
  page: PDFPage,
  { cells, trim, press }: { cells: readonly Cell[]; trim: Trim; press: Press },
): void {
  const { width, height } = page.getSize();
  const { left, bottom, right, top } = boxOf({ cells, trim });
  const points = (mm: number) => Math.round(mm * pointsPerMm * 1000) / 1000;
  const around = (mm: number) => [
    Math.max(0, points(left - mm)),
    Math.max(0, points(bottom - mm)),
    Math.min(width, points(right + mm)),
    Math.min(height, points(top + mm)),
  ];
  page.node.set(PDFName.of('TrimBox'), context.obj(around(0)));
  page.node.set(PDFName.of('BleedBox'), context.obj(around(press.bleed)));
}

/** The colour of marks: on every plate. A screen shows it as black. */
function separationAll({ context }: PdfFile): PDFRef {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], N: 1, C0: [1], C1: [0] });
  return context.register(context.obj(['Separation', 'All', 'DeviceGray', tint]));
}

/** Removes objects that no page of the file needs any longer: tags, outline, links, the old page tree. */
export function sweep({ context }: PdfFile): void {
  const seen = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (seen.has(object)) continue;
      seen.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFStream) waiting.push(...object.dict.values());
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref)) context.delete(ref);
}
