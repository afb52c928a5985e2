import { lstatSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { listFiles } from '../../article/manuscript.js';

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
 * 底本图像: pictures of the printed page, beside `source.txt` and named after it: `source.jpg`, or `source-1.png`,
 * `source-2.png` … in order, one per section.
 */
export function listScans(folder: string): string[] {
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
export function readScan(folder: string, name: string): { type: string; bytes: Uint8Array } | undefined {
  if (!listScans(folder).includes(name)) return undefined;
  return { type: types[extname(name).toLowerCase()]!, bytes: readFileSync(join(folder, name)) };
}
