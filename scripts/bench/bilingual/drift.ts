import { comparable } from '../../prepress/read/comparable.js';
import { collectRuns, inLogicalOrder, type TaggedText } from '../../prepress/read/page-text.js';
import type { PdfReading } from '../../prepress/read/read-pdf.js';
import type { Book } from '../../typeset/book/galley.js';

/** Start of a passage in print. */
interface Place {
  /** Index of the page. */
  page: number;
  /** Base line of its first line, in points from the lower edge of the page. */
  y: number;
}

export interface Drift {
  pairs: number;
  /** The largest difference of the base lines of a pair, in points. */
  most: number;
  /** Number of pairs that do not begin on the same page or spread. */
  apart: number;
}

/**
 * Measures the distance of translations from their paragraphs. Titles are left out: they are set in different sizes.
 *
 * @param pages from the page of the first language to that of the second.
 */
export function measureDrift(reading: PdfReading, book: Book, pages: number): Drift {
  const places = placesOf(reading, book);
  const [first, second] = [bodiesOf(book, false), bodiesOf(book, true)];
  const drift: Drift = { pairs: Math.min(first.length, second.length), most: 0, apart: 0 };
  for (let pair = 0; pair < drift.pairs; pair++) {
    const [one, other] = [places[first[pair]!]!, places[second[pair]!]!];
    if (other.page - one.page !== pages) drift.apart++;
    else drift.most = Math.max(drift.most, Math.abs(one.y - other.y));
  }
  return drift;
}

/** The passages of one language's stories, by index, without the first of each: a story's head. */
function bodiesOf({ passages }: Book, isSecond: boolean): number[] {
  const own = passages.flatMap(({ id }, index) =>
    /^s\d+-\d+(?:-b)?$/.test(id) && id.endsWith('-b') === isSecond ? [index] : [],
  );
  return own.filter((index, order) => passages[own[order - 1] ?? -1]?.id === passages[index]!.id);
}

/** Start of each passage: print has the characters of the passages in order, or the proof fails. */
function placesOf(reading: PdfReading, { passages }: Book): Place[] {
  const text: TaggedText = new Map();
  reading.pages.forEach((page, index) => {
    collectRuns(text, index, page.content().glyphs);
  });
  const places: Place[] = [];
  let [at, next] = [0, 0];
  for (const run of inLogicalOrder(reading, text).runs) {
    for (const glyph of reading.pages[run.page]!.content().glyphs) {
      if (glyph.mcid !== run.mcid || glyph.isArtifact) continue;
      const count = comparable(glyph.text).length;
      while (count > 0 && places.length < passages.length && next <= at) {
        places.push({ page: run.page, y: glyph.y });
        next += comparable(passages[places.length - 1]!.text).length;
      }
      at += count;
    }
  }
  return places;
}
