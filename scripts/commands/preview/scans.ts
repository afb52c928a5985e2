import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { encode } from 'fast-png';
import { listFiles } from '../../article/manuscript.js';
import { scanFiles } from '../../article/source-files.js';
import { countPdfPages, renderPdf } from '../../intake/scan/render-pdf.js';

/** Picture types that every browser shows. */
const types: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};
/** A newspaper page at 600 dpi is about this large; more would only stop the browser. */
const mostBytes = 64 * 1024 * 1024;

/**
 * 底本图像: pictures of an issue's printed pages in order: those beside its source, or else the pages of its PDF, each
 * identified by file name and page number.
 */
export async function listScans(folder: string): Promise<string[]> {
  const pictures = listPictures(folder);
  if (pictures.length > 0) return pictures;
  const pages = scanFiles(folder).map(async (path) => {
    const count = await countPages(path, stampOf(path));
    return Array.from({ length: count }, (_, index) => `${basename(path)}#${index + 1}`);
  });
  return (await Promise.all(pages)).flat();
}

/**
 * Pictures of the printed page, beside `source.txt` and named after it: `source.jpg`, or `source-1.png`,
 * `source-2.png` … in order, one per section.
 */
function listPictures(folder: string): string[] {
  const isScan = (name: string) =>
    /^source(?:-\d+)?\.[a-z]+$/i.test(name) && extname(name).toLowerCase() in types;
  // A link may lead out of the publication.
  const isPlain = (name: string) => {
    const file = lstatSync(join(folder, name));
    return file.isFile() && file.size <= mostBytes;
  };
  return listFiles(folder)
    .filter((name) => isScan(name) && isPlain(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** One of them; undefined for every other name. */
export async function readScan(
  folder: string,
  name: string,
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  if (!(await listScans(folder)).includes(name)) return undefined;
  const [, file, page] = /^(.+\.pdf)#(\d+)$/i.exec(name) ?? [];
  if (file === undefined)
    return { type: types[extname(name).toLowerCase()]!, bytes: readFileSync(join(folder, name)) };
  const path = join(folder, file);
  return { type: 'image/png', bytes: await drawPage(path, stampOf(path), Number(page) - 1) };
}

/** Changes when a file does. */
function stampOf(path: string): string {
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs} ${size}`;
}

/** Remembers the latest results by file, state and page, because a corrector returns to the same few pages. */
function remembering<T>(most: number, make: (path: string, page: number) => Promise<T>) {
  const known = new Map<string, Promise<T>>();
  return (path: string, stamp: string, page = 0): Promise<T> => {
    const key = `${path} ${stamp} ${page}`;
    const made = known.get(key) ?? make(path, page);
    known.delete(key);
    known.set(key, made);
    made.catch(() => known.delete(key));
    if (known.size > most) known.delete(known.keys().next().value!);
    return made;
  };
}

const mostCounted = 20;
const mostDrawn = 8;
/** Dots per inch: type of 6 points is legible, even when enlarged once. */
const resolution = 200;

const countPages = remembering(mostCounted, (path) => countPdfPages(readFileSync(path)));
const drawPage = remembering(mostDrawn, async (path, page): Promise<Uint8Array> => {
  for await (const { width, height, gray } of renderPdf(readFileSync(path), {
    path,
    resolution,
    only: [page],
  }))
    return encode({ width, height, data: gray, channels: 1, depth: 8 }, { zlib: { level: 1 } });
  return new Uint8Array();
});
