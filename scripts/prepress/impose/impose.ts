import type { Trim } from '../../typeset/book/trim.js';
import { writePdf } from '../finish/write-pdf.js';
import { openPdf } from '../read/open-pdf.js';
import { finishSheets } from './finish-sheets.js';
import { pageForms } from './page-form.js';
import { type OutputProfile, whyUnlabelled } from './pdf-x.js';
import { type PressPlan, planSheets } from './plan-sheets.js';
import type { Press } from './press.js';
import type { Edge } from './schemes/sheet.js';
import { addSides } from './sheets-file.js';

/** Input and options of imposing. */
export interface ImposeTask {
  trim: Trim;
  binding: Edge;
  press: Press;
  title: string;
  modified: Date;
  /** Pages of the PDF that are imposed, in order, from 0; default: all. */
  pages?: readonly number[];
  /** White at the spine of a page, in mm. */
  innerMm?: number;
  /** The printing house's own profile. */
  profile?: OutputProfile;
}

/** A press file 付印文件, and facts for its report. */
export interface Imposed {
  pdf: Uint8Array;
  plan: PressPlan;
  /** The reason that the file has no PDF/X-4 label; absent where it has one. */
  unlabelled?: string;
}

/**
 * 拼版: a finished reading PDF → printed sheets. Pages are placed as they are, so that fonts and pictures are unchanged
 * and in the file once; tags, outline and links, which paper does not have, are removed. Same input, same bytes.
 *
 * @throws a problem with the numbers when the scheme cannot be folded from these pages on this sheet.
 */
export async function impose(pdf: Uint8Array, task: ImposeTask): Promise<Imposed> {
  const { trim, press, title, modified } = task;
  const file = await openPdf(pdf);
  const pages = task.pages ?? file.getPageIndices();
  const plan = planSheets({ ...task, pages: pages.length }, press);
  const { forms, inks } = pageForms(file, pages);
  while (file.getPageCount() > 0) file.removePage(file.getPageCount() - 1);
  addSides(file, forms, { plan, press, trim });
  const unlabelled = whyUnlabelled(inks, { profile: task.profile, colourBar: press.colourBar });
  finishSheets(file, { title, modified, unlabelled, profile: task.profile });
  return { pdf: await writePdf(file), plan, ...(unlabelled !== undefined && { unlabelled }) };
}
