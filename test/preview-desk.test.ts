import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type OpenPreview, openSample, paperOf } from './preview/open.js';

let preview: OpenPreview;
let tab: Tab;

beforeAll(async () => {
  preview = await openSample();
});
afterEach(() => tab.close());
afterAll(() => preview.close());

const textOf = (selector: string) => tab.$eval(selector, (element) => element.textContent ?? '');
const folio = () => tab.$eval('input.folio', (input) => (input as HTMLInputElement).value);
/** Waits until the newest pages say something. */
const paperSays = (words: string) =>
  tab.waitForFunction(
    (wanted) =>
      (
        document.querySelector<HTMLIFrameElement>('iframe[data-state=here]')?.contentDocument?.body
          .textContent ?? ''
      ).includes(wanted),
    { polling: 20, timeout: 15_000 },
    words,
  );
const article = (name: string) => readFileSync(join(preview.issue, name), 'utf8');

it('lays the cover alone at the right, then verso and recto side by side', async () => {
  tab = await preview.desk();
  const paper = await paperOf(tab);
  const [cover, verso, recto] = await paper.$$eval('.desk-sheet', (sheets) =>
    sheets.slice(0, 3).map((sheet) => {
      const { left, top, right } = sheet.getBoundingClientRect();
      return { left, top, right };
    }),
  );
  expect(Math.abs(cover!.left - recto!.left)).toBeLessThan(1);
  expect(Math.abs(verso!.right - recto!.left)).toBeLessThan(1);
  expect(verso!.top).toBe(recto!.top);
  expect(verso!.top).toBeGreaterThan(cover!.top);
});

it('turns pages, goes to a folio, zooms, and changes the layout by keys and clicks', async () => {
  tab = await preview.desk();
  expect(await folio()).toBe('i');
  await tab.keyboard.press('ArrowRight');
  expect(await folio()).toBe('ii');
  await tab.click('input.folio', { count: 3 });
  await tab.keyboard.type('4\n');
  await tab.waitForFunction(() => document.querySelector<HTMLInputElement>('input.folio')?.value !== 'ii');
  const here = await folio();
  expect(['4', '3']).toContain(here);
  const zoomed = await textOf('.zoom-value');
  await tab.click('[aria-label="Zoom in"]');
  expect(await textOf('.zoom-value')).not.toBe(zoomed);
  await tab.click('[aria-label=Overview]');
  const paper = await paperOf(tab);
  expect(await paper.$eval('main', (main) => (main as HTMLElement).dataset.mode)).toBe('overview');
  await paper.click('.desk-sheet:nth-child(1)');
  expect(await paper.$eval('main', (main) => (main as HTMLElement).dataset.mode)).toBe('facing');
  await tab.click('[aria-label=Outline]');
  await tab.click('.outline li:nth-child(2) button');
  expect(await tab.$eval('.outline [aria-current] .outline-title', ({ textContent }) => textContent)).toBe(
    '绘就新型工业化现代之城锦绣篇章',
  );
});

it('finds text across line and page breaks', async () => {
  tab = await preview.desk();
  const paper = await paperOf(tab);
  // The last characters of a page and the first of the next, where a paragraph goes on.
  const across = await paper.$$eval('.desk-sheet', (sheets) => {
    const at = sheets.findIndex((sheet) => sheet.querySelector('p[data-split-from]'));
    const tail = [...sheets[at - 1]!.querySelectorAll('p')].at(-1)!.textContent!.replace(/\s/g, '');
    const head = sheets[at]!.querySelector('p[data-split-from]')!.textContent!.replace(/\s/g, '');
    return tail.slice(-6) + head.slice(0, 6);
  });
  await tab.keyboard.press('/');
  await tab.keyboard.type(across);
  expect(await textOf('.search-count')).toBe('1 / 1');
  expect(await paper.evaluate(() => CSS.highlights.get('found')?.size)).toBe(1);
  await tab.keyboard.type('不在书里');
  expect(await textOf('.search-count')).toBe('Not found');
});

it('shows a save at once, keeps the place, and touches no other page', async () => {
  tab = await preview.desk();
  const before = article('07.md');
  await tab.keyboard.press('End');
  const place = await folio();
  const paper = await paperOf(tab);
  await paper.$eval('.desk-sheet', (sheet) => sheet.setAttribute('data-kept', ''));
  preview.save('07.md', `${before}\n新添的一句话。\n`);
  await paperSays('新添的一句话。');
  expect(await folio()).toBe(place);
  expect(await paper.$$eval('[data-kept]', ({ length }) => length)).toBe(1);
  // A character that no font of the desk had before.
  preview.save('07.md', `${before}\n一条龘。\n`);
  await paperSays('一条龘。');
  preview.save('07.md', before);
});

it('shows a mistake over the last good pages, with its place and remedy, until it is mended', async () => {
  tab = await preview.desk();
  const before = article('02.md');
  preview.save('02.md', before.replace(/^---\n/, '---\nkiker: 错\n'));
  await tab.waitForSelector('.problem-place');
  expect(await textOf('.problem-place')).toMatch(/^manuscript\/.*\/02\.md:2:1$/);
  expect(await textOf('.problem')).toContain('Did you mean "kicker"?');
  await paperSays('金昌日报');
  preview.save('02.md', before);
  await tab.waitForFunction(() => document.querySelector('.problem')?.childElementCount === 0);
});

it('follows style sheets and the publication file, and switches the edition', async () => {
  tab = await preview.desk();
  const file = join(preview.root, 'manuscript', 'publication.yaml');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('金昌日报', '金昌晚报'));
  await paperSays('金昌晚报');
  writeFileSync(file, before);
  await tab.select('.edition select', 'zh-Hant-TW');
  await paperSays('金昌日報');
  expect(new URL(tab.url()).searchParams.get('edition')).toBe('zh-Hant-TW');
});

it('downloads the PDF of the moment', async () => {
  tab = await preview.desk('edition=zh-Hant-HK');
  const folder = join(preview.root, 'downloads');
  const session = await tab.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await tab.click('.menu summary');
  await tab.click('.download');
  const file = join(folder, 'jinchang-2025-02-26.zh-Hant-HK.pdf');
  await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

it('starts an issue from a dropped text, after a confirmation', async () => {
  tab = await preview.desk();
  await tab.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['本报讯 今日天气晴好，市民纷纷出游。\n'], '试刊 2024-05-01.txt', { type: 'text/plain' }),
    );
    document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
    );
  });
  const source = join(preview.root, 'manuscript', '试刊-2024-05-01', 'source.txt');
  await tab.waitForSelector('dialog[open]');
  expect(existsSync(source)).toBe(false);
  await Promise.all([tab.waitForNavigation(), tab.click('dialog .primary')]);
  expect(readFileSync(source, 'utf8')).toBe('本报讯 今日天气晴好，市民纷纷出游。\n');
  await tab.waitForSelector('.piece');
  expect(await textOf('.restored-text')).toContain('今日天气晴好');
});

it.each([
  ['pages', 1280],
  ['proof', 1280],
  ['compare', 1280],
  ['pages', 360],
  ['proof', 360],
])('has nothing that axe objects to: %s at %i px', async (desk, width) => {
  tab = await preview.desk(`desk=${desk}`, { outline: width > 360 });
  await tab.setViewport({ width, height: 740 });
  await tab.waitForSelector(`#desk[data-ready=${desk}]`);
  await tab.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await tab.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run(document, { iframes: false });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 120))
          .join(' | ')}`,
    );
  });
  expect(violations).toEqual([]);
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
