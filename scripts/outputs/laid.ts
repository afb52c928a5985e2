import { say } from '../article/words/say.js';
import type { bookFrom } from '../book.js';
import type { Printed } from '../prepress/printed.js';
import type { Assembled } from '../typeset/assemble/assemble.js';
import type { FontSet } from '../typeset/fonts/fonts.js';
import type { LaidOut } from '../typeset/pages/paginate.js';

/** A book with its pages, before it is printed. */
export interface Laid extends ReturnType<typeof bookFrom> {
  fonts: FontSet;
  laidOut: LaidOut;
  assembled: Assembled;
}

/** Facts about a reading PDF for the report. */
export interface PdfFacts {
  pages: number;
  /** Blocks that do not fit the type area. */
  troubles: string[];
}

/** Tells the size of a file, printed in one piece or joined. */
export const kilobytes = (file: Printed) =>
  say('did-kilobytes', Math.round((file instanceof Uint8Array ? file : file.joined).length / 1024));
