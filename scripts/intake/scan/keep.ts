import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { readBytes, writeFileAtomically } from '../../article/manuscript.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { readPdf } from '../pdf/read-pdf.js';
import { readerOf } from '../readers.js';
import type { PlaceOnScan } from './pages-on-scan.js';
import { type Recognized, recognize } from './recognize.js';

/** Ending of a kept result: `source.jpg` → `source.ocr.json`. */
const ending = '.ocr.json';
/** A result of ours names the scan that it was made from, with its hash. */
const origin = z.object({
  engine: z.string(),
  rec_texts: z.array(z.string()).optional(),
  // The number of pages of a PDF of which only some had to be recognised.
  of: z.object({ name: z.string(), sha256: z.string(), pages: z.number().optional() }),
  place: z
    .object({ scan: z.number(), quarters: z.number().optional(), half: z.number().optional() })
    .optional(),
});
const kept = z.array(origin).nonempty();

/** Path at which the recognition result of a scan is kept. */
export const resultPath = (scan: string): string =>
  scan.endsWith(ending) ? scan : scan.replace(/\.[^.\\/]*$/u, '') + ending;

/** True if reading failed because a picture has to be recognised first, or anew. */
export const isUnrecognized = (error: unknown): boolean =>
  error instanceof Error && (error as { ruleId?: string }).ruleId === 'recognize';

/**
 * Recognises scans that have no result yet, and keeps the result of each beside it, so that the engine runs once. An
 * older result is set aside as `….ocr.old.json`: a person may have corrected it.
 *
 * @param scans of a result of ours that is named, its scan is read again
 * @param done is called after each page with the numbers of the scan and of its page
 * @returns the paths of the results
 * @throws a problem when no engine is installed, or a scan cannot be read. Nothing is written then.
 */
export async function recognizeScans(
  scans: readonly string[],
  done: (scan: number, page: number) => void = () => undefined,
): Promise<{ paths: string[]; engine: string }> {
  const results: { path: string; text?: string; engine: string }[] = [];
  for (const [index, scan] of scans.map(scanOf).entries()) {
    const bytes = readBytes(scan);
    if (bytes === undefined) throw problem(say('no-file'), { path: scan });
    const known = originOf(resultPath(scan), readBytes(resultPath(scan)));
    if (known?.sha256 === hash(bytes)) {
      results.push({ path: resultPath(scan), engine: known.engine });
      continue;
    }
    const some = await scansAmongText(bytes, scan);
    const found = await recognize(bytes, scan, { ...some, done: (page) => done(index + 1, page) });
    results.push({
      path: resultPath(scan),
      text: resultOf(found, { scan, bytes, ...some }),
      engine: found.engine,
    });
  }
  for (const { path, text } of results) {
    if (text === undefined) continue;
    const old = readBytes(path);
    if (old) writeFileAtomically(path.replace(/\.json$/u, '.old.json'), old);
    writeFileAtomically(path, text);
  }
  const used = results.flatMap(({ engine }) => engine || []);
  return { paths: results.map(({ path }) => path), engine: used[0] ?? '' };
}

/** The pages of a PDF with text that have to be recognised; undefined for any other scan, of which all have to be. */
async function scansAmongText(
  bytes: Uint8Array,
  path: string,
): Promise<{ only: readonly number[]; count: number } | undefined> {
  if (readerOf(bytes).id !== 'pdf') return undefined;
  const read = await readPdf(bytes, path).catch((error) => {
    if (isUnrecognized(error)) return undefined;
    throw error;
  });
  return read && { only: read.scans ?? [], count: read.pages.length };
}

/**
 * PaddleOCR's form, a page per line, so that a person can correct it and other programs can read it.
 *
 * @param of the scan; `count` is the number of its pages where only some were recognised
 */
export function resultOf(
  { engine, pages }: Recognized,
  { scan, bytes, count }: { scan: string; bytes: Uint8Array; count?: number },
): string {
  const of = { name: basename(scan), sha256: hash(bytes), ...(count && { pages: count }) };
  const rows = pages.map(({ width, height, lines, place }) => {
    const boxes = lines.map(({ box }) => box!);
    return JSON.stringify({
      engine,
      of,
      place,
      width,
      height,
      rec_texts: lines.map(({ text }) => text),
      rec_boxes: boxes.map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round)),
      rec_scores: lines.map(({ confidence = 1 }) => Math.round(confidence * 1000) / 1000),
    });
  });
  // A PDF all of whose pages have text stands among scans as a result without any.
  if (rows.length === 0) rows.push(JSON.stringify({ engine, of, rec_texts: [], rec_boxes: [] }));
  return `[\n${rows.join(',\n')}\n]\n`;
}

/** @throws a problem when the scan of a result of ours has changed since. A result without its scan is as good. */
export function checkScan(path: string, bytes: Uint8Array): void {
  const of = originOf(path, bytes);
  if (!of) return;
  const scan = join(dirname(path), basename(of.name));
  if (!existsSync(scan) || hash(readBytes(scan) ?? new Uint8Array()) === of.sha256) return;
  throw problem(say('scan-changed', of.name), {
    path,
    ruleId: 'recognize',
    note: say('recognize-again', of.name),
  });
}

/** @throws a problem when results of ours are the source, and a scan beside them has none: a page would be missing. */
export function checkRecognized(sources: readonly string[], scans: readonly string[]): void {
  const isOurs = sources.some(
    (path) => path.endsWith(ending) && originOf(path, readBytes(path)) !== undefined,
  );
  const left = isOurs ? scans.find((scan) => !existsSync(resultPath(scan))) : undefined;
  if (left) throw problem(say('a-scan'), { path: left, note: say('recognize-first'), ruleId: 'recognize' });
}

/** The scan itself, where a result of ours is named. */
function scanOf(path: string): string {
  const of = originOf(path, readBytes(path));
  return of ? join(dirname(path), basename(of.name)) : path;
}

/** The scan of a result of ours. */
export interface Original {
  path: string;
  /** Where the pages of the result are on it. */
  places: PlaceOnScan[];
  /** Number of its pages, where the result lacks those with text. */
  count?: number | undefined;
  /** True if no text was found on it. */
  isEmpty: boolean;
}

/** The scan of a result that we stored; undefined for any other file. */
export function originalOf(path: string, bytes: Uint8Array): Original | undefined {
  const origin = originOf(path, bytes);
  return (
    origin && {
      path: join(dirname(path), basename(origin.name)),
      places: origin.places,
      count: origin.pages,
      isEmpty: origin.isEmpty,
    }
  );
}

/** The scan that a result of ours was made from. */
function originOf(path: string, bytes: Uint8Array | undefined) {
  if (!path.endsWith(ending) || !bytes) return undefined;
  const made = kept.safeParse(parse(bytes));
  const [first] = made.success ? made.data : [];
  return (
    first && {
      engine: first.engine,
      places: (made.data ?? []).flatMap(({ place }, index) =>
        place || first.of.pages === undefined ? [place ?? { scan: index }] : [],
      ),
      isEmpty: (made.data ?? []).every(({ rec_texts = [] }) => rec_texts.join('').trim() === ''),
      ...first.of,
    }
  );
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
