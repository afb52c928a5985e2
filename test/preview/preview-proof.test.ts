import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { makePdf } from '../intake/make-pdf.js';
import { paperSays } from './open.js';
import { openProofTable, type ProofTable, pieceBegins, press, statusSays } from './proof-tab.js';

let table: ProofTable;

beforeAll(async () => {
  table = await openProofTable();
});
afterEach(() => table.clear());
afterAll(() => table.preview.close());

it('splits at a mark by click and key, beside what an editor wrote, and takes it back', async () => {
  writeFileSync(table.overrides, '# mine\nkeep:\n  - 镍都大地\n');
  const tab = await table.openDesk();
  await tab.click('.piece .mark-join');
  const detail = await tab.$eval('.mark-detail', ({ textContent }) => textContent);
  expect(detail).toContain('The column was full');
  await press(tab, 's');
  await statusSays(tab, 'overrides.yaml');
  expect(readFileSync(table.overrides, 'utf8')).toMatch(
    /^# mine\nkeep:\n {2}- 镍都大地\nbreak:\n {2}- .+\|.+\n$/,
  );
  await pieceBegins(tab, '民代表大会');
  await press(tab, 'u');
  await statusSays(tab, 'Undone');
  expect(readFileSync(table.overrides, 'utf8')).toBe('# mine\nkeep:\n  - 镍都大地\n');
});

it('splits at a line edge and inside a line by click, and joins by key', async () => {
  const tab = await table.openDesk();
  await tab.click('.piece:nth-of-type(2)');
  await tab.click('.piece[aria-current] .line-edge');
  await pieceBegins(tab, '都大地，');
  expect(table.entries()).toBe('break:\n  - 光洒向镍|都大地，\n');
  // The piece before now ends with 镍; joined again, the break goes.
  await press(tab, 'k', 'm');
  await statusSays(tab, 'Joined');
  expect(table.entries()).toBe('join:\n  - 光洒向镍|都大地，\n');
  await pieceBegins(tab, '当清晨的第一缕阳光洒向镍都大地');
  // Inside a printed line.
  const point = await tab.$$eval('.piece .restored-text [data-at]', (spans) => {
    const span = spans.find(({ textContent }) => textContent?.includes('齐聚一堂'))!;
    span.scrollIntoView({ block: 'center' });
    const text = span.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf('齐'));
    range.setEnd(text, text.data.indexOf('齐') + 1);
    const { left, top, height } = range.getBoundingClientRect();
    return { x: left + 1, y: top + height / 2 };
  });
  await tab.mouse.click(point.x, point.y);
  await tab.click('.piece[aria-current] .piece-tools button');
  await pieceBegins(tab, '齐聚一堂，共商');
  await press(tab, 'Backspace');
  await pieceBegins(tab, '2月25日，金昌市第九届');
});

it('moves a caret by key: to line ends, between characters, and splits there', async () => {
  const tab = await table.openDesk();
  await press(tab, 'j', 'j', 'ArrowDown', 's');
  await pieceBegins(tab, '都大地，');
  await press(tab, 'u');
  await pieceBegins(tab, '当清晨的第一缕阳光洒向镍都大地');
  await press(tab, 'k', 'j', 'ArrowRight', 'ArrowRight', 'ArrowRight', 's');
  await pieceBegins(tab, '的第一缕阳光');
  expect(table.entries()).toBe('break:\n  - 。当清晨|的第一缕\n');
});

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
  // It is a mark like those of the machine, and a second correction of the same words replaces it.
  await tab.click('.piece[aria-current] .mark-change');
  expect(await tab.$eval('.mark-detail', ({ textContent }) => textContent)).toContain(
    'An editor corrected it',
  );
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
  expect(await tab.$eval('link.text-type', (link) => decodeURI(link.getAttribute('href')!))).toContain('鱻');
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
  await tab.click('.role-choice [data-role=list]');
  await tab.waitForFunction(() => document.querySelectorAll('.piece.part-list').length === 2);
  expect(count()).toBe(2);
  await press(tab, 'u');
  await expect.poll(count).toBe(0);
});

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
  await tab.click('.role-choice [data-role=lead]');
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

