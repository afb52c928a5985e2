import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page as Tab } from 'puppeteer';
import { unwritable } from '../article/manuscript.js';
import { scratchFolder, stepTimeoutMs } from './browser.js';
import { withinTime } from './time-limit.js';

/** The one address that a closed tab may load. */
const ownDocuments = new WeakMap<Tab, string>();
/** Browsers whose first tab is in use. */
const begun = new WeakSet<Browser>();
/** Tabs opened before they are needed. */
const waiting = new WeakMap<Browser, Promise<Tab | undefined>>();

/**
 * A tab that loads the document that it is given and nothing else: no other file, no server, no page behind a link,
 * whatever a stranger's style sheet or text may ask for. Its requests are stopped here, its browser has no
 * network, and its document's policy runs no script; each would do.
 */
export async function closedTab(browser: Browser, limitMs = openingMs): Promise<Tab> {
  const prepared = waiting.get(browser);
  waiting.delete(browser);
  const ready = await prepared;
  return ready && !ready.isClosed() ? ready : openClosed(browser, limitMs);
}

/** Opens a closed tab for whoever needs the next one: a tab takes .1 s to open, while this process composes. */
export function prepareTab(browser: Browser): void {
  // Who needs a tab opens one, and gets the error.
  if (!waiting.has(browser))
    waiting.set(
      browser,
      openClosed(browser, openingMs).catch(() => undefined),
    );
}

async function openClosed(browser: Browser, limitMs: number): Promise<Tab> {
  const tab = await opened(browser, limitMs);
  tab.on('popup', (popup) => void popup?.close().catch(() => undefined));
  // One that crashes between two steps is of no use to the next.
  tab.on('error', () => void tab.close().catch(() => undefined));
  // An open dialog would wait for ever.
  tab.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  return tab;
}

/**
 * Through a session of our own: Puppeteer's interception hears of each font too, with all of its data: address, and
 * twice. Addresses of data: make no request and are not stopped.
 */
async function stopRequests(tab: Tab): Promise<void> {
  const session = await tab.createCDPSession();
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const isOwn = request.url === ownDocuments.get(tab);
    void answer(session, requestId, isOwn).catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

function answer(session: CDPSession, requestId: string, isOwn: boolean): Promise<unknown> {
  return isOwn
    ? session.send('Fetch.continueRequest', { requestId })
    : session.send('Fetch.failRequest', { requestId, errorReason: 'AccessDenied' });
}

/** A tab opens in .1 s, on a swapping machine in seconds. A browser that lost its first child waits without end. */
const openingMs = 20_000;

/** @throws an error if no tab opens; the browser is then killed so that another one replaces it. */
async function opened(browser: Browser, limitMs: number): Promise<Tab> {
  const late = new Error(`no tab opened in ${limitMs / 1000} s`);
  try {
    return await withinTime(newTab(browser), limitMs, () => late);
  } catch (error) {
    const child = browser.process();
    if (error === late && child?.kill('SIGKILL')) await once(child, 'exit');
    if (error === late) await browser.disconnect();
    throw error;
  }
}

function begin(browser: Browser): Promise<Tab[]> {
  begun.add(browser);
  return browser.pages();
}

/** A browser starts with a tab, which is as good as another. */
async function newTab(browser: Browser): Promise<Tab> {
  const [first] = begun.has(browser) ? [] : await begin(browser);
  const tab = first ?? (await browser.newPage());
  await stopRequests(tab);
  return tab;
}

/** A document embeds its pictures and fonts. Our own code comes through the debugger, which no policy stops. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * Loads a document into a closed tab, from a file among the browser's own: handing 8 MB over the wire takes four times
 * as long.
 */
export async function loadDocument(tab: Tab, html: string): Promise<void> {
  const path = join(scratchFolder(tab.browser()), `${randomUUID()}.html`);
  const address = pathToFileURL(path).href;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  ownDocuments.set(tab, address);
  try {
    await writeFile(
      path,
      html.replace('<head>', () => `<head>${meta}`),
    ).catch((error: NodeJS.ErrnoException) => {
      throw unwritable(path, error);
    });
    await tab.goto(address, { timeout: stepTimeoutMs });
  } finally {
    ownDocuments.delete(tab);
    await rm(path, { force: true });
  }
}

/** A style sheet as an element of a document: no sheet can close its element and continue as HTML. */
export const styleElement = (css: string): string =>
  `<style>${css.replaceAll(/<\/(?=style)/gi, '<\\/')}</style>`;
