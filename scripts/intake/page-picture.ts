import { encode } from 'fast-png';
import { readBytes } from '../article/manuscript.js';
import { readerOf } from './readers.js';
import { placesOf } from './scan/among-text.js';
import { originalOf } from './scan/keep.js';
import { type PlaceOnScan, pagesOn } from './scan/pages-on-scan.js';
import { type Raster, shrunk, turned } from './scan/raster.js';
import { rastersOf } from './scan/read-scan.js';
import { countPdfPages, renderPdf } from './scan/render-pdf.js';

/** Dots per inch that make a page legible on a screen, and the most pixels of its longer side. */
const [screenResolution, mostPixels] = [110, 2400];

/**
 * 原版图: the picture to which the boxes of a source page refer, as a gray PNG: a page of a PDF is rendered, and a scan is
 * levelled as it was for recognition.
 *
 * @param files of the source, in the order of its pages
 * @param page index into `Layout.pages`
 * @param angle of that page in `Layout.pages`
 * @returns undefined for a page of another kind: its picture, if there is one, is a separate file
 * @throws a problem for a PDF or a scan that has been damaged since
 */
export async function pictureOfPage(
  files: readonly string[],
  page: number,
  angle = 0,
): Promise<Uint8Array | undefined> {
  let before = 0;
  for (const path of files) {
    const bytes = readBytes(path);
    if (!bytes) return undefined;
    const scan = originalOf(path, bytes);
    const isPdf = readerOf(bytes).id === 'pdf';
    if (!scan && !isPdf) return undefined;
    const places = scan ? placesOf(scan) : Array.from({ length: await countPdfPages(bytes) }, (_, at) => at);
    const place = places[page - before];
    if (place !== undefined) {
      const found =
        typeof place === 'number'
          ? await printedPage(scan?.path ?? path, place)
          : await scannedPage(scan!.path, place);
      return found && encodeGray(angle === 0 ? found : turned(found, angle));
    }
    before += places.length;
  }
  return undefined;
}

async function printedPage(path: string, page: number): Promise<Raster | undefined> {
  const bytes = readBytes(path);
  if (!bytes) return undefined;
  const rendering = { path, resolution: screenResolution, only: [page], asRead: true };
  for await (const raster of renderPdf(bytes, rendering)) return fitting(raster);
  return undefined;
}

async function scannedPage(path: string, { scan, quarters, half }: PlaceOnScan): Promise<Raster | undefined> {
  const bytes = readBytes(path);
  if (!bytes) return undefined;
  // Only a PDF's pages can be rendered alone.
  const isPdf = readerOf(bytes).id === 'pdf';
  let index = isPdf ? scan : 0;
  for await (const raster of rastersOf(bytes, path, isPdf ? [scan] : undefined))
    if (index++ === scan) {
      const pages = pagesOn(raster, quarters);
      const page = half === undefined ? pages[0] : pages.find((one) => one.half === half);
      return page && fitting(page.raster);
    }
  return undefined;
}

const fitting = (raster: Raster): Raster =>
  shrunk(raster, Math.max(1, Math.ceil(Math.max(raster.width, raster.height) / mostPixels)));

const encodeGray = ({ width, height, gray }: Raster): Uint8Array =>
  encode({ width, height, data: gray, channels: 1, depth: 8 });
