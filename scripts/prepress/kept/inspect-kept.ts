import type { PDFDict } from '@cantoo/pdf-lib';
import type { Packed } from '../../chromium/cache-entry.js';
import { isRightToLeft } from '../check/reading-order.js';
import { type InspectedPage, inspectPage } from '../inspect-page.js';
import type { PageFacts } from '../page-facts.js';
import type { PageContent } from '../read/read-page.js';
import type { PdfReading } from '../read/read-pdf.js';
import { readOnce } from '../read/text-operators.js';
import { glyphFacts, newUses, replay } from './glyph-facts.js';
import { type KeptHead, packPages, unpackPages } from './pack-pages.js';
import { type PartKey, partKey } from './part-key.js';

/** Memory of pages that were read before, from build to build. */
export interface KeptPages {
  /** The number of pages of each part of the book. */
  parts: readonly number[];
  /** The key of this program. */
  program: string;
  read: (name: string) => Packed<KeptHead> | undefined;
  write: (name: string, entry: Packed<KeptHead>) => void;
}

interface Keeping {
  kept: KeptPages;
  pages: readonly PageFacts[];
  isWritten: (words: string) => boolean;
}

interface Part {
  first: number;
  count: number;
}

/**
 * 按部分存读: inspects the pages of a book part by part; a part whose pages were read before, with the same contents,
 * resources, glyphs and facts, is not read again. Kept is what was found on pages without a fault that depend on nothing
 * else: others are read at each proof.
 */
export function* inspectKept(reading: PdfReading, keeping: Keeping): Generator<InspectedPage> {
  for (const part of partsOf(reading, keeping.kept.parts)) {
    const { kept, pages: facts } = keeping;
    const key = partKey(reading, part, { kind: kept.program, facts });
    const known = key && unkept(reading, part, { key, keeping });
    yield* known ?? readAnew(reading, part, { key, keeping });
  }
}

/** The pages of parts; those that the book does not have are a part of their own. */
function partsOf({ pages }: PdfReading, counts: readonly number[]): Part[] {
  const parts: Part[] = [];
  let first = 0;
  for (const wanted of [...counts, pages.length]) {
    const count = Math.min(wanted, pages.length - first);
    if (count > 0) parts.push({ first, count });
    first += count;
  }
  return parts;
}

/** A part that was read before; undefined where there is none, or where its glyphs are others now. */
function unkept(
  reading: PdfReading,
  { first }: Part,
  { key, keeping }: { key: PartKey; keeping: Keeping },
): InspectedPage[] | undefined {
  const entry = keeping.kept.read(key.name);
  if (!entry) return undefined;
  const fonts = entry.head.fonts.map(({ of }) => readOnce(reading.fonts, key.fonts[of])!);
  if (!entry.head.fonts.every((used, index) => glyphFacts(fonts[index]!, used) === used.facts))
    return undefined;
  entry.head.fonts.forEach((used, index) => {
    replay(fonts[index]!, used);
  });
  const indices = fonts.map(({ index }) => index);
  return unpackPages(entry, { first, fonts: indices }).map((page, at) =>
    page
      ? { ...page, facts: keeping.pages[first + at] }
      : inspect(reading, reading.pages[first + at]!.content(), { index: first + at, keeping }),
  );
}

const inspect = (
  reading: PdfReading,
  content: PageContent,
  { index, keeping: { pages, isWritten } }: { index: number; keeping: Keeping },
) => inspectPage(reading, content, { index, factsOf: () => pages[index], isWritten });

/** Reads a part, and keeps it. */
function readAnew(
  reading: PdfReading,
  { first, count }: Part,
  { key, keeping }: { key: PartKey | undefined; keeping: Keeping },
): InspectedPage[] {
  const uses = newUses();
  const toKeep: (InspectedPage | undefined)[] = [];
  const pages = Array.from({ length: count }, (_, at) => {
    const content = reading.pages[first + at]!.content();
    const page = inspect(reading, content, { index: first + at, keeping });
    uses.add(content);
    toKeep.push(isAlone(page, content) ? page : undefined);
    return page;
  });
  const fonts = [...uses.all].map(([font, { shown, plain }]) => {
    const of = key?.fonts.indexOf(font.dict as PDFDict) ?? -1;
    return { of, shown, plain, facts: glyphFacts(font, { shown, plain }) };
  });
  // A glyph with a fault must not pass for proven. A font that no page's resources name is one of a form.
  const isWhole = pages.every(({ findings }) => findings.length === 0) && fonts.every(({ of }) => of >= 0);
  if (key && isWhole && toKeep.some(Boolean)) {
    const order = new Map([...uses.all.keys()].map(({ index }, at) => [index, at]));
    keeping.kept.write(
      key.name,
      packPages(fonts, toKeep, (index) => order.get(index)!),
    );
  }
  return pages;
}

/** True for a page without anything that would be looked at, told or compared with the book's words. */
function isAlone(page: InspectedPage, { glyphs }: PageContent): boolean {
  return (
    page.isPlain &&
    !page.isUnmarked &&
    !page.isMisnested &&
    page.pictures.length === 0 &&
    page.said.size === 0 &&
    // Their order may be decided by the words of the book.
    !glyphs.some(({ text }) => isRightToLeft(text))
  );
}
