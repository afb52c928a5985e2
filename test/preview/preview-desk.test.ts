import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { addShortIssue, type OpenPreview, openSample, paperOf, paperSays, patience } from './open.js';

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
  expect(await folio()).toBe('ii');
  await tab.keyboard.press('ArrowRight');
  expect(await folio()).toBe('i');
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
  await tab.click('[aria-label=Contents]');
  await tab.click('.outline li:nth-child(2) button');
  expect(await tab.$eval('.outline [aria-current] .outline-title', ({ textContent }) => textContent)).toBe(
    '绘就新型工业化现代之城锦绣篇章',
  );
});

it('finds text across line and page breaks', async () => {
  tab = await preview.desk();
  const paper = await paperOf(tab);
  // The last characters of a page and the first of the next, where a paragraph continues.
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
  // A line break in the middle of the search text: the last character of a line and the first of the next.
  const overLines = await paper.$$eval('.desk-sheet p', (paragraphs) => {
    for (const { firstChild } of paragraphs) {
      if (!(firstChild instanceof Text) || firstChild.length < 80) continue;
      const range = document.createRange();
      for (let at = 20; at < firstChild.length - 8; at++) {
        range.setStart(firstChild, at);
        range.setEnd(firstChild, at + 8);
        const text = range.toString();
        if (range.getClientRects().length > 1 && !/\s/.test(text)) return text;
      }
    }
    return '';
  });
  await tab.click('.search input', { count: 3 });
  await tab.keyboard.type(overLines);
  expect(overLines).toHaveLength(8);
  expect(await textOf('.search-count')).toMatch(/^1 \/ \d+$/);
  await tab.keyboard.type('不在书里');
  expect(await textOf('.search-count')).toBe('Not found');
  // Either script finds the other.
  await tab.click('.search input', { count: 3 });
  await tab.keyboard.type('高質量發展');
  await tab.waitForFunction(() =>
    /^1 \/ \d+$/.test(document.querySelector('.search-count')?.textContent ?? ''),
  );
  await tab.keyboard.press('Escape');
  // Printing opens the file of the book in a tab of its own, not a picture of the desk.
  const opened = tab.browser().waitForTarget((target) => target.url().includes('/print?'), patience);
  await tab.keyboard.down('Control');
  await tab.keyboard.press('p');
  await tab.keyboard.up('Control');
  const printed = (await (await opened).page())!;
  expect(await printed.$eval('[role=status]', (one) => one.textContent)).toContain('The PDF is being made');
  await printed.close();
  await tab.bringToFront();
  const file = await fetch(`${preview.url}file?edition=zh-Hans&output=pdf&show=yes`);
  expect(file.headers.get('content-disposition')).toMatch(/^inline; .*zh-Hans\.pdf$/);
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  // From a word of a page to the same character in the proof, and back.
  await tab.keyboard.press('Escape');
  const { x, y } = await paper.$$eval('.desk-sheet article p', (paragraphs) => {
    const p = paragraphs.find(({ textContent }) => textContent?.includes('当清晨的'))!;
    p.scrollIntoView({ block: 'center' });
    const text = [...p.childNodes].find((node) => node instanceof Text && node.data.includes('清晨')) as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf('清晨'));
    range.setEnd(text, text.data.indexOf('清晨') + 1);
    const box = range.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  const frame = await tab.$eval('iframe[data-state=here]', (one) => one.getBoundingClientRect().toJSON());
  await tab.mouse.click(frame.left + x, frame.top + y, { count: 2 });
  await tab.waitForSelector('#desk[data-ready=proof]');
  await tab.waitForFunction(() => {
    const [picked] = CSS.highlights.get('picked') ?? [];
    return picked !== undefined && String(picked).startsWith('清');
  });
  await tab.keyboard.press('v');
  await tab.waitForSelector('#desk[data-ready=pages]');
  await tab.waitForFunction(() =>
    /^1 \/ \d+$/.test(document.querySelector('.search-count')?.textContent ?? ''),
  );
});

it('switches the theme, and keeps it in the address', async () => {
  tab = await preview.desk();
  const measure = async () =>
    (await paperOf(tab)).$eval(
      '.desk-sheet article p',
      (p) => getComputedStyle(p).fontSize + getComputedStyle(p).lineHeight,
    );
  const before = await measure();
  await tab.click('.menu summary');
  await tab.select('.menu-panel label.choice:nth-of-type(1) select', 'newspaper');
  await expect.poll(measure, patience).not.toBe(before);
  expect(new URL(tab.url()).searchParams.get('theme')).toBe('newspaper');
  await paperSays(tab, '金昌日报');
});

it('opens on the same book and place of work after a reload', async () => {
  tab = await preview.desk('edition=zh-Hant-TW&desk=proof');
  await tab.select('.edition select', 'zh-Hans');
  await tab.click('.tabs button:nth-child(1)');
  await tab.waitForSelector('#desk[data-ready=pages]');
  await tab.reload();
  await paperSays(tab, '金昌日报');
  expect(await tab.$eval('.edition select', (select) => (select as HTMLSelectElement).value)).toBe('zh-Hans');
});

it('downloads the PDF of the moment: the one that a build makes, byte for byte', async () => {
  addShortIssue(preview);
  tab = await preview.desk('issue=short&edition=zh-Hant-HK');
  const folder = join(preview.root, 'downloads');
  const session = await tab.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await tab.click('.menu summary');
  await tab.click('.download');
  const file = join(folder, 'short.zh-Hant-HK.pdf');
  await expect.poll(() => existsSync(file), patience).toBe(true);
  const args = ['build', 'short', '--edition', 'zh-Hant-HK'];
  await promisify(execFile)(process.execPath, [join(packageRoot, 'scripts', 'bin.mjs'), ...args], {
    cwd: preview.root,
  });
  const built = readFileSync(join(preview.root, 'build', 'short', 'zh-Hant-HK.pdf'));
  expect(built.subarray(0, 5).toString()).toBe('%PDF-');
  expect(built.equals(readFileSync(file))).toBe(true);
});
