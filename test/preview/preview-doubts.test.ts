import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { patience } from './open.js';
import { currentDoubt, openProofTable, type ProofTable, press, statusSays } from './proof-tab.js';

let table: ProofTable;

beforeAll(async () => {
  // Two readings to settle, whatever the rates of error are measured anew.
  table = await openProofTable('　　面对困难，干到底才有收获。');
});
afterEach(() => table.clear());
afterAll(() => table.preview.close());

it('sets roles by key and by click, and works through doubts by keys', async () => {
  const tab = await table.openDesk();
  await press(tab, 'j', 'r');
  await tab.waitForSelector('.role-choice button:focus');
  await press(tab, '4');
  await statusSays(tab, 'role');
  expect(table.entries()).toMatch(/^role:\n {2}- \{ text: .+, role: lead \}\n$/);
  await tab.waitForSelector('.piece.part-lead[aria-current]');
  await tab.click('.piece[aria-current] .role');
  await tab.click('.role-choice [data-role=paragraph]');
  await tab.waitForSelector('.piece.part-paragraph[aria-current]');
  await press(tab, 'n');
  while (!(await currentDoubt(tab)).includes('attach-title')) await press(tab, 'n');
  // The machine left it without a story; the next choice gives it one.
  await press(tab, '2');
  await statusSays(tab, 'title');
  expect(table.entries()).toMatch(/title:\n {2}- \{ title: .+, of: .+ \}/);
});

/** Goes to the first doubt about a reading. */
async function reachReading(tab: Tab): Promise<void> {
  await tab.waitForFunction(
    () => document.querySelector('.doubts')?.textContent?.includes('ambiguous'),
    patience,
  );
  while (!(await tab.$('.doubts [aria-current]')) || !(await currentDoubt(tab)).includes('ambiguous'))
    await press(tab, 'n');
}

it('settles readings of an edition in the list: by key, or with a word of one’s own', async () => {
  const tab = await table.openDesk('&edition=zh-Hant-TW');
  await reachReading(tab);
  await tab.waitForSelector('.doubt-entry input');
  const word = await tab.$eval('.doubt-entry input', ({ value }) => value);
  const first = await currentDoubt(tab);
  await press(tab, '2');
  await statusSays(tab, 'names.txt');
  expect(readFileSync(table.names, 'utf8')).toMatch(new RegExp(`^zh-Hant-TW: .+ = ${word}\n$`));
  // After the decision the next one is current.
  await tab.waitForFunction(
    (before) => document.querySelector('.doubts [aria-current]')?.textContent !== before,
    { polling: 20 },
    first,
  );
  await press(tab, 'e');
  await tab.keyboard.type('某某');
  // A change on disk meanwhile does not lose it.
  writeFileSync(table.overrides, 'role:\n  - { text: 2月25日，金昌, role: lead }\n');
  await tab.waitForSelector('.piece.part-lead');
  await press(tab, 'Enter');
  await expect.poll(() => readFileSync(table.names, 'utf8'), patience).toMatch(/\nzh-Hant-TW: 某某 = .+\n$/);
});

it('takes keys that are pressed ahead for what comes when the decision before them is on the screen', async () => {
  const tab = await table.openDesk('&edition=zh-Hant-TW');
  await reachReading(tab);
  // The next reading is the last doubt of the list: back from it, and to it again.
  await press(tab, '1', 'p', 'n', '1');
  await expect
    .poll(() => existsSync(table.names) && readFileSync(table.names, 'utf8'), patience)
    .toMatch(/^(?:.+\n){2}$/);
});
