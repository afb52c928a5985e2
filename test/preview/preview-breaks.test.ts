import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
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
  await tab.locator('.piece .mark-join').click();
  const detail = () => tab.$eval('.mark-detail', ({ textContent }) => textContent);
  await expect.poll(detail).toContain('The column was full');
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
  await tab.locator('.piece:nth-of-type(2)').click();
  await tab.locator('.piece[aria-current] .line-edge').click();
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
  await tab.locator('.piece[aria-current] .piece-tools button').click();
  await pieceBegins(tab, '齐聚一堂，共商');
  await press(tab, 'Backspace');
  await expect.poll(() => table.entries()).toContain('join:');
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

it('shows the printed lines beside those that are set again', async () => {
  const tab = await table.openDesk();
  await tab.locator('.proof-desk .desk-head button:nth-child(2)').click();
  await tab.waitForSelector('.again-line');
  const [lines, differing] = await Promise.all([
    tab.$$eval('.again-line', ({ length }) => length),
    tab.$$eval('.again-line.differs', ({ length }) => length),
  ]);
  expect(lines).toBeGreaterThan(40);
  expect(differing / lines).toBeLessThan(0.3);
});
