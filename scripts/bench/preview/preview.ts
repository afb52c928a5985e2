import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { packageRoot } from '../../article/package-root.js';
import { type BrowserPool, newBrowserPool } from '../../chromium/browser-pool.js';
import { newWorkshop } from '../../commands/preview/workshop.js';
import { openPreview } from '../../preview/server/server.js';
import { readChapters, writePublication } from '../scale/book.js';
import type { BenchOptions, Table } from '../table.js';
import { benchLong } from './long.js';

/** Number of saves of each kind; the first is reported separately, since it may find something cold. */
const saves = 8;
/** Pause of a person between two saves; nothing of the last one may be left to do then. */
const pauseMs = 700;
/** Time limit of a change. */
const longestMs = 20_000;
const usualPages = 500;

/** One kind of save: the file, its n-th content, and the resulting state of the screen. */
interface Kind {
  name: string;
  file: string;
  text: (before: string, round: number) => string;
  shows: (round: number) => Seen;
}

/** Words on a page, or a style of the type. */
type Seen = { words: string } | { property: string; value: string };

/** Time from a save on disk to the changed screen, in a real browser: an article, names, styles, configuration. */
export async function benchPreview({ data, pages = usualPages }: BenchOptions): Promise<Table[]> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-bench-preview-'));
  const pool = newBrowserPool({ isOnline: true });
  try {
    const sample = join(root, 'sample');
    cpSync(join(packageRoot, 'manuscript'), join(sample, 'manuscript'), { recursive: true });
    const book = join(root, 'book');
    writePublication(book, readChapters(data, pages));
    const rows = [
      ...(await watch(pool, { root: sample, edition: 'zh-Hant-TW', kinds: sampleKinds })),
      ...(await watch(pool, { root: book, edition: 'zh-Hans', kinds: bookKinds })),
    ];
    return [
      {
        title: `Preview: from save to screen, ms (${saves} saves each; load ${loadavg()[0]!.toFixed(1)} at the end)`,
        head: ['saved', 'pages', 'first', 'median', 'worst after it', 'goal'],
        rows,
      },
      await benchLong(pool, root, readChapters(data, pages)),
    ];
  } finally {
    await pool.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Words of the sample, in a different order each time: fonts have them all. */
const known = (round: number) =>
  `${'金昌市人大代表会议'.repeat(2).slice(round % 9, (round % 9) + 5)}${'一二三五七八九十'.charAt(round % 8)}`;
const article = 'manuscript/jinchang-2025-02-26/05.md';
const behind = (before: string, words: string) => `${before.trimEnd()}\n\n${words}。\n`;

const sampleKinds: Kind[] = [
  {
    name: 'article, known characters',
    file: article,
    text: (before, round) => behind(before, known(round)),
    shows: (round) => ({ words: known(round).replace(/[会议]/g, (one) => (one === '会' ? '會' : '議')) }),
  },
  {
    name: 'article, a new character each time',
    file: article,
    text: (before, round) => behind(before, `金昌${fresh(round)}`),
    shows: (round) => ({ words: `金昌${fresh(round)}` }),
  },
  {
    name: 'names.txt',
    file: 'manuscript/jinchang-2025-02-26/names.txt',
    text: (_, round) => `zh-Hant-TW: ${known(round)} = 金昌市\n`,
    shows: (round) => ({ words: known(round) }),
  },
  {
    name: 'publication.yaml',
    file: 'manuscript/publication.yaml',
    text: (before, round) => before.replace(/^title: .*/m, `title: 金昌${known(round)}`),
    shows: (round) => ({ words: known(round).replace(/[会议]/g, (one) => (one === '会' ? '會' : '議')) }),
  },
  {
    name: 'styles/custom.css: colours',
    file: 'styles/custom.css',
    text: (_, round) => `p { color: rgb(${round + 1}, 0, 0); }\n`,
    shows: (round) => ({ property: 'color', value: `rgb(${round + 1}, 0, 0)` }),
  },
  {
    name: 'styles/custom.css: measures',
    file: 'styles/custom.css',
    text: (_, round) => `article p { letter-spacing: ${round + 1}px; }\n`,
    shows: (round) => ({ property: 'letter-spacing', value: `${round + 1}px` }),
  },
];

const bookKinds: Kind[] = [
  {
    name: 'chapter of a long book',
    file: 'manuscript/book/c004.md',
    text: (before, round) => behind(before, bookWords(round)),
    shows: (round) => ({ words: bookWords(round) }),
  },
];
const bookWords = (round: number) =>
  `却说众人一二三五七八九十来了`.slice(0, 4 + (round % 8)) + '一二三五七八九十'.charAt(round % 8).repeat(2);
/** Rare characters, one after another. */
const fresh = (round: number) => '麤羴鱻猋騳犇靐龘'.charAt(round % 8);

interface Watched {
  root: string;
  edition: string;
  kinds: readonly Kind[];
}

async function watch(pool: BrowserPool, { root, edition, kinds }: Watched): Promise<string[][]> {
  const issue = newWorkshop(root, '', { pool }).shelf().issues[0]!;
  const preview = await openPreview(newWorkshop(root, issue, { pool }), {
    port: 0,
    pool,
    line: () => undefined,
  });
  try {
    return await pool.use(async ({ browser }) => {
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1280, height: 800 });
      await tab.goto(`${preview.url}?edition=${edition}`);
      await tab.waitForSelector('#desk[data-ready]', { timeout: 300_000 });
      await pause(2_000);
      const rows: string[][] = [];
      for (const kind of kinds) rows.push(await timeKind(tab, root, kind));
      await tab.close();
      return rows;
    });
  } finally {
    await preview.close();
  }
}

async function timeKind(tab: Tab, root: string, { name, file, text, shows }: Kind): Promise<string[]> {
  const path = join(root, file);
  const before = readIfThere(path);
  const times: number[] = [];
  for (let round = 0; round < saves; round++) {
    const seen = tab.evaluate(whenSeen, shows(round), longestMs);
    const start = Date.now();
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text(before ?? '', round));
    times.push((await seen) - start);
    await pause(pauseMs);
  }
  if (before === undefined) rmSync(path);
  else writeFileSync(path, before);
  await pause(2_000);
  const pages = await tab.$eval(
    'iframe[data-state=here]',
    (frame) => (frame as HTMLIFrameElement).contentDocument!.querySelectorAll('.desk-sheet').length,
  );
  const [first, ...rest] = times;
  const sorted = rest.toSorted((a, b) => a - b);
  const goal = pages > 100 ? 800 : 500;
  return [name, pages, first, sorted[sorted.length >> 1], sorted.at(-1), goal].map(String);
}

/** Runs in the tab: the time when the frame after the one that shows it has been painted. */
function whenSeen(seen: Seen, limit: number): Promise<number> {
  return new Promise((done) => {
    setTimeout(() => done(Number.NaN), limit);
    const isSeen = () => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[data-state=here]');
      const paper = frame?.contentDocument;
      if (!paper) return false;
      if ('words' in seen)
        return [...paper.querySelectorAll('.desk-sheet')].some(({ textContent }) =>
          textContent?.includes(seen.words),
        );
      const paragraph = paper.querySelector('.desk-sheet article p');
      return paragraph !== null && getComputedStyle(paragraph).getPropertyValue(seen.property) === seen.value;
    };
    const look = () => {
      if (!isSeen()) setTimeout(look, 4);
      else requestAnimationFrame(() => setTimeout(() => done(Date.now()), 0));
    };
    look();
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
