import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openProofTable, type ProofTable, pieceBegins, press, statusSays } from './proof-tab.js';

let table: ProofTable;

beforeAll(async () => {
  table = await openProofTable();
});
afterEach(() => table.clear());
afterAll(() => table.preview.close());

it('corrects characters by key, as a readable entry, and corrects them back', async () => {
  const tab = await table.openDesk();
  const correct = async (words: string) => {
    await press(tab, 'c');
    await tab.waitForSelector('.correct input:focus');
    await tab.keyboard.type(words);
    await press(tab, 'Enter');
  };
  await press(tab, 'j', 'j', 'ArrowRight');
  await tab.keyboard.down('Shift');
  await press(tab, 'ArrowRight', 'ArrowRight');
  await tab.keyboard.up('Shift');
  await correct('黄昏');
  await pieceBegins(tab, '当黄昏的第一缕');
  expect(table.entries()).toBe('replace:\n  - { text: 新篇。当清晨的第一缕, with: 新篇。当黄昏的第一缕 }\n');
  expect(readFileSync(join(table.issue, '01.md'), 'utf8')).toContain('当黄昏的第一缕阳光');
  await statusSays(tab, '“黄昏”');
  // It is a mark like those of the machine, and a second correction of the same words replaces it.
  await tab.locator('.piece[aria-current] .mark-change').click();
  const detail = () => tab.$eval('.mark-detail', ({ textContent }) => textContent);
  await expect.poll(detail).toContain('An editor corrected it');
  await press(tab, 'ArrowLeft');
  await correct('清晨');
  await pieceBegins(tab, '当清晨的第一缕');
  expect(table.entries()).toBe('');
});

it('edits in place, finds and replaces over all stories, and changes several blocks, each with one undo', async () => {
  const tab = await table.openDesk();
  const count = () => (table.entries().match(/^ {2}- /gm) ?? []).length;
  // To the words, then the paragraph is a field: Enter writes what differs.
  await press(tab, '/');
  await tab.keyboard.type('清晨');
  await tab.waitForFunction(() => document.querySelector('.find-bar .search-count')?.textContent === '1 / 1');
  await press(tab, 'Enter', 'Enter');
  await tab.waitForSelector('.restored-text[contenteditable]');
  await tab.keyboard.type('黄昏鱻');
  await press(tab, 'End');
  await tab.keyboard.type('天气晴好。');
  await press(tab, 'Enter');
  await pieceBegins(tab, '当黄昏鱻的第一缕');
  expect(table.entries()).toMatch(/^replace:\n(?: {2}- \{ text: .+, with: .+ \}\n){2}$/);
  expect(readFileSync(join(table.issue, '01.md'), 'utf8')).toMatch(/第一缕.*天气晴好。/);
  // The type has the typed character, whether the source has it or not.
  // The sheet before it stays until the new one is loaded.
  const types = () =>
    tab.$$eval('link.text-type', (links) =>
      links.map((link) => decodeURI(link.getAttribute('href')!)).join(),
    );
  await expect.poll(types).toContain('鱻');
  await press(tab, 'u');
  await pieceBegins(tab, '当清晨的第一缕');
  expect(table.entries()).toBe('');
  // Traditional characters find Simplified ones; all are replaced at once.
  await press(tab, '/');
  await tab.keyboard.type('發展');
  await tab.waitForFunction(() => document.querySelectorAll('.hits li').length > 1);
  await press(tab, 'Tab');
  await tab.keyboard.type('进展');
  await tab.$$eval('.find-bar > button', (buttons) =>
    buttons.find(({ textContent }) => textContent === 'Replace all')!.click(),
  );
  await expect.poll(count).toBeGreaterThan(1);
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('.restored-text')].every(
      ({ textContent }) => !textContent?.includes('共商发展'),
    ),
  );
  await press(tab, 'j', 'u');
  await expect.poll(count).toBe(0);
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('.restored-text')].some(({ textContent }) =>
      textContent?.includes('共商发展'),
    ),
  );
  await press(tab, 'k', 'k', 'k', 'J', 'r');
  await tab.waitForSelector('.role-choice');
  await tab.locator('.role-choice [data-role=list]').click();
  await tab.waitForFunction(() => document.querySelectorAll('.piece.part-list').length === 2);
  await expect.poll(count).toBe(2);
  await press(tab, 'u');
  await expect.poll(count).toBe(0);
});

