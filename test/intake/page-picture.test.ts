import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { decode, encode } from 'fast-png';
import { afterAll, expect, it } from 'vitest';
import { pictureOfPage } from '../../scripts/intake/page-picture.js';
import { readSource } from '../../scripts/intake/read-source.js';
import { resultOf } from '../../scripts/intake/scan/keep.js';
import { turned } from '../../scripts/intake/scan/raster.js';
import { straighten } from '../../scripts/intake/scan/straighten.js';
import { makePdf } from './make-pdf.js';
import { threeColumns } from './scan-page.js';

const folder = mkdtempSync(join(tmpdir(), 'chongpai-picture-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

/** Share of dark pixels in a part of a picture; the part is given in shares of the sides. */
function darkness(png: Uint8Array, [left, top, right, bottom]: [number, number, number, number]): number {
  const { width, height, data } = decode(png);
  let [dark, all] = [0, 0];
  for (let y = Math.round(top * height); y < bottom * height; y++)
    for (let x = Math.round(left * width); x < right * width; x++, all++)
      if (data[y * width + x]! < 128) dark++;
  return dark / all;
}

it('shows each page of several PDFs with the words under the boxes of their lines', async () => {
  // The text is Latin because every PDF viewer has a font for it.
  const words = (text: string, y: number) => [{ x: 60, y, size: 60, text }];
  const files = [
    put('a.pdf', makePdf([words('HEAD', 700), words('FOOT', 100)])),
    put('b.pdf', makePdf([words('HOME', 400)])),
  ];
  const { layout } = await readSource(files);
  for (const [page, { width, height }] of layout!.pages.entries()) {
    const png = (await pictureOfPage(files, page))!;
    const { box } = layout!.lines.find((line) => line.page === page)!;
    const place = [box.left / width, box.top / height, box.right / width, box.bottom / height] as const;
    expect(darkness(png, [...place])).toBeGreaterThan(0.05);
    expect(darkness(png, [0, 0, 1, place[1]])).toBe(0);
    expect(darkness(png, [0, place[3], 1, 1])).toBe(0);
  }
  expect(await pictureOfPage(files, 3)).toBeUndefined();
});

it.each([90, 180, 270])(
  'shows a page that is turned by %d° against its text as it is read',
  async (angle) => {
    // Chinese characters tell which way is up; PDFium has a font for the others.
    const words = [
      { x: 60, y: 100, size: 40, text: '县水利局昨日派出' },
      { x: 60, y: 700, size: 60, text: 'HEAD' },
    ];
    const turnedPdf = await PDFDocument.load(makePdf([words]));
    turnedPdf.getPage(0).setRotation(degrees(angle));
    const files = [put(`turned-${angle}.pdf`, await turnedPdf.save())];
    const { layout, text } = await readSource(files);
    const { width, height } = layout!.pages[0]!;
    const png = (await pictureOfPage(files, 0))!;
    const shown = decode(png);
    expect(shown.width / shown.height).toBeCloseTo(width / height, 2);
    const { box } = layout!.lines.find(({ start, end }) => text.slice(start, end) === 'HEAD')!;
    const place = [box.left / width, box.top / height, box.right / width, box.bottom / height] as const;
    expect(darkness(png, [...place])).toBeGreaterThan(0.05);
    expect(darkness(png, [0, place[3], 1, 1])).toBe(0);
  },
);

it('shows a scan that was askew as it was levelled for recognition, and keeps its corners', async () => {
  const { width, height, gray } = turned(threeColumns(), 1.5);
  const png = encode({ width, height, data: gray, channels: 1, depth: 8 });
  put('scan.png', png);
  const { raster, angle } = straighten({ width, height, gray });
  expect(angle).not.toBe(0);
  const page = { width: raster.width, height: raster.height, lines: [], place: { scan: 0 } };
  const found = { engine: 'none', pages: [page] };
  const path = put('scan.ocr.json', resultOf(found, { scan: 'scan.png', bytes: png }));
  const shown = decode((await pictureOfPage([path], 0))!);
  expect([shown.width, shown.height]).toEqual([raster.width, raster.height]);
  const ink = (all: Iterable<number>) => [...all].filter((light) => light < 128).length;
  expect(ink(shown.data) / ink(threeColumns().gray)).toBeCloseTo(1, 1);
  expect(await pictureOfPage([put('page.txt', '文字\n')], 0)).toBeUndefined();
});
