import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBrowserPool } from '../../scripts/chromium/browser-pool.js';
import { layOut } from './lay-out.js';

/** Paragraphs of one to ten lines between headings: something is at every place of a page. */
const lengths = [
  5, 30, 18, 44, 60, 25, 12, 110, 33, 80, 41, 9, 64, 22, 38, 55, 47, 28, 61, 36, 15, 52, 43, 66, 31,
];
const blocks = lengths.flatMap((length, index) => [
  ...(index % 4 === 3 ? [{ tag: 'h2', text: `小标题${'甲乙丙丁戊己庚'[(index - 3) / 4] ?? '辛'}` }] : []),
  { tag: 'p', text: `${String.fromCharCode(0x4e00 + index)}${'字'.repeat(length)}` },
]);
const size = { ems: 12, lines: 9 };
const linePx = 24;

/** For each block the pages of its lines, line by line. */
let placed: { tag: string; pages: number[] }[] = [];
/** For each page the lower edge of its last line, in lines. */
let bottoms: number[] = [];

const pool = newBrowserPool();
afterAll(() => pool.close());

beforeAll(async () => {
  const html = blocks.map(
    ({ tag, text }) => `<${tag}${tag === 'h2' ? ' class="crosshead"' : ''}>${text}</${tag}>`,
  );
  const passages = [{ id: 'c', name: 'pages', text: blocks.map(({ text }) => text).join('') }];
  const laid = await layOut([{ html: `<article id="c">${html.join('')}</article>`, passages }], size, pool);
  expect(laid.findings).toEqual([]);
  const { pages } = laid.lines[0]!;
  bottoms = pages.map((lines) => Math.floor(lines.at(-1)!.y / linePx) + 1);
  const all = pages.flatMap((lines, page) => lines.map(({ text }) => ({ text, page })));
  placed = blocks.map(({ tag, text }) => {
    const own: number[] = [];
    for (let rest = text; rest !== ''; ) {
      const { text: line, page } = all.shift()!;
      expect(rest.startsWith(line)).toBe(true);
      rest = rest.slice(line.length);
      own.push(page);
    }
    return { tag, pages: own };
  });
});

const partsOf = (pages: number[]) =>
  [...new Set(pages)].map((page) => pages.filter((one) => one === page).length);

it('breaks enough paragraphs for a test', () => {
  expect(placed.filter(({ pages }) => partsOf(pages).length > 1).length).toBeGreaterThan(4);
});

it('leaves no last line of a paragraph alone at the head of a page', () => {
  for (const { pages } of placed)
    if (partsOf(pages).length > 1)
      for (const lines of partsOf(pages).slice(1)) expect(lines).toBeGreaterThan(1);
});

it('keeps a heading with the next two lines', () => {
  placed.forEach(({ tag, pages }, index) => {
    if (tag !== 'h2') return;
    const next = placed[index + 1]!.pages;
    expect(next.slice(0, 2).every((page) => page === pages[0])).toBe(true);
  });
});

it('fills pages to the bottom, but for the lines that must stay together', () => {
  bottoms.slice(0, -1).forEach((bottom, page) => {
    const first = placed.find(({ pages }) => pages[0] === page + 1 || pages.includes(page + 1))!;
    // A heading takes its blank line and two lines of text along; a paragraph at most one line.
    expect(bottom).toBeGreaterThanOrEqual(first.tag === 'h2' ? size.lines - 3 : size.lines - 1);
  });
});
