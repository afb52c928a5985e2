import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { withTab } from '../../scripts/chromium/with-tab.js';
import { documentOf } from '../../scripts/typeset/assemble/assemble.js';
import { bookOf, layOut } from './lay-out.js';

/** Pictures of every shape, px: small, as wide as a page, wider, higher than a page, both. */
const shapes = [
  [60, 40],
  [160, 60],
  [3000, 100],
  [100, 3000],
  [2000, 2500],
  [80, 150],
] as const;
/** Numbers of lines before a picture, so that each picture meets each place of a page. */
const linesBefore = [0, 1, 2, 3, 4, 5, 6, 7, 8];

interface Placed {
  shape: readonly [number, number];
  page: number;
  captionPage: number;
  width: number;
  height: number;
  /** Overflow of the type area, px. */
  outside: number;
}

let placed: Placed[] = [];
const pool = newBrowserPool();
afterAll(() => pool.close());

const picture = (width: number, height: number) =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'%3E%3Crect width='${width}' height='${height}' fill='gray'/%3E%3C/svg%3E`;

beforeAll(async () => {
  const pieces = shapes.flatMap(([width, height]) =>
    linesBefore.map((lines, index) => {
      const id = `f${width}-${height}-${index}`;
      const before = '文'.repeat(12 * lines);
      const html = `${before && `<p>${before}</p>`}<figure><img alt="图" src="${picture(width, height)}"><figcaption>图说甲乙丙</figcaption></figure><p>后文。</p>`;
      return {
        html: `<article id="${id}">${html}</article>`,
        passages: [{ id, name: id, text: `${before}图说甲乙丙后文。` }],
      };
    }),
  );
  const geometry = { ems: 12, lines: 9, isVertical: false };
  const laid = await layOut(pieces, geometry, pool);
  expect(laid.findings.map(({ message }) => message)).toEqual([]);
  expect(laid.pages.flatMap(({ troubles }) => troubles)).toEqual([]);
  const html = documentOf(bookOf(pieces, geometry), laid.assembled);
  const found = await pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await tab.setContent(html);
      return tab.evaluate(measure);
    }),
  );
  placed = found.map((one, index) => ({
    ...one,
    shape: shapes[Math.floor(index / linesBefore.length)]!,
  }));
});

/** Runs in the tab. */
function measure(): Omit<Placed, 'shape'>[] {
  const pages = [...document.querySelectorAll('.pagedjs_page')];
  const pageOf = (element: Element) => pages.indexOf(element.closest('.pagedjs_page')!);
  const captions = [...document.querySelectorAll('figcaption')];
  return [...document.querySelectorAll('figure img')].map((img, index) => {
    const box = img.getBoundingClientRect();
    const area = img.closest('.pagedjs_page_content')!.getBoundingClientRect();
    const sides = [
      box.right - area.right,
      box.bottom - area.bottom,
      area.left - box.left,
      area.top - box.top,
    ];
    const captionPage = pageOf(captions[index]!);
    return {
      ...{ page: pageOf(img), captionPage, width: box.width, height: box.height },
      outside: Math.max(...sides),
    };
  });
}

it('keeps every caption on the page of its picture', () => {
  expect(placed).toHaveLength(shapes.length * linesBefore.length);
  for (const { page, captionPage } of placed) expect(captionPage).toBe(page);
});

it('scales a picture that is larger than a page to fit, whole and in its proportions', () => {
  for (const { shape, width, height, outside } of placed) {
    expect(outside).toBeLessThan(0.5);
    const scale = width / shape[0];
    expect(scale).toBeLessThanOrEqual(1.001);
    expect(Math.abs(height / shape[1] - scale) * Math.max(...shape)).toBeLessThan(1.5);
  }
});

it('leaves a picture that fits as large as it is', () => {
  for (const { shape, width } of placed) if (shape[0] <= 160 && shape[1] <= 60) expect(width).toBe(shape[0]);
});

it('sets a picture lower where its page nearly holds it, down to two thirds, rather than leave the foot white', () => {
  const tall = placed.filter(({ shape }) => shape[0] === 80).map(({ height }) => Math.round(height));
  // With its caption it takes six of nine lines: after four others it has to be one line lower.
  expect(tall).toEqual([72, 72, 72, 72, 48, 72, 72, 72, 72]);
});

it.each<[string, number, [number, number][], number]>([
  [
    'a narrow one beside a panorama is as high',
    28,
    [
      [2400, 600],
      [400, 800],
    ],
    1,
  ],
  [
    'three of unlike shapes are as high',
    28,
    [
      [1200, 800],
      [600, 900],
      [900, 900],
    ],
    1,
  ],
  [
    'a narrow one in a column stands below, no higher than the column is wide',
    14,
    [
      [2400, 600],
      [400, 800],
    ],
    2,
  ],
])('of pictures side by side, %s', async (_, ems, sizes, rows) => {
  const pictures = sizes.map(([width, height]) => `<img alt="图" src="${picture(width, height)}">`).join('');
  const pieces = [
    {
      html: `<article id="s"><figure><div class="side-by-side">${pictures}</div><figcaption>图说</figcaption></figure></article>`,
      passages: [{ id: 's', name: 's', text: '图说' }],
    },
  ];
  const geometry = { ems, lines: 30, isVertical: false };
  const laid = await layOut(pieces, geometry, pool);
  expect(laid.findings.map(({ message }) => message)).toEqual([]);
  const html = documentOf(bookOf(pieces, geometry), laid.assembled);
  const boxes = await pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await tab.setContent(html);
      return tab.evaluate(() =>
        [...document.querySelectorAll('.side-by-side img')].map((one) => {
          const { bottom, width, height } = one.getBoundingClientRect();
          const measure = one.parentElement!.getBoundingClientRect().width;
          return { bottom: Math.round(bottom), width, height, measure };
        }),
      );
    }),
  );
  expect(new Set(boxes.map(({ bottom }) => bottom)).size).toBe(rows);
  for (const [index, { width, height, measure }] of boxes.entries()) {
    expect(width / height).toBeCloseTo(sizes[index]![0] / sizes[index]![1], 1);
    expect(height).toBeLessThanOrEqual(measure + 1);
    if (rows === 1) expect(height).toBeCloseTo(boxes[0]!.height, 0);
  }
});
