import { describe, expect, it } from 'vitest';
import { withTrueBlanks } from '../../scripts/intake/scan/blanks.js';
import { tilesOf } from '../../scripts/intake/scan/cut/tiles.js';
import { pagesOn } from '../../scripts/intake/scan/pages-on-scan.js';
import { type Raster, resized, turnedByQuarters } from '../../scripts/intake/scan/raster.js';
import { snapped } from '../../scripts/intake/scan/snap.js';
import { fitted } from '../../scripts/intake/scan/type-size.js';
import { bordered, Page, relit, strokes, threeColumns, verticalPage } from './scan-page.js';

/** The columns of a scan's pages: left edges, and numbers of lines. */
function columnsOf(scan: Raster): [left: number, lines: number][][] {
  return pagesOn(scan).map((page) => {
    const { raster, em, zoom } = fitted(page.raster, page.em);
    return tilesOf(raster, em)
      .map(({ left, rows }): [number, number] => [Math.round(left / zoom / 10) * 10, rows.length])
      .sort((a, b) => a[0] - b[0]);
  });
}

const three = [
  [60, 15],
  [360, 15],
  [660, 15],
];

describe('a mark that was read where a scan is white', () => {
  const line = (text: string, width: number) => ({
    text,
    box: { left: 0, top: 0, right: width, bottom: 24 },
  });
  it('is a blank, unless it closes what the line has opened', () => {
    const page = new Page(180, 24);
    for (const left of [0, 26, 52, 104, 130]) page.fill(left, 0, 24, 24);
    expect(withTrueBlanks(line('本报讯”三日', 154), page).text).toBe('本报讯　三日');
    expect(withTrueBlanks(line('“报讯”三日', 154), page).text).toBe('“报讯”三日');
  });

  it('stays where its ink is, before a blank or not', () => {
    const page = new Page(180, 24);
    for (const left of [0, 26, 52, 130, 156]) page.fill(left, 0, 24, 24);
    page.fill(78, 0, 3, 8).fill(83, 0, 3, 8);
    expect(withTrueBlanks(line('本报讯”三日', 180), page).text).toBe('本报讯”三日');
  });
});

describe('the kinds of scans that people bring', () => {
  const clean = threeColumns();
  const behind = (x: number, y: number) => clean.gray[Math.min(899, y + 13) * 1000 + 999 - x]! < 100;
  it.each<[string, Raster]>([
    ['clean', clean],
    ['on gray paper', relit(clean, (gray) => gray / 2 + 30)],
    ['in a shadow', relit(clean, (gray, x) => gray * (0.35 + (0.65 * x) / 1000))],
    ['whose back shows through', relit(clean, (gray, x, y) => (behind(x, y) ? Math.min(gray, 200) : gray))],
    ['a negative, white on black', relit(strokes(), (gray) => 255 - gray)],
    ['a pale negative', relit(strokes(), (gray) => 60 + (255 - gray) * 0.6)],
  ])('%s: columns are found', (_, scan) => {
    expect(columnsOf(scan)).toEqual([three]);
  });

  it('with black borders: they are no text', () => {
    expect(columnsOf(bordered(clean, 60))).toEqual([three.map(([left, lines]) => [left! + 60, lines])]);
  });

  it.each([0.5, 2, 3.5])('of %d times the usual resolution: columns are the same', (zoom) => {
    const [page] = columnsOf(resized(clean, zoom));
    expect(page!.map(([left, lines]) => [Math.round(left / zoom / 30) * 30, lines])).toEqual(three);
  });

  it('of a spread: two pages, the left one first, or the right one where lines run down', () => {
    const spread = new Page(1900, 1000);
    for (const left of [60, 360, 660, 1060, 1360, 1640]) spread.column(left, 150, 20, 9);
    expect(pagesOn(spread).map(({ half, raster }) => [half, Math.round(raster.width / 100)])).toEqual([
      [0, 10],
      [1, 9],
    ]);
    const both = new Page(1000, 800);
    for (const left of [60, 560])
      for (let line = 0; line < 9; line++)
        for (let char = 0; char < (line % 4 === 1 ? 7 : 20); char++)
          both.fill(left + line * 42, 100 + char * 26, 24, 24);
    expect(pagesOn(both).map(({ half, isVertical }) => [half, isVertical])).toEqual([
      [1, true],
      [0, true],
    ]);
  });

  it('with lines that run across the others: a running head over vertical lines', () => {
    const page = verticalPage();
    for (let char = 0; char < 8; char++) page.fill(60 + char * 26, 6, 24, 22);
    const [scan] = pagesOn(page);
    expect(scan!.isVertical).toBe(true);
    const turned = turnedByQuarters(scan!.raster, 0);
    const flipped = { width: turned.height, height: turned.width, gray: new Uint8Array(turned.gray.length) };
    for (let y = 0; y < turned.height; y++)
      for (let x = 0; x < turned.width; x++)
        flipped.gray[x * turned.height + y] = turned.gray[y * turned.width + x]!;
    expect(tilesOf(flipped, scan!.em!).filter(({ crosses }) => crosses)).toHaveLength(1);
  });

  it('with lines at any pixel: their rows have the edges of the ink', () => {
    const page = new Page(1000, 900);
    const tops = Array.from({ length: 12 }, (_, line) => 101 + 37 * line);
    for (const top of tops) for (let char = 0; char < 10; char++) page.fill(63 + char * 26, top, 24, 24);
    const [tile] = tilesOf(page, 24);
    expect(tile!.rows.map(({ left, right, top, bottom }) => [left, right, top, bottom])).toEqual(
      tops.map((top) => [63, 63 + 9 * 26 + 24, top, top + 24]),
    );
  });

  it('with columns too short to prove their gutters: those of the others, up to the edge, are theirs', () => {
    const page = new Page(1300, 900).column(60, 200, 15, 10).column(360, 200, 15, 10);
    for (const left of [660, 960])
      for (let line = 0; line < 2; line++)
        for (let char = 0; char < 10; char++) page.fill(left + char * 26, 200 + line * 36, 24, 24);
    expect(columnsOf(page)).toEqual([[...three.slice(0, 2), [660, 2], [960, 2]]]);
  });

  it('turned by quarters and back is the same', () => {
    expect(turnedByQuarters(turnedByQuarters(clean, 1), 3).gray).toEqual(clean.gray);
  });
});

