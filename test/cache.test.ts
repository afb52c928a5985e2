import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRandom } from '../scripts/bench/random.js';
import { cacheFolder } from '../scripts/chromium/cache-folder.js';
import { findBrowser } from '../scripts/chromium/find-browser.js';
import { buildIssues } from '../scripts/commands/build.js';

/** A book of four sections, so that an edit touches one galley of several. */
const ids = ['01', '02', '03', '04'];
const words = [
  '春眠不觉晓，',
  '处处闻啼鸟。',
  '夜来风雨声，',
  '花落知多少。',
  '2025年增长13.6%，',
  '“重排”一词——',
];
const root = mkdtempSync(join(tmpdir(), 'chongpai-cache-test-'));
const usual = process.env.CHONGPAI_CACHE;
/** The unpacked browser is lent to every cache: it is not under test. */
let browser = '';

beforeAll(async () => {
  await findBrowser();
  browser = cacheFolder('browser');
  mkdirSync(join(root, 'manuscript', 'book'), { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 小报\ntrim: A6\neditions: [zh-Hans]\n');
  const sections = ids.map((id) => `  - articles: ["${id}"]\n`).join('');
  writeFileSync(join(root, 'manuscript', 'book', 'issue.yaml'), `date: 2025-02-26\nsections:\n${sections}`);
  for (const id of ids) writeArticle(id, Number(id) * 30);
});

afterAll(() => {
  if (usual === undefined) delete process.env.CHONGPAI_CACHE;
  else process.env.CHONGPAI_CACHE = usual;
  rmSync(root, { recursive: true, force: true });
});

function writeArticle(id: string, length: number): void {
  const random = newRandom(length);
  const text = Array.from({ length }, (_, index) => {
    const word = random.pick(words);
    return index % 9 === 8 ? `${word}\n\n` : word;
  });
  writeFileSync(join(root, 'manuscript', 'book', `${id}.md`), `# 第${Number(id)}篇\n\n${text.join('')}\n`);
}

/** Builds with a cache folder of that name; returns the PDF's bytes and the lines about stages. */
async function build(cache: string): Promise<{ pdf: Buffer; lines: string[] }> {
  const folder = join(root, 'caches', cache);
  mkdirSync(folder, { recursive: true });
  if (!readdirSync(folder).includes('browser')) symlinkSync(browser, join(folder, 'browser'));
  process.env.CHONGPAI_CACHE = folder;
  const out = join(root, 'out', cache);
  const lines: string[] = [];
  const terminal = {
    cwd: root,
    result: () => undefined,
    line: (text: string) => lines.push(text),
    progress: () => undefined,
    input: async () => new Uint8Array(),
  };
  const code = await buildIssues([], { out }, terminal);
  expect(lines.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(code).toBe(0);
  return { pdf: readFileSync(join(out, 'book', 'zh-Hans.pdf')), lines };
}

describe('cache', () => {
  it('gives after random edits the bytes of a clean build', async () => {
    const random = newRandom(20250226);
    await build('warm');
    for (let edit = 0; edit < 2; edit++) {
      writeArticle(random.pick(ids), random.integer(20, 180));
      const warm = await build('warm');
      expect(warm.lines.join('\n')).toMatch(/[1-9]\d* of \d+ galleys from the cache/);
      // Fonts stay: the damaged entries below are made again too, and subsetting takes a second.
      for (const part of ['pages', 'pdf'])
        rmSync(join(root, 'caches', 'clean', part), { recursive: true, force: true });
      const clean = await build('clean');
      expect(clean.lines.join('\n')).toContain(' 0 of ');
      expect(warm.pdf.equals(clean.pdf)).toBe(true);
    }
  });

  it('takes a PDF whose input is unchanged as it is', async () => {
    const first = await build('warm');
    const second = await build('warm');
    expect(second.lines.join('\n')).toContain('unchanged since their proof');
    expect(second.pdf.equals(first.pdf)).toBe(true);
  });

  it('makes damaged entries anew', async () => {
    const sound = await build('warm');
    for (const part of ['pages', 'pdf', 'fonts']) {
      const folder = join(root, 'caches', 'warm', part);
      for (const file of readdirSync(folder)) {
        const bytes = readFileSync(join(folder, file));
        bytes.fill(0x20, bytes.length >> 1, (bytes.length >> 1) + 40);
        writeFileSync(join(folder, file), bytes);
      }
    }
    const mended = await build('warm');
    expect(mended.lines.join('\n')).toContain(' 0 of ');
    expect(mended.pdf.equals(sound.pdf)).toBe(true);
  });

  it('serves two builds at once', async () => {
    const [one, other] = await Promise.all([build('shared'), build('shared')]);
    expect(one.pdf.equals(other.pdf)).toBe(true);
  });
});
