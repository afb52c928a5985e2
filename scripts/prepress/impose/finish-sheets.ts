import { PDFName } from '@cantoo/pdf-lib';
import { identify } from '../finish/write-metadata.js';
import type { PdfFile } from '../read/pdf-file.js';
import { type OutputProfile, writeFacts, writeIntent } from './pdf-x.js';
import { sweep } from './sheets-file.js';

/** Entries of the catalogue that printed sheets need. */
const kept = new Set(['/Type', '/Pages', '/Lang']);

/** Turns a file of sheets into a press file: no tags, outline or links; output intent, metadata, an id by content. */
export function finishSheets(
  file: PdfFile,
  {
    title,
    modified,
    unlabelled,
    profile,
  }: { title: string; modified: Date; unlabelled: string | undefined; profile?: OutputProfile | undefined },
): void {
  for (const key of file.catalog.keys()) if (!kept.has(key.asString())) file.catalog.delete(key);
  // A printer's own scaling would spoil every measure of the sheet.
  file.catalog.set(PDFName.of('ViewerPreferences'), file.context.obj({ PrintScaling: 'None' }));
  const isLabelled = unlabelled === undefined;
  if (isLabelled) writeIntent(file, profile);
  writeFacts(file, { title, modified, isLabelled });
  sweep(file);
  identify(file);
}
