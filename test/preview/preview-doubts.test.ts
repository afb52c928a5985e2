import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page as Tab } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bookFrom } from '../../scripts/book.js';
import { findPublication } from '../../scripts/config.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { readManuscript } from '../../scripts/read-manuscript.js';
import { currentDoubt, openProofTable, type ProofTable, press, statusSays } from './proof-tab.js';

let table: ProofTable;

beforeAll(async () => {
  // Readings to settle, whatever the rates of error are measured anew; two of them in one word.
  table = await openProofTable(
    '　　面对困难，干到底才有收获。我市在全省链长制考核中居首，链长制全面推行，干部满意。',
  );
});
afterEach(() => table.clear());
afterAll(() => table.preview.close());

it('sets roles by key and by click, and works through doubts by keys', async () => {
  const tab = await table.openDesk();
  await press(tab, 'j', 'r');
  await tab.waitForSelector('.role-choice button:focus');
  await press(tab, '4');
  await statusSays(tab, 'lead');
  expect(table.entries()).toMatch(/^role:\n {2}- \{ text: .+, role: lead \}\n$/);
  await tab.waitForSelector('.piece.part-lead[aria-current]');
  await tab.locator('.piece[aria-current] .role').click();
  await tab.locator('.role-choice [data-role=paragraph]').click();
  await tab.waitForSelector('.piece.part-paragraph[aria-current]');
  await expect
    .poll(async () => {
      await press(tab, 'n');
      return tab.$('.doubts [aria-current][data-rule=attach-title]');
    })
    .not.toBeNull();
  // The machine left it without a story; the next choice gives it one.
  await press(tab, '2');
  await statusSays(tab, 'belongs to');
  expect(table.entries()).toMatch(/title:\n {2}- \{ title: .+, of: .+ \}/);
});

/** Goes to the doubt about the forms of a character. */
async function reachReading(tab: Tab, character: string): Promise<void> {
  await tab.waitForSelector('.doubts [data-rule=ambiguous]');
  let key = 'p';
  const isHere = async () =>
    (await tab.$('.doubts [aria-current][data-rule=ambiguous]')) !== null &&
    (await currentDoubt(tab)).includes(` ${character} `);
  await expect
    .poll(
      async () => {
        if (await isHere()) return true;
        const last = await currentDoubt(tab);
        await press(tab, key);
        // At the end of the list it goes back.
        if (last !== '' && (await currentDoubt(tab)) === last) key = key === 'p' ? 'n' : 'p';
        return isHere();
      },
      { message: `a doubt about ${character}` },
    )
    .toBe(true);
}

const characters = () => table.entries().replace(/^(?:(?!characters:)[^\n]*\n)*/, '');

it('settles a character in all its words at once, but for those taken out, and marks it in the text', async () => {
  const tab = await table.openDesk('&edition=zh-Hant-TW');
  await reachReading(tab, '干');
  // The very character is marked in the text, and stands in the list as the edition has it.
  await expect.poll(() => tab.evaluate(() => String([...CSS.highlights.get('picked')!][0]))).toBe('干');
  const places = await tab.$$eval('.doubts [aria-current] .doubt-place mark', (marks) =>
    marks.map(({ textContent }) => textContent),
  );
  expect(places.length).toBeGreaterThan(0);
  await press(tab, '2');
  await statusSays(tab, '干 → ');
  expect(characters()).toMatch(/^characters:\n {2}- \{ character: 干, as: ., in: \[ .+ \] \}\n$/);
  expect(existsSync(table.names)).toBe(false);
  await reachReading(tab, '制');
  await press(tab, 'e');
  await tab.keyboard.type('某');
  // A change on disk meanwhile does not lose it.
  writeFileSync(
    table.overrides,
    `${readFileSync(table.overrides, 'utf8')}role:\n  - { text: 2月25日，金昌, role: lead }\n`,
  );
  await tab.waitForSelector('.piece.part-lead');
  await press(tab, 'Enter');
  await expect.poll(characters).toMatch(/as: 某, in: \[ .+ \], edition: zh-Hant-TW \}/);
});

/** Texts of an edition as a build sets them, its index, and its open questions. */
async function built(edition: string) {
  const place = findPublication(table.preview.root);
  const { issue } = await readManuscript(table.issue, place, {
    run: async (_, work) => work(() => undefined),
  });
  const { book, messages } = bookFrom(issue, editionOf(edition), place);
  return {
    text: book.galleys.flatMap(({ html }) => html.match(/<article.*?<\/article>/gs) ?? []),
    isIndexed: JSON.stringify(book).includes('class=\\"index'),
    ambiguous: messages.filter(({ ruleId }) => ruleId === 'ambiguous').map(({ reason }) => reason),
  };
}

it('comes to no open question by few keys, and prints what was decided, without an index', async () => {
  const tab = await table.openDesk('&edition=zh-Hant-TW');
  const before = await built('zh-Hant-TW');
  await tab.waitForSelector('.doubts [data-rule=ambiguous]');
  await press(tab, 'n', 'l');
  await tab.waitForSelector('.doubts .left');
  // What was put off stays so.
  await tab.reload();
  await tab.waitForSelector('.doubts .left');
  const count = () => tab.$eval('.doubt-panel .count', ({ textContent }) => textContent!);
  let open = await count();
  for (let keys = 0; keys < 12 && open !== ' 0'; keys++) {
    await press(tab, 'A');
    // A key pressed while the list is drawn anew finds nothing before the eyes: it is one of the twelve, and lost.
    const last = open;
    await tab
      .waitForFunction(
        (known) => document.querySelector('.doubt-panel .count')?.textContent !== known,
        { timeout: 5000 },
        last,
      )
      .catch(() => undefined);
    open = await count();
  }
  await expect.poll(count).toBe(' 0');
  expect(await tab.$eval('.doubts', ({ textContent }) => textContent)).toBe('No open questions.');
  expect(await tab.$eval('.doubt-progress', ({ textContent }) => textContent)).toMatch(
    /^(\d+) of \1 settled/,
  );
  // The list is empty before the last decision is in its file.
  await expect.poll(() => built('zh-Hant-TW')).toEqual({ ...before, ambiguous: [] });
  expect(existsSync(table.names)).toBe(false);
  // One decision for Taiwan and Hong Kong, where they agree.
  expect((await built('zh-Hant-HK')).ambiguous.length).toBeLessThan(before.ambiguous.length / 2);
});

it('offers to move what an older desk wrote into names.txt, and the index loses it', async () => {
  writeFileSync(table.names, 'zh-Hant-TW: 省鏈長 = 省链长\n甘肅省\nzh-Hant-TW: 長制考 = 长制考\n');
  const tab = await table.openDesk('&edition=zh-Hant-TW');
  await tab.waitForSelector('.doubts [data-rule=misplaced-name]');
  expect((await built('zh-Hant-TW')).isIndexed).toBe(true);
  await press(tab, 'n');
  await expect.poll(() => currentDoubt(tab)).toContain('zh-Hant-TW: 省鏈長 = 省链长');
  await press(tab, '1');
  await expect.poll(() => readFileSync(table.names, 'utf8')).toBe('甘肅省\n');
  await expect.poll(characters).toMatch(/character: 链, as: 鏈, in: \[ \S*链长\S* \]/);
  const text = (await built('zh-Hant-TW')).text;
  expect(text.join('')).toContain('鏈長制');
});
