import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { Box } from '../../article/layout.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { BoxedLine } from '../boxed.js';
import type { Engine, Recognizer, Tile } from './engine.js';
import { paddle } from './paddle.js';
import type { Raster } from './raster.js';
import { rastersOf } from './read-scan.js';
import { type Straight, straighten } from './straighten.js';
import { tesseract } from './tesseract.js';
import { tilesOf } from './tiles.js';

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
    const engine = engineFor(straight, installed, path);
    used.add(engine.name);
    pages.push(await recognizePage(engine, straight, path));
    done(pages.length);
  }
  return { engine: [...used].join(', '), pages };
}

/** The engines of this machine, the best first. */
export async function installedEngines(): Promise<Recognizer[]> {
  const found = await Promise.all(engines.map(({ find }) => find()));
  return found.filter((engine) => engine !== undefined);
}

/** The first engine that reads lines of a page's direction. */
function engineFor({ isVertical }: Straight, installed: readonly Recognizer[], path: string): Recognizer {
  const [first] = installed;
  if (!first) throw problem(say('no-engine'), { path, note: say('recognize-first') });
  const able = installed.find(({ readsVertical }) => readsVertical || !isVertical);
  if (!able) throw problem(say('no-vertical-engine', first.name), { path, note: say('vertical-engine') });
  return able;
}

async function recognizePage(
  engine: Recognizer,
  { raster, isVertical }: Straight,
  path: string,
): Promise<RecognizedPage> {
  const boxes = isVertical ? tilesOf(transposed(raster)).map(flipped) : tilesOf(raster);
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-scan-'));
  try {
    const tiles = boxes.map((box, index) => writeTile(raster, box, join(folder, `${index}.png`)));
    const found = await engine
      .recognize(tiles.map((tile) => ({ ...tile, isVertical })))
      .catch((error: Error) => {
        throw problem(say('engine-failed', engine.name, error.message), {
          path,
          note: say('engine-instead'),
        });
      });
    const lines = found.flatMap((own, index) => own.map((line) => moved(line, boxes[index]!)));
    return { width: raster.width, height: raster.height, lines };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeTile(raster: Raster, box: Box, png: string): Omit<Tile, 'isVertical'> {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (box.top + y) * raster.width + box.left;
    data.set(raster.gray.subarray(from, from + width), y * width);
  }
  writeFileSync(png, encode({ width, height, data, channels: 1, depth: 8 }));
  return { png, width, height };
}

function moved(line: BoxedLine, { left, top }: Box): BoxedLine {
  const { box } = line;
  if (!box) return line;
  return {
    ...line,
    box: { left: box.left + left, right: box.right + left, top: box.top + top, bottom: box.bottom + top },
  };
}

/** Vertical lines as rows, so that columns are found in the same way. */
function transposed({ width, height, gray }: Raster): Raster {
  const out = new Uint8Array(gray.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = gray[y * width + x]!;
  return { width: height, height: width, gray: out };
}

const flipped = ({ left, top, right, bottom }: Box): Box => ({
  left: top,
  top: left,
  right: bottom,
  bottom: right,
});
