import type { Box } from '../../article/layout.js';
import { readBytes } from '../../article/manuscript.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { readPdf } from '../pdf/read-pdf.js';
import type { PrintedPage } from '../printed-page.js';
import type { Read } from '../reader.js';
import type { Original } from './keep.js';
import type { PlaceOnScan } from './pages-on-scan.js';
import { usualResolution } from './render-pdf.js';

/**
 * The pages of a scan in their order: the place of a recognised one, or the index of one with text in a PDF, which the
 * result lacks.
 */
export function placesOf({ places, count = 0 }: Original): (PlaceOnScan | number)[] {
  const recognized = new Set(places.map(({ scan }) => scan));
  const withText = Array.from({ length: count }, (_, page) => page).filter((page) => !recognized.has(page));
  const indexOf = (place: PlaceOnScan | number) => (typeof place === 'number' ? place : place.scan);
  return [...places, ...withText].sort((a, b) => indexOf(a) - indexOf(b));
}

const noText: PrintedPage = { width: 0, height: 0, lines: [], rules: [] };

/**
 * 图文混排: a result of recognition with the pages of its PDF that have text, in their places.
 *
 * @param result reads the recognised pages
 * @throws a problem when the PDF is missing, or cannot be read.
 */
export async function amongText(result: () => Read | Promise<Read>, original: Original): Promise<Read> {
  const { path, places, count, isEmpty } = original;
  if (count === undefined) return result();
  const bytes = readBytes(path);
  if (!bytes) throw problem(say('no-file'), { path });
  const found = isEmpty ? { pages: places.map(() => noText) } : await result();
  if (!('pages' in found)) return found;
  const { pages, told = [] } = await readPdf(bytes, path, new Set(places.map(({ scan }) => scan)));
  const without = places.filter((_, index) => found.pages[index]?.lines.length === 0);
  const all = [
    ...(found.told ?? []),
    ...without.map(
      ({ scan }) =>
        `Page ${scan + 1} of the PDF is a picture in which no text was found (if it has some, write it into the result)`,
    ),
    ...told,
  ];
  let next = 0;
  return {
    pages: placesOf(original).map((place) =>
      typeof place === 'number' ? pages[place]! : inPoints(found.pages[next++] ?? noText),
    ),
    ...(all.length > 0 && { told: all }),
  };
}

/** A recognised page in points, as those with text are: sizes of type are compared. */
function inPoints({ width, height, lines, rules, pictures }: PrintedPage): PrintedPage {
  const scale = 72 / usualResolution;
  const scaled = ({ left, top, right, bottom }: Box): Box => ({
    left: left * scale,
    top: top * scale,
    right: right * scale,
    bottom: bottom * scale,
  });
  return {
    width: width * scale,
    height: height * scale,
    lines: lines.map((line) => ({ ...line, size: line.size * scale, box: scaled(line.box) })),
    rules: rules.map(scaled),
    ...(pictures && { pictures: pictures.map(scaled) }),
  };
}
