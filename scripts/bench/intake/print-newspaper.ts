import type { BrowserPool } from '../../chromium/browser-pool.js';
import { loadDocument } from '../../chromium/closed-tab.js';
import { withTab } from '../../chromium/with-tab.js';
import { packedFont } from '../../typeset/fonts/packed-fonts.js';
import type { Newspaper } from './newspaper.js';

/** A character as printed by the browser: middle of its box in points, and its owner. */
export interface PrintedChar {
  /** Index of its page. */
  page: number;
  x: number;
  y: number;
  piece: number;
  char: string;
}

export interface PrintedNewspaper {
  pdf: Uint8Array;
  /** In the order of the truth. */
  chars: PrintedChar[];
}

const pointsAPixel = 72 / 96;
const files = { 400: 'NotoSerifSC_400Regular.ttf', 700: 'NotoSansSC_700Bold.ttf' };

/** Prints a page to PDF, and returns the browser's place of each character: evidence independent of the reader. */
export function printNewspaper({ html }: Newspaper, pool: BrowserPool): Promise<PrintedNewspaper> {
  return pool.use(({ browser }) =>
    withTab(browser, async (tab) => {
      await tab.emulateMediaType('print');
      await loadDocument(tab, html.replace('</style>', `${await faces(html)}</style>`));
      await tab.evaluate(() =>
        Promise.all([...document.fonts].map((face) => face.load())).then(() => undefined),
      );
      const { chars, width, height } = await tab.evaluate(charsOnPage);
      await tab.addStyleTag({ content: `@page { size: ${width}px ${height}px }` });
      const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true });
      return {
        pdf,
        chars: chars.map(([piece, char, x, y]) => ({
          page: 0,
          piece,
          char,
          x: x * pointsAPixel,
          y: y * pointsAPixel,
        })),
      };
    }),
  );
}

/** The page's characters in Song, and in Hei for heavy text: nothing depends on the fonts of a machine. */
export async function faces(html: string): Promise<string> {
  const characters = [...new Set(html)].map((char) => char.codePointAt(0)!);
  const rules = await Promise.all(
    Object.entries(files).map(async ([weight, name]) => {
      const font = await packedFont(name)!.cut(characters);
      return `@font-face { font-family: page; font-weight: ${weight}; src: url(data:font/ttf;base64,${font.toString('base64')}) }`;
    }),
  );
  return rules.join('\n');
}

/** Runs in the page. */
function charsOnPage(): { chars: [number, string, number, number][]; width: number; height: number } {
  const chars: [number, string, number, number][] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-piece]')) {
    const piece = Number(element.dataset.piece);
    const node = element.firstChild;
    if (!node) continue;
    const text = node.textContent ?? '';
    for (let at = 0; at < text.length; at++) {
      const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      const char = text.slice(at, at + size);
      if (/\s/u.test(char)) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + size);
      const box = range.getBoundingClientRect();
      chars.push([piece, char, (box.left + box.right) / 2, (box.top + box.bottom) / 2]);
      at += size - 1;
    }
  }
  const { width, height } = document.body.getBoundingClientRect();
  return { chars, width: Math.ceil(width) + 1, height: Math.ceil(height) + 1 };
}
