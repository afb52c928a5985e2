import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { addShortIssue, type OpenPreview, openSample } from './preview/open.js';

let preview: OpenPreview;
let tabs: Tab[] = [];
let issue: string;
let overrides: string;
let names: string;

beforeAll(async () => {
  preview = await openSample();
  issue = addShortIssue(preview);
  overrides = join(issue, 'overrides.yaml');
  names = join(issue, 'names.txt');
});
afterEach(async () => {
  await Promise.all(tabs.map((tab) => tab.close()));
  tabs = [];
  for (const path of [overrides, names]) rmSync(path, { force: true });
});
afterAll(() => preview.close());

async function openDesk(query = ''): Promise<Tab> {
  const tab = await preview.desk(`issue=short&desk=proof${query}`);
  // Nothing here asks through a window of the browser's own.
  tab.on('dialog', (dialog) => {
    void dialog.dismiss();
    throw new Error('a dialog');
  });
  tabs.push(tab);
  await tab.waitForSelector('.piece');
  return tab;
}
/** What stands in overrides.yaml below its remarks. */
const entries = () =>
  existsSync(overrides) ? readFileSync(overrides, 'utf8').replace(/^(?:#.*)?\n/gm, '') : '';
const press = async (tab: Tab, ...keys: string[]) => {
  for (const key of keys) await tab.keyboard.press(key as 'a');
};
const statusSays = (tab: Tab, words: string) =>
  tab.waitForFunction(
    (wanted) => document.querySelector('.decisions [role=status]')?.textContent?.includes(wanted),
    { polling: 20 },
    words,
  );
/** Waits until some piece of the proof reads like this, from its beginning. */
const pieceBegins = (tab: Tab, words: string) =>
  tab.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.restored-text')].some(({ textContent }) =>
        textContent?.startsWith(wanted),
      ),
    { polling: 20 },
    words,
  );
const current = (tab: Tab) => tab.$eval('.doubts [aria-current]', ({ textContent }) => textContent ?? '');

it('splits at a mark by click and key, beside what an editor wrote, and takes it back', async () => {
  writeFileSync(overrides, '# mine\nkeep:\n  - 镍都大地\n');
  const tab = await openDesk();
  await tab.click('.piece .mark-join');
  const detail = await tab.$eval('.mark-detail', ({ textContent }) => textContent);
  expect(detail).toContain('rejoin');
  expect(detail).toContain('The column was full');
  await press(tab, 's');
  await statusSays(tab, 'overrides.yaml');
  expect(readFileSync(overrides, 'utf8')).toMatch(/^# mine\nkeep:\n {2}- 镍都大地\nbreak:\n {2}- .+\|.+\n$/);
  await pieceBegins(tab, '民代表大会');
  await press(tab, 'u');
  await statusSays(tab, 'Undone');
  expect(readFileSync(overrides, 'utf8')).toBe('# mine\nkeep:\n  - 镍都大地\n');
});

it('splits at a line edge and inside a line by click, and joins by key and click', async () => {
  const tab = await openDesk();
  await tab.click('.piece:nth-of-type(2)');
  await tab.click('.piece[aria-current] .line-edge');
  await pieceBegins(tab, '都大地，');
  expect(entries()).toBe('break:\n  - 光洒向镍|都大地，\n');
  // The piece before now ends with 镍; joined again, the break goes.
  await press(tab, 'k', 'm');
  await statusSays(tab, 'join');
  expect(entries()).toBe('join:\n  - 光洒向镍|都大地，\n');
  await pieceBegins(tab, '当清晨的第一缕阳光洒向镍都大地');
  // Inside a printed line.
  const point = await tab.$$eval('.piece .restored-text [data-at]', (spans) => {
    const text = spans.find(({ textContent }) => textContent?.includes('金昌市'))!.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf('市'));
    range.setEnd(text, text.data.indexOf('市') + 1);
    const { left, top, height } = range.getBoundingClientRect();
    return { x: left + 1, y: top + height / 2 };
  });
  await tab.mouse.click(point.x, point.y);
  await tab.click('.piece[aria-current] .piece-tools button');
  await pieceBegins(tab, '市第九届人民代表大会');
  await press(tab, 'Backspace');
  await pieceBegins(tab, '2月25日，金昌市第九届');
  await press(tab, 'k', 'k');
  await tab.click('.piece[aria-current] .piece-tools button:nth-child(2)');
  await tab.waitForFunction(
    () => document.querySelector('.restored-text')?.textContent?.includes('共谱改革新篇。当清晨'),
    { polling: 20 },
  );
});

it('moves a caret by key: to line ends, between characters, and splits there', async () => {
  const tab = await openDesk();
  await press(tab, 'j', 'j', 'ArrowDown', 's');
  await pieceBegins(tab, '都大地，');
  await press(tab, 'u');
  await pieceBegins(tab, '当清晨的第一缕阳光洒向镍都大地');
  await press(tab, 'k', 'j', 'ArrowRight', 'ArrowRight', 'ArrowRight', 's');
  await pieceBegins(tab, '的第一缕阳光');
  expect(entries()).toBe('break:\n  - 。当清晨|的第一缕\n');
});

