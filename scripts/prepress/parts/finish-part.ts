import { finishContent } from '../finish/finish-content.js';
import { openPdf } from '../read/open-pdf.js';
import { withoutTextBoxes } from '../read/text-boxes.js';
import { type FinishedPart, partOf } from './part-objects.js';

/**
 * Finishes structure and contents of a part as the browser printed it.
 *
 * @param above the ranks of the headings that are open where it begins
 */
export async function finishPart(pdf: Uint8Array, above: readonly number[]): Promise<FinishedPart> {
  const { bytes, boxes } = withoutTextBoxes(pdf);
  const file = await openPdf(bytes);
  await finishContent(file, boxes, above);
  return partOf(file);
}