it('works on the text that a person has edited in the manuscript, and asks where both have changed it', async () => {
  const tab = await table.openDesk();
  const path = join(table.issue, '01.md');
  const machine = readFileSync(path, 'utf8');
  const edited = `${machine.replace('共商发展大计', '共商民生大计').trimEnd()}\n\n编后的话。\n`;
  writeFileSync(path, edited);
  await pieceBegins(tab, '编后的话');
  await pieceBegins(
    tab,
    '2月25日，金昌市第九届人民代表大会第五次会议召开。来自全市各条战线、各行各业的人大代表肩负着百姓的期盼和嘱托，齐聚一堂，共商民生大计',
  );
  // A decision in the same story comes into the same file.
  await press(tab, 'j', 'j', 'ArrowRight', 'c');
  await tab.waitForSelector('.correct input:focus');
  await tab.keyboard.type('秋');
  await press(tab, 'Enter');
  await pieceBegins(tab, '当秋晨');
  expect(readFileSync(path, 'utf8')).toBe(edited.replace('当清晨', '当秋晨'));
  await press(tab, 'u');
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(edited);
  // The machine changes the same words as a person: one of them is taken.
  writeFileSync(table.overrides, 'replace:\n  - { text: 共商发展大计, with: 共商富民大计 }\n');
  await tab.waitForSelector('.doubts [data-rule=proposal]');
  expect(readFileSync(path, 'utf8')).toBe(edited);
  await press(tab, 'n', '2');
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(edited.replace('民生', '富民'));
  await tab.waitForFunction(() => !document.querySelector('.doubts [data-rule=proposal]'));
  expect(readdirSync(table.issue).filter((name) => name.includes('proposal'))).toEqual([]);
  await press(tab, 'u');
  await tab.waitForSelector('.doubts [data-rule=proposal]');
  await press(tab, 'p', 'p', 'p', 'p', '1');
  await tab.waitForFunction(() => !document.querySelector('.doubts [data-rule=proposal]'));
  expect(readFileSync(path, 'utf8')).toBe(edited);
});

it('keeps the lines of a poem that is edited, in the source and in a manuscript, and joins two of them', async () => {
  const tab = await table.openDesk();
  const path = join(table.issue, '01.md');
  const edit = async (words: string, ...keys: string[]) => {
    await press(tab, '/');
    await tab.keyboard.type(words);
    await tab.waitForFunction(
      () => document.querySelector('.find-bar .search-count')?.textContent === '1 / 1',
    );
    await press(tab, 'Enter', 'Enter');
    await tab.waitForSelector('.restored-text[contenteditable]');
    await press(tab, ...keys);
  };
  await press(tab, 'j', 'j', 'r');
  await tab.waitForSelector('.role-choice');
  await tab.locator('.role-choice [data-role=verse]').click();
  const poem = () =>
    tab.$eval('.piece.part-verse .restored-text', ({ textContent }) => textContent!).catch(() => '');
  await expect.poll(poem).toMatch(/^当清晨的第一缕阳光洒向镍\n都大地/);
  const before = await poem();
  await edit('清晨');
  await tab.keyboard.type('黄昏');
  await press(tab, 'Enter');
  await expect.poll(poem).toBe(before.replace('清晨', '黄昏'));
  expect(table.entries()).toMatch(/\nreplace:\n {2}- [^\n]*\n$/);
  await edit('都大地', 'Home', 'Backspace', 'Enter');
  await expect.poll(poem).toBe(before.replace('清晨', '黄昏').replace('镍\n', '镍'));
  await press(tab, 'u', 'u');
  await expect.poll(poem).toBe(before);
  // The same where a person has written in the file.
  writeFileSync(path, readFileSync(path, 'utf8').replace('第一缕', '第二缕'));
  await expect.poll(poem).toBe(before.replace('第一缕', '第二缕'));
  await edit('清晨');
  await tab.keyboard.type('黄昏');
  await press(tab, 'Enter');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('当黄昏的第二缕阳光洒向镍\\\n都大地');
  await expect.poll(poem).toBe(before.replace('第一缕', '第二缕').replace('清晨', '黄昏'));
  await press(tab, 'u', 'u');
  await expect.poll(table.entries).toBe('');
});
