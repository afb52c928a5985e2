import { createHash } from 'node:crypto';
import type { Page as Tab } from 'puppeteer';
import type { BrowserPool } from '../chromium/browser-pool.js';
import { hash, readEntry, writeEntry } from '../chromium/cache-entry.js';
import { withTab } from '../chromium/with-tab.js';

/** A picture of a document, and the width to which it is scaled, in its own pixels. */
interface Wanted {
  src: string;
  width: number;
}

/** Layout has written beside each picture how wide it stands on the page, in px of CSS. */
const picture = /<img [^>]*?src="(data:image\/(?:jpeg|png|webp);base64,[^"]*)"[^>]*? data-shown="([\d.]+)"/g;
const pxPerInch = 96;

/**
 * 图片分辨率: a document with its pictures scaled down to a number of dots per inch of their printed size. A photograph
 * 4,000 pixels wide has 1,700 dots per inch when it is printed 6 cm wide; a press shows 300.
 *
 * The browser scales them, upright and in sRGB, into which it also prints those of four inks. The proof compares print
 * with the manuscript's own pictures, whatever happened here.
 *
 * @param dpi undefined to keep all pixels.
 */
export async function scalePictures(
  html: string,
  dpi: number | undefined,
  pool: BrowserPool,
): Promise<string> {
  if (dpi === undefined) return html;
  const wanted = new Map<string, Wanted>();
  for (const { 1: src, 2: shown } of html.matchAll(picture)) {
    const width = Math.ceil((Number(shown) / pxPerInch) * dpi);
    const known = wanted.get(src!);
    // A picture that is printed twice keeps enough for the larger of the two.
    if (!known || known.width < width) wanted.set(src!, { src: src!, width });
  }
  const scaled = await scaleAll([...wanted.values()], pool);
  if (scaled.size === 0) return html;
  return html.replaceAll(picture, (found, src: string) => found.replace(src, () => scaled.get(src) ?? src));
}

/** The new data: URLs of those that are scaled, each from the cache if it was scaled before. */
async function scaleAll(all: readonly Wanted[], pool: BrowserPool): Promise<Map<string, string>> {
  const identity = all.length > 0 ? await pool.identity() : '';
  const named = all.map((one) => ({
    ...one,
    name: `${hash([digest(one.src), `${one.width}`, `${identity}`])}.json`,
  }));
  const made = new Map(named.map(({ src, name }) => [src, readEntry<Scaled>('pictures', name)]));
  const missing = named.filter(({ src }) => made.get(src) === undefined);
  if (missing.length > 0)
    await pool.use(({ browser }) =>
      withTab(browser, async (tab) => {
        for (const { src, width, name } of missing) {
          const scaled = await scaleOne(tab, src, width);
          made.set(src, scaled);
          writeEntry('pictures', name, scaled);
        }
      }),
    );
  return new Map([...made].flatMap(([src, scaled]) => (scaled?.url ? [[src, scaled.url]] : [])));
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** A scaled picture; without an address where scaling gains nothing. */
interface Scaled {
  url?: string;
}

const scaleOne = (tab: Tab, src: string, width: number): Promise<Scaled> =>
  tab.evaluate(scaleInTab, src, width);

/** Runs in the tab. */
async function scaleInTab(src: string, width: number): Promise<Scaled> {
  /** Less than a tenth fewer pixels are not worth another compression. */
  const worth = 0.9;
  /** 0 … 1; on paper its traces are finer than the screen of a press. */
  const quality = 0.9;
  const original = new Image();
  original.src = src;
  try {
    await original.decode();
  } catch {
    return {}; // damaged: the proof tells
  }
  if (width >= worth * original.naturalWidth) return {};
  const height = Math.max(1, Math.round((width * original.naturalHeight) / original.naturalWidth));
  const bitmap = await createImageBitmap(original, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
  bitmap.close();
  const isOpaque = () =>
    canvas
      .getContext('2d')!
      .getImageData(0, 0, width, height)
      .data.every((value, at) => at % 4 !== 3 || value === 255);
  // A PDF has no WebP: it would hold the bare pixels. A PNG is often a drawing, whose edges JPEG would blur.
  const isJpeg = src.startsWith('data:image/jpeg') || (src.startsWith('data:image/webp') && isOpaque());
  const blob = await canvas.convertToBlob({ type: isJpeg ? 'image/jpeg' : 'image/png', quality });
  const url = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(blob);
  });
  return { url };
}
