import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { newWorkshop } from '../../scripts/commands/preview/workshop.js';
import type { ShownBook } from '../../scripts/preview/layout/lay-out.js';
import type { Proof } from '../../scripts/preview/layout/proof.js';
import { openPreview, type Preview } from '../../scripts/preview/server/server.js';
import { patience } from '../patience.js';

const root = mkdtempSync(join(tmpdir(), 'chongpai-long-'));
const pool = newBrowserPool({ isOnline: true });
let preview: Preview;

/** Paragraphs of some hundred characters, each with a different number. */
const paragraphs = (count: number, name: string) =>
  Array.from(
    { length: count },
    (_, at) =>
      `${name}第${at + 1}段。${'城西街道把电商培训班办到田头，村民学会了直播带货，苹果卖到了省外。'.repeat(12)}`,
  );
const chapters = 12;
/** More text than a proof fills at once, in lines of 24 characters. */
const storyParagraphs = 75;
const lineCharacters = 24;

/** A text as it was printed: a title, and paragraphs in lines of one length. */
function printed(title: string, count: number): string {
  const lines = paragraphs(count, '长文').flatMap((text) => {
    const whole = `　　${text}`;
    return Array.from({ length: Math.ceil(whole.length / lineCharacters) }, (_, at) =>
      whole.slice(at * lineCharacters, (at + 1) * lineCharacters),
    );
  });
  return [title, ...lines].join('\n');
}

beforeAll(async () => {
  const [book, story] = ['book', 'story'].map((name) => join(root, 'manuscript', name));
  for (const folder of [book!, story!]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), 'title: 长书\neditions: [zh-Hans]\n');
  const names = Array.from({ length: chapters }, (_, at) => `c${String(at + 1).padStart(2, '0')}`);
  for (const name of names)
    writeFileSync(join(book!, `${name}.md`), `# 标题${name}\n\n${paragraphs(13, name).join('\n\n')}\n`);
  writeFileSync(
    join(book!, 'issue.yaml'),
    `sections:\n${names.map((name) => `  - articles: [${name}]\n`).join('')}`,
  );
  writeFileSync(join(story!, 'source.txt'), printed('长文一篇', storyParagraphs));
  preview = await openPreview(newWorkshop(root, 'book', { pool }), { port: 0, pool, line: () => undefined });
});
afterAll(async () => {
  await preview.close();
  await pool.close();
  rmSync(root, { recursive: true, force: true });
});

it('shows the first pages of a long book as they will be, but for the folios of its contents', async () => {
  const ask = async (path: string) =>
    ((await (await fetch(`${preview.url}${path}?issue=book`)).json()) as { book: ShownBook | null }).book;
  const head = (await ask('head'))!;
  const whole = (await ask('book'))!;
  expect(head.pages.length).toBeGreaterThan(4);
  expect(whole.pages.length).toBeGreaterThan(head.pages.length * 3);
  const textOf = (html: string) =>
    html.replace(/(<span class="page-ref"[^>]*>)[^<]*/g, '$1').replace(/<[^>]*>/g, '');
  expect(head.pages.map(({ html }) => textOf(html))).toEqual(
    whole.pages.slice(0, head.pages.length).map(({ html }) => textOf(html)),
  );
  // After the whole book is ready, its beginning is no longer needed.
  expect(await ask('head')).toBeNull();
});

it('puts only what is seen of a long story into the page, and finds and marks what is not', async () => {
  const tab = await pool.use(({ browser }) => browser.newPage());
  tab.setDefaultTimeout(patience.timeout);
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.goto(`${preview.url}?issue=story&desk=proof`);
  await tab.waitForSelector('#desk[data-ready=proof]');
  const empty = () => tab.$$eval('.piece[data-empty]', ({ length }) => length);
  const before = await empty();
  expect(before).toBeGreaterThan(10);
  await tab.keyboard.press('/');
  await tab.keyboard.type(`长文第${storyParagraphs}段`);
  await tab.waitForFunction(() => document.querySelector('.find-bar .search-count')?.textContent === '1 / 1');
  await tab.keyboard.press('Enter');
  await tab.waitForFunction(() => String([...(CSS.highlights.get('picked') ?? [])][0]).startsWith('长文第'), {
    polling: 50,
  });
  const isSeen = await tab.$eval('.piece[aria-current] .restored-text', (text) => {
    const { top, bottom } = text.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  });
  expect(isSeen).toBe(true);
  expect(await empty()).toBeLessThan(before);
  // This mark belongs to a block that was never in sight.
  await tab.keyboard.press('k');
  await tab.keyboard.press('.');
  expect(await tab.$eval('.mark.here', (mark) => mark.closest('.piece') !== null)).toBe(true);
  await tab.close();
});

it('shows the beginning of a long source before the whole is restored, and writes nothing of it', async () => {
  const folder = join(root, 'manuscript', 'unread');
  mkdirSync(folder);
  // A text of this run only: one that was ever restored on this machine is shown whole at once.
  writeFileSync(join(folder, 'source.txt'), printed(`长文又一篇${Date.now()}`, 2 * storyParagraphs));
  const ask = async <T>(path: string): Promise<T> =>
    (await fetch(`${preview.url}${path}issue=unread`)).json();
  // Once the first pages are made, the server goes on to restore the whole.
  const beginning = (await ask<{ proof: Proof }>('proof?beginning=yes&')).proof;
  const head = (await ask<{ book: ShownBook }>('head?')).book;
  expect(readdirSync(folder)).toEqual(['source.txt']);
  expect(head.pages.length).toBeGreaterThan(4);
  const text = head.pages.map(({ html }) => html.replace(/<[^>]*>/g, '')).join('');
  expect(text).toContain('长文第3段');
  const whole = (await ask<{ proof: Proof }>('proof?')).proof;
  expect(whole.source.startsWith(beginning.source)).toBe(true);
  expect(whole.source.length).toBeGreaterThan(5 * beginning.source.length);
  const textsOf = ({ stories }: Proof) => stories.flatMap(({ pieces }) => pieces.map(({ text }) => text));
  // Its last piece breaks off.
  const texts = textsOf(beginning).slice(0, -1);
  expect(texts.length).toBeGreaterThan(10);
  expect(texts).toEqual(textsOf(whole).slice(0, texts.length));
  // Whoever decides on it would decide about another text.
  expect([beginning.isBeginning, whole.isBeginning]).toEqual([true, undefined]);
  expect((await ask<{ proof: Proof | null }>('proof?beginning=yes&')).proof).toBeNull();
});
