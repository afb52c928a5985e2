import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { patience } from '../patience.js';
import { addShortIssue, type OpenPreview, openSample, paperOf } from './open.js';

let preview: OpenPreview;

beforeAll(async () => {
  preview = await openSample();
  addShortIssue(preview);
});
afterAll(() => preview.close());

it('offers no sheets until the publication asks for a press file; then shows them, and gives the file', async () => {
  const tab = await preview.desk('issue=short&edition=zh-Hans', { mode: 'sheets', zoom: 'spread' });
  const button = 'button[aria-label="Printed sheets"]';
  expect(await tab.$eval(button, (one) => (one as HTMLElement).hidden)).toBe(true);
  expect(await (await paperOf(tab)).$$('.desk-side')).toHaveLength(0);

  appendFileSync(join(preview.root, 'manuscript', 'publication.yaml'), '\npress: saddle\n');
  await tab.waitForSelector(`${button}:not([hidden])`);
  await tab.locator(button).click();
  const paper = await paperOf(tab);
  await paper.waitForSelector('.desk-side');
  const pages = await paper.$$eval('.desk-side', (sides) =>
    sides.map((side) => {
      const box = side.querySelector('.desk-side-paper')!.getBoundingClientRect();
      return [...side.querySelectorAll('.desk-sheet')].map((page) => {
        const { left, right } = page.getBoundingClientRect();
        return {
          label: page.getAttribute('aria-label'),
          isLeft: (left + right) / 2 < box.left + box.width / 2,
          isInside: left >= box.left - 1 && right <= box.right + 1,
        };
      });
    }),
  );
  expect(pages.flat().length % 4).toBe(0);
  expect(pages.flat().every(({ isInside }) => isInside)).toBe(true);
  // The cover is the right half of the first side, and the last page its left half.
  const first = pages[0]!;
  expect(first.find(({ isLeft }) => !isLeft)?.label).toBe('i');
  expect(Number(first.find(({ isLeft }) => isLeft)?.label)).toBe(pages.flat().length - 2);
  expect(await paper.$eval('.desk-feed', (one) => one.textContent)).toMatch(
    /^Saddle stitch: print \d+ A4 sheets/,
  );
  await tab.close();

  const answer = await fetch(`${preview.url}file?issue=short&edition=zh-Hans&output=press`);
  expect(answer.headers.get('content-disposition')).toContain('zh-Hans.press.pdf');
  const press = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  expect(press.pages).toHaveLength(pages.length);
});

it('prints the file of the book, which opens in a tab of its own', async () => {
  const tab = await preview.desk('issue=short');
  const opened = tab.browser().waitForTarget((target) => target.url().includes('/print?'), patience);
  await tab.keyboard.down('Control');
  await tab.keyboard.press('p');
  await tab.keyboard.up('Control');
  const printed = (await (await opened).page())!;
  printed.setDefaultTimeout(patience.timeout);
  const waiting = await printed.waitForSelector('[role=status]');
  expect(await waiting!.evaluate((one) => one.textContent)).toContain('The PDF is being made');
  const file = await fetch(printed.url().replace('/print?', '/file?output=pdf&show=yes&'));
  expect(file.headers.get('content-disposition')).toMatch(/^inline; .*short\.zh-Hans\.pdf$/);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await printed.close();
  await tab.close();
});

it('downloads the PDF of the moment: the one that a build makes, byte for byte', async () => {
  const tab = await preview.desk('issue=short&edition=zh-Hant-HK');
  const folder = join(preview.root, 'downloads');
  const session = await tab.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await tab.locator('.menu summary').click();
  await tab.locator('.download').click();
  const file = join(folder, 'short.zh-Hant-HK.pdf');
  await expect.poll(() => existsSync(file)).toBe(true);
  await tab.close();
  const args = ['build', 'short', '--edition', 'zh-Hant-HK'];
  await promisify(execFile)(process.execPath, [join(packageRoot, 'scripts', 'bin.mjs'), ...args], {
    cwd: preview.root,
  });
  const built = readFileSync(join(preview.root, 'build', 'short', 'zh-Hant-HK.pdf'));
  expect(built.subarray(0, 5).toString()).toBe('%PDF-');
  expect(built.equals(readFileSync(file))).toBe(true);
});
