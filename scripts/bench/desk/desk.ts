import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyInput, Page as Tab } from 'puppeteer';
import { packageRoot } from '../../article/package-root.js';
import { type BrowserPool, newBrowserPool } from '../../chromium/browser-pool.js';
import { newWorkshop } from '../../commands/preview/workshop.js';
import type { Workshop } from '../../preview/layout/workshop.js';
import { openPreview } from '../../preview/server/server.js';
import type { Table } from '../table.js';
import { type Fault, faults, page } from './faults.js';
import { type Act, actsIn, carryOut } from './pointer.js';
import { benchStates } from './states.js';

const sample = 'jinchang-2025-02-26';
/** Time limit of a decision on a loaded machine. */
const longestMs = 30_000;
/** No way to settle all questions takes as many keys. */
const mostKeys = 200;

/**
 * The proof desk, worked by keys in a real browser: keys for fifteen planted faults, and keys to no open question on
 * the sample, for Taiwan.
 */
export async function benchDesk(): Promise<Table[]> {
  const root = mkdtempSync(join(tmpdir(), 'chongpai-bench-desk-'));
  cpSync(join(packageRoot, 'manuscript'), join(root, 'manuscript'), { recursive: true });
  const own = join(root, 'manuscript', 'own');
  mkdirSync(own);
  writeFileSync(join(own, 'source.txt'), page);
  const pointed = join(root, 'manuscript', 'pointed');
  mkdirSync(pointed);
  writeFileSync(join(pointed, 'source.txt'), page);
  const pool = newBrowserPool({ isOnline: true });
  const workshop = newWorkshop(root, sample, { pool });
  const preview = await openPreview(workshop, {
    port: 0,
    pool,
    line: () => undefined,
  });
  try {
    return [
      await withDesk(pool, `${preview.url}?issue=own&desk=proof`, (tab) => mendAll(tab, own)),
      await withDesk(pool, `${preview.url}?issue=pointed&desk=proof`, (tab) => pointAll(tab, pointed)),
      await withDesk(pool, `${preview.url}?issue=own&desk=proof`, (tab) => benchStates(tab, preview.url)),
      ...(await onPaper(workshop, () =>
        withDesk(pool, `${preview.url}?issue=${sample}&desk=proof&edition=zh-Hant-TW`, settleAll),
      )),
    ];
  } finally {
    await preview.close();
    await pool.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * The book for Taiwan before and after a session: the machine's own choices were confirmed, so no character may differ.
 */
async function onPaper(workshop: Workshop, session: () => Promise<Table>): Promise<Table[]> {
  const wanted = { issue: sample, edition: 'zh-Hant-TW' };
  const textOf = async () => {
    const { book, messages } = await workshop.book(wanted);
    return {
      // The notes about the book tell how many questions are open.
      passages: book.passages.filter(({ id }) => /^s\d+-/.test(id)).map(({ text }) => text),
      hasIndex: book.galleys.some(({ html }) => html.includes('id="index"')),
      open: messages.filter(({ ruleId }) => ruleId === 'ambiguous').length,
    };
  };
  const before = await textOf();
  const table = await session();
  const after = await textOf();
  const differing = after.passages.filter((text, at) => text !== before.passages[at]).length;
  const { bytes } = await workshop.output(wanted, 'pdf');
  const rows = [
    ['passages that differ from before (goal 0)', String(differing), String(after.passages.length)],
    ['index of things that are no names (goal no)', after.hasIndex ? 'yes' : 'no', ''],
    ['characters still open', String(after.open), String(before.open)],
    ['the PDF, proven against the manuscript', `${Math.round(bytes.length / 1024)} KB`, ''],
  ];
  return [
    table,
    { title: 'Desk: the printed book after that session', head: ['', 'after', 'of / before'], rows },
  ];
}

function withDesk<T>(pool: BrowserPool, url: string, work: (tab: Tab) => Promise<T>): Promise<T> {
  return pool.use(async ({ browser }) => {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1280, height: 800 });
    await tab.evaluateOnNewDocument(() => localStorage.setItem('chongpai', '{"language":"zh-Hans"}'));
    await tab.goto(url);
    await tab.waitForSelector('.piece', { timeout: 120_000 });
    await tab.waitForSelector('#desk[data-ready=proof]', { timeout: 120_000 });
    try {
      return await work(tab);
    } finally {
      await tab.close();
    }
  });
}

