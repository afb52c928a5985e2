import { say } from '../article/words/say.js';
import type { bookFrom } from '../book.js';
import type { Printed } from '../prepress/printed.js';
import type { Assembled } from '../typeset/assemble/assemble.js';
import type { PlacedPage } from '../typeset/assemble/place-pages.js';
import type { FontSet } from '../typeset/fonts/fonts.js';
import type { LaidOut } from '../typeset/pages/paginate.js';
import type { LayoutTrouble } from '../typeset/pages.js';

/** A book with its pages, before it is printed. */
export interface Laid extends ReturnType<typeof bookFrom> {
  fonts: FontSet;
  laidOut: LaidOut;
  assembled: Assembled;
}

/** A book and its pages as the proof needs them: without their HTML, .1 GB of a book of 3,100 pages. */
export interface Outlined extends ReturnType<typeof bookFrom> {
  pages: Omit<PlacedPage, 'html'>[];
  /** Blocks that do not fit the type area. */
  troubles: LayoutTrouble[];
  /** Galleys whose lines the browser broke by itself, each by its reason. */
  plain: LayoutTrouble[];
}

/** Facts about a reading PDF for the report. */
export interface PdfFacts {
  pages: number;
  /** Blocks that do not fit the type area. */
  troubles: string[];
}

/** Tells the size of a file, printed in one piece or joined. */
export const kilobytes = (file: Printed) =>
  say('did-kilobytes', Math.round((file instanceof Uint8Array ? file : file.joined.file).length / 1024));
