import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { BoxedLine } from '../boxed.js';
import type { Engine, Recognizer } from './engine.js';
import { paddle } from './paddle.js';
import { rastersOf } from './read-scan.js';
import { type Engines, readTiles } from './read-tiles.js';
import { type Straight, straighten } from './straighten.js';
import { tesseract } from './tesseract.js';

/** The engines that chongpai can use; the first that is installed reads. */
export const engines: readonly Engine[] = [paddle, tesseract];

/** A page as recognised, in the form in which it is kept. */
export interface RecognizedPage {
  width: number;
  height: number;
  lines: BoxedLine[];
}

export interface Recognized {
  /** The engine and its version. */
  engine: string;
  pages: RecognizedPage[];
}

/**
 * 识别: the lines of a scan's pages. Each page is levelled and cut into columns before the engine reads it.
 *
 * @param done is called after each page with its number
 * @throws a problem when no engine is installed, or the scan cannot be read.
 */
export async function recognize(
  bytes: Uint8Array,
  path: string,
  done: (page: number) => void = () => undefined,
): Promise<Recognized> {
  let installed: Recognizer[] | undefined;
  const used = new Set<string>();
  const pages: RecognizedPage[] = [];
  for await (const scan of rastersOf(bytes, path)) {
    const straight = straighten(scan);
    // A damaged picture is reported first: no engine could read it.
    installed ??= await installedEngines();
    const engines = enginesFor(straight, installed, path);
    const { raster } = straight;
    const { lines, names } = await readTiles(straight, engines, path);
    for (const name of names) used.add(name);
    pages.push({ width: raster.width, height: raster.height, lines });
    done(pages.length);
  }
  return { engine: [...used].join(', '), pages };
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
