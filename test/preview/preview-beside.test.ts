import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { makePdf } from '../intake/make-pdf.js';
import { openProofTable, type ProofTable, press } from './proof-tab.js';

let table: ProofTable;

beforeAll(async () => {
  table = await openProofTable();
});
afterEach(() => table.clear());
afterAll(() => table.preview.close());

it('shows the picture of the page at the line of the caret', async () => {
  const tab = await table.openDesk();
  expect(await tab.$eval('.page-picture', (one) => (one as HTMLElement).hidden)).toBe(true);
  cpSync(join(packageRoot, 'styles', 'look', 'spread.png'), join(table.issue, 'source.png'));
  await tab.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.page-picture img')?.naturalWidth ?? 0) > 100,
  );
  for (let step = 0; step < 4; step++) await tab.locator('[aria-label="Printed page: Zoom in"]').click();
  const top = () => tab.$eval('.picture-frame', ({ scrollTop }) => scrollTop);
  await press(tab, 'j');
  const first = await top();
  for (let step = 0; step < 9; step++) await press(tab, 'j');
  await expect.poll(top).toBeGreaterThan(first);
});

it('tells a colleague, opens the file in the chosen editor, and goes to another issue by a search', async () => {
  const tab = await table.openDesk();
  await press(tab, 'j', 'j', 't');
  await tab.waitForSelector('.remark-form input:focus');
  await tab.keyboard.type('核对原报');
  await press(tab, 'Enter');
  await tab.waitForSelector('.piece[aria-current] .piece-remark');
  expect(JSON.parse(readFileSync(join(table.issue, 'desk.json'), 'utf8')).remarks).toEqual([
    expect.objectContaining({ text: '核对原报', block: expect.stringMatching(/^当清晨的第一缕阳光/) }),
  ]);
  await tab.select('.menu-panel .choice:last-of-type select', 'vscode');
  expect(await tab.$eval('.piece[aria-current] .piece-place a', (link) => link.getAttribute('href'))).toMatch(
    /^vscode:\/\/file\/.+\/manuscript\/short\/01\.md:\d+$/,
  );
  await tab.reload();
  await tab.waitForSelector('.piece-remark');
  // By the element: on a busy machine what is above it may still grow between aiming and clicking.
  await tab.$eval('.piece-remark button', (button) => (button as HTMLElement).click());
  await tab.waitForFunction(() => !document.querySelector('.piece-remark'));
  await press(tab, 'i');
  await tab.waitForSelector('.issues button');
  await tab.keyboard.type('jinchang');
  await tab.waitForFunction(() => document.querySelectorAll('.issues button').length === 1);
  await press(tab, 'Enter');
  await tab.waitForFunction(() => location.search.includes('jinchang'));
});

it('draws the page of a PDF beside the text, and follows its lines by their boxes', async () => {
  const folder = join(table.preview.root, 'manuscript', 'drawn');
  mkdirSync(folder);
  const lines = ['老旧小区换新颜', '城东街道的小区改造工程昨日', '全部完工，居民喜迁新居。'];
  const page = lines.map((text, at) => ({ x: 100, y: 700 - at * 40, size: 20, text }));
  const other = [{ x: 100, y: 300, size: 20, text: '第二版另有一段文字，说的是别的事。' }];
  writeFileSync(join(folder, 'source.pdf'), makePdf([page, other]));
  const tab = await table.preview.desk('issue=drawn&desk=proof');
  // 600 × 800 points at 200 dots an inch.
  const size = () =>
    tab.$eval('.page-picture img', ({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight]);
  await expect.poll(size).toEqual([1667, 2222]);
  const line = () =>
    tab.$eval('.page-picture', (root) => {
      const [img, box] = [root.querySelector('img')!, root.querySelector<HTMLElement>('.picture-line')!];
      const scale = img.naturalWidth / img.getBoundingClientRect().width;
      const [outer, inner] = [img.getBoundingClientRect(), box.getBoundingClientRect()];
      return {
        top: (inner.top - outer.top) * scale,
        bottom: (inner.bottom - outer.top) * scale,
        src: img.src,
      };
    });
  await press(tab, 'j', 'j');
  // The second line is 140 points below the upper edge.
  const down = (140 * 2222) / 800;
  await expect.poll(async () => (await line()).bottom).toBeGreaterThan(down - 8);
  expect((await line()).top).toBeLessThan(down);
  for (let step = 0; step < 4; step++) await press(tab, 'j');
  await expect.poll(async () => decodeURIComponent((await line()).src)).toContain('source.pdf#2');
  // On a phone the picture stands below the text, and is as broad as the screen at the most.
  await tab.setViewport({ width: 390, height: 844 });
  const rightEdge = () =>
    tab.evaluate(() =>
      Math.max(
        ...['.stories', '.piece', '.picture-frame'].map(
          (one) => document.querySelector(one)!.getBoundingClientRect().right,
        ),
      ),
    );
  await expect.poll(rightEdge).toBeLessThanOrEqual(390);
  await tab.close();
});
