import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserPool, newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { withTab } from '../../scripts/chromium/with-tab.js';
import { expectedOf } from '../../scripts/prepress/expected.js';
import { finish } from '../../scripts/prepress/finish.js';
import { cells, difference, onGround } from '../../scripts/prepress/look/picture-grid.js';
import { readSourcePictures } from '../../scripts/prepress/look/source-picture.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { print } from '../../scripts/prepress/print.js';
import { openPdf } from '../../scripts/prepress/read/open-pdf.js';
import { descendants, isMarkedContent, readStructure } from '../../scripts/prepress/read/read-structure.js';
import { scalePictures } from '../../scripts/prepress/scale-pictures.js';
import { documentOf } from '../../scripts/typeset/assemble/assemble.js';
import { asUrl, heldOtherwise, inFourInks, photograph } from '../article/photographs.js';
import { bookOf, layOut } from '../typeset/lay-out.js';

let pool: BrowserPool;
beforeAll(() => {
  pool = newBrowserPool();
});
afterAll(() => pool.close());

const svg = (content: string) =>
  `data:image/svg+xml;base64,${Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80">${content}</svg>`,
  ).toString('base64')}`;
const ground = '<rect width="120" height="80" fill="#fff"/>';
const left = svg(`${ground}<rect width="60" height="80" fill="#c33"/>`);
const right = svg(`${ground}<rect x="60" width="60" height="80" fill="#c33"/>`);
const bare = svg('<circle cx="60" cy="40" r="20" fill="#36c"/>');
const empty = svg('');
/** One pixel of a GIF, red. */
const gif = `data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=`;

describe('pictures that only a browser reads', () => {
  it('have no colours without one', async () => {
    const sources = await readSourcePictures([left, gif], undefined);
    expect([...sources.values()].map(({ grid }) => grid)).toEqual([undefined, undefined]);
  });

  it('are drawn by one from their own bytes, and told apart', async () => {
    const sources = await readSourcePictures([left, right, gif], pool);
    const [one, other] = [sources.get(left)!.grid!, sources.get(right)!.grid!];
    expect(difference(one, one)).toBe(0);
    expect(difference(one, other)).toBeGreaterThan(0.5);
    expect(sources.get(gif)!.grid!.slice(0, 3)).toEqual([1, 0, 0]);
  });

  it('say nothing of what their ground shows', async () => {
    const sources = await readSourcePictures([bare, empty], pool);
    const { grid, isBlank } = sources.get(bare)!;
    expect(grid!.slice(0, 3)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(isBlank).toBe(false);
    expect(sources.get(empty)!.isBlank).toBe(true);
  });
});

describe('a picture that lets its ground through', () => {
  const cell = (level: number) => [level, level, level];
  const grid = (of: (at: number) => number) =>
    Array.from({ length: cells * cells }, (_, at) => cell(of(at))).flat();
  /** A red part, half of it over nothing; on a ground of that level it shows the ground there. */
  const half = (at: number) => (at % cells < cells / 2 ? 1 : 0);
  const clear = grid(half);
  const on = (ground: number) => grid((at) => (half(at) ? ground : 0.5));

  it('is expected on the ground that is seen, whatever its colour', () => {
    for (const ground of [1, 0.85, 0.13])
      expect(difference(onGround({ white: on(1), clear }, on(ground)), on(ground))).toBe(0);
  });

  it('is not expected on a ground that hides it', () => {
    expect(difference(onGround({ white: on(1), clear }, on(0.5)), on(0.5))).toBeGreaterThan(0.4);
  });

  it('is not taken for another picture on a ground of some colour', () => {
    const other = grid((at) => (at % 2 === 0 ? 0.13 : 0.9));
    expect(difference(onGround({ white: on(1), clear }, other), other)).toBeGreaterThan(0.3);
  });

  it('is read as such from a PNG, and not from one without transparency', async () => {
    const drawn = async (colour: string) => {
      const bytes = await pool.use(({ browser }) =>
        withTab(browser, (tab) => tab.evaluate(drawnPng, colour)),
      );
      const url = `data:image/png;base64,${bytes}`;
      return (await readSourcePictures([url], undefined)).get(url)!;
    };
    const glass = await drawn('rgb(255 0 0 / .5)');
    expect(glass.clear?.[0]).toBeCloseTo(0.5, 1);
    expect(glass.grid?.[1]).toBeCloseTo(0.5, 1);
    expect((await drawn('rgb(255 0 0)')).clear?.[0] ?? 0).toBeCloseTo(0, 1);
  });
});

/** Runs in the tab: a PNG of one colour, in base64. */
async function drawnPng(colour: string): Promise<string> {
  const canvas = new OffscreenCanvas(30, 30);
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 30, 30);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

describe('photographs as cameras and printers write them', () => {
  it('stand upright on the page, however the camera was held, and are proven', async () => {
    const held = [1, 2, 3, 5, 6, 8].map(
      (one) => `<figure><img src="${asUrl(heldOtherwise(one))}" alt="图"></figure>`,
    );
    const html = `<article class="story" id="a"><p>照片</p>${held.join('')}<figure><img src="${asUrl(inFourInks)}" alt="四色"></figure></article>`;
    const passages = [{ id: 'a', name: '01.md', text: '照片' }];
    const { findings, pages } = await layOut(
      [{ html, passages }],
      { ems: 20, lines: 20, isVertical: false },
      pool,
    );
    expect(findings.map(({ message }) => message)).toEqual([]);
    const shown = [
      ...pages[0]!.pages
        .map(({ html: page }) => page)
        .join('')
        .matchAll(/data-shown="([\d.]+)"/g),
    ];
    expect(shown).toHaveLength(held.length + 1);
  });

  it('are scaled to the dots that their printed size can show, and stay the same pictures', async () => {
    const sources = [photograph, heldOtherwise(6), inFourInks].map((one) => asUrl(one));
    // A tenth of an inch wide.
    const html = sources.map((src) => `<p><img src="${src}" alt="图" data-shown="9.6"></p>`).join('');
    expect(await scalePictures(html, undefined, pool)).toBe(html);
    expect(await scalePictures(html, 700, pool)).toBe(html);
    const scaled = [...(await scalePictures(html, 200, pool)).matchAll(/src="([^"]*)"/g)].map(
      ([, src]) => src!,
    );
    const read = await readSourcePictures([...sources, ...scaled], pool);
    const sizes = scaled.map((src) => [read.get(src)!.width, read.get(src)!.height]);
    expect(sizes).toEqual([
      [20, 13],
      [20, 30],
      [20, 13],
    ]);
    const unlike = sources
      .slice(0, 2)
      .map((src, at) => difference(read.get(src)!.grid!, read.get(scaled[at]!)!.grid!));
    expect(Math.max(...unlike)).toBeLessThan(0.05);
    expect(read.get(scaled[2]!)!.isOfInks).toBe(false);
  });
});

describe('跨页图', () => {
  const geometry = { ems: 20, lines: 20, isVertical: false };
  const html = `<article class="story" id="a"><p>前文</p><figure class="plate spread"><img src="${asUrl(photograph)}" alt="全景"><p class="caption">图说</p></figure></article>`;
  const piece = { html, passages: [{ id: 'a', name: '01.md', text: '前文图说' }] };
  /** Finds what the proof says of a print with another sheet. */
  const provenWith = async (css: string, dpi?: number) => {
    const book = bookOf([piece], geometry);
    const { assembled } = await layOut([piece], geometry, pool);
    const printed = await print(await scalePictures(documentOf(book, assembled, css), dpi, pool), pool);
    const labels = assembled.pages.map(({ label }) => label);
    const pdf = await finish(printed, book, { modified: new Date(0), labels });
    const findings = await preflight(pdf, book, { pages: labels.map(() => ({})) });
    return { pdf, told: findings.map(({ message }) => message.replace(/.*\) /, '')) };
  };

  it('is one figure on two facing pages, with its description and its caption', async () => {
    const { pdf, told } = await provenWith('', 300);
    expect(told).toEqual([]);
    const file = await openPdf(pdf);
    const pages = file.getPages().map(({ node }) => node);
    const figures = [...descendants(readStructure(file, pages)!)].filter(({ type }) => type === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(['全景']);
    expect(figures[0]!.kids.filter(isMarkedContent).map(({ page }) => page)).toEqual([1, 2]);
    expect(figures[0]!.kids.flatMap((kid) => ('type' in kid ? [kid.type] : []))).toEqual(['P']);
  });

  it.each([
    ['one half twice', '.spread > img { object-position: left !important }', /differ$|one half on each page/],
    [
      'a gap at the spine',
      '.pagedjs_right_page .spread > img { margin-left: 0 !important }',
      /reach the spine/,
    ],
    [
      'halves of two sizes',
      '.pagedjs_left_page .spread > img { width: 50px !important; height: 40px !important }',
      /unlike size/,
    ],
    [
      'halves at two heights',
      '.pagedjs_left_page .spread > img { margin-top: 0 !important }',
      /unlike size or height/,
    ],
  ])('is not proven with %s', async (_, css, expected) => {
    const { told } = await provenWith(css);
    expect(told.join('\n')).toMatch(expected);
  });
});

/** 造字: strokes in a square. */
const drawn = (strokes: string) =>
  `data:image/svg+xml;base64,${Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"><rect width="48" height="48" fill="#fff"/><path d="${strokes}" stroke="#000" stroke-width="4" fill="none"/></svg>`,
  ).toString('base64')}`;

describe('characters that are pictures, at the foot of a page whose height is no whole number of points', () => {
  const [ten, mouth] = [drawn('M4 24h40M24 4v40'), drawn('M8 8h32v32h-32z')];
  const high = { ems: 20, lines: 41 };
  const lines = Array.from({ length: 10 }, (_, at) => '字'.repeat(at));
  const above = '<p>字</p>'.repeat(high.lines - lines.length);
  const pieceOf = (src: string) => ({
    html: `<article class="story" id="a">${above}${lines.map((line) => `<p>${line}<img class="in-line" src="${src}" alt="造字">者。</p>`).join('')}</article>`,
    passages: [
      {
        id: 'a',
        name: '01.md',
        text: above.replace(/<.*?>/g, '') + lines.map((line) => `${line}者。`).join(''),
      },
    ],
  });

  it('are proven, and told where each of them is another one', async () => {
    const { pdf, assembled } = await layOut([pieceOf(ten)], high, pool);
    const toldOf = async (src: string) => {
      const book = bookOf([pieceOf(src)], high);
      const pages = assembled.pages.map(() => ({}));
      return preflight(pdf, book, { pages, expected: await expectedOf(book, { pool }) });
    };
    expect((await toldOf(ten)).map(({ message }) => message)).toEqual([]);
    expect((await toldOf(mouth)).map(({ rule }) => rule)).toEqual(lines.map(() => 'picture'));
  });
});