it('corrects characters by key, as a readable entry, and corrects them back', async () => {
  const tab = await openDesk();
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
  expect(entries()).toBe('replace:\n  - { text: 新篇。当清晨的第一缕, with: 新篇。当黄昏的第一缕 }\n');
  expect(readFileSync(join(issue, '01.md'), 'utf8')).toContain('当黄昏的第一缕阳光');
  // It is a mark like those of the machine, and the same words again take its place.
  await tab.click('.piece[aria-current] .mark-change');
  expect(await tab.$eval('.mark-detail', ({ textContent }) => textContent)).toContain(
    'An editor corrected it',
  );
  await press(tab, 'ArrowLeft');
  await correct('清晨');
  await pieceBegins(tab, '当清晨的第一缕');
  expect(entries()).toBe('');
});

it('sets roles by key and by click, and works through doubts by keys', async () => {
  const tab = await openDesk();
  await press(tab, 'j', 'r');
  await tab.waitForSelector('.role-choice button:focus');
  await press(tab, '4');
  await statusSays(tab, 'role');
  expect(entries()).toMatch(/^role:\n {2}- \{ text: .+, role: lead \}\n$/);
  await tab.waitForSelector('.piece.part-lead[aria-current]');
  await tab.click('.piece[aria-current] .role');
  await tab.click('.role-choice [data-role=paragraph]');
  await tab.waitForSelector('.piece.part-paragraph[aria-current]');
  await press(tab, 'n', 'n');
  expect(await current(tab)).toContain('attach-title');
  await press(tab, 'a');
  await statusSays(tab, 'title');
  expect(entries()).toMatch(/title:\n {2}- \{ title: .+, of: .+ \}/);
});

it('settles readings of an edition in the list: by key, or with a word of one’s own', async () => {
  const tab = await openDesk('&edition=zh-Hant-TW');
  while (!(await tab.$('.doubts [aria-current]')) || !(await current(tab)).includes('ambiguous'))
    await press(tab, 'n');
  await tab.waitForSelector('.doubt-entry input');
  const word = await tab.$eval('.doubt-entry input', ({ value }) => value);
  const first = await current(tab);
  await press(tab, '2');
  await statusSays(tab, 'names.txt');
  expect(readFileSync(names, 'utf8')).toMatch(new RegExp(`^zh-Hant-TW: .+ = ${word}\n$`));
  // Decided is decided: the next one is at hand.
  await tab.waitForFunction(
    (before) => document.querySelector('.doubts [aria-current]')?.textContent !== before,
    { polling: 20 },
    first,
  );
  await press(tab, 'e');
  await tab.keyboard.type('某某');
  // A change on the disk meanwhile takes nothing of it away.
  writeFileSync(overrides, 'keep:\n  - 镍都大地\n');
  await tab.waitForFunction(() => document.querySelector('.doubt-entry'), { polling: 20 });
  await new Promise((resolve) => setTimeout(resolve, 600));
  await press(tab, 'Enter');
  await expect.poll(() => readFileSync(names, 'utf8')).toMatch(/\nzh-Hant-TW: 某某 = .+\n$/);
});

it('keeps what two tabs and an editor decide at once, and undoes in each its own', async () => {
  const [one, two] = [await openDesk(), await openDesk()];
  await press(one, 'j', 'r');
  await press(two, 'j', 'j', 'r');
  await Promise.all([one, two].map((tab) => tab.waitForSelector('.role-choice button:focus')));
  await one.bringToFront();
  await press(one, '4');
  await statusSays(one, 'role');
  writeFileSync(overrides, `# by hand\n${readFileSync(overrides, 'utf8')}keep:\n  - 镍都大地\n`);
  await two.bringToFront();
  await press(two, '3');
  await statusSays(two, 'role');
  expect(readFileSync(overrides, 'utf8')).toMatch(/^# by hand\n/);
  const theirs = '  - { text: 当清晨的第一缕阳, role: crosshead }\nkeep:\n  - 镍都大地\n';
  expect(entries()).toBe(`role:\n  - { text: 2月25日，金昌, role: lead }\n${theirs}`);
  await one.bringToFront();
  await press(one, 'u');
  await statusSays(one, 'Undone');
  expect(entries()).toBe(`role:\n${theirs}`);
});

it('shows the printed lines beside those that are set again', async () => {
  const tab = await openDesk();
  await tab.click('.proof-desk .desk-head button:nth-child(2)');
  const [lines, differing] = await Promise.all([
    tab.$$eval('.again-line', ({ length }) => length),
    tab.$$eval('.again-line.differs', ({ length }) => length),
  ]);
  expect(lines).toBeGreaterThan(40);
  expect(differing / lines).toBeLessThan(0.3);
});
