import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type OpenPreview, openSample, paperOf } from './open.js';

let preview: OpenPreview;
let tab: Tab;

beforeAll(async () => {
  preview = await openSample();
});
afterEach(() => tab.close());
afterAll(() => preview.close());

const textOf = (selector: string) => tab.$eval(selector, (element) => element.textContent ?? '');

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
  await expect.poll(() => textOf('.search-count')).toBe('1 / 1');
  await expect.poll(() => paper.evaluate(() => CSS.highlights.get('found')?.size)).toBe(1);
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
  await tab.locator('.search input').click({ count: 3 });
  await tab.keyboard.type(overLines);
  expect(overLines).toHaveLength(8);
  await expect.poll(() => textOf('.search-count')).toMatch(/^1 \/ \d+$/);
  await tab.keyboard.type('不在书里');
  await expect.poll(() => textOf('.search-count')).toBe('Not found');
  // Either script finds the other.
  await tab.locator('.search input').click({ count: 3 });
  await tab.keyboard.type('高質量發展');
  await tab.waitForFunction(() =>
    /^1 \/ \d+$/.test(document.querySelector('.search-count')?.textContent ?? ''),
  );
});

it('goes from a word of a page to the same character in the proof, and back', async () => {
  tab = await preview.desk();
  const paper = await paperOf(tab);
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
