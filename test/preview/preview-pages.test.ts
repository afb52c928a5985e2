import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { newWorkshop } from '../../scripts/commands/preview/workshop.js';
import { print } from '../../scripts/prepress/print.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { assemble, documentOf } from '../../scripts/typeset/assemble/assemble.js';
import { subsetFonts } from '../../scripts/typeset/fonts/fonts.js';
import { paginate } from '../../scripts/typeset/pages/paginate.js';
import { patience } from '../patience.js';
import { addShortIssue, type OpenPreview, openSample, paperOf, sampleIssue } from './open.js';

/** A character and the start of its base line, in CSS px from the page's upper left corner. */
interface Placed {
  text: string;
  x: number;
  y: number;
}

/** Invisible difference: half a pixel. */
const nearPx = 0.5;
const pool = newBrowserPool();
let preview: OpenPreview;

beforeAll(async () => {
  preview = await openSample();
  addShortIssue(preview);
});
afterAll(async () => {
  await preview.close();
  await pool.close();
});

it.each([
  ['zh-Hans', sampleIssue],
  ['zh-Hant-TW', 'short'],
  ['zh-Hans+en@facing', sampleIssue],
])('shows the lines of the PDF where the PDF has them: %s', async (edition, issue) => {
  const tab = await preview.desk(`issue=${issue}&edition=${edition}`, { mode: 'single', zoom: 1 });
  const shown = await shownCharacters(await paperOf(tab));
  await tab.close();
  const { book, ...pages } = await assembled(edition, issue);
  const html = documentOf(book, pages);
  expect(farthest(shown, await laidOutForPrint(html))).toBeLessThanOrEqual(nearPx);
  const printed = await printedCharacters(await print(html, pool));
  expect(shown.length).toBe(printed.length);
  shown.forEach((page, at) => {
    const [onScreen, onPaper] = [linesOf(page), linesOf(printed[at]!)];
    expect(onScreen.map(({ text }) => text)).toEqual(onPaper.map(({ text }) => text));
    onScreen.forEach((line, index) => {
      const other = onPaper[index]!;
      expect(Math.abs(line.y - other.y)).toBeLessThanOrEqual(nearPx);
      const shifts = line.plain.map(({ x }, order) => Math.abs(x - other.plain[order]!.x));
      expect([line.text, Math.max(0, ...shifts) <= nearPx]).toEqual([line.text, true]);
    });
  });
});

it('lays out what a style changes as a build does, in the tab that stands ready', async () => {
  const shown = async () => {
    const { book } = await (await fetch(`${preview.url}book?edition=zh-Hans`)).json();
    return (book as { pages: { html: string }[] }).pages.map(({ html }) => html);
  };
  const before = await shown();
  mkdirSync(join(preview.root, 'styles'));
  const save = (css: string) => writeFileSync(join(preview.root, 'styles', 'custom.css'), css);
  save('article p { letter-spacing: 1px; }');
  await expect.poll(shown).not.toEqual(before);
  expect(await shown()).toEqual((await assembled('zh-Hans', sampleIssue)).pages.map(({ html }) => html));
  save('article p { color: red; }');
  await expect.poll(shown).toEqual(before);
});

/** The book as `build` lays it out. */
async function assembled(edition: string, issue: string) {
  const { book } = await newWorkshop(preview.root, issue, { pool }).book({ issue, edition });
  const fonts = await subsetFonts(book.fonts, book.characters);
  return { book, ...assemble(book, await paginate(book, fonts, pool), fonts) };
}

/** Places of all characters, including marks, in the printed document, laid out for paper. */
function laidOutForPrint(html: string): Promise<Placed[][]> {
  return pool.use(async ({ browser }) => {
    const tab = await browser.newPage();
    tab.setDefaultTimeout(patience.timeout);
    await tab.emulateMediaType('print');
    await tab.setContent(html);
    await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    const placed = await shownCharacters(tab.mainFrame(), '.pagedjs_page');
    await tab.close();
    return placed;
  });
}

/** Largest distance between equal characters of two pages, in px. */
function farthest(some: Placed[][], others: Placed[][]): number {
  const textsOf = (pages: Placed[][]) => pages.map((page) => page.map(({ text }) => text).join(''));
  expect(textsOf(some)).toEqual(textsOf(others));
  const shifts = some.flatMap((page, at) =>
    page.map(({ x, y }, order) => {
      const other = others[at]![order]!;
      return Math.max(Math.abs(x - other.x), Math.abs(y - other.y));
    }),
  );
  return shifts.reduce((most, shift) => Math.max(most, shift), 0);
}

type Paper = Awaited<ReturnType<typeof paperOf>>;

function shownCharacters(paper: Paper, selector = '.desk-sheet'): Promise<Placed[][]> {
  return paper.evaluate(
    (pages) =>
      [...document.querySelectorAll(pages)].map((sheet) => {
        const page = sheet.getBoundingClientRect();
        const placed: { text: string; x: number; y: number }[] = [];
        const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const style = getComputedStyle(node.parentElement!);
          const size = Number.parseFloat(style.fontSize);
          for (let at = 0; at < node.length; ) {
            const text = String.fromCodePoint(node.data.codePointAt(at)!);
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + text.length);
            at += text.length;
            const [box] = range.getClientRects();
            // Every face fills the em box: its base line lies .88 em below the top. The browser rounds that length
            // for layout, and paints base lines on whole pixels, on paper as on the screen.
            if (box && box.width > 0 && text.trim() && style.visibility !== 'hidden')
              placed.push({
                text,
                x: box.left - page.left,
                y: Math.round(box.top - page.top + Math.round(size * 0.88)),
              });
          }
        }
        return placed;
      }),
    selector,
  );
}

async function printedCharacters(bytes: Uint8Array): Promise<Placed[][]> {
  const { pages } = await readPdf(bytes);
  const px = 96 / 72;
  return pages.map((page) => {
    const [left, , , top] = page.trim;
    return page
      .content()
      .glyphs.filter(({ raw }) => raw?.trim())
      .map(({ raw, x, y }) => ({ text: raw!, x: (x - left) * px, y: (top - y) * px }));
  });
}

/**
 * A line: its text, and those of its characters for which PDF and DOM are comparable. The PDF has the origin of a
 * glyph, the DOM the box of a character: a mark that is set in half an em has its origin half an em before its box
 * (7 px of 14), and gaps after marks and between Han and figures belong to the box of one and precede the origin of the
 * other (up to 2.9 px). Those are compared in the printed document, box with box: none of 7,300 characters differs.
 */
interface Line {
  text: string;
  y: number;
  plain: Placed[];
}

/** Characters on one base line, from the left. The PDF calls the hyphen at a line's end by its usual name. */
function linesOf(placed: Placed[]): Line[] {
  const rows: Placed[][] = [];
  for (const one of [...placed].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && one.y - row[0]!.y < 2) row.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => {
    const sorted = row.sort((a, b) => a.x - b.x);
    const plain = sorted.filter(
      ({ text }, at) => kindOf(text) && (at === 0 || kindOf(sorted[at - 1]!.text) === kindOf(text)),
    );
    return { text: sorted.map(({ text }) => text.replace('‐', '-')).join(''), y: sorted[0]!.y, plain };
  });
}

const kindOf = (text: string) => (/^\p{Script=Han}$/u.test(text) ? 'Han' : /^\d$/.test(text) ? 'figure' : '');
