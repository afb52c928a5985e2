import { encode, type ImageData } from 'fast-png';
import { encodeImage } from 'utif2';
import { describe, expect, it } from 'vitest';
import { tilesOf } from '../../scripts/intake/scan/cut/tiles.js';
import type { Raster } from '../../scripts/intake/scan/raster.js';
import { rastersOf } from '../../scripts/intake/scan/read-scan.js';
import { straighten } from '../../scripts/intake/scan/straighten.js';
import { Page, threeColumns, verticalPage } from './scan-page.js';
import { tinyPictures } from './tiny-pictures.js';

/** A page turned by some degrees about its middle. */
function askew(page: Raster, degrees: number): Raster {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const gray = new Uint8Array(page.gray.length).fill(250);
  const [midX, midY] = [page.width / 2, page.height / 2];
  for (let y = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++) {
      const fromX = Math.round(midX + (x - midX) * cos + (y - midY) * sin);
      const fromY = Math.round(midY - (x - midX) * sin + (y - midY) * cos);
      if (fromX >= 0 && fromY >= 0 && fromX < page.width && fromY < page.height)
        gray[y * page.width + x] = page.gray[fromY * page.width + fromX]!;
    }
  return { ...page, width: page.width, height: page.height, gray };
}

/** Pixels of a character of the pages here. */
const em = 24;

describe('a scan before recognition', () => {
  it.each([0, 0.6, 1, -1.5, 3])('is levelled when it is askew by %d°', (degrees) => {
    const { angle, isVertical } = straighten(askew(threeColumns(), degrees));
    expect(Math.abs(angle - degrees)).toBeLessThan(0.16);
    expect(isVertical).toBe(false);
  });

  it('is vertical where its lines run down', () => {
    expect(straighten(verticalPage()).isVertical).toBe(true);
  });

  it('is cut into columns, with the headline over them in one piece though it is spaced out', () => {
    const page = threeColumns();
    for (let char = 0; char < 6; char++) page.fill(200 + char * 100, 80, 56, 56);
    const tiles = tilesOf(page, em).sort((a, b) => a.top - b.top || a.left - b.left);
    expect(tiles).toHaveLength(4);
    const [headline, ...columns] = tiles;
    expect(headline).toMatchObject({ left: expect.closeTo(190, -2), right: expect.closeTo(760, -2) });
    expect(columns.map(({ left }) => Math.round((left - 48) / 100))).toEqual([0, 3, 6]);
  });

  it('is cut at gutters that are no wider than a character, where three lines below each other have them', () => {
    const page = new Page(900, 600);
    for (let char = 0; char < 8; char++) page.fill(150 + char * 60, 40, 40, 40);
    page.column(60, 130, 4, 10).column(346, 130, 4, 10).column(632, 130, 4, 8);
    // The second story's headline stands over two of them.
    for (let char = 0; char < 8; char++) page.fill(130 + char * 50, 300, 40, 40);
    page.column(60, 380, 5, 10).column(346, 380, 5, 10);
    const lefts = tilesOf(page, em).map(({ left }) => Math.round((left - 48) / 100));
    expect(lefts.sort()).toEqual([0, 0, 1, 1, 3, 3, 6]);
  });

  it('is cut where stories of two lines have the gutters of a longer one, and headings and brackets reach in', () => {
    const page = new Page(900, 700);
    for (const left of [60, 346, 632]) {
      // Two lines, the first of which stands in.
      for (let char = 2; char < 10; char++) page.fill(left + char * 26, 100, 24, 24);
      for (let char = 0; char < 10; char++) page.fill(left + char * 26, 136, 24, 24);
      // A centred heading, and paragraphs of two lines; the first begins with a bracket.
      for (let char = 2; char < 8; char++) page.fill(left + char * 26, 280, 24, 24);
      for (let line = 1; line < 8; line++)
        for (let char = line % 2 ? 2 : 0; char < (line % 2 ? 10 : 4); char++)
          page.fill(left + char * 26 + (char === 2 ? 14 : 0), 280 + line * 36, char === 2 ? 10 : 24, 24);
    }
    for (let char = 0; char < 8; char++) page.fill(190 + char * 60, 200, 50, 50);
    const lefts = tilesOf(page, em)
      .filter(({ top }) => top < 180 || top > 270)
      .map(({ top, left }) => `${top < 180 ? 'short' : 'long'} ${Math.round((left - 48) / 100)}`);
    expect([...new Set(lefts)].sort()).toEqual([
      'long 0',
      'long 3',
      'long 6',
      'short 0',
      'short 3',
      'short 6',
    ]);
  });

  it.each([3, 4])(
    'is not cut where the blanks of marks stand under each other in %d lines of a column',
    (times) => {
      const page = new Page(900, 900);
      for (let line = 0; line < 12; line++)
        for (let char = 0; char < 24; char++)
          // A mark at the left of its square, and nothing of the one that would follow.
          if (line < 4 || line >= 4 + times || char < 9 || char > 10)
            page.fill(100 + char * 26, 100 + line * 36, 24, 24);
          else if (char === 9) page.fill(100 + char * 26, 116 + line * 36, 8, 8);
      expect(tilesOf(page, em)).toHaveLength(1);
    },
  );

  it('is cut beside rules and frames too', () => {
    const page = threeColumns().fill(335, 190, 3, 600).fill(40, 160, 900, 4);
    expect(tilesOf(page, em)).toHaveLength(3);
  });

  it('keeps all of the ink', () => {
    const page = threeColumns().column(60, 820, 2, 30);
    const tiles = tilesOf(page, em);
    const isIn = (x: number, y: number) =>
      tiles.some(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom);
    const lost = [...page.gray.keys()].filter(
      (at) => page.gray[at] === 10 && !isIn(at % page.width, Math.floor(at / page.width)),
    );
    expect(lost).toEqual([]);
  });
});

