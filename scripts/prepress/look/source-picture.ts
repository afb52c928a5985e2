import { PDFDocument } from '@cantoo/pdf-lib';
import { imageSize } from 'image-size';
import { averages, cells, type Grid } from './picture-grid.js';
import { openRenderer } from './renderer.js';

/** A picture in the book. */
export interface SourcePicture {
  /** Pixels, upright. */
  width: number;
  height: number;
  /** 1 … 8: how its pixels are turned and mirrored to stand upright (Exif 2.3, Orientation). */
  orientation: number;
  /** Brightness of its colours, cell by cell; undefined for kinds that only a browser reads. */
  grid: Grid | undefined;
}

/** Pixels per cell when rendering the source. */
const oversampling = 4;

/** Reads a picture from its data: URL; undefined for anything else. */
export async function readSourcePicture(src: string): Promise<SourcePicture | undefined> {
  const [, type, data] = /^data:image\/([a-z+]+);base64,(.*)$/s.exec(src) ?? [];
  if (type === undefined || data === undefined) return undefined;
  const bytes = Buffer.from(data, 'base64');
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    const isTurned = orientation > 4;
    const grid = type === 'png' || type === 'jpeg' ? await gridOf(bytes, type) : undefined;
    return {
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      orientation,
      // What colours of four inks are on a screen is the reader's choice.
      grid: grid && orientation === 1 && !isOfFourInks(bytes) ? grid : undefined,
    };
  } catch {
    return undefined; // damaged or of another kind than its name says: the browser shows what it can
  }
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

async function gridOf(bytes: Uint8Array, type: 'png' | 'jpeg'): Promise<Grid> {
  const document = await PDFDocument.create();
  const picture = type === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const side = cells * oversampling;
  document.addPage([side, side]).drawImage(picture, { x: 0, y: 0, width: side, height: side });
  const renderer = await openRenderer(await document.save({ useObjectStreams: false }));
  try {
    return averages(await renderer.render(0, 1), [0, 0, side, side]);
  } finally {
    renderer.close();
  }
}
