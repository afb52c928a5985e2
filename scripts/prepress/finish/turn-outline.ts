import { type PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { Book } from '../../typeset/book/galley.js';
import { type BookHeading, bookHeadings } from '../../typeset/compose/book-headings.js';
import { isRightToLeft } from '../check/reading-order.js';
import { dictOf, type PdfFile, textOf } from '../read/pdf-file.js';

/**
 * 书签: the browser writes a heading in painting order, line by line from left to right, with readings among their
 * characters. A heading with a right-to-left name gets the order of the manuscript, and one with readings is written
 * without them. Of headings with the same characters in different orders, the first entry is the first heading.
 */
export function turnOutline(file: PdfFile, book: Book): void {
  const entries = [...entriesOf(dictOf(file.catalog, 'Outlines'))].map((entry) => ({
    entry,
    title: textOf(entry, 'Title') ?? '',
  }));
  // Most books have neither: their galleys need not be read again.
  const hasReadings = book.galleys.some(({ html }) => html.includes('<rt'));
  if (!hasReadings && !entries.some(({ title }) => isRightToLeft(title))) return;
  const headings = new Map<string, BookHeading[]>();
  for (const heading of bookHeadings(book)) {
    const key = letters(heading.shown);
    headings.set(key, [...(headings.get(key) ?? []), heading]);
  }
  for (const { entry, title } of entries) {
    const heading = headings.get(letters(title))?.shift();
    if (heading && isTurned(heading, title))
      entry.set(PDFName.of('Title'), PDFHexString.fromText(heading.text));
  }
}

const isTurned = ({ shown, text }: BookHeading, title: string) => shown !== text || isRightToLeft(title);

function* entriesOf(parent: PDFDict | undefined): Generator<PDFDict> {
  for (let item = dictOf(parent, 'First'); item; item = dictOf(item, 'Next')) {
    yield item;
    yield* entriesOf(item);
  }
}

/** A key that is equal for texts of the same letters in any order: line ends have no space in an outline. */
const letters = (text: string) => [...text.replace(/[\s\u00ad]/g, '')].sort().join('');
