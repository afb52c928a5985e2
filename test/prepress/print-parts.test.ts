import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { cacheFolder } from '../../scripts/chromium/cache-folder.js';
import { findBrowser } from '../../scripts/chromium/find-browser.js';
import { finish } from '../../scripts/prepress/finish.js';
import { bookParts } from '../../scripts/prepress/parts/book-parts.js';
import { finishPart } from '../../scripts/prepress/parts/finish-part.js';
import { joinParts } from '../../scripts/prepress/parts/join-parts.js';
import { frameOf } from '../../scripts/prepress/parts/part-frame.js';
import { printParts } from '../../scripts/prepress/parts/print-parts.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { printBook } from '../../scripts/prepress/print-book.js';
import { type PdfReading, readPdf } from '../../scripts/prepress/read/read-pdf.js';
import type { Assembled } from '../../scripts/typeset/assemble/assemble.js';
import { subsetFonts } from '../../scripts/typeset/fonts/fonts.js';
import { printDocuments } from './print-sample.js';
import { sampleBook } from './sample-book.js';
import { treeOf } from './tree-of.js';

const picture =
  '<img alt="红 (node00000007) 3 0 R" width="40" height="40" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==">';
const table = (words: string) =>
  `<table><tr><th>${words}</th><th>数</th></tr><tr><td>甲</td><td>１</td></tr></table>`;

/** Pages of four galleys, with what a file counts as a whole: links, notes, tables, split and moored blocks, headings. */
const galleys: string[][] = [
  [
    `<h1>目录</h1><ul><li><a href="#a">甲编</a></li><li><a href="#b">乙节</a></li><li><a href="#d">丁编</a></li></ul>${picture}`,
  ],
  [
    `<h1 id="a">甲编（一）</h1><p>正文<span class="note-call"><a href="#n1">①</a></span>又见<a href="#b">乙节</a>。</p>${table('地')}<p class="note" id="n1">注：汉<b>字</b>。</p>`,
    '<article data-fragment="1" data-split-to><p data-fragment="2" data-split-to>这一段分在两</p></article>',
    '<article data-fragment="1" data-split-from><p data-fragment="2" data-split-from>页。</p></article><p><ruby>漢<rt>hàn</rt></ruby></p>',
  ],
  [
    `<h2 id="b">乙节</h2>${picture}<p style="opacity: .5">淡<b>墨</b></p><p>回<a href="#a">甲编</a>去，<span class="note-call"><a href="#n2">①</a></span></p><p class="note" id="n2">又注</p>`,
    `<figure data-moored="3">${picture}</figure><article data-fragment="1" data-split-to><p data-mooring="3">先读此段。</p></article>`,
    `<article data-fragment="1" data-split-from><p>后读此段。</p></article>${table('名')}`,
  ],
  [
    '',
    '<h1 id="d">丁编</h1><p lang="en">Made in <a href="https://example.org/(3 0 R)">China</a></p><h3>戊</h3>',
  ],
];

const css = `@page { size: 148mm 210mm; margin: 0 } html, body { margin: 0; font-family: serif-test }
.pagedjs_page { width: 148mm; height: 210mm; overflow: hidden; break-after: page }
.pagedjs_page:last-child { break-after: auto }`;
const pageOf = (html: string) => `<div class="pagedjs_page">${html}</div>`;
const documentOf = (pages: string, anchors = '') =>
  `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>书</title><style>${css}</style></head><body><main>${pages}</main>${anchors}</body></html>`;
const assembledOf = (all: readonly string[][]) =>
  ({
    css,
    pages: all.flatMap((pages, galley) => pages.map((html) => ({ html: pageOf(html), galley }))),
  }) as Assembled;
const options = (pages: number) => ({
  modified: new Date(0),
  labels: Array.from({ length: pages }, (_, index) => `${index + 1}`),
});

/** All that readers find in a file besides the places of its glyphs. */
const readingOf = (reading: PdfReading) => ({
  tree: treeOf(reading),
  outline: reading.outline.map(({ title, depth, destination }) => [title, depth, destination?.page]),
  links: reading.pages.map(({ links }) =>
    links.map(({ uri, destination }) => [uri, destination?.page, Math.round(destination?.y ?? 0)]),
  ),
  texts: reading.pages.map(({ content }) => content().glyphs.map(({ text, mcid }) => [text, mcid])),
});

