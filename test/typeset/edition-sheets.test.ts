import { afterAll, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { withTab } from '../../scripts/chromium/with-tab.js';
import { readDesign } from '../../scripts/design.js';
import { editionOf } from '../../scripts/edition/edition-of.js';
import { layOut } from './lay-out.js';

const pool = newBrowserPool();
afterAll(() => pool.close());

const place = { root: '/', publication: { trim: 'A5', theme: 'literary' } };

/** Something measured of each element of a text with the sheets of an edition. */
function measured(edition: string, html: string): Promise<{ indent: string; em: number; lines: number }[]> {
  const { sheets } = readDesign(place as Parameters<typeof readDesign>[0], editionOf(edition));
  return pool.use(({ browser }) =>
    withTab(browser, (tab) =>
      tab.evaluate(
        (css, text) => {
          document.head.innerHTML = css.map((one) => `<style>${one}</style>`).join('');
          document.body.innerHTML = `<div class="type-area" style="width:290pt">${text}</div>`;
          return [...document.querySelectorAll('[data-at]')].map((element) => {
            const { textIndent, fontSize, lineHeight } = getComputedStyle(element);
            const lines = Math.round(element.getBoundingClientRect().height / Number.parseFloat(lineHeight));
            return { indent: textIndent, em: Number.parseFloat(fontSize), lines };
          });
        },
        sheets,
        html,
      ),
    ),
  );
}

it('indents the paragraphs of an English text, not its items, verses and quotes', async () => {
  const [own, item, verse, quote] = await measured(
    'zh-Hans+en',
    '<div class="second" lang="en"><p data-at>Text</p><ol><li data-at>Item</li></ol>' +
      '<p class="verse" data-at>Verse</p><p class="pull-quote" data-at>Quote</p></div>',
  );
  expect(Number.parseFloat(own!.indent)).toBeGreaterThan(10);
  for (const { indent } of [item!, verse!, quote!]) expect(indent).toBe('0px');
});

it.each(['石桥', '春', '月光'])(
  'keeps a headline with readings that has no place to break whole: %s',
  async (title) => {
    const bases = [...title].map((letter) => `<ruby>${letter}<rt>qiáo</rt></ruby>`).join('');
    const [head] = await measured(
      'zh-Hans@pinyin',
      `<h1 class="headline" data-at><span class="phrase">${bases}</span></h1>`,
    );
    expect(head!.lines).toBe(1);
  },
);

it('sets what stands above a text with bopomofo no smaller than the text', async () => {
  const [own, deck, quote, byline] = await measured(
    'zh-Hant-TW@bopomofo',
    '<p data-at>文</p><p class="deck" data-at>文</p><p class="pull-quote" data-at>文</p><p class="byline" data-at>文</p>',
  );
  expect([deck!.em, quote!.em]).toEqual([own!.em, own!.em]);
  expect(byline!.em).toBeGreaterThanOrEqual(0.75 * own!.em);
});

it('sets no running head over the title of a section or a story', async () => {
  const story = `<article id="a" class="story" data-head="河" data-opens=""><header class="story-head"><h2 class="headline">河</h2></header><div class="story-body"><p>${'字'.repeat(130)}</p></div></article>`;
  const title = '<h1 class="section-title" id="t">要闻</h1>';
  const pair = `<div class="pair"><div class="first">${title}</div><div class="second"><h1 class="section-title">News</h1></div></div>`;
  const text = `河${'字'.repeat(130)}`;
  const pieces = [
    { html: story, passages: [{ id: 'a', name: 'a', text }] },
    { html: title + story.replace('"a"', '"b"'), passages: [{ id: 't', name: 't', text: `要闻${text}` }] },
    { html: `${pair}<p>文</p>`, passages: [{ id: 'p', name: 'p', text: '要闻News文' }] },
  ];
  const { pages } = await layOut(pieces, { ems: 12, lines: 14 }, pool);
  const opens = pages.map(({ pages: own }) => own.map((page) => page.opens));
  expect(opens.map(([first]) => first)).toEqual([true, true, true]);
  expect(opens[1]!.slice(1)).toContain(false);
});

it.each([
  ['a last paragraph that the page parts', [4, 7]],
  ['a short last paragraph', [4, 5, 1]],
])('leaves no line or two of a story in two languages alone on its last page: %s', async (_, lines) => {
  const texts = lines.map((count, at) => '山水云'[at]!.repeat(12 * count - 3));
  const rows = texts.map(
    (text) => `<div class="pair" data-parallel=""><div class="first"><p>${text}</p></div></div>`,
  );
  const html = `<div class="parallel interleaved"><article class="story" id="a">${rows.join('')}</article></div>`;
  // Paragraphs with an indent of two ems, pages of nine lines.
  const piece = { html, passages: [{ id: 'a', name: 'a', text: texts.join('') }] };
  const { lines: found } = await layOut([piece], { ems: 12, lines: 9 }, pool);
  expect(found[0]!.pages.map(({ length }) => length)).toHaveLength(2);
  expect(found[0]!.pages[1]!.length).toBeGreaterThanOrEqual(3);
});

it('sets the notes of two languages in smaller type, under a rule', async () => {
  const [own, note, next] = await measured(
    'zh-Hans+en',
    '<p data-at>文</p><div class="end-note leads"><p data-at>注</p></div><div class="end-note"><p data-at>注</p></div>',
  );
  for (const { em, indent } of [note!, next!]) {
    expect(em / own!.em).toBeCloseTo(0.82);
    expect(indent).toBe('0px');
  }
});

it('keeps a short index on one page, and lets a long one go on', async () => {
  const indexOf = (names: readonly string[]) =>
    `<section id="index" class="back-part"><h1 class="part-title">索引</h1>${names.map((name) => `<p class="index-row">${name}</p>`).join('')}</section>`;
  const piece = (names: readonly string[]) => ({
    html: `<p>${'字'.repeat(12 * 8)}</p>${indexOf(names)}`,
    passages: [{ id: 'index', name: 'i', text: `${'字'.repeat(12 * 8)}索引${names.join('')}` }],
  });
  const short = ['甲乙', '丙丁', '戊己', '庚辛'];
  const pieces = [piece(short), piece([...short, ...short, ...short, ...short])];
  const { pages } = await layOut(pieces, { ems: 12, lines: 16 }, pool);
  const rows = pages.map(({ pages: own }) =>
    own.map(({ html }) => html.split('class="index-row').length - 1),
  );
  expect(rows[0]!.filter((count) => count > 0)).toEqual([4]);
  expect(rows[1]!.filter((count) => count > 0).length).toBeGreaterThan(1);
});

it('opens a box of brief stories that is too high for a page, and keeps a small one', async () => {
  const brief = (id: string, length: number) =>
    `<article id="${id}" class="story brief" style="break-inside: avoid"><div class="story-body"><p>${'字'.repeat(length)}</p></div></article>`;
  const group = (ids: string, length: number) => ({
    html: `<div class="briefs" style="break-inside: avoid">${[...ids].map((id) => brief(id, length)).join('')}</div>`,
    passages: [...ids].map((id) => ({ id, name: id, text: '字'.repeat(length) })),
  });
  const pieces = [group('ab', 30), group('cd', 12 * 6), group('e', 12 * 20)];
  const { pages } = await layOut(pieces, { ems: 12, lines: 16 }, pool);
  const boxes = pages.map(({ pages: own }) => {
    const html = own.map((page) => page.html).join('');
    return [/class="briefs/.test(html), /class="story brief/.test(html)];
  });
  expect(boxes).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
});
