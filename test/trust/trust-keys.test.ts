import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { say } from '../../scripts/article/words/say.js';
import { browserCode } from '../../scripts/chromium/browser-code.js';
import { contentKey } from '../../scripts/chromium/content-key.js';
import { browserIdentity } from '../../scripts/chromium/find-browser.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { filesOf } from '../../scripts/outputs/files-of.js';
import { sha256, traceKey, traceOf } from '../../scripts/trace.js';
import type { Book } from '../../scripts/typeset/book/galley.js';
import { bookCss } from '../../scripts/typeset/pages/book-css.js';
import { type Design, pageCache } from '../../scripts/typeset/pages/page-cache.js';
import { newFolder } from '../cli/run.js';
import { png } from './publication.js';

const usual = process.env.CHONGPAI_CACHE;
const files: Record<string, string | Uint8Array> = {
  'manuscript/publication.yaml': 'title: 报\n',
  'manuscript/names.txt': '歐巴馬 = 奥巴马\n',
  'manuscript/book/01.md': '# 一\n\n正文。\n',
  'manuscript/book/issue.yaml': 'title: 期\n',
  'manuscript/book/overrides.yaml': 'off: [dash]\n',
  'manuscript/book/source.txt': '本报讯　今日晴。\n',
  'manuscript/book/en/01.md': '# One\n',
  'manuscript/book/p.png': png(9, 9, 7),
  'styles/custom.css': 'p { color: red }\n',
  'styles/mine/page.css': '@page {}\n',
  browser: '#!/bin/sh\necho Chromium 1\n',
  'font.ttf': readFileSync(fontFile()),
};
const folder = newFolder(files);
const edition = editionOf('zh-Hans');

/** Any TrueType font: here one from a library's tests. */
function fontFile(): string {
  return join(packageRoot, 'node_modules/fontverter/testdata/Roboto-400.ttf');
}

/** The current key of the PDF of an issue. */
async function keyNow(): Promise<string> {
  const place = findPublication(folder.root);
  const fonts = edition.fonts.slice(0, 1).map((face) => ({ ...face, file: folder.path('font.ttf') }));
  const issue = folder.path('manuscript/book');
  const browser = await browserIdentity({
    executable: folder.path('browser'),
    origin: say('origin-embedded'),
  });
  const traced = {
    files: filesOf(issue, place),
    place,
    folder: issue,
    edition: { ...edition, fonts },
    browser,
  };
  return traceKey(await traceOf(traced));
}

beforeAll(() => {
  mkdirSync(folder.path('cache'));
  process.env.CHONGPAI_CACHE = folder.path('cache');
});
afterAll(() => {
  if (usual === undefined) delete process.env.CHONGPAI_CACHE;
  else process.env.CHONGPAI_CACHE = usual;
  folder.remove();
});

describe('the key of a PDF', () => {
  it.each(Object.keys(files))(
    'misses when %s is another one, and hits when it is as it was',
    async (name) => {
      const content = Buffer.from(files[name]!);
      const before = await keyNow();
      // One byte, of the same length: neither size nor time tells the difference.
      const other = Buffer.from(content);
      other[content.length - 2]! ^= 1;
      folder.write(name, other, name === 'browser' ? 0o755 : 0o644);
      expect(await keyNow()).not.toBe(before);
      folder.write(name, content, name === 'browser' ? 0o755 : 0o644);
      expect(await keyNow()).toBe(before);
    },
  );

  it.each(['manuscript/book/02.md', 'manuscript/book/names.txt', 'styles/editions/zh-Hans.css'])(
    'misses when there is a new %s',
    async (name) => {
      const before = await keyNow();
      folder.write(name, 'p {}\n');
      expect(await keyNow()).not.toBe(before);
      rmSync(folder.path(name));
      expect(await keyNow()).toBe(before);
    },
  );

  it('misses with another date of making', async () => {
    const before = await keyNow();
    process.env.SOURCE_DATE_EPOCH = '1';
    expect(await keyNow()).not.toBe(before);
    delete process.env.SOURCE_DATE_EPOCH;
    expect(await keyNow()).toBe(before);
  });
});

describe('the key of pages', () => {
  const book = { lang: 'zh-Hans', css: ['p {}'], pageCss: '@page {}' } as unknown as Book;
  const design = {
    book,
    fonts: { identity: 'f' },
    rules: { css: 'r', blank: 'b' },
    code: { key: 'c' },
    browser: 'x',
  } as unknown as Design;
  const job = { galley: 'g', html: '<p>文</p>' };
  const others: Record<string, unknown> = {
    sheet: { ...design, book: { ...book, css: ['p { }'] } },
    language: { ...design, book: { ...book, lang: 'zh-Hant' } },
    fonts: { ...design, fonts: { identity: 'g' } },
    'page rules': { ...design, rules: { css: 's', blank: 'b' } },
    'layout code': { ...design, code: { key: 'd' } },
    browser: { ...design, browser: 'y' },
  };

  it.each(Object.keys(others))('misses with another %s', (name) => {
    const pages = { pages: [], troubles: [] } as never;
    pageCache(design).write(job, pages);
    expect(pageCache(others[name] as Design).read(job)).toBeUndefined();
    expect(pageCache(design).read(job)).toEqual(pages);
  });

  it('is of the three sheets that layout itself reads', () => {
    for (const name of ['lines/lines.css', 'pages/parallel.css', 'pages/split.css'])
      expect(bookCss(book)).toContain(readFileSync(join(packageRoot, 'scripts/typeset', name), 'utf8'));
  });
});

describe('the script of a tab', () => {
  /** The cache entry with Paged.js. */
  const entry = () =>
    readdirSync(folder.path('cache/js'))
      .map((name) => folder.path(`cache/js/${name}`))
      .find((file) => readFileSync(file, 'utf8').includes('node_modules/pagedjs'))!;

  it('is kept with the content of all that went in, Paged.js too', async () => {
    await browserCode('typeset/page-box/paged');
    const text = readFileSync(entry(), 'utf8');
    const { inputs } = JSON.parse(text.slice(text.indexOf('\n') + 1));
    expect(Object.keys(inputs).length).toBeGreaterThan(3);
    for (const [path, key] of Object.entries(inputs)) expect(sha256(readFileSync(path))).toBe(key);
  });

  it('is bundled anew when it is damaged', async () => {
    const sound = await browserCode('typeset/page-box/paged');
    const file = entry();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('chongpai=', 'chongpay='));
    // A process keeps the script that it has; the next one reads the file.
    vi.resetModules();
    const next = await import('../../scripts/chromium/browser-code.js');
    expect((await next.browserCode('typeset/page-box/paged')).key).toBe(sound.key);
    expect(sha256(readFileSync(file))).not.toBe(sha256(text.replace('chongpai=', 'chongpay=')));
  });
});

describe('contentKey', () => {
  it('is of the content, also of one that is as large and as old', async () => {
    const file = folder.path('large');
    const write = (text: string) => {
      writeFileSync(file, text);
      utimesSync(file, new Date(0), new Date(0));
    };
    write('甲');
    const before = await contentKey([file]);
    write('乙');
    expect(await contentKey([file])).not.toBe(before);
    write('甲');
    expect(await contentKey([file])).toBe(before);
  });
});
