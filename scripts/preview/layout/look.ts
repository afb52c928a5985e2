import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';

/** A view of the desk for a picture. */
interface Scene {
  name: string;
  query: string;
  /** The stored habits of the desk's user. */
  kept: Record<string, unknown>;
  act?: (tab: Tab) => Promise<void>;
  /** Its only size; a name without a width is then that of its picture. */
  size?: readonly [width: number, height: number];
  /** Pixels of the picture for one of the window; 1 by default. */
  scale?: number;
}

const scenes: Scene[] = [
  { name: 'pages', query: '', kept: {} },
  { name: 'single', query: '', kept: { mode: 'single', outline: true, language: 'zh-Hans' } },
  { name: 'overview', query: '', kept: { mode: 'overview', language: 'en' } },
  { name: 'dark', query: '', kept: { surroundings: 'dark', outline: true, language: 'zh-Hant' } },
  { name: 'proof', query: 'desk=proof&edition=zh-Hant-TW', kept: { language: 'zh-Hans' }, act: showDoubt },
  {
    name: 'correct',
    query: 'desk=proof',
    kept: { language: 'en', surroundings: 'dark' },
    act: correct,
  },
  {
    name: 'again',
    query: 'desk=proof',
    kept: { language: 'en', surroundings: 'dark' },
    act: (tab) => tab.click('.desk-head button:nth-child(2)'),
  },
  { name: 'compare', query: 'desk=compare', kept: { language: 'zh-Hant' } },
  // The picture of the READMEs.
  {
    name: 'desk',
    query: 'desk=proof&edition=zh-Hant-TW',
    kept: { language: 'zh-Hans', surroundings: 'light' },
    act: (tab) => tab.keyboard.press('n'),
    size: [1280, 800],
    // 1,000 px wide: a page of a repository shows no more.
    scale: 1000 / 1280,
  },
];

async function showDoubt(tab: Tab): Promise<void> {
  await tab.click('.mark');
  for (let doubt = 0; doubt < 4; doubt++) await tab.keyboard.press('n');
}

/** Opens a correction form, above the roles of its piece. */
async function correct(tab: Tab): Promise<void> {
  for (const key of ['j', 'j', 'ArrowRight', 'c'] as const) await tab.keyboard.press(key);
  await tab.waitForSelector('.correct input:focus');
}

/** Widths and heights of a phone, a notebook and a large screen. */
const sizes = [
  [360, 740],
  [1280, 800],
  [2560, 1440],
] as const;

/**
 * Takes pictures of the desk at the widths of a phone, a notebook and a large screen, for people who work on it; and
 * the one of the READMEs.
 *
 * @param only the name of a scene, to take no other
 * @param pool of a browser that is online
 */
export async function takePictures(
  url: string,
  folder: string,
  { pool, only }: { pool: BrowserPool; only?: string | undefined },
): Promise<string[]> {
  const wanted = scenes.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0)
    throw problem(say('unknown-scene', only ?? '', scenes.map(({ name }) => name).join(', ')), {
      ruleId: 'usage',
    });
  mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  await pool.use(async ({ browser }) => {
    const tab = await browser.newPage();
    try {
      for (const scene of wanted)
        for (const [width, height] of scene.size ? [scene.size] : sizes) {
          await tab.setViewport({ width, height, deviceScaleFactor: scene.scale ?? 1 });
          await tab.goto(`${url}shelf`);
          await tab.evaluate((kept) => localStorage.setItem('chongpai', kept), JSON.stringify(scene.kept));
          await tab.goto(`${url}?${scene.query}`);
          await tab.waitForSelector('#desk[data-ready]');
          await tab.waitForSelector('[data-type=ready]');
          await tab.evaluate(() => document.fonts.ready.then(() => undefined));
          await scene.act?.(tab);
          const path = join(folder, `${scene.name}${scene.size ? '' : `-${width}`}.png`);
          await tab.screenshot({ path: path as `${string}.png` });
          made.push(path);
        }
    } finally {
      await tab.close().catch(() => undefined);
    }
  });
  return made;
}
