import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { paperSays } from './open.js';
import { openProofTable, type ProofTable, pieceBegins, press, statusSays } from './proof-tab.js';

let table: ProofTable;

beforeAll(async () => {
  table = await openProofTable();
});
afterEach(() => table.clear());
afterAll(() => table.preview.close());

it('adds a headline, cuts, merges and moves, and tells what else a decision changed', async () => {
  const tab = await table.openDesk();
  await press(tab, 'j', 'o');
  await tab.waitForSelector('.add input:focus');
  await tab.keyboard.type('人代会开幕');
  await press(tab, 'Enter');
  await pieceBegins(tab, '人代会开幕');
  expect(table.entries()).toMatch(/^add:\n {2}- \{ role: headline, text: 人代会开幕, before: .+ \}\n$/);
  expect(readFileSync(join(table.issue, '01.md'), 'utf8')).toMatch(/^# 人代会开幕\n/);
  await paperSays(tab, '编者补入1处');
  const stories = () => tab.$$eval('.story-proof:not(.is-furniture)', ({ length }) => length);
  const before = await stories();
  await press(tab, 'j', 'j', 'x');
  await tab.waitForFunction(
    (was) => document.querySelectorAll('.story-proof:not(.is-furniture)').length > was,
    {},
    before,
  );
  await tab.$$eval('.story-proof:nth-of-type(2) .story-tools button', ([merge]) =>
    (merge as HTMLElement).click(),
  );
  await tab.waitForFunction(
    (was) => document.querySelectorAll('.story-proof:not(.is-furniture)').length === was,
    {},
    before,
  );
  // The last block of the first story over the one before it.
  const firsts = () =>
    tab.$$eval('.story-proof:first-of-type .restored-text', (texts) =>
      texts.map(({ textContent }) => textContent!.slice(0, 4)),
    );
  const order = await firsts();
  await press(tab, 'j', 'j');
  await tab.keyboard.down('Alt');
  await press(tab, 'ArrowUp');
  await tab.keyboard.up('Alt');
  await tab.waitForFunction(
    (was) =>
      [...document.querySelectorAll('.story-proof:first-of-type .restored-text')]
        .map(({ textContent }) => textContent!.slice(0, 4))
        .join() !== was,
    {},
    order.join(),
  );
  expect((await firsts()).toSorted()).toEqual(order.toSorted());
  await press(tab, 'u', 'u', 'u', 'u');
  await expect.poll(table.entries).toBe('');
});

it('moves a story that is dragged by its title', async () => {
  const tab = await table.openDesk();
  // Both in sight.
  await tab.setViewport({ width: 1280, height: 2400 });
  const titles = () =>
    tab.$$eval('.story-proof h2', (all) => all.map(({ textContent }) => textContent!.slice(2)));
  const [first, second] = await titles();
  const [over, dragged] = await tab.$$('.story-proof h2');
  await over!.drop(dragged!);
  await expect.poll(async () => (await titles()).slice(0, 2)).toEqual([second, first]);
  await press(tab, 'u');
  await expect.poll(table.entries).toBe('');
});

it('writes anew, moves, and gives another role to what a person has added, each with one undo', async () => {
  const tab = await table.openDesk();
  const here = () => tab.$eval('.piece[aria-current]', ({ className }) => className);
  const texts = () =>
    tab.$$eval('.story-proof:first-of-type .restored-text', (all) =>
      all.map(({ textContent }) => textContent!.slice(0, 3)),
    );
  const before = await texts();
  await press(tab, 'j', 'j', 'o');
  await tab.waitForSelector('.add input:focus');
  await tab.select('.add select', 'paragraph');
  await tab.keyboard.type('编者按：此文有删节');
  await press(tab, 'Enter');
  await pieceBegins(tab, '编者按：此文有删节');
  await press(tab, 'k', 'Enter', 'End');
  await tab.keyboard.type('，原文另存。');
  await press(tab, 'Enter');
  await statusSays(tab, '原文另存');
  expect(table.entries()).toMatch(
    /^add:\n {2}- \{ role: paragraph, text: 编者按：此文有删节，原文另存。, before: 当清晨.+ \}\n$/,
  );
  await tab.keyboard.down('Alt');
  await press(tab, 'ArrowUp');
  await tab.keyboard.up('Alt');
  await expect.poll(async () => (await texts())[0]).toBe('编者按');
  // The source's words go over it as well: then it makes way.
  await press(tab, 'j');
  await tab.keyboard.down('Alt');
  await press(tab, 'ArrowUp');
  await tab.keyboard.up('Alt');
  await expect.poll(async () => (await texts())[1]).toBe('编者按');
  await press(tab, 'j', 'r');
  await tab.waitForSelector('.role-choice');
  await tab.locator('.role-choice [data-role=lead]').click();
  await tab.waitForSelector('.piece.part-lead');
  expect(await here()).toContain('part-lead');
  expect(readFileSync(join(table.issue, '01.md'), 'utf8')).toContain('编者按：此文有删节，原文另存。');
  await press(tab, 'Enter');
  await tab.waitForSelector('.restored-text[contenteditable]');
  await tab.keyboard.down('Control');
  await press(tab, 'a');
  await tab.keyboard.up('Control');
  await press(tab, 'Delete', 'Enter');
  await expect.poll(texts).toEqual(before);
  await press(tab, 'u', 'u', 'u', 'u', 'u', 'u');
  await statusSays(tab, 'Undone');
  await expect.poll(table.entries).toBe('');
  await expect.poll(texts).toEqual(before);
});
