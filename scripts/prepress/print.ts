import type { Page as Tab } from 'puppeteer';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { stepTimeoutMs } from '../chromium/browser.js';
import type { BrowserPool } from '../chromium/browser-pool.js';
import { loadDocument } from '../chromium/closed-tab.js';
import { stepLimitMs, weightOf, withinTime } from '../chromium/time-limit.js';
import { closeKept, withKeptTab, withTab } from '../chromium/with-tab.js';
import type { FontSet } from '../typeset/fonts/fonts.js';
import { tagFragments } from './tag-fragments.js';
import { tagParagraphs } from './tag-paragraphs.js';

/** Lays pages out for paper only: laying them out for a screen first doubles the time of printing. */
export const paperOnly = '<style>@media screen { main { display: none } }</style>';

/** Characters of a document that are sent to its tab; a longer one, with pictures, is read from a file sooner. */
const mostSent = 2 ** 21;

/** Options of a print. */
export interface PrintOptions {
  /** The fonts in the document: a tab that has laid out its pages has loaded them. */
  fonts?: Pick<FontSet, 'key' | 'css'>;
  /** Work to do in this process while the browser writes the file. */
  meanwhile?: () => Promise<unknown>;
}

/**
 * 打印: a document whose page boxes are sheets → PDF, tagged, with outline and links.
 *
 * @throws a problem when the browser does not finish in time.
 */
export function print(
  html: string,
  pool: BrowserPool,
  { fonts, meanwhile = async () => undefined }: PrintOptions = {},
): Promise<Uint8Array> {
  const document = html.replace('</head>', () => `${paperOnly}</head>`);
  const bare = fonts && document.replace(fonts.css, '');
  const limitMs = stepLimitMs(weightOf(html));
  const late = () => problem(say('print-too-slow', Math.round(limitMs / 1000)), { ruleId: 'layout-time' });
  const printed = async (tab: Tab, filled: Promise<unknown>) => {
    await filled;
    return printIn(tab, meanwhile);
  };
  return pool.use(async ({ browser }) => {
    const inKept = (tab: Tab) => withinTime(printed(tab, tab.evaluate(fillTab, bare!)), limitMs, late);
    const inFresh = (tab: Tab) => withinTime(printed(tab, loadDocument(tab, document)), limitMs, late);
    const isSent = bare !== undefined && bare.length < mostSent;
    const inLaid = isSent ? await withKeptTab(browser, fonts!.key, inKept) : undefined;
    if (fonts) closeKept(browser, fonts.key);
    return inLaid ?? withTab(browser, inFresh, { isLoaded: true });
  });
}

/** Prints the document that a tab holds. */
export async function printIn(tab: Tab, meanwhile: () => Promise<unknown>): Promise<Uint8Array> {
  await loadAll(tab);
  await tagFragments(tab);
  await tagParagraphs(tab);
  const printing = tab.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: true,
    timeout: stepTimeoutMs,
  });
  const [pdf] = await Promise.all([printing, afterSending().then(meanwhile)]);
  return pdf;
}

/** Runs in a tab that has laid out: all but its fonts gives way to a document. They come first there, too. */
export function fillTab(html: string): void {
  const made = new DOMParser().parseFromString(html, 'text/html');
  const [policy, fonts] = ['meta[http-equiv]', 'style'].map((name) => document.head.querySelector(name));
  document.documentElement.lang = made.documentElement.lang;
  document.body.remove();
  for (const part of [...document.head.children]) if (part !== policy && part !== fonts) part.remove();
  document.head.append(...[...made.head.children].map((part) => document.importNode(part, true)));
  document.documentElement.append(document.importNode(made.body, true));
}

/** Fonts and pictures are loaded when they are first shown, and print does not wait for them. */
function loadAll(tab: Tab): Promise<void> {
  return tab.evaluate(async () => {
    const pictures = [...document.images].map((picture) => picture.decode().catch(() => undefined));
    await Promise.all([...[...document.fonts].map((face) => face.load()), ...pictures]);
  });
}

/** A request leaves this process once it has nothing else to do. */
const afterSending = () => new Promise((resolve) => setTimeout(resolve, 5));
