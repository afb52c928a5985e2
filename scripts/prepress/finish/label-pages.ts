import { PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { folio } from '../../typeset/assemble/folio.js';
import type { PdfFile } from '../read/pdf-file.js';

/** Numbering of a label: by a number style, or none. */
interface Counter {
  style: 'D' | 'r' | undefined;
  value: number;
  prefix: string;
}

/** Gives each page its label for readers: the folio as printed. One range per run of folios. */
export function labelPages(file: PdfFile, labels: readonly string[]): void {
  const { context } = file;
  const ranges: PDFObject[] = [];
  let before: Counter | undefined;
  labels.forEach((label, index) => {
    const counter = counterOf(label, before);
    if (!before || !continues(before, counter))
      ranges.push(context.obj(index), context.obj(rangeOf(counter)));
    before = counter;
  });
  if (ranges.length > 0) file.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: ranges as never }));
}

function counterOf(label: string, before: Counter | undefined): Counter {
  // "i", "v", "c" may be letters; in a book that counts in Roman numerals they are numerals.
  const roman = /^[ivxlcdm]+$/.test(label) ? fromRoman(label) : undefined;
  if (roman !== undefined) return { style: 'r', value: roman, prefix: '' };
  if (/^[1-9]\d{0,8}$/.test(label)) return { style: 'D', value: Number(label), prefix: '' };
  return { style: undefined, value: (before?.value ?? 0) + 1, prefix: label };
}

function fromRoman(label: string): number | undefined {
  for (let value = 1; value < 4000; value++) if (folio(value, 'roman') === label) return value;
  return undefined;
}

function continues(before: Counter, { style, value, prefix }: Counter): boolean {
  return style === before.style && prefix === before.prefix && value === before.value + 1;
}

function rangeOf({ style, value, prefix }: Counter): Record<string, PDFObject | string | number> {
  return {
    ...(style && { S: style }),
    ...(style && value !== 1 && { St: value }),
    ...(prefix && { P: PDFHexString.fromText(prefix) }),
  };
}