const scanOf = async (bytes: Uint8Array) => {
  const pages: Raster[] = [];
  for await (const page of rastersOf(bytes, 'scan')) pages.push(page);
  return pages;
};

describe('a picture file', () => {
  // Black, white, and between: [0, 255, 128, 0].
  const shades = [0, 255, 128, 0];
  const png = (picture: Partial<ImageData>) =>
    encode({
      width: 2,
      height: 2,
      channels: 1,
      depth: 8,
      data: Uint8Array.from(shades),
      ...picture,
    } as ImageData);
  const wide = Uint16Array.from(shades, (shade) => shade * 257);
  const colours = Uint8Array.from(shades.flatMap((shade) => [shade, shade, shade]));
  const clear = Uint8Array.from([0, 255, 0, 0, 128, 255, 0, 255]);

  it.each([
    ['gray', png({})],
    ['of 16 bits', png({ depth: 16, data: wide })],
    ['in colours', png({ channels: 3, data: colours })],
    ['clear where it is white', png({ channels: 2, data: clear })],
  ])('PNG %s is read', async (_, bytes) => {
    const [page] = await scanOf(bytes);
    expect([...page!.gray].map((light) => Math.round(light / 20))).toEqual([0, 13, 6, 0]);
  });

  it('TIFF is read', async () => {
    const rgba = Uint8Array.from(shades.flatMap((shade) => [shade, shade, shade, 255]));
    const [page] = await scanOf(new Uint8Array(encodeImage(rgba, 2, 2)));
    expect([page!.width, page!.height, ...page!.gray]).toEqual([2, 2, ...shades]);
  });

  it.each([
    [6, 'right', false],
    [6, 'right', true],
    [8, 'left', false],
    [3, 'bottom', true],
    [1, 'top', false],
    [9, 'top', false],
  ])('JPEG is turned as its camera tells: %i, so that its top is %s', async (orientation, side, isLittle) => {
    const exif = Buffer.alloc(36);
    exif.set([0xff, 0xe1, 0, 34], 0);
    exif.write('Exif\0\0', 4, 'latin1');
    exif.write(isLittle ? 'II*\0' : 'MM\0*', 10, 'latin1');
    const [long, short] = isLittle
      ? [
          (value: number, at: number) => exif.writeUInt32LE(value, at),
          (v: number, at: number) => exif.writeUInt16LE(v, at),
        ]
      : [
          (value: number, at: number) => exif.writeUInt32BE(value, at),
          (v: number, at: number) => exif.writeUInt16BE(v, at),
        ];
    long(8, 14);
    short(1, 18);
    short(0x0112, 20);
    short(3, 22);
    long(1, 24);
    short(orientation, 28);
    const { jpeg } = tinyPictures;
    const [page] = await scanOf(Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]));
    const at = (x: number, y: number) => page!.gray[y * page!.width + x]!;
    const sides = { top: at(8, 1), right: at(14, 8), bottom: at(8, 14), left: at(1, 8) };
    expect(Math.min(...Object.values(sides))).toBe(sides[side as keyof typeof sides]);
  });

  it('JPEG is read', async () => {
    const [page] = await scanOf(tinyPictures.jpeg);
    expect([page!.width, page!.height]).toEqual([16, 16]);
    expect(page!.gray[0]).toBeLessThan(60);
    expect(page!.gray[255]).toBeGreaterThan(200);
  });

  it.each([
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0'), /PNG, JPEG, TIFF/],
    ['a PNG cut off', png({}).subarray(0, 50), /damaged/],
    ['a JPEG cut off', tinyPictures.jpeg.subarray(0, 30), /damaged/],
    ['a TIFF of nothing', Buffer.from('II*\0\x08\0\0\0\0\0\0\0'), /damaged/],
    ['a PNG of 10^10 pixels', hugePng(), /too large/],
  ])('%s is refused with the reason', async (_, bytes, reason) => {
    await expect(scanOf(bytes)).rejects.toThrow(reason);
  });

  function hugePng() {
    const bytes = Buffer.from(png({}));
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(100_000, 20);
    return bytes;
  }
});
