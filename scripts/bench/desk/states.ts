import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'puppeteer';
import type { Table } from '../table.js';

const desks = ['pages', 'proof', 'compare'] as const;
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const;
const surroundings = ['light', 'dark'] as const;
/** Sizes of a phone, of a window of 1280 px at 200 % zoom, and of a notebook. */
const widths = [360, 640, 1280] as const;
const longestMs = 60_000;

interface Axe {
  run(root: Document, options: object): Promise<{ violations: { id: string }[] }>;
}

/** Violations that axe finds in every state of the desk, with all parts open, and in forced colours. */
export async function benchStates(tab: Tab, url: string): Promise<Table> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const found: string[] = [];
  let states = 0;
  const check = async (name: string) => {
    await tab.evaluate(axe);
    const ids = await tab.evaluate(async () => {
      const { axe: own } = globalThis as unknown as { axe: Axe };
      const { violations } = await own.run(document, { iframes: false, resultTypes: ['violations'] });
      return violations.map(({ id }) => id);
    });
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    states++;
    for (const id of [...ids, ...(overflow > 0 ? ['sideways scroll'] : [])]) found.push(`${name}: ${id}`);
  };
  for (const desk of desks)
    for (const width of widths)
      for (const language of languages)
        for (const around of surroundings) {
          await show(tab, url, { desk, width, language, around });
          await check(`${desk} ${width} ${language} ${around}`);
        }
  const session = await tab.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: 'active' }],
  });
  for (const desk of desks) {
    await show(tab, url, { desk, width: 1280, language: 'en', around: 'light' });
    await check(`${desk} in forced colours`);
  }
  return {
    title: 'Desk: axe in every state',
    head: ['states', 'violations (goal 0)', 'where'],
    rows: [[String(states), String(found.length), found.slice(0, 12).join('; ')]],
  };
}

interface State {
  desk: (typeof desks)[number];
  width: number;
  language: string;
  around: string;
}

async function show(tab: Tab, url: string, { desk, width, language, around }: State): Promise<void> {
  await tab.setViewport({ width, height: 740 });
  await tab.goto(`${url}shelf`);
  await tab.evaluate(
    (kept) => localStorage.setItem('chongpai', kept),
    JSON.stringify({ language, surroundings: around, outline: width > 700 }),
  );
  await tab.goto(`${url}?issue=own&desk=${desk}`);
  await tab.waitForSelector(`#desk[data-ready=${desk}]`, { timeout: longestMs });
  if (desk === 'pages') await tab.click('.menu summary');
  if (desk === 'compare') await tab.keyboard.press('/');
  if (desk !== 'proof') return;
  for (const key of ['j', 'j', 'n', '/', 'Escape', 'j', 'o'] as const) await tab.keyboard.press(key);
  await tab.$eval('.piece[aria-current] .role', (button) => (button as HTMLElement).click());
  await tab.waitForSelector('.role-choice');
}
