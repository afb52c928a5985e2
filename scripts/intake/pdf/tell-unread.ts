import type { PrintedPage } from '../printed-page.js';

/** Unread parts of a page, by its number: characters without a font, and characters outside of the page. */
export interface Unread {
  page: number;
  unread: number;
  outside: number;
}

/** Messages about pages without text, and about characters that are not read. */
export function tellUnread(pages: readonly PrintedPage[], left: readonly Unread[]): string[] {
  const empty = pages.flatMap(({ lines }, index) => (lines.length === 0 ? [index + 1] : []));
  const remedy =
    'save it as a picture at 300 dpi and let that be recognised, or write its text into the source';
  const told = left.flatMap(({ page, unread, outside }) => [
    ...(unread > 0
      ? [
          `${unread} characters of page ${page} of the PDF are in a font that is not in the file, and cannot be read (${remedy})`,
        ]
      : []),
    ...(outside > 0
      ? [
          `${outside} characters outside page ${page} of the PDF were not read: no reader sees them (if they are text, write them into the source)`,
        ]
      : []),
  ]);
  if (empty.length > 0)
    told.unshift(
      `${empty.length === 1 ? `Page ${empty[0]} of the PDF has` : `Pages ${empty.join(', ')} of the PDF have`} no text that can be read: pictures, or damaged (${remedy})`,
    );
  return told;
}