describe('the edges of recognised lines', () => {
  const rows = [
    { left: 0, top: 0, right: 300, bottom: 20 },
    { left: 0, top: 32, right: 296, bottom: 52 },
    { left: 0, top: 64, right: 120, bottom: 84 },
  ];
  const line = (text: string, left: number, top: number, right: number, bottom: number) => ({
    text,
    box: { left, top, right, bottom },
  });

  it('are those of the ink, with a mark at the end that the engine left out', () => {
    const { lines } = snapped([line('第一行的字', 2, -6, 282, 27)], rows);
    expect(lines[0]!.box).toEqual(rows[0]);
  });

  it('stay as they are where ink is of lines above each other: a row across them was read as columns', () => {
    const folio = [line('版', 0, 0, 7, 6), line('4', 1, 7, 6, 12), line('第', 0, 13, 7, 20)];
    const ink = { left: 0, top: 0, right: 7, bottom: 20 };
    const { lines, unread } = snapped(folio, [ink]);
    expect(lines).toEqual(folio);
    expect(unread).toEqual([]);
    expect(snapped([folio[0]!, line('版', 0, 2, 7, 18)], [ink]).lines.map(({ box }) => box)).toEqual([
      ink,
      ink,
    ]);
  });

  it('of two parts of a line stay where the line was parted', () => {
    const { lines } = snapped([line('前一半', 0, 30, 140, 55), line('后一半', 150, 30, 290, 50)], rows);
    expect(lines.map(({ box }) => [box!.left, box!.right, box!.top])).toEqual([
      [0, 140, 32],
      [150, 296, 32],
    ]);
  });

  it('leave a gap in a line of ink, which is read again unless it is white', () => {
    const [ink] = rows;
    const read = [line('从一', 0, 0, 40, 20), line('了', 280, 0, 300, 20)];
    expect(snapped(read, [ink!]).unread).toEqual([{ ...ink, left: 40, right: 280 }]);
    const words = [
      { ...ink!, right: 40 },
      { ...ink!, left: 280 },
    ];
    expect(snapped(read, words).unread).toEqual([]);
    expect(snapped([line('一行的字都在', 0, 0, 270, 20)], [ink!]).unread).toEqual([]);
  });

  it('of a line that is two lines high stay as they are, and a line of which nothing was read is told', () => {
    const high = line('两行', 0, 0, 300, 52);
    const { lines, unread } = snapped([high], rows);
    expect(lines).toEqual([high]);
    expect(unread).toEqual([rows[2]]);
  });
});
