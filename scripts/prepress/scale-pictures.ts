import { createHash } from 'node:crypto';
import type { Page as Tab } from 'puppeteer';
import type { BrowserPool } from '../chromium/browser-pool.js';
import { hash, readEntry, writeEntry } from '../chromium/cache-entry.js';
import { withTab } from '../chromium/with-tab.js';
import type { Assembled } from '../typeset/assemble/assemble.js';

/** A picture of a document, and the width to which it is scaled, in its own pixels. */
interface Wanted {
  src: string;
  width: number;
  /** 跨页图: the half that is visible on its page. */
  half: Half | undefined;
}

type Half = 'left' | 'right';

/** Layout has noted the width of each picture on the page, in CSS px, and which half is shown if it is not whole. */
const picture =
  /<img [^>]*?src="(data:image\/(?:jpeg|png|webp);base64,[^"]*)"[^>]*? data-shown="([\d.]+)"(?: data-half="(left|right)")?/g;
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
  for (const { 1: src, 2: shown, 3: half } of html.matchAll(picture)) {
    const one = { src: src!, width: Math.ceil((Number(shown) / pxPerInch) * dpi), half: half as Half };
    const known = wanted.get(keyOf(one));
    // A picture that is printed twice keeps enough for the larger of the two.
    if (!known || known.width < one.width) wanted.set(keyOf(one), one);
  }
  const scaled = await scaleAll([...wanted.values()], pool);
  if (scaled.size === 0) return html;
  return html.replaceAll(picture, (found, src: string, _, half: Half | undefined) =>
    found.replace(src, () => scaled.get(keyOf({ src, half })) ?? src),
  );
}

/** The same for the pages of a book; HTML has no U+0000. */
export async function scalePages(
  assembled: Assembled,
  dpi: number | undefined,
  pool: BrowserPool,
): Promise<Assembled> {
  if (dpi === undefined) return assembled;
  const scaled = await scalePictures(assembled.pages.map(({ html }) => html).join('\0'), dpi, pool);
  const pages = scaled.split('\0');
  return { ...assembled, pages: assembled.pages.map((page, index) => ({ ...page, html: pages[index]! })) };
}

const keyOf = ({ src, half }: Pick<Wanted, 'src' | 'half'>) => `${half ?? ''} ${src}`;

/** The new data: URLs of scaled pictures by `keyOf`, taken from the cache if they were scaled before. */
async function scaleAll(all: readonly Wanted[], pool: BrowserPool): Promise<Map<string, string>> {
  const identity = all.length > 0 ? await pool.identity() : '';
  const named = all.map((one) => ({
    ...one,
    name: `${hash([digest(one.src), `${one.width}`, one.half ?? '', `${identity}`])}.json`,
  }));
  const made = new Map(named.map((one) => [keyOf(one), readEntry<Scaled>('pictures', one.name)]));
  const missing = named.filter((one) => made.get(keyOf(one)) === undefined);
  if (missing.length > 0)
    await pool.use(({ browser }) =>
      withTab(browser, async (tab) => {
        for (const one of missing) {
          const scaled = await scaleOne(tab, one);
          made.set(keyOf(one), scaled);
          writeEntry('pictures', one.name, scaled);
        }
      }),
    );
  return new Map([...made].flatMap(([key, scaled]) => (scaled?.url ? [[key, scaled.url]] : [])));
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** A scaled picture; without an address where scaling gains nothing. */
interface Scaled {
  url?: string;
}

const scaleOne = (tab: Tab, { src, width, half }: Wanted): Promise<Scaled> =>
  tab.evaluate(scaleInTab, src, width, half ?? 'whole');

/** Runs in the tab. */
async function scaleInTab(src: string, most: number, part: string): Promise<Scaled> {
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
  const { naturalWidth, naturalHeight } = original;
  const isWorth = most < worth * naturalWidth;
  // A half is cut out here, because printing would keep the hidden pixels.
  if (!isWorth && part === 'whole') return {};
  const share = part === 'whole' ? 1 : 1 / 2;
  const scale = isWorth ? most / naturalWidth : 1;
  const width = Math.max(1, Math.round(scale * share * naturalWidth));
  const height = Math.max(1, Math.round(scale * naturalHeight));
  const left = part === 'right' ? naturalWidth / 2 : 0;
  const bitmap = await createImageBitmap(original, left, 0, share * naturalWidth, naturalHeight, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  }).catch(() => undefined);
  if (!bitmap) return {}; // too large for the browser's memory: it is printed as it is
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
