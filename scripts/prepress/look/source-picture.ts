import { PDFDocument } from '@cantoo/pdf-lib';
import { imageSize } from 'image-size';
import { averages, cells, type Grid } from './picture-grid.js';
import { openRenderer } from './renderer.js';

/** A picture in the book. */
export interface SourcePicture {
  /** Pixels, upright. */
  width: number;
  height: number;
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
      grid: grid && orientation === 1 ? grid : undefined,
    };
  } catch {
    return undefined; // damaged or of another kind than its name says: the browser shows what it can
  }
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
