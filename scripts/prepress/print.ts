import type { Page as Tab } from 'puppeteer';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { stepTimeoutMs } from '../chromium/browser.js';
import type { BrowserPool } from '../chromium/browser-pool.js';
import { loadDocument } from '../chromium/closed-tab.js';
import { stepLimitMs, weightOf, withinTime } from '../chromium/time-limit.js';
import { withTab } from '../chromium/with-tab.js';
import { tagFragments } from './tag-fragments.js';

/** Lays pages out for paper only: laying them out for a screen first doubles the time of printing. */
const paperOnly = '<style>@media screen { main { display: none } }</style>';

/**
 * 打印: a document whose page boxes are sheets → PDF, tagged, with outline and links. One print for the whole book:
 * joining PDFs would lose all three.
 *
 * @param meanwhile work to do in this process while the browser writes the file.
 * @throws a problem when the browser does not finish in time.
 */
export function print(
  html: string,
  pool: BrowserPool,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<Uint8Array> {
  const document = html.replace('</head>', () => `${paperOnly}</head>`);
  const limitMs = stepLimitMs(weightOf(html));
  const late = () => problem(say('print-too-slow', Math.round(limitMs / 1000)), { ruleId: 'layout-time' });
  return pool.use(({ browser }) =>
    withTab(browser, (tab) => withinTime(printIn(tab, document, meanwhile), limitMs, late)),
  );
}

async function printIn(tab: Tab, document: string, meanwhile: () => Promise<unknown>): Promise<Uint8Array> {
  await loadDocument(tab, document);
  await loadAll(tab);
  await tagFragments(tab);
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

/** Fonts and pictures are loaded when they are first shown, and print does not wait for them. */
function loadAll(tab: Tab): Promise<void> {
  return tab.evaluate(async () => {
    const pictures = [...document.images].map((picture) => picture.decode().catch(() => undefined));
    await Promise.all([...[...document.fonts].map((face) => face.load()), ...pictures]);
  });
}

/** A request leaves this process once it has nothing else to do. */
const afterSending = () => new Promise((resolve) => setTimeout(resolve, 5));
