import { encode } from 'fast-png';
import { readBytes } from '../article/manuscript.js';
import { pagesInPdf } from './pdf/read-pdf.js';
import { readerOf } from './readers.js';
import { originalOf } from './scan/keep.js';
import { type PlaceOnScan, pagesOn } from './scan/pages-on-scan.js';
import { type Raster, shrunk, turned } from './scan/raster.js';
import { rastersOf } from './scan/read-scan.js';
import { renderPdf } from './scan/render-pdf.js';

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
    const count = scan ? scan.pages.length : await pagesInPdf(bytes);
    if (page < before + count) {
      const found = scan
        ? await scannedPage(scan.path, scan.pages[page - before]!)
        : await printedPage(bytes, path, page - before);
      return found && encodeGray(angle === 0 ? found : turned(found, angle));
    }
    before += count;
  }
  return undefined;
}

async function printedPage(bytes: Uint8Array, path: string, only: number): Promise<Raster | undefined> {
  for await (const raster of renderPdf(bytes, { path, resolution: screenResolution, only, asRead: true }))
    return fitting(raster);
  return undefined;
}

async function scannedPage(path: string, { scan, quarters, half }: PlaceOnScan): Promise<Raster | undefined> {
  const bytes = readBytes(path);
  if (!bytes) return undefined;
  let index = 0;
  for await (const raster of rastersOf(bytes, path))
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
