import type { BrowserPool } from '../../chromium/browser-pool.js';
import { withTab } from '../../chromium/with-tab.js';
import type { Raster } from './renderer.js';

/**
 * Draws pictures of kinds that PDFium does not read (SVG, WebP, GIF, JPEG turned by EXIF) into squares, each from its
 * own bytes, with nothing of the book around it.
 *
 * @param side pixels.
 * @returns undefined for one that the browser cannot read either.
 */
export function drawPictures(
  sources: readonly string[],
  side: number,
  pool: BrowserPool,
): Promise<(Raster | undefined)[]> {
  return pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      const rasters: (Raster | undefined)[] = [];
      for (const source of sources) {
        const drawn = await tab.evaluate(drawInTab, source, side);
        rasters.push(
          drawn === undefined
            ? undefined
            : { width: side, height: side, data: new Uint8Array(Buffer.from(drawn, 'base64')) },
        );
      }
      return rasters;
    }),
  );
}

/** Runs in the tab: red, green, blue, alpha of the drawn picture, in base64. */
async function drawInTab(source: string, side: number): Promise<string | undefined> {
  const picture = new Image();
  picture.src = source;
  try {
    await picture.decode();
  } catch {
    return undefined;
  }
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
}
