import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { packageRoot } from '../../article/package-root.js';
import { withTab } from '../../chromium/with-tab.js';
import { readPages, type Shown } from './read.js';

/** Paged.js as published for web pages. */
const bundle = join(packageRoot, 'node_modules', 'pagedjs', 'dist', 'paged.js');
/** Time limit of a single article, which has a handful of pages. */
const limitMs = 20_000;

/** Sets one article with plain Paged.js, as its users do; undefined when it does not finish. */
export function setWithPagedJs(
  browser: Browser,
  { html, css, fontCss }: { html: string; css: string; fontCss: string },
): Promise<Shown | undefined> {
  // A tab for each: one that hangs must not affect the others.
  return withTab(browser, async (tab) => {
    await tab.setContent(
      '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"></head><body></body></html>',
    );
    await tab.addScriptTag({ path: bundle });
    const preview = tab.evaluate(
      async (content, sheet, faces) => {
        const fonts = document.createElement('style');
        fonts.textContent = faces;
        document.head.append(fonts);
        await Promise.all([...document.fonts].map((face) => face.load()));
        const { Paged } = globalThis as unknown as { Paged: { Previewer: new () => Previewer } };
        await new Paged.Previewer().preview(content, [{ 'book.css': sheet }], document.body);
      },
      `<div class="type-area">${html}</div>`,
      withoutLists(css),
      fontCss,
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limitMs);
    });
    try {
      const ended = await Promise.race([preview.then(() => 'done' as const), late]);
      return ended === 'done' ? await readPages(tab) : undefined;
    } catch {
      return undefined; // it threw: its users see nothing either
    } finally {
      clearTimeout(timer);
      preview.catch(() => undefined);
    }
  });
}

interface Previewer {
  preview: (content: string, sheets: object[], into: Element) => Promise<unknown>;
}

/** Paged.js 0.4.3 stops at `:is(…)`, and at a list in `:has(…)`, in a rule with breaks: writes the selectors out. */
function withoutLists(css: string): string {
  return css.replace(/[^{};]*:(?:is|has)\([^{}]*(?=\{)/g, (selector) => {
    let selectors = [selector];
    for (const [list, one] of lists)
      while (selectors.some((each) => list.test(each)))
        selectors = selectors.flatMap((each) => {
          const [whole, choices] = list.exec(each) ?? [];
          return whole === undefined
            ? [each]
            : choicesOf(choices!).map((choice) => each.replace(whole, one(choice)));
        });
    return selectors.join(', ');
  });
}

/** Lists of selectors with what one of them becomes. */
const lists: readonly [RegExp, (choice: string) => string][] = [
  [/:is\(((?:[^()]|\([^()]*\))*)\)/, (choice) => choice],
  [/:has\(((?:[^(),]|\([^()]*\))*,(?:[^()]|\([^()]*\))*)\)/, (choice) => `:has(${choice})`],
];

/** The selectors of a list; those in brackets of their own are not parted. */
const choicesOf = (list: string) => list.match(/(?:[^(),]|\([^()]*\))+/g)!.map((each) => each.trim());
