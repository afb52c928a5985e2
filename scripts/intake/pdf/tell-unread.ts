import { isUnlikely } from '../../text/unlikely.js';
import type { PrintedPage } from '../printed-page.js';
import type { PageNotes } from './notes.js';

/** Unread parts of a page, by its number: characters without a font, characters outside of the page, and comments. */
export interface Unread extends Omit<PageNotes, 'undrawn'> {
  page: number;
  unread: number;
  outside: number;
  /** Characters of a watermark or a stamp. */
  askew: string;
}

/**
 * Messages about pages without text, and about characters that are not read.
 *
 * @param recognized indices of pages that are read elsewhere
 * @param scans indices of those that a recognition program can read
 */
export function tellUnread(
  pages: readonly PrintedPage[],
  left: readonly Unread[],
  { recognized, scans }: { recognized: ReadonlySet<number>; scans: readonly number[] },
): string[] {
  const empty = pages.flatMap(({ lines }, index) =>
    lines.length === 0 && !recognized.has(index) && !scans.includes(index) ? [index + 1] : [],
  );
  const remedy =
    'save it as a picture at 300 dpi and let that be recognised, or write its text into the source';
  const told = left.flatMap(({ page, unread, outside, askew, ...notes }) => [
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
    ...(askew.trim() !== ''
      ? [
          `${[...askew].length} characters that stand askew on page ${page} of the PDF, like a watermark or a stamp, were not read: ${askew.slice(0, quoted)} (if they are text, write them into the source)`,
        ]
      : []),
    ...tellNotes(page, notes),
  ]);
  const garbled = garbledPages(pages).map((index) => index + 1);
  if (garbled.length > 0)
    told.unshift(
      `Fonts of ${garbled.length === 1 ? 'page' : 'pages'} ${garbled.join(', ')} of the PDF do not tell which characters they draw: many that were read are wrong (${recognise})`,
    );
  if (scans.length > 0)
    told.unshift(
      `${pagesHave(scans.map((index) => index + 1))} no text, but a picture of some (${recognise})`,
    );
  if (empty.length > 0)
    told.unshift(`${pagesHave(empty)} no text that can be read: pictures, or damaged (${remedy})`);
  return told;
}

const recognise =
  'install a program that recognises text, and run again: npm i --ignore-scripts @gutenye/ocr-node, or apt install tesseract-ocr-chi-sim';

const pagesHave = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `Page ${numbers[0]} of the PDF has` : `Pages ${numbers.join(', ')} of the PDF have`;

/** A page with fewer characters, or a smaller share of such ones, may be about them. */
const [leastGarbled, garbledShare] = [30, 0.15];

/** Indices of the pages whose fonts do not tell which characters they draw. */
export const garbledPages = (pages: readonly PrintedPage[]): number[] =>
  pages.flatMap((page, index) => (isGarbled(page) ? [index] : []));

function isGarbled({ lines }: PrintedPage): boolean {
  const text = lines.map((line) => line.text).join('');
  const count = [...text].filter(isUnlikely).length;
  return count >= leastGarbled && count > garbledShare * text.length;
}

/** Number of characters of comments that are quoted. */
const quoted = 80;

function tellNotes(page: number, { comments, struck, files }: Omit<PageNotes, 'undrawn'>): string[] {
  const words = comments.join(' | ').replace(/\s+/gu, ' ');
  const quote = words.length > quoted ? `${words.slice(0, quoted)}…` : words;
  return [
    ...(comments.length > 0
      ? [
          `${comments.length} comments on page ${page} of the PDF were not read: ${quote} (if they are corrections, make them in the source)`,
        ]
      : []),
    ...(struck > 0
      ? [
          `${struck} passages of page ${page} of the PDF are struck out by a reader and were read (take them out of the source if they are to go)`,
        ]
      : []),
    ...(files > 0
      ? [
          `${files} files pinned to page ${page} of the PDF were not read (save them with a PDF viewer, and restore them, too)`,
        ]
      : []),
  ];
}
