import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openProofTable, type ProofTable, pieceBegins, press, statusSays } from './proof-tab.js';

let table: ProofTable;
let source: string;

/** A decision made elsewhere; `.part-lead` shows that it is on the screen. */
const elsewhere = 'role:\n  - { text: 2月25日，金昌, role: lead }\n';

beforeAll(async () => {
  table = await openProofTable();
  source = readFileSync(join(table.issue, 'source.txt'), 'utf8');
});
afterEach(() => table.clear());
afterAll(() => table.preview.close());

it('keeps what two tabs and an editor decide at once, and takes back what was decided last, in any tab', async () => {
  const [one, two] = [await table.openDesk(), await table.openDesk()];
  await press(one, 'j', 'r');
  await press(two, 'j', 'j', 'r');
  await Promise.all([one, two].map((tab) => tab.waitForSelector('.role-choice button:focus')));
  await one.bringToFront();
  await press(one, '4');
  await statusSays(one, 'lead');
  writeFileSync(table.overrides, `# by hand\n${readFileSync(table.overrides, 'utf8')}keep:\n  - 镍都大地\n`);
  await two.bringToFront();
  await press(two, '3');
  await statusSays(two, 'crosshead');
  expect(readFileSync(table.overrides, 'utf8')).toMatch(/^# by hand\n/);
  const theirs = '  - { text: 当清晨的第一缕阳, role: crosshead }\nkeep:\n  - 镍都大地\n';
  expect(table.entries()).toBe(`role:\n  - { text: 2月25日，金昌, role: lead }\n${theirs}`);
  await one.bringToFront();
  await press(one, 'u');
  await statusSays(one, 'Undone');
  expect(table.entries()).toBe('role:\n  - { text: 2月25日，金昌, role: lead }\nkeep:\n  - 镍都大地\n');
  await press(one, 'U');
  await statusSays(one, 'Redone');
  expect(table.entries()).toContain('crosshead');
  // Any of them by itself, in the list of decisions: the older one, whose author git knows.
  await one.locator('.history-panel summary').click();
  await one.locator('.history li:last-child button').click();
  await one.waitForSelector('.history .undone');
  expect(table.entries()).toBe(`role:\n${theirs}`);
});

/** The source with an additional word at its beginning. */
const longer = () => source.replace('2 月 25 日', '二〇二五年 2 月 25 日');

/** Chooses 清晨 in the second paragraph, by keys. */
async function chooseWords(tab: Tab): Promise<void> {
  await press(tab, 'j', 'j', 'ArrowRight');
  await tab.keyboard.down('Shift');
  await press(tab, 'ArrowRight', 'ArrowRight');
  await tab.keyboard.up('Shift');
}

async function correct(tab: Tab, words: string): Promise<void> {
  await press(tab, 'c');
  await tab.waitForSelector('.correct input:focus');
  await tab.keyboard.type(words);
  await press(tab, 'Enter');
}

it('keeps what is chosen when a new state comes on the screen', async () => {
  const tab = await table.openDesk();
  await chooseWords(tab);
  writeFileSync(table.overrides, elsewhere);
  await tab.waitForSelector('.piece.part-lead');
  await correct(tab, '黄昏');
  await pieceBegins(tab, '当黄昏的第一缕');
  expect(table.entries()).toBe(
    `${elsewhere}replace:\n  - { text: 新篇。当清晨的第一缕, with: 新篇。当黄昏的第一缕 }\n`,
  );
});

it('takes what is chosen along when the source is changed before it', async () => {
  const tab = await table.openDesk();
  await chooseWords(tab);
  writeFileSync(join(table.issue, 'source.txt'), longer());
  await pieceBegins(tab, '二〇二五年');
  await correct(tab, '黄昏');
  await pieceBegins(tab, '当黄昏的第一缕');
});

it('refuses a decision about a source that was changed while it was being written', async () => {
  const tab = await table.openDesk();
  await chooseWords(tab);
  await press(tab, 'c');
  await tab.waitForSelector('.correct input:focus');
  const [told] = await Promise.all([
    tab.waitForResponse((answer) => answer.url().includes('/proof')),
    writeFileSync(join(table.issue, 'source.txt'), longer()),
  ]);
  await told.text();
  await tab.keyboard.type('黄昏');
  await press(tab, 'Enter');
  await statusSays(tab, 'has changed');
  expect(table.entries()).toBe('');
  await pieceBegins(tab, '二〇二五年');
  // What was typed is still there, at the same words.
  await tab.waitForSelector('.correct input:focus');
  await press(tab, 'Enter');
  await pieceBegins(tab, '当黄昏的第一缕');
});

it('loses no click to a state that comes while the button is down', async () => {
  const tab = await table.openDesk();
  await press(tab, 'j', 'j', 'ArrowDown');
  const button = await tab.$('.piece[aria-current] .piece-tools button');
  await button!.hover();
  await tab.mouse.down();
  const [told] = await Promise.all([
    tab.waitForResponse((answer) => answer.url().includes('/proof')),
    writeFileSync(table.overrides, elsewhere),
  ]);
  await told.text();
  await tab.mouse.up();
  await pieceBegins(tab, '都大地，');
  expect(table.entries()).toBe(`${elsewhere}break:\n  - 光洒向镍|都大地，\n`);
});

it('undoes the last decision, also before it is answered, and after the page was loaded anew', async () => {
  writeFileSync(table.overrides, elsewhere);
  const tab = await table.openDesk();
  await press(tab, 'j', 'j', 'ArrowDown', 's', 'u');
  await statusSays(tab, 'Undone');
  expect(table.entries()).toBe(elsewhere);
  await press(tab, 's');
  await statusSays(tab, 'Split');
  await tab.reload();
  await tab.waitForSelector('#desk[data-ready=proof]');
  await press(tab, 'u');
  await statusSays(tab, 'Undone');
  expect(table.entries()).toBe(elsewhere);
});

it('keeps the last good proof while overrides.yaml cannot be read', async () => {
  const tab = await table.openDesk();
  const pieces = await tab.$$eval('.piece', ({ length }) => length);
  writeFileSync(table.overrides, 'role: [\n');
  await tab.waitForSelector('.problem-place');
  expect(await tab.$eval('.problem-place', ({ textContent }) => textContent)).toContain('overrides.yaml');
  expect(await tab.$$eval('.piece', ({ length }) => length)).toBe(pieces);
  writeFileSync(table.overrides, elsewhere);
  await tab.waitForSelector('.piece.part-lead');
  await tab.waitForFunction(() => document.querySelector('.problem')?.childElementCount === 0);
});

it('keeps what is typed while the server ends and begins again, and sends it then', async () => {
  const tab = await table.openDesk();
  // A summary that was clicked does not keep the keys.
  await tab.locator('.keys-panel summary').click();
  await press(tab, 'j', 'j', 'ArrowRight', 'c');
  await tab.waitForSelector('.correct input:focus');
  const token = () => tab.$eval('meta[name=token]', (meta) => meta.getAttribute('content'));
  const old = await token();
  await table.preview.restart();
  await tab.keyboard.type('秋');
  await expect.poll(token).not.toBe(old);
  await press(tab, 'Enter');
  await pieceBegins(tab, '当秋晨的第一缕');
});
