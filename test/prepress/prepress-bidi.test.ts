import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import type { Glyph } from '../../scripts/prepress/read/painter.js';
import type { PdfFile } from '../../scripts/prepress/read/pdf-file.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import type { Book } from '../../scripts/typeset/book/galley.js';
import { bookOf, layOut } from '../typeset/lay-out.js';
import { editContent, editStreams, mutate } from './mutate.js';

/** A heading over two lines and a paragraph with names in Arabic and Hebrew. */
const html =
  '<article class="story" id="a"><h1>外宾<bdi dir="rtl">محمد بن سلمان</bdi>来访</h1>' +
  '<p>他（<bdi dir="rtl">محمد بن سلمان</bdi>）与<bdi dir="rtl">יצחק הרצוג</bdi>会谈，<bdi dir="rtl">مُحَمَّد</bdi>完。</p></article>';
const passages = [{ id: 'a', name: '01.md', text: html.replace(/<[^>]*>|\s/g, '') }];
const geometry = { ems: 12, lines: 9, isVertical: false };

let pool: BrowserPool;
let pdf: Uint8Array;
let book: Book;
let glyphs: Glyph[];
beforeAll(async () => {
  pool = newBrowserPool();
  const laid = await layOut([{ html, passages }], geometry, pool);
  expect(laid.findings).toEqual([]);
  pdf = laid.pdf;
  book = bookOf([{ html, passages }], geometry);
  glyphs = (await readPdf(pdf)).pages[0]!.content().glyphs;
});
afterAll(() => pool.close());

const findings = async (change: (file: PdfFile) => void) => preflight(await mutate(pdf, change), book);
/** The code of the n-th glyph with this text. */
const shown = (text: string, index = 0) => {
  const found = glyphs.filter(({ raw }) => raw === text)[index]!;
  return `<${found.code.toString(16).toUpperCase().padStart(4, '0')}> Tj`;
};
const replace = (from: string, to: string) => (file: PdfFile) =>
  editContent(file, 0, (operators) => operators.replace(from, to));

describe('a name that runs from right to left', () => {
  it('has its heading in the outline in the order of the manuscript', async () => {
    const { outline } = await readPdf(pdf);
    expect(outline.map(({ title }) => title)).toEqual(['外宾محمد بن سلمان来访']);
  });

  it('says what every glyph is, joined ones too', async () => {
    const { pages, fonts } = await readPdf(pdf);
    for (const page of pages) page.content();
    const texts = [...fonts.values()].flatMap(({ toUnicode }) => [...toUnicode!.values()]);
    expect(texts.filter((text) => text < ' ')).toEqual([]);
  });

  it.each<[string, string, string, () => [string, string]]>([
    ['dropped', 'lost', 'ק', () => [shown('ק'), '']],
    ['doubled', 'doubled', 'ק', () => [shown('ק'), `${shown('ק')} ${shown('ק')}`]],
    ['another', 'wrong', 'ק', () => [shown('ק'), shown('צ')]],
    ['hidden', 'hidden', 'ק', () => [shown('ק'), `3 Tr ${shown('ק')} 0 Tr`]],
    ['another vowel sign', 'wrong-unicode', 'مَّ', () => [shown('َ'), shown('ُ')]],
  ])('is proven: a glyph that is %s is found', async (_, rule, characters, change) => {
    const found = await findings(replace(...change()));
    expect(found.map((one) => `${one.rule} ${one.characters}`)).toContain(`${rule} ${characters}`);
    expect(found[0]).toMatchObject({ page: 1 });
  });

  it('is proven: two letters that have changed places', async () => {
    const [one, other] = [shown('ק'), shown('ח')];
    const found = await findings((file) =>
      editContent(file, 0, (text) => text.replace(one, '@').replace(other, one).replace('@', other)),
    );
    expect(found.map(({ rule }) => rule)).toEqual(['swapped']);
  });

  it('is proven: a word that is painted from left to right', async () => {
    const text = [...passages[0]!.text].join('').replace('יצחק', 'קחצי');
    const turned = { ...book, passages: [{ ...passages[0]!, text }] };
    expect((await preflight(pdf, turned)).map(({ rule }) => rule)).toEqual(['swapped']);
  });

  it('is proven: one wrong entry in a map', async () => {
    const found = await findings((file) =>
      editStreams(file, (map) => (map.includes('begincmap') ? map.replace(/<05D7>/i, '<05D4>') : map)),
    );
    expect(found.map(({ rule }) => rule)).toContain('wrong-unicode');
  });
});

/** Words that are wider than a line of six ems: in a headline, behind a Latin word, in text, from the right, in a cell. */
const wide =
  '<article class="story" id="w"><h1 class="headline">MadeinChina<bdi dir="rtl">محمدبنسلمان</bdi></h1>' +
  '<p class="kicker at-sense">访<wbr data-cost="30"><bdi dir="rtl">ئابدۇراخمانئابدۇللائوغلى</bdi></p>' +
  '<p class="deck">与<bdi dir="rtl">יצחקהרצוגבןגוריון</bdi>谈</p>' +
  '<p>见<bdi dir="rtl">المستشفياتوالمدارسوالجامعات</bdi>。</p>' +
  '<p dir="rtl">قاراقۇرۇمتاغتىزمىسىدىكىلەرنىڭ</p></article>';
const cell =
  '<article class="story"><table><tbody><tr><td>甲</td><td><bdi dir="rtl">ئۇرۇمچىشەھىرىدىكىلەر</bdi></td></tr></tbody></table></article>';

describe('a word that runs from right to left and is wider than its line', () => {
  it.each([false, true])('is parted so that every letter is proven (vertical: %s)', async (isVertical) => {
    const html = isVertical ? wide : wide + cell;
    const text = html.replace(/<[^>]*>|\s/g, '');
    const piece = { html, passages: [{ id: 'w', name: '02.md', text }] };
    const laid = await layOut([piece], { ems: 6, lines: 12, isVertical }, pool);
    expect(laid.findings.map(({ message }) => message)).toEqual([]);
    const { pages } = await readPdf(laid.pdf);
    const heading = pages[0]!.content().glyphs.filter(({ text: letter }) => /[A-Za-z]/.test(letter));
    expect(heading.map(({ text: letter }) => letter).join('')).toBe('MadeinChina');
  });
});