describe('a book that is printed in parts', () => {
  it('is the book that is printed whole, with each font and picture once', async () => {
    const assembled = assembledOf(galleys);
    const parts = bookParts(assembled, { leastPages: 1, leastInAll: 2 });
    expect(parts.length).toBe(galleys.length);
    const whole = documentOf(assembled.pages.map(({ html }) => html).join('\n'));
    const documents = parts.map(({ pages, anchors }) => documentOf(pages, anchors));
    const [printed, ...pieces] = await printDocuments([whole, ...documents, ...documents.toReversed()]);
    const finished = await Promise.all(
      pieces.map((piece, index) => finishPart(piece, [...parts, ...parts.toReversed()][index]!.above)),
    );
    const joined = joinParts(finished.slice(0, parts.length).map(frameOf))!;
    const again = joinParts(finished.slice(parts.length).toReversed().map(frameOf))!;
    const files = await Promise.all(
      [printed!, { joined }, { joined: again }].map((file) =>
        finish(file, sampleBook, options(assembled.pages.length)),
      ),
    );
    // In another order the browser gives its nodes other numbers.
    expect(Buffer.from(files[2]!).equals(files[1]!)).toBe(true);
    const [one, other] = await Promise.all(files.slice(0, 2).map((file) => readPdf(file)));
    expect(readingOf(other!)).toEqual(readingOf(one!));
    expect(readingOf(one!).outline.length).toBeGreaterThan(4);
    expect(readingOf(one!).links.flat().length).toBe(8);
    expect(readingOf(one!).tree).toContain('Reference');
    expect(other!.fonts.size).toBe(one!.fonts.size);
    const count = (file: Uint8Array) => Buffer.from(file).toString('latin1').split('/Subtype /Image').length;
    expect(count(files[1]!)).toBe(count(files[0]!));
    expect(await preflight(files[1]!)).toEqual(await preflight(files[0]!));
  });

  it('is printed whole where a part is not as the browser writes it', () => {
    expect(joinParts([])).toBe(undefined);
    const part = { bytes: Buffer.alloc(0), objects: [{ number: 1, text: '<<\n>>' }], root: 1, info: 1 };
    expect(joinParts([frameOf(part)])).toBe(undefined);
  });
});

describe('parts in the cache', () => {
  const usual = process.env.CHONGPAI_CACHE;
  const root = mkdtempSync(join(tmpdir(), 'chongpai-parts-test-'));
  let pool: BrowserPool;
  let browser = '';
  beforeAll(async () => {
    await findBrowser();
    browser = cacheFolder('browser');
    pool = newBrowserPool();
  });
  afterAll(async () => {
    if (usual === undefined) delete process.env.CHONGPAI_CACHE;
    else process.env.CHONGPAI_CACHE = usual;
    await pool.close();
    rmSync(root, { recursive: true, force: true });
  });
  const useCache = (name: string) => {
    process.env.CHONGPAI_CACHE = join(root, name);
    mkdirSync(join(root, name), { recursive: true });
    symlinkSync(browser, join(root, name, 'browser'));
  };
  const kept = () => readdirSync(cacheFolder('prints')).length;

  it('serve a changed book, whose bytes are those of one that was printed for the first time', async () => {
    const pages = (words: string) => Array.from({ length: 50 }, (_, index) => `<p>${words}${index}页</p>`);
    const book = (changed: string) => [pages('甲'), pages(changed), pages('丙')];
    const faces = [{ family: 'serif-test', weight: 400 as const, file: 'NotoSerifSC_400Regular.ttf' }];
    const fonts = await subsetFonts(faces, '甲乙丙丁页0123456789');
    const build = async (words: string) => {
      const assembled = assembledOf(book(words));
      const withFonts = { ...assembled, css: `${fonts.css}\n${css}` };
      const printed = await printBook(sampleBook, withFonts, pool, { fonts, program: '1' });
      return Buffer.from(await finish(printed, sampleBook, options(150)));
    };
    useCache('one');
    const first = await build('乙');
    expect(kept()).toBe(3);
    const changed = await build('丁');
    expect(kept()).toBe(4);
    expect((await build('乙')).equals(first)).toBe(true);
    expect(kept()).toBe(4);
    useCache('other');
    expect((await build('丁')).equals(changed)).toBe(true);
    expect(changed.equals(first)).toBe(false);
  });

  it('are the same whether tabs print all of them one after the other, or give way to fresh ones', async () => {
    const faces = [{ family: 'serif-test', weight: 400 as const, file: 'NotoSerifSC_400Regular.ttf' }];
    const fonts = await subsetFonts(faces, '第页0123456789');
    const assembled = assembledOf(Array.from({ length: 24 }, (_, index) => [`<h1>第${index}页</h1>`]));
    const parts = bookParts(assembled, { leastPages: 1, leastInAll: 2 });
    const frame = documentOf('').replace('<style>', () => `<style>${fonts.css}\n`);
    const print = (some: typeof parts) => printParts(some, pool, { frame, fonts, program: '1' });
    const finished = async (some: Awaited<ReturnType<typeof print>>) =>
      Buffer.from(await finish({ joined: joinParts(some)! }, sampleBook, options(parts.length)));
    useCache('many');
    const many = await finished(await print(parts));
    expect(kept()).toBe(24);
    useCache('few');
    const few = [
      await print(parts.slice(0, 9)),
      await print(parts.slice(9, 18)),
      await print(parts.slice(18)),
    ];
    expect((await finished(few.flat())).equals(many)).toBe(true);
  });
});
