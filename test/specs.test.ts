import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { layouters } from '../scripts/bench/specs/layouters.js';
import { type Expect, type Outcome, runSpec } from '../scripts/bench/specs/run.js';
import { serveSpecs } from '../scripts/bench/specs/serve.js';
import { launchBrowser, type Printer } from '../scripts/chromium/browser.js';

/** A page like those of Paged.js's specs: named pages, sides, a note, strings, repeated text. */
const html = `<!doctype html><html><head><script src="../../dist/paged.polyfill.js"></script><style>
@page { size: 300px 200px; margin: 20px; @top-center { content: string(title) } }
@page wide { size: 400px 200px }
p { margin: 0; line-height: 16px } h2 { break-before: right; string-set: title content(text) }
.wide { page: wide } .note { float: footnote }
</style></head><body><p>${'same words '.repeat(120)}</p><h2>Two</h2><p>text<span class="note">a note</span></p>
<div class="wide">wide</div></body></html>`;

const spec = `describe('one', () => {
  let page;
  beforeAll(async () => { page = await loadPage('one/one.html'); return page.rendered; }, 1000);
  afterAll(async () => { await page.close(); });
  it('keeps all words', async () => {
    const text = await page.$$eval('.pagedjs_page_content', (all) => all.map((one) => one.textContent).join(''));
    expect(text.match(/same words/g).length).toBe(120);
  });
  it('begins a right page', async () => {
    const side = await page.$eval('h2', (r) => r.closest('.pagedjs_page').className);
    expect(side).toContain('pagedjs_right_page');
  });
  it('sets the note at the foot of its page', async () => {
    expect(await page.$eval('h2', (r) => r.closest('.pagedjs_area').querySelector('.pagedjs_footnote_area').textContent.trim())).toBe('a note');
  });
  it('names pages', async () => {
    expect(await page.$eval('.wide', (r) => r.closest('.pagedjs_page').classList.contains('pagedjs_wide_page'))).toBe(true);
  });
  it('closes its strings', async () => {
    expect(await page.$eval('h2', (r) => r.closest('.pagedjs_page').style.getPropertyValue('--pagedjs-string-first-title'))).toBe('"Two"');
  });
  it('prints', async () => { expect((await page.pdf(PDF_SETTINGS)).length).toBeGreaterThan(1000); });
  xit('is skipped', () => expect(1).toBe(2));
  it('fails', () => expect('that').toBe('this'));
});
`;

const folder = mkdtempSync(join(tmpdir(), 'chongpai-specs-test-'));
let printer: Printer;
let outcomes: Outcome[];

beforeAll(async () => {
  mkdirSync(join(folder, 'specs', 'one'), { recursive: true });
  writeFileSync(join(folder, 'specs', 'one', 'one.html'), html);
  writeFileSync(join(folder, 'specs', 'one', 'one.spec.js'), spec);
  const [ours] = await layouters();
  const { origin, close } = await serveSpecs(folder, ours.script);
  printer = await launchBrowser({ isOnline: true });
  outcomes = await runSpec(
    { folder, spec: 'one/one.spec.js' },
    {
      browser: async () => printer.browser,
      end: () => printer.close(),
      origin,
      expect: expect as unknown as Expect,
    },
  );
  close();
});

afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

it('runs a spec of Paged.js with our pagination in its place', () => {
  const said = outcomes.map(({ name, failure = 'passes' }) => `${name}: ${failure}`);
  expect(said).toEqual([
    'keeps all words: passes',
    'begins a right page: passes',
    'sets the note at the foot of its page: passes',
    'names pages: passes',
    'closes its strings: passes',
    'prints: passes',
    expect.stringMatching(/^fails: expected 'that' to be 'this'/),
  ]);
});
