import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type OpenPreview, openSample, paperOf, paperSays } from './open.js';

let preview: OpenPreview;
let tab: Tab;

beforeAll(async () => {
  // No edition of the table is bound at the right yet; the desk supports such pages anyway.
  preview = await openSample((workshop) => ({
    ...workshop,
    async book(wanted) {
      const made = await workshop.book(wanted);
      const isRight = wanted.edition === 'zh-Hant-TW';
      return { ...made, book: { ...made.book, progression: isRight ? 'rtl' : 'ltr' } };
    },
  }));
});
afterEach(() => tab.close());
afterAll(() => preview.close());

const textOf = (selector: string) => tab.$eval(selector, (element) => element.textContent ?? '');
const folio = () => tab.$eval('input.folio', (input) => (input as HTMLInputElement).value);
/** Places of the first pages on the screen. */
const places = async () =>
  (await paperOf(tab)).$$eval('.desk-sheet', (sheets) =>
    sheets.slice(0, 3).map((sheet) => {
      const { left, top, right } = sheet.getBoundingClientRect();
      return { left, top, right };
    }),
  );

it('lays the cover alone at the right, then verso and recto side by side', async () => {
  tab = await preview.desk();
  const [cover, verso, recto] = await places();
  expect(Math.abs(cover!.left - recto!.left)).toBeLessThan(1);
  expect(Math.abs(verso!.right - recto!.left)).toBeLessThan(1);
  expect(verso!.top).toBe(recto!.top);
  expect(verso!.top).toBeGreaterThan(cover!.top);
});

it('reverses all of that for a book that is bound at the right', async () => {
  tab = await preview.desk('edition=zh-Hant-TW');
  const [cover, verso, recto] = await places();
  expect(Math.abs(cover!.left - recto!.left)).toBeLessThan(1);
  expect(Math.abs(recto!.right - verso!.left)).toBeLessThan(1);
  // The arrows point where the leaf goes.
  await tab.keyboard.press('ArrowLeft');
  await expect.poll(folio).toBe('ii');
  await tab.keyboard.press('ArrowRight');
  await expect.poll(folio).toBe('i');
});

it('turns pages, goes to a folio, zooms, and changes the layout by keys and clicks', async () => {
  tab = await preview.desk();
  await expect.poll(folio).toBe('i');
  await tab.keyboard.press('ArrowRight');
  await expect.poll(folio).toBe('ii');
  await tab.locator('input.folio').click({ count: 3 });
  await tab.keyboard.type('4\n');
  await tab.waitForFunction(() => document.querySelector<HTMLInputElement>('input.folio')?.value !== 'ii');
  const here = await folio();
  expect(['4', '3']).toContain(here);
  const zoomed = await textOf('.zoom-value');
  await tab.locator('[aria-label="Zoom in"]').click();
  await expect.poll(() => textOf('.zoom-value')).not.toBe(zoomed);
  await tab.locator('[aria-label=Overview]').click();
  const paper = await paperOf(tab);
  const mode = () => paper.$eval('main', (main) => (main as HTMLElement).dataset.mode);
  await expect.poll(mode).toBe('overview');
  await paper.locator('.desk-sheet:nth-child(1)').click();
  await expect.poll(mode).toBe('facing');
  await tab.locator('[aria-label=Contents]').click();
  await tab.locator('.outline li:nth-child(2) button').click();
  await expect
    .poll(() => textOf('.outline [aria-current] .outline-title'))
    .toBe('绘就新型工业化现代之城锦绣篇章');
});

it('switches the theme, and keeps it in the address', async () => {
  tab = await preview.desk();
  const measure = async () =>
    (await paperOf(tab)).$eval(
      '.desk-sheet article p',
      (p) => getComputedStyle(p).fontSize + getComputedStyle(p).lineHeight,
    );
  const before = await measure();
  await tab.locator('.menu summary').click();
  await tab.select('.menu-panel label.choice:nth-of-type(1) select', 'newspaper');
  await expect.poll(measure).not.toBe(before);
  expect(new URL(tab.url()).searchParams.get('theme')).toBe('newspaper');
  await paperSays(tab, '金昌日报');
});

it('opens on the same book and place of work after a reload', async () => {
  tab = await preview.desk('edition=zh-Hant-TW&desk=proof');
  await tab.select('.edition select', 'zh-Hans');
  await tab.locator('.tabs button:nth-child(1)').click();
  await tab.waitForSelector('#desk[data-ready=pages]');
  await tab.reload();
  await paperSays(tab, '金昌日报');
  expect(await tab.$eval('.edition select', (select) => (select as HTMLSelectElement).value)).toBe('zh-Hans');
});