it('shows the picture of the page at the line of the caret', async () => {
  const tab = await table.openDesk();
  expect(await tab.$eval('.page-picture', (one) => (one as HTMLElement).hidden)).toBe(true);
  cpSync(join(packageRoot, 'styles', 'look', 'spread.png'), join(table.issue, 'source.png'));
  await tab.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.page-picture img')?.naturalWidth ?? 0) > 100,
  );
  for (let step = 0; step < 4; step++) await tab.click('[aria-label="Printed page: Zoom in"]');
  const top = () => tab.$eval('.picture-frame', ({ scrollTop }) => scrollTop);
  await press(tab, 'j');
  const first = await top();
  for (let step = 0; step < 9; step++) await press(tab, 'j');
  await expect.poll(top).toBeGreaterThan(first);
  rmSync(join(table.issue, 'source.png'));
});

it('tells a colleague, opens the file in the chosen editor, and goes to another issue by a search', async () => {
  const tab = await table.openDesk();
  await press(tab, 'j', 'j', 't');
  await tab.waitForSelector('.remark-form input:focus');
  await tab.keyboard.type('核对原报');
  await press(tab, 'Enter');
  await tab.waitForSelector('.piece[aria-current] .piece-remark');
  expect(JSON.parse(readFileSync(join(table.issue, 'desk.json'), 'utf8')).remarks).toEqual([
    expect.objectContaining({ text: '核对原报', block: expect.stringMatching(/^当清晨的第一缕阳光/) }),
  ]);
  await tab.select('.menu-panel .choice:last-of-type select', 'vscode');
  expect(await tab.$eval('.piece[aria-current] .piece-place a', (link) => link.getAttribute('href'))).toMatch(
    /^vscode:\/\/file\/.+\/manuscript\/short\/01\.md:\d+$/,
  );
  await tab.reload();
  await tab.waitForSelector('.piece-remark');
  await tab.click('.piece-remark button');
  await tab.waitForFunction(() => !document.querySelector('.piece-remark'));
  await press(tab, 'i');
  await tab.waitForSelector('.issues button');
  await tab.keyboard.type('jinchang');
  await tab.waitForFunction(() => document.querySelectorAll('.issues button').length === 1);
  await press(tab, 'Enter');
  await tab.waitForFunction(() => location.search.includes('jinchang'));
});

it('draws the page of a PDF beside the text, and follows its lines by their boxes', async () => {
  const folder = join(table.preview.root, 'manuscript', 'drawn');
  mkdirSync(folder);
  const lines = ['老旧小区换新颜', '城东街道的小区改造工程昨日', '全部完工，居民喜迁新居。'];
  const page = lines.map((text, at) => ({ x: 100, y: 700 - at * 40, size: 20, text }));
  const other = [{ x: 100, y: 300, size: 20, text: '第二版另有一段文字，说的是别的事。' }];
  writeFileSync(join(folder, 'source.pdf'), makePdf([page, other]));
  const tab = await table.preview.desk('issue=drawn&desk=proof');
  // 600 × 800 points at 200 dots an inch.
  const size = () =>
    tab.$eval('.page-picture img', ({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight]);
  await expect.poll(size).toEqual([1667, 2222]);
  const line = () =>
    tab.$eval('.page-picture', (root) => {
      const [img, box] = [root.querySelector('img')!, root.querySelector<HTMLElement>('.picture-line')!];
      const scale = img.naturalWidth / img.getBoundingClientRect().width;
      const [outer, inner] = [img.getBoundingClientRect(), box.getBoundingClientRect()];
      return {
        top: (inner.top - outer.top) * scale,
        bottom: (inner.bottom - outer.top) * scale,
        src: img.src,
      };
    });
  await press(tab, 'j', 'j');
  // The second line is 140 points below the upper edge.
  const down = (140 * 2222) / 800;
  await expect.poll(async () => (await line()).bottom).toBeGreaterThan(down - 8);
  expect((await line()).top).toBeLessThan(down);
  for (let step = 0; step < 4; step++) await press(tab, 'j');
  await expect.poll(async () => decodeURIComponent((await line()).src)).toContain('source.pdf#2');
  await tab.close();
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
  rmSync(table.overrides);
  writeFileSync(path, machine);
});

it('shows the printed lines beside those that are set again', async () => {
  const tab = await table.openDesk();
  await tab.click('.proof-desk .desk-head button:nth-child(2)');
  const [lines, differing] = await Promise.all([
    tab.$$eval('.again-line', ({ length }) => length),
    tab.$$eval('.again-line.differs', ({ length }) => length),
  ]);
  expect(lines).toBeGreaterThan(40);
  expect(differing / lines).toBeLessThan(0.3);
});