async function mendAll(tab: Tab, folder: string): Promise<Table> {
  const rows: string[][] = [];
  let sum = 0;
  await tab.keyboard.press('j');
  for (const fault of faults) {
    const isMended = await mend(tab, folder, fault);
    sum += fault.keys.length;
    rows.push([fault.name, String(fault.keys.length), isMended ? 'yes' : 'no']);
  }
  rows.push(['mean (goal 6)', (sum / faults.length).toFixed(1), '']);
  return { title: 'Desk: fifteen planted faults, by keyboard', head: ['fault', 'keys', 'mended'], rows };
}

/** Mends the same faults with the pointer. */
async function pointAll(tab: Tab, folder: string): Promise<Table> {
  const rows: string[][] = [];
  let [sum, places] = [0, 0];
  for (const fault of faults) {
    const { acts, again, name } = fault;
    const point = (all: readonly Act[]) => async () => {
      for (const act of all) await carryOut(tab, act);
    };
    if (again) await whenMended(tab, folder, () => true, point(acts));
    const isMended = await whenMended(tab, folder, fault.isMended, point(again ?? acts));
    const count = actsIn([...acts, ...(again ?? [])]);
    sum += count;
    places += again ? 2 : 1;
    rows.push([name, String(count), isMended ? 'yes' : 'no']);
  }
  rows.push([`mean of ${places} places (goal 3)`, (sum / places).toFixed(1), '']);
  return {
    title: 'Desk: the same faults mended with the pointer',
    head: ['fault', 'presses and characters', 'mended'],
    rows,
  };
}

const mend = (tab: Tab, folder: string, { keys, isMended }: Fault) =>
  whenMended(tab, folder, isMended, async () => {
    for (const key of keys) await strike(tab, key);
  });

async function whenMended(
  tab: Tab,
  folder: string,
  isMended: Fault['isMended'],
  act: () => Promise<void>,
): Promise<boolean> {
  // Two corrections of one kind are told in the same words.
  const revision = () =>
    tab.evaluate(() =>
      ['.decisions [role=status]', '.history-panel .count']
        .map((place) => document.querySelector(place)?.textContent)
        .join(),
    );
  const before = await revision();
  await act();
  const deadline = Date.now() + longestMs;
  while (Date.now() < deadline) {
    if (isMended(textOf(folder)) && (await revision()) !== before) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

async function strike(tab: Tab, key: string): Promise<void> {
  const [modifier, main] = key.startsWith('Shift ') ? ['Shift' as KeyInput, key.slice(6)] : [undefined, key];
  // A person looks before deciding: the list of hits is there, and the field that a key opens.
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
  if (modifier) await tab.keyboard.down(modifier);
  if (main.length === 1 && main > '\u007f') await tab.keyboard.sendCharacter(main);
  else await tab.keyboard.press(main as KeyInput);
  if (modifier) await tab.keyboard.up(modifier);
}

const textOf = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => /^\d+\.md$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

async function settleAll(tab: Tab): Promise<Table> {
  const state = () =>
    tab.evaluate(() => ({
      places: Number(document.querySelector('.doubt-panel .count')?.textContent),
      questions: document.querySelectorAll('.doubts > li:not(.none)').length,
    }));
  await tab.waitForSelector('.doubts [data-rule=ambiguous]', { timeout: longestMs });
  const before = await state();
  let keys = 0;
  for (; keys < mostKeys && (await state()).places > 0; keys++) {
    const { places } = await state();
    await tab.keyboard.press('A');
    const isFewer = await tab
      .waitForFunction(
        (was) => Number(document.querySelector('.doubt-panel .count')?.textContent) !== was,
        { timeout: longestMs },
        places,
      )
      .then(() => true)
      .catch(() => false);
    // What stands is told below: the desk could not settle it.
    if (!isFewer) break;
  }
  const told = await tab.evaluate(() => [
    document.querySelector('.decisions [role=status]')?.textContent ?? '',
    document.querySelector('.doubts > li')?.textContent ?? '',
  ]);
  const after = await state();
  return {
    title: 'Desk: the doubts of the sample, for Taiwan',
    head: ['', 'places', 'questions', 'keys to the end'],
    rows: [
      ['before', String(before.places), String(before.questions), ''],
      [
        'by A, which confirms what is wholly in sight (goal 15)',
        String(after.places),
        String(after.questions),
        String(keys),
      ],
      ...(after.places > 0 ? [['left', told.join(' / '), '', '']] : []),
      ['by 1, one question after another', '0', '0', String(before.questions + 1)],
    ],
  };
}
