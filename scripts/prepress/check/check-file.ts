import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { Finding } from '../finding.js';
import { dictOf, numberOf } from '../read/pdf-file.js';
import { contentBytes } from '../read/pdf-streams.js';
import type { PdfReading } from '../read/read-pdf.js';

/**
 * Finds missing parts of a file that was cut off and repaired by a tool, or was never complete: readers ignore them,
 * and show the rest as if it were everything.
 */
export function checkFile({ bytes, file, pages }: PdfReading): Finding[] {
  const faults: string[] = [];
  if (pages.length === 0) faults.push('The PDF has no pages');
  const empty = pages.flatMap(({ dict }, index) => (contentBytes(dict).length === 0 ? [index + 1] : []));
  if (empty.length > 0) faults.push(`There is no content at all on page ${shortList(empty)}`);
  const told = numberOf(dictOf(file.catalog, 'Pages'), 'Count');
  if (told !== undefined && told !== pages.length)
    faults.push(`The PDF has ${pages.length} pages but claims to have ${told}`);
  const lacking = lackingObjects(file.context);
  if (lacking.length > 0)
    faults.push(`The PDF refers to ${lacking.length} objects that it does not have (${shortList(lacking)})`);
  const table = tableFault(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (table) faults.push(table);
  return faults.map((message) => ({ rule: 'file', message, remedy: 'Make or download the file again.' }));
}

const shortList = (all: readonly (string | number)[]) =>
  all.length > 5 ? `${all.slice(0, 5).join(', ')} …` : all.join(', ');

/** Missing objects that others refer to. PDF takes them for null; no writer known to us intends that. */
function lackingObjects(context: PdfReading['file']['context']): string[] {
  const lacking = new Set<string>();
  const look = (value: PDFObject | undefined, depth: number) => {
    if (value instanceof PDFRef && !context.lookup(value)) lacking.add(value.tag);
    if (depth > 50) return;
    if (value instanceof PDFArray) for (const item of value.asArray()) look(item, depth + 1);
    if (value instanceof PDFStream) look(value.dict, depth);
    if (value instanceof PDFDict)
      for (const [key, item] of value.entries()) if (key !== PDFName.of('Parent')) look(item, depth + 1);
  };
  for (const [, object] of context.enumerateIndirectObjects()) look(object, 0);
  return [...lacking];
}

/** Fault of the table of objects: not where the end of the file says, or with wrong entries (PDF 32000-1 §7.5.4). */
function tableFault(file: Buffer): string | undefined {
  const end = file.subarray(-1024).toString('latin1');
  const [, told] = [...end.matchAll(/startxref\s+(\d+)/g)].at(-1) ?? [];
  if (told === undefined) return 'The PDF does not say where its table of objects is';
  const at = Number(told);
  const start = file.subarray(at, at + 64).toString('latin1');
  // There is a stream of objects instead of a table.
  if (/^\s*\d+\s+\d+\s+obj\b/.test(start)) return undefined;
  if (!/^\s*xref\b/.test(start)) return 'The table of objects of the PDF is not where it says';
  const wrong = wrongEntries(file, at);
  return wrong === 0 ? undefined : `${wrong} entries of the table of objects lead nowhere`;
}

/** A table has 20 bytes an entry; longer ones are checked up to this length. */
const mostTable = 20 * 100_000;

function wrongEntries(file: Buffer, at: number): number {
  const [table = ''] = file
    .subarray(at, at + mostTable)
    .toString('latin1')
    .split('trailer');
  let wrong = 0;
  for (const [, offset] of table.matchAll(/(\d{10}) \d{5} n/g)) {
    const from = Number(offset);
    if (!/^\s*\d+\s+\d+\s+obj\b/.test(file.subarray(from, from + 40).toString('latin1'))) wrong++;
  }
  return wrong;
}
