import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { encode, type ImageData } from 'fast-png';
import { encodeImage } from 'utif2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatMessage } from '../../scripts/article/problem.js';
import { readSource } from '../../scripts/intake/read-source.js';
import { isUnrecognized, recognizeScans } from '../../scripts/intake/scan/keep.js';
import type { Raster } from '../../scripts/intake/scan/raster.js';
import { rastersOf } from '../../scripts/intake/scan/read-scan.js';
import { straighten } from '../../scripts/intake/scan/straighten.js';
import { tilesOf } from '../../scripts/intake/scan/tiles.js';
import { readIssueSource } from '../../scripts/read-issue-source.js';
import { tinyPictures } from './tiny-pictures.js';

/** A page of black squares for characters. Lines of 30 pixels, characters of 24. */
class Page implements Raster {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.gray = new Uint8Array(width * height).fill(250);
  }

  fill(left: number, top: number, width: number, height: number): this {
    for (let y = top; y < top + height; y++)
      this.gray.fill(10, y * this.width + left, y * this.width + left + width);
    return this;
  }

  /** A column of lines; the last is short. */
  column(left: number, top: number, lines: number, chars: number): this {
    for (let line = 0; line < lines; line++)
      for (let char = 0; char < (line === lines - 1 ? 3 : chars); char++)
        this.fill(left + char * 26, top + line * 36, 24, 24);
    return this;
  }
}

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

const threeColumns = () =>
  new Page(1000, 900).column(60, 200, 15, 10).column(360, 200, 15, 10).column(660, 200, 15, 10);

describe('a scan before recognition', () => {
  it.each([0, 0.6, 1, -1.5, 3])('is levelled when it is askew by %d°', (degrees) => {
    const { angle, isVertical } = straighten(askew(threeColumns(), degrees));
    expect(Math.abs(angle - degrees)).toBeLessThan(0.16);
    expect(isVertical).toBe(false);
  });

  it('is vertical where its lines run down', () => {
    const page = new Page(900, 700);
    for (let line = 0; line < 18; line++)
      for (let char = 0; char < (line % 5 === 4 ? 7 : 20); char++)
        page.fill(820 - line * 42, 60 + char * 26, 24, 24);
    expect(straighten(page).isVertical).toBe(true);
  });

  it('is cut into columns, with the headline over them in one piece though it is spaced out', () => {
    const page = threeColumns();
    for (let char = 0; char < 6; char++) page.fill(200 + char * 100, 80, 56, 56);
    const tiles = tilesOf(page).sort((a, b) => a.top - b.top || a.left - b.left);
    expect(tiles).toHaveLength(4);
    const [headline, ...columns] = tiles;
    expect(headline).toMatchObject({ left: expect.closeTo(190, -2), right: expect.closeTo(760, -2) });
    expect(columns.map(({ left }) => Math.round((left - 48) / 100))).toEqual([0, 3, 6]);
  });

  it('is cut beside rules and frames too', () => {
    const page = threeColumns().fill(335, 190, 3, 600).fill(40, 160, 900, 4);
    expect(tilesOf(page)).toHaveLength(3);
  });

  it('keeps all of the ink', () => {
    const page = threeColumns().column(60, 820, 2, 30);
    const tiles = tilesOf(page);
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

/** Stands for tesseract: reads each tile of its list as one line, and counts its runs. */
const standIn = (log: string) => `#!/bin/sh
case "$1" in
--version) echo "tesseract 5.0.0-stand-in";;
--list-langs) printf 'List of available languages (1):\\nchi_sim\\n';;
*) echo run >> ${log}
printf 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'
page=0
while read -r tile; do page=$((page + 1))
printf '5\\t%s\\t1\\t1\\t1\\t1\\t10\\t10\\t200\\t24\\t91.5\\t第%s块的文字在这里\\n' $page $page
done < "$1";;
esac
`;

describe('recognition', () => {
  const path = process.env.PATH;
  let folder: string;
  let log: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chongpai-scan-test-'));
    log = join(folder, 'runs.txt');
    writeFileSync(join(folder, 'tesseract'), standIn(log));
    chmodSync(join(folder, 'tesseract'), 0o755);
    process.env.PATH = folder;
  });
  afterEach(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  });
  const withEngine = () => {
    process.env.PATH = `${folder}${delimiter}${path}`;
  };
  const scan = (name: string, page: Page = threeColumns()) => {
    const { width, height, gray } = page;
    writeFileSync(join(folder, name), encode({ width, height, data: gray, channels: 1, depth: 8 }));
    return join(folder, name);
  };
  const runs = () => readFileSync(log, 'utf8').split('\n').length - 1;

  it('needs an engine, and says how to get one', async () => {
    process.env.PATH = join(folder, 'nowhere');
    const file = scan('source.png');
    const error = await recognizeScans([file]).catch((reason) => reason);
    expect(formatMessage(error)).toMatch(
      /no program on this machine[\s\S]*npm i --ignore-scripts @gutenye\/ocr-node/,
    );
    expect(existsSync(join(folder, 'source.ocr.json'))).toBe(false);
  });

  it('is kept beside the scan, and read from there', async () => {
    withEngine();
    const file = scan('source.png');
    expect(isUnrecognized(await readIssueSource(folder).catch((reason) => reason))).toBe(true);
    const { paths, engine } = await recognizeScans([file]);
    expect([paths, engine]).toEqual([[join(folder, 'source.ocr.json')], 'tesseract 5.0.0-stand-in']);
    const source = await readIssueSource(folder);
    expect(source!.text.trim().split('\n')).toEqual([1, 2, 3].map((tile) => `第${tile}块的文字在这里`));
    expect(source!.layout!.lines.map(({ box }) => Math.round(box.left / 100))).toEqual([1, 4, 7]);
    expect(runs()).toBe(1);
  });

  it('is repeated when the scan changes, and the older result is set aside', async () => {
    withEngine();
    await recognizeScans([scan('source.png')]);
    const old = readFileSync(join(folder, 'source.ocr.json'), 'utf8');
    scan('source.png', threeColumns().fill(60, 120, 500, 24));
    const error = await readIssueSource(folder).catch((reason) => reason);
    expect(isUnrecognized(error)).toBe(true);
    expect(formatMessage(error)).toMatch(/source\.png has changed/);
    await recognizeScans([join(folder, 'source.png')]);
    expect(readFileSync(join(folder, 'source.ocr.old.json'), 'utf8')).toBe(old);
    expect((await readIssueSource(folder))!.layout!.lines).toHaveLength(4);
  });

  it('lacks no page that was added later', async () => {
    withEngine();
    await recognizeScans([scan('source.1.png')]);
    scan('source.2.png');
    const error = await readIssueSource(folder).catch((reason) => reason);
    expect(isUnrecognized(error)).toBe(true);
    expect(formatMessage(error)).toMatch(/source\.2\.png/);
  });

  it('refuses a vertical page where the engine reads none, with what to install', async () => {
    withEngine();
    const page = new Page(900, 700);
    for (let line = 0; line < 18; line++)
      for (let char = 0; char < (line % 5 === 4 ? 7 : 20); char++)
        page.fill(820 - line * 42, 60 + char * 26, 24, 24);
    await expect(recognizeScans([scan('source.png', page)])).rejects.toThrow(/vertical/);
  });

  it('of a file restores it like any source', async () => {
    withEngine();
    const { paths } = await recognizeScans([scan('page.png')]);
    expect((await readSource(paths)).text).toContain('第2块');
  });
});
