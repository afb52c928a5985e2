import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { Box } from '../../article/layout.js';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { BoxedLine } from '../boxed.js';
import { withTrueBlanks } from './blanks.js';
import { flipped, tilesOf } from './cut/tiles.js';
import type { Recognizer, Tile } from './engine.js';
import { cropped, type Raster, transposed } from './raster.js';
import { snapped } from './snap.js';
import type { Straight } from './straighten.js';
import { fitted } from './type-size.js';

/** The engines for a page: for lines in its direction, and for those that cross them, if one reads these. */
export interface Engines {
  own: Recognizer;
  other: Recognizer | undefined;
}

/** A part of a picture with its lines of ink. */
interface Part {
  box: Box;
  rows: Box[];
  isVertical: boolean;
}

/** White around a tile in pixels: engines lose characters at the edge, and read what else they see there. */
const margin = 12;
/** A line that was not read is tried again alone if it is an em long; less is a mark, or dirt. */
const leastAlone = 1;
/** Ink that is higher than so many em is a picture. */
const mostAlone = 6;

/**
 * Cuts a level page into tiles and has an engine read each; lines of which it read nothing, again, each alone.
 *
 * @param most tiles to read, of middle size: a sample tells how well a page is read
 * @returns the lines, with boxes in pixels of the page, and the names of the engines that were used
 * @throws a problem when an engine fails.
 */
export async function readTiles(
  { raster: page, isVertical, em: size }: Straight,
  { own, other }: Engines,
  path: string,
  most = Number.POSITIVE_INFINITY,
): Promise<{ lines: BoxedLine[]; names: string[] }> {
  const { raster, zoom, em } = fitted(page, size);
  const turn = (box: Box) => (isVertical ? flipped(box) : box);
  const parts = tilesOf(isVertical ? transposed(raster) : raster, em).map(
    ({ rows, crosses, ...box }): Part => ({
      box: turn(box),
      rows: rows.map(turn),
      isVertical: crosses && other ? !isVertical : isVertical,
    }),
  );
  const lines: BoxedLine[] = [];
  const names: string[] = [];
  const some = sampleOf(parts, most);
  for (const down of [false, true]) {
    const same = some.filter((part) => part.isVertical === down);
    if (same.length === 0) continue;
    const engine = down === isVertical ? own : (other ?? own);
    names.push(engine.name);
    const { lines: first, unread } = await readParts(engine, raster, same, path);
    const alone = some.length < parts.length ? [] : unread.filter(({ box }) => isLine(box, em));
    lines.push(...first, ...(await readParts(engine, raster, alone, path)).lines);
  }
  return { lines: lines.map((line) => scaledBy(withTrueBlanks(line, raster), 1 / zoom)), names };
}

/** So many parts of middle size: the largest may be a picture, and the smallest a mark. */
function sampleOf(parts: readonly Part[], most: number): readonly Part[] {
  if (parts.length <= most) return parts;
  const area = ({ box }: Part) => (box.right - box.left) * (box.bottom - box.top);
  const from = Math.min(parts.length - most, Math.floor(parts.length * 0.6));
  return parts.toSorted((a, b) => area(a) - area(b)).slice(from, from + most);
}

function isLine({ left, top, right, bottom }: Box, em: number): boolean {
  const sides = [right - left, bottom - top].sort((a, b) => a - b) as [number, number];
  return sides[1] >= leastAlone * em && sides[0] <= mostAlone * em;
}

/** The lines of some parts, all of one direction, and the lines of ink of which nothing was read. */
async function readParts(
  engine: Recognizer,
  raster: Raster,
  parts: readonly Part[],
  path: string,
): Promise<{ lines: BoxedLine[]; unread: Part[] }> {
  if (parts.length === 0) return { lines: [], unread: [] };
  const folder = mkdtempSync(join(tmpdir(), 'chongpai-scan-'));
  try {
    const tiles = parts.map(({ box, isVertical }, index) => ({
      ...writeTile(raster, box, join(folder, `${index}.png`)),
      isVertical,
    }));
    const found = await engine.recognize(tiles).catch((error: Error) => {
      throw problem(say('engine-failed', engine.name, error.message), { path, note: say('engine-instead') });
    });
    const all = found.map((some, index) => snappedIn(some, parts[index]!));
    return { lines: all.flatMap(({ lines }) => lines), unread: all.flatMap(({ unread }) => unread) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The part of a picture in a box, and no other's ink around it. */
function writeTile(raster: Raster, box: Box, png: string): Omit<Tile, 'isVertical'> {
  const part = cropped(raster, box);
  const [width, height] = [part.width + 2 * margin, part.height + 2 * margin];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < part.height; y++)
    data.set(part.gray.subarray(y * part.width, (y + 1) * part.width), (y + margin) * width + margin);
  writeFileSync(png, encode({ width, height, data, channels: 1, depth: 8 }));
  return { png, width, height };
}

/** The lines of a tile on the picture, with the edges of their ink. */
function snappedIn(lines: readonly BoxedLine[], part: Part): { lines: BoxedLine[]; unread: Part[] } {
  const turn = (box: Box) => (part.isVertical ? flipped(box) : box);
  const turned = ({ box, ...line }: BoxedLine): BoxedLine => ({ ...line, box: box && turn(box) });
  const placed = lines.map((line) => turned(moved(line, part.box)));
  const { lines: found, unread } = snapped(placed, part.rows.map(turn));
  return {
    lines: found.map(turned),
    unread: unread.map((box) => ({ ...part, box: turn(box), rows: [turn(box)] })),
  };
}

function moved(line: BoxedLine, { left, top }: Box): BoxedLine {
  return scaledBy(line, 1, left - margin, top - margin);
}

function scaledBy(line: BoxedLine, scale: number, right = 0, down = 0): BoxedLine {
  const { box } = line;
  if (!box) return line;
  return {
    ...line,
    box: {
      left: box.left * scale + right,
      right: box.right * scale + right,
      top: box.top * scale + down,
      bottom: box.bottom * scale + down,
    },
  };
}
