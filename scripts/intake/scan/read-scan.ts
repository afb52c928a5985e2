import { type DecodedPng, decode } from 'fast-png';
import * as tiff from 'utif2';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { pdfOfJpeg } from './jpeg-pdf.js';
import { checkPixels, type Raster } from './raster.js';
import { renderPdf } from './render-pdf.js';

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50;
const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8;
const isTiff = (bytes: Uint8Array) =>
  (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/**
 * The pages of a scan: PNG, JPEG, TIFF of one or more pages, or PDF.
 *
 * @param only indices of the pages of a PDF that are rendered; all without it
 * @throws a problem for another kind of picture, a damaged or too large one.
 */
export async function* rastersOf(
  bytes: Uint8Array,
  path: string,
  only?: readonly number[],
): AsyncGenerator<Raster> {
  try {
    if (isPng(bytes)) yield rasterOfPng(bytes, path);
    else if (isJpeg(bytes)) yield* renderPdf(pdfOfJpeg(bytes, path), { path, isPicture: true });
    else if (isTiff(bytes)) yield* rastersOfTiff(bytes, path);
    else if (isPdf(bytes)) yield* renderPdf(bytes, { path, ...(only && { only }) });
    else throw problem(say('scan-kind'), { path, note: say('scan-save-as') });
  } catch (error) {
    if ((error as { source?: string }).source === 'chongpai') throw error;
    throw problem(say('scan-damaged'), { path, note: say('scan-save-as') });
  }
}

function rasterOfPng(bytes: Uint8Array, path: string): Raster {
  // 13 bytes of a header that comes first in every PNG.
  if (bytes.length < 33) throw problem(say('scan-damaged'), { path, note: say('scan-save-as') });
  const size = new DataView(bytes.buffer, bytes.byteOffset + 16, 8);
  checkPixels(size.getUint32(0), size.getUint32(4), path);
  const picture = decode(bytes);
  const { width, height, channels } = picture;
  const light = lightsOf(picture);
  const hasAlpha = channels === 2 || channels === 4;
  const gray = new Uint8Array(width * height);
  for (let at = 0; at < gray.length; at++) {
    const alpha = hasAlpha ? light.sample((at + 1) * channels - 1) / 255 : 1;
    gray[at] = Math.round(light.of(at) * alpha + 255 * (1 - alpha));
  }
  return { width, height, gray };
}

/** Reads samples and pixels of a PNG of any depth as lightness from 0 to 255. */
function lightsOf({ width, data, channels, depth, palette }: DecodedPng) {
  const most = depth === 16 ? 65_535 : 2 ** depth - 1;
  const perRow = Math.ceil((width * channels * depth) / 8);
  const raw = (index: number) => {
    if (depth >= 8) return data[index]!;
    const bit = (index % width) * depth;
    const byte = data[Math.floor(index / width) * perRow + (bit >> 3)]!;
    return (byte >> (8 - depth - (bit & 7))) & most;
  };
  const sample = (index: number) => (raw(index) * 255) / most;
  const of = (pixel: number) => {
    if (palette) {
      const [r = 0, g = 0, b = 0] = palette[raw(pixel)] ?? [];
      return lightOf(r, g, b);
    }
    const at = pixel * channels;
    return channels < 3 ? sample(at) : lightOf(sample(at), sample(at + 1), sample(at + 2));
  };
  return { sample, of };
}

function* rastersOfTiff(bytes: Uint8Array, path: string): Generator<Raster> {
  const buffer = Uint8Array.from(bytes).buffer;
  const pages = tiff.decode(buffer).filter((page) => page.t256 !== undefined);
  if (pages.length === 0) throw problem(say('scan-damaged'), { path, note: say('scan-save-as') });
  for (const page of pages) {
    checkPixels(Number((page.t256 as number[])[0]), Number((page.t257 as number[])[0]), path);
    tiff.decodeImage(buffer, page);
    const { width, height } = page;
    const rgba = tiff.toRGBA8(page);
    const gray = new Uint8Array(width * height);
    for (let at = 0; at < gray.length; at++)
      gray[at] = lightOf(rgba[4 * at]!, rgba[4 * at + 1]!, rgba[4 * at + 2]!);
    yield { width, height, gray };
    page.data = undefined as never;
  }
}

/** Lightness by Rec. 601, as scanners compute it. */
const lightOf = (r: number, g: number, b: number) => Math.round(0.299 * r + 0.587 * g + 0.114 * b);
