import { type PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { Book } from '../../typeset/compose/galley.js';
import { isRightToLeft } from '../check/reading-order.js';
import { dictOf, type PdfFile, textOf } from '../read/pdf-file.js';

/**
 * 书签: the browser writes a heading in the order in which it paints it, line by line from left to right, and readings
 * among their characters. A heading with a name that runs from right to left gets the order of the manuscript, and one
 * with readings is written without them.
 */
export function turnOutline(file: PdfFile, book: Book): void {
  const found = headingsOf(book);
  const hasReadings = found.some(({ shown, text }) => shown !== text);
  const entries = [...entriesOf(dictOf(file.catalog, 'Outlines'))].filter(
    (entry) => hasReadings || isRightToLeft(textOf(entry, 'Title') ?? ''),
  );
  if (entries.length === 0) return;
  const headings = new Map(found.map(({ shown, text }) => [letters(shown), text]));
  for (const entry of entries) {
    const heading = headings.get(letters(textOf(entry, 'Title') ?? ''));
    if (heading !== undefined) entry.set(PDFName.of('Title'), PDFHexString.fromText(heading));
  }
}

function* entriesOf(parent: PDFDict | undefined): Generator<PDFDict> {
  for (let item = dictOf(parent, 'First'); item; item = dictOf(item, 'Next')) {
    yield item;
    yield* entriesOf(item);
  }
}

/** The same for two texts of the same letters in any order: line ends have no space in an outline. */
const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');

const entities: Readonly<Record<string, string>> = {
  '&#x3C;': '<',
  '&lt;': '<',
  '&gt;': '>',
  '&#x26;': '&',
  '&amp;': '&',
};

/** What the headings of the book say, and what they show: their readings too. */
function headingsOf({ galleys }: Book): { text: string; shown: string }[] {
  return galleys.flatMap(({ html }) =>
    [...html.matchAll(/<(h[1-6])\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , content = '']) => ({
      text: textOfHtml(content.replace(/<rt\b[\s\S]*?<\/rt>/g, '')),
      shown: textOfHtml(content),
    })),
  );
}

/** `toHtml` writes no other entities in text. */
const textOfHtml = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x3C|#x26|lt|gt|amp);/g, (entity) => entities[entity]!)
    .replace(/\s+/g, ' ')
    .trim();
