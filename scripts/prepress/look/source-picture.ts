import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { imageSize } from 'image-size';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { drawPictures } from './draw-pictures.js';
import { averages, cells, type Grid } from './picture-grid.js';
import { openRenderer, type Raster } from './renderer.js';

/** A picture in the book. */
export interface SourcePicture {
  /** Pixels, upright. */
  width: number;
  height: number;
  /** 1 … 8: how its pixels are turned and mirrored to stand upright (Exif 2.3, Orientation). */
  orientation: number;
  /** Its colours, cell by cell; undefined where they could not be read. */
  grid: Grid | undefined;
  /** 透明: the share of what is behind it that each cell of the grid, which is on white, lets through. */
  clear?: Grid;
  /** True if it shows nothing. */
  isBlank?: boolean;
  /** 四色: its colours on a screen are the reader's choice, and not compared. */
  isOfInks: boolean;
}

/** Pixels per cell when rendering the source. */
const oversampling = 4;
const side = cells * oversampling;

/**
 * Reads pictures from their data: URLs, each once.
 *
 * @param pool the browser that draws what PDFium does not read; without one, such have no grid.
 */
export async function readSourcePictures(
  urls: readonly string[],
  pool: BrowserPool | undefined,
): Promise<Map<string, SourcePicture>> {
  const sources = new Map<string, SourcePicture>();
  const open: string[] = [];
  for (const url of new Set(urls)) {
    const source = await readSourcePicture(url);
    if (source) sources.set(url, source);
    if (source && !source.grid && !source.isOfInks) open.push(url);
  }
  if (!pool || open.length === 0) return sources;
  const drawn = await drawPictures(open, side, pool);
  for (const [index, url] of open.entries())
    if (drawn[index]) sources.set(url, { ...sources.get(url)!, ...whatIsSeen(drawn[index]) });
  return sources;
}

async function readSourcePicture(src: string): Promise<SourcePicture | undefined> {
  const [, type, data] = /^data:image\/([a-z+]+);base64,(.*)$/s.exec(src) ?? [];
  if (type === undefined || data === undefined) return undefined;
  const bytes = Buffer.from(data, 'base64');
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    const isTurned = orientation > 4;
    const isOfInks = isOfFourInks(bytes);
    const isRead = (type === 'png' || type === 'jpeg') && orientation === 1 && !isOfInks;
    return {
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      orientation,
      isOfInks,
      grid: undefined,
      ...(isRead && (await gridsOf(bytes, type).catch(() => ({})))),
    };
  } catch {
    return undefined; // damaged or of another kind than its name says: the browser shows what it can
  }
}

/** Where a picture lets its ground through, nothing is known of its colours. */
function whatIsSeen({ width, height, data }: Raster): Pick<SourcePicture, 'grid' | 'isBlank'> {
  const opacity = averages({ width, height, data: data.map((_, at) => data[at | 3]!) }, [
    0,
    0,
    width,
    height,
  ]);
  const colours = averages({ width, height, data }, [0, 0, width, height]);
  const isSolid = (at: number) => opacity[at]! > 0.98;
  return {
    grid: colours.map((level, at) => (isSolid(at) ? level : Number.NaN)),
    isBlank: opacity.every((share) => share < 0.01),
  };
}

/** 四色: whether a JPEG has four components (its frame header, ISO 10918-1 B.2.2). */
function isOfFourInks(bytes: Buffer): boolean {
  if (bytes.readUInt16BE(0) !== 0xffd8) return false;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes[at + 9] === 4;
  }
  return false;
}

/** The colours of a picture on white, and what it lets through: what differs of it on black. */
async function gridsOf(
  bytes: Uint8Array,
  type: 'png' | 'jpeg',
): Promise<Pick<SourcePicture, 'grid' | 'clear'>> {
  const document = await PDFDocument.create();
  const picture = type === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const whole = { x: 0, y: 0, width: side, height: side };
  document.addPage([side, side]).drawImage(picture, whole);
  const black = document.addPage([side, side]);
  black.drawRectangle({ ...whole, color: rgb(0, 0, 0) });
  black.drawImage(picture, whole);
  const renderer = await openRenderer(await document.save({ useObjectStreams: false }));
  try {
    const on = async (page: number) => averages(await renderer.render(page, 1), [0, 0, side, side]);
    const grid = await on(0);
    if (!mayBeClear(bytes, type)) return { grid };
    const dark = await on(1);
    return { grid, clear: grid.map((level, at) => level - dark[at]!) };
  } finally {
    renderer.close();
  }
}

/** True for a PNG with an alpha channel or a transparent colour (PNG 11.2.1, 11.3.1). */
const mayBeClear = (bytes: Uint8Array, type: string) =>
  type === 'png' && ((bytes[25]! & 4) !== 0 || Buffer.from(bytes).includes('tRNS'));
