import { encode } from 'fast-png';
import type { Source } from '../../article/source.js';
import type { BoxedLine } from '../../intake/boxed.js';
import { decodeSource } from '../../intake/read-source.js';
import { resultOf } from '../../intake/scan/keep.js';
import { type Raster, turned } from '../../intake/scan/raster.js';
import { recognize } from '../../intake/scan/recognize.js';
import { renderPdf } from '../../intake/scan/render-pdf.js';
import type { Random } from '../random.js';
import { foundInLines, trueInBoxes } from './floor.js';
import { inPoints } from './in-points.js';
import type { PrintedNewspaper } from './print-newspaper.js';
import type { FoundPage } from './result-form.js';

/** A scanner: its resolution in dots per inch, the angle of the page in degrees, and how uneven its gray is. */
export interface Scanner {
  name: string;
  resolution: number;
  angle: number;
  /** Largest error of a pixel's lightness, of 255. */
  noise: number;
}

export const scanners: readonly Scanner[] = [
  { name: 'recognised at 300 dpi', resolution: 300, angle: 0, noise: 12 },
  { name: 'recognised at 200 dpi, askew by 1°', resolution: 200, angle: 1, noise: 24 },
];

/** A page as it was recognised, and the two that show what is due to the engine. Boxes are in points. */
export interface Scanned {
  found: Source;
  /** The true characters in the engine's boxes. */
  trueInBoxes: Source;
  /** The engine's characters in the true lines. */
  foundInLines: Source;
}

/** The first page of a PDF as a source, after it was scanned and recognised. */
export async function scanned(
  { pdf, chars }: PrintedNewspaper,
  truth: FoundPage,
  scanner: Scanner,
  random: Random,
): Promise<Scanned> {
  const pages = renderPdf(pdf, { path: 'page.pdf', resolution: scanner.resolution });
  const { value } = await pages.next();
  await pages.return(undefined);
  const original = value as Raster;
  const { width, height, gray } = worn(original, scanner, random);
  const scan = encode({ width, height, data: gray, channels: 1, depth: 8 });
  const { engine, pages: read } = await recognize(scan, 'page.png');
  const page = read[0]!;
  // Turning and levelling make the picture grow about its middle; the truth is on the page as printed.
  const [right, down] = [(page.width - original.width) / 2, (page.height - original.height) / 2];
  for (const { box } of page.lines)
    if (box) {
      box.left -= right;
      box.right -= right;
      box.top -= down;
      box.bottom -= down;
    }
  const scale = scanner.resolution / 72;
  const sourceOf = async (lines: readonly BoxedLine[]) => {
    const found = { engine, pages: [{ ...page, lines: [...lines] }] };
    const source = await decodeSource(
      Buffer.from(resultOf(found, { scan: 'page.png', bytes: scan })),
      'page.ocr.json',
    );
    return inPoints(source, 1 / scale);
  };
  return {
    found: await sourceOf(page.lines),
    trueInBoxes: await sourceOf(trueInBoxes(page.lines, chars, scale)),
    foundInLines: await sourceOf(foundInLines(page.lines, truth, scale)),
  };
}

function worn(raster: Raster, { angle, noise }: Scanner, random: Random): Raster {
  const { width, height, gray } = angle === 0 ? raster : turned(raster, -angle);
  const uneven = gray.map((light) => {
    const off = (random.next() * 2 - 1) * noise;
    return Math.max(0, Math.min(255, light + off));
  });
  return { width, height, gray: uneven };
}
