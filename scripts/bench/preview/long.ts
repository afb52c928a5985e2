import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { packageRoot } from '../../article/package-root.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { cacheFolder } from '../../chromium/cache-folder.js';
import { findBrowser } from '../../chromium/find-browser.js';
import { unpackFonts } from '../../typeset/fonts/packed-fonts.js';
import { cpuMs, measure } from '../process-tree.js';
import { type Chapter, writePublication } from '../scale/book.js';
import type { Table } from '../table.js';

/** Characters of a long story, and of its printed lines. */
const storyCharacters = 150_000;
const lineCharacters = 17;
/** Number of openings with an empty cache, and with the cache of the opening before. */
const rounds = 3;
const longestMs = 300_000;
/** Parts of the cache that belong to a book; the others are made once for a version of the program. */
const ofTheBook = ['pages', 'fonts', 'pdf', 'restored'];
/** Time until a person opens the address, about. */
const openingMs = 700;

/**
 * Measures long texts as a person opens them: `chongpai preview` in a separate process, then a tab. The caches hold
 * only the browser and the fonts, which a machine unpacks once. Times start when the address is opened; CPU time is
 * that of the server and its browser together.
 */
export async function benchLong(
  pool: BrowserPool,
  folder: string,
  chapters: readonly Chapter[],
): Promise<Table> {
  await Promise.all([findBrowser(), unpackFonts()]);
  const book = join(folder, 'long-book');
  writePublication(book, chapters);
  const story = join(folder, 'long-story');
  writeStory(story, chapters);
  for (const root of [book, story]) await warmProgram(root);
  const rows: string[][] = [];
  const firstSheet = () =>
    (document
      .querySelector<HTMLIFrameElement>('iframe[data-state=here]')
      ?.contentDocument?.querySelector('.desk-sheet .type-area')
      ? 1
      : 0) > 0;
  const filled = () => document.querySelector('.piece:not([data-empty]) .restored-text') !== null;
  const ready = () => document.querySelector('#desk[data-ready]') !== null;
  for (const kind of ['empty cache', 'cache of the last time'])
    for (const [name, root, query, seen, goal] of [
      ['book: first pages', book, '', firstSheet, 1500],
      ['story of 150,000 characters: its text', story, 'desk=proof', filled, 1500],
    ] as const) {
      const times: Opening[] = [];
      for (let round = 0; round < rounds; round++)
        times.push(await open(pool, { root, query, isFresh: kind === 'empty cache' }, seen, ready));
      const median = (pick: (one: Opening) => number) =>
        Math.round(times.map(pick).sort((a, b) => a - b)[rounds >> 1]!);
      rows.push([
        name,
        kind,
        ...[
          median((one) => one.seenMs),
          median((one) => one.seenCpuMs),
          median((one) => one.readyMs),
          median((one) => one.taskMs),
          goal,
        ].map(String),
      ]);
    }
  return {
    title: `Preview: long texts (median of ${rounds}; load ${loadavg()[0]!.toFixed(1)} at the end)`,
    head: [
      'what',
      'cache',
      'seen, ms',
      'CPU till then, ms',
      'all there, ms',
      'main thread of the tab, CPU ms',
      'goal',
    ],
    rows,
  };
}

/** Builds a short book first, so that browser and fonts are unpacked and the program's tables are made. */
async function warmProgram(root: string): Promise<void> {
  const cache = join(root, 'cache');
  mkdirSync(cache, { recursive: true });
  for (const name of ['browser', 'js', 'type']) symlinkSync(cacheFolder(name), join(cache, name));
  const short = join(root, 'warm');
  mkdirSync(join(short, 'manuscript', 'short'), { recursive: true });
  writeFileSync(join(short, 'manuscript', 'publication.yaml'), 'title: 短文\neditions: [zh-Hans]\n');
  writeFileSync(join(short, 'manuscript', 'short', '01.md'), '# 短文\n\n今日晴。\n');
  const { code, output } = await measure(
    [process.execPath, join(packageRoot, 'scripts', 'bin.mjs'), 'build'],
    {
      cwd: short,
      env: { CHONGPAI_CACHE: cache },
      limitMs: longestMs,
    },
  );
  if (code !== 0) throw new Error(`the short book was not built: ${output}`);
}

/** A text broken into printed lines, as an extraction produces it. */
function writeStory(root: string, chapters: readonly Chapter[]): void {
  const issue = join(root, 'manuscript', 'story');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(issue, { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 长文\neditions: [zh-Hans]\n');
  const lines = ['红楼一梦'];
  let characters = 0;
  for (const paragraph of chapters.flatMap(({ paragraphs }) => paragraphs)) {
    if (characters >= storyCharacters) break;
    characters += paragraph.length;
    const text = `　　${paragraph}`;
    for (let at = 0; at < text.length; at += lineCharacters) lines.push(text.slice(at, at + lineCharacters));
  }
  writeFileSync(join(issue, 'source.txt'), `${lines.join('\n')}\n`);
}

interface Opening {
  seenMs: number;
  seenCpuMs: number;
  readyMs: number;
  taskMs: number;
}

async function open(
  pool: BrowserPool,
  { root, query, isFresh }: { root: string; query: string; isFresh: boolean },
  seen: () => boolean,
  ready: () => boolean,
): Promise<Opening> {
  const cache = join(root, 'cache');
  if (isFresh) for (const name of ofTheBook) rmSync(join(cache, name), { recursive: true, force: true });
  const child = spawn(process.execPath, [join(packageRoot, 'scripts', 'bin.mjs'), 'preview'], {
    cwd: root,
    env: { ...process.env, CHONGPAI_CACHE: cache },
  });
  try {
    const url = await addressOf(child);
    await new Promise((done) => setTimeout(done, openingMs));
    return await pool.use(async ({ browser }) => {
      const tab = await browser.newPage();
      const client = await tab.createCDPSession();
      await client.send('Performance.enable', { timeDomain: 'threadTicks' });
      await tab.setViewport({ width: 1280, height: 800 });
      const cpu = cpuMs(child.pid);
      const start = performance.now();
      await tab.goto(`${url}?${query}`, { waitUntil: 'domcontentloaded' });
      const seenMs = await when(tab, seen, start);
      const seenCpuMs = cpuMs(child.pid) - cpu;
      const readyMs = await when(tab, ready, start);
      const { metrics } = await client.send('Performance.getMetrics');
      const taskMs = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
      await tab.close();
      return { seenMs, seenCpuMs, readyMs, taskMs };
    });
  } finally {
    child.kill('SIGTERM');
    await new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done(undefined)));
  }
}

async function when(tab: Tab, isThere: () => boolean, start: number): Promise<number> {
  await tab.waitForFunction(isThere, { polling: 'raf', timeout: longestMs });
  return performance.now() - start;
}

/** The address that the preview prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout?.on('data', (chunk) => {
      told += chunk;
      const [address] = /http:\/\/\S+/.exec(told) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the preview ended: ${told}`)));
  });
}
