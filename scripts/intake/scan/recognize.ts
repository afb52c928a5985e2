import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { BoxedLine } from '../boxed.js';
import type { Engine, Recognizer } from './engine.js';
import { paddle } from './paddle.js';
import { type PlaceOnScan, pagesOn, type ScannedPage } from './pages-on-scan.js';
import type { Raster } from './raster.js';
import { rastersOf } from './read-scan.js';
import { type Engines, readTiles } from './read-tiles.js';
import type { Straight } from './straighten.js';
import { tesseract } from './tesseract.js';

/** The engines that chongpai can use; the first that is installed reads. */
export const engines: readonly Engine[] = [paddle, tesseract];

/** A page as recognised, in the form in which it is kept. */
export interface RecognizedPage {
  width: number;
  height: number;
  lines: BoxedLine[];
  place: PlaceOnScan;
}

export interface Recognized {
  /** The engine and its version. */
  engine: string;
  pages: RecognizedPage[];
}

/**
 * 识别: the lines of a scan's pages. Each page is levelled and cut into columns before the engine reads it.
 *
 * @param only indices of the pages of a PDF that are read; all without it
 * @param done is called after each page with its number
 * @throws a problem when no engine is installed, or the scan cannot be read.
 */
export async function recognize(
  bytes: Uint8Array,
  path: string,
  {
    only,
    done = () => undefined,
  }: { only?: readonly number[]; done?: ((page: number) => void) | undefined } = {},
): Promise<Recognized> {
  if (only?.length === 0) return { engine: '', pages: [] };
  let installed: Recognizer[] | undefined;
  let index = 0;
  const used = new Set<string>();
  const pages: RecognizedPage[] = [];
  for await (const picture of rastersOf(bytes, path, only)) {
    const own = pagesOn(picture);
    // A damaged picture is reported first: no engine could read it.
    installed ??= await installedEngines();
    const read = await readUpright({ picture, pages: own }, installed, path);
    for (const name of read.names) used.add(name);
    for (const { raster, lines, half } of read.pages) {
      const { width, height } = raster;
      const place = {
        scan: only?.[index] ?? index,
        ...(read.quarters > 0 && { quarters: read.quarters }),
        ...(half !== undefined && { half }),
      };
      pages.push({ width, height, lines, place });
      done(only ? only[index]! + 1 : pages.length);
    }
    index++;
  }
  return { engine: [...used].join(', '), pages };
}

interface ReadPages {
  pages: (ScannedPage & { lines: BoxedLine[] })[];
  quarters: number;
  names: Set<string>;
}

/** Below this confidence a page may stand on its head, or on its side: the engine is asked. */
const surelyUpright = 0.7;
/** Tiles that tell how well a page is read, and how much better it must be read when it is turned. */
const samples = 4;
const clearlyBetter = 0.12;

/** Reads the pages on a picture; where that gives hardly a word, turned by quarters, if one of these is read better. */
async function readUpright(
  { picture, pages }: { picture: Raster; pages: readonly ScannedPage[] },
  installed: readonly Recognizer[],
  path: string,
): Promise<ReadPages> {
  const first = await readAll(pages, installed, path);
  if (confidenceOf(first.pages) >= surelyUpright) return { ...first, quarters: 0 };
  const trials: [quarters: number, confidence: number][] = [];
  for (const quarters of [0, 1, 2, 3]) {
    const turned = quarters === 0 ? pages : pagesOn(picture, quarters);
    if (!installed.some(({ readsVertical }) => readsVertical || !turned[0]!.isVertical)) continue;
    trials.push([quarters, confidenceOf((await readAll(turned, installed, path, samples)).pages)]);
  }
  const [best] = trials.toSorted((a, b) => b[1] - a[1]);
  const own = trials.find(([quarters]) => quarters === 0)?.[1] ?? 0;
  if (!best || best[0] === 0 || best[1] < own + clearlyBetter) return { ...first, quarters: 0 };
  return { ...(await readAll(pagesOn(picture, best[0]), installed, path)), quarters: best[0] };
}

async function readAll(
  pages: readonly ScannedPage[],
  installed: readonly Recognizer[],
  path: string,
  most?: number,
): Promise<Omit<ReadPages, 'quarters'>> {
  const read: ReadPages['pages'] = [];
  const names = new Set<string>();
  for (const page of pages) {
    const found = await readTiles(page, enginesFor(page, installed, path), path, most);
    for (const name of found.names) names.add(name);
    read.push({ ...page, lines: found.lines });
  }
  return { pages: read, names };
}

/** Mean confidence in the characters of some pages; 0 where there are none. */
function confidenceOf(pages: readonly { lines: readonly BoxedLine[] }[]): number {
  const lines = pages.flatMap((page) => page.lines);
  const all = lines.reduce((sum, { text }) => sum + text.length, 0);
  return (
    lines.reduce((sum, { text, confidence = 1 }) => sum + confidence * text.length, 0) / Math.max(1, all)
  );
}

/** The engines of this machine, the best first. */
export async function installedEngines(): Promise<Recognizer[]> {
  const found = await Promise.all(engines.map(({ find }) => find()));
  return found.filter((engine) => engine !== undefined);
}

/** The engines that read a page: for its own lines, and for those that cross them. */
function enginesFor({ isVertical }: Straight, installed: readonly Recognizer[], path: string): Engines {
  const [first] = installed;
  if (!first) throw problem(say('no-engine'), { path, note: say('recognize-first') });
  const able = (down: boolean) => installed.find(({ readsVertical }) => readsVertical || !down);
  const own = able(isVertical);
  if (!own) throw problem(say('no-vertical-engine', first.name), { path, note: say('vertical-engine') });
  return { own, other: able(!isVertical) };
}
