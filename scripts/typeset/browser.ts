import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { problem } from '../article/problem.js';
import { browserIdentity, type FoundBrowser, findBrowser } from './find-browser.js';

/** A running headless Chromium of ours. */
export interface Printer {
  browser: Browser;
  /** "Chromium 147.0.7727.0 (embedded)". */
  description: string;
  /** "147.0.7727.0": part of the key of cached pages. */
  version: string;
  /** What its user should know: that it runs without a sandbox. */
  notes: string[];
  close: () => Promise<void>;
}

export interface BrowserOptions {
  /** The `browser:` of the publication file. */
  path?: string | undefined;
}

/** Without a time limit of its own a dead browser would hang a build for ever. */
const startTimeoutMs = 30_000;
/** A step of layout or print may take minutes in a long book; longer than this it hangs. */
export const stepTimeoutMs = 600_000;

/**
 * Not among them, on purpose: --single-process and --disable-web-security, which the package of the embedded browser
 * recommends. Hinting is off so that screen and print measure the same glyphs.
 */
const browserArguments = [
  '--font-render-hinting=none',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--no-pings',
  '--lang=en-US',
];

/**
 * Starts a browser, at the second try without the sandbox if it is what stops it.
 *
 * @throws a problem when none starts.
 */
export async function launchBrowser({ path }: BrowserOptions = {}): Promise<Printer> {
  const found = await findBrowser(path);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) return launch(found, ['--no-sandbox'], []);
  try {
    return await launch(found, [], []);
  } catch {
    const note = 'The browser runs without its sandbox: this system does not let it have one.';
    return await launch(found, ['--no-sandbox'], [note]);
  }
}

async function launch(found: FoundBrowser, extra: string[], notes: string[]): Promise<Printer> {
  const profile = mkdtempSync(join(tmpdir(), 'chongpai-'));
  const clear = () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', clear);
  try {
    const browser = await puppeteer.launch({
      executablePath: found.executable,
      headless: 'shell',
      args: [...browserArguments, ...extra],
      env: environment(found),
      userDataDir: profile,
      // A pipe, not a port: when this process dies, however it dies, the browser reads its end and leaves.
      pipe: true,
      timeout: startTimeoutMs,
      protocolTimeout: stepTimeoutMs,
    });
    const [name = 'Chromium', version = '?'] = (await browser.version()).split('/');
    return {
      browser,
      version,
      description: `${name.replace('HeadlessChrome', 'Chromium').replace('HeadlessShell', 'Chromium')} ${version} (${found.origin})`,
      notes,
      close: () => close(browser, clear),
    };
  } catch (error) {
    process.off('exit', clear);
    clear();
    throw problem(`The browser ${found.executable} did not start: ${firstLine(error)}`, {
      note: 'PUPPETEER_EXECUTABLE_PATH names another Chrome or Chromium; without it the one from npm is used.',
      ruleId: 'browser',
    });
  }
}

async function close(browser: Browser, clear: () => void): Promise<void> {
  const child = browser.process();
  const timeout = setTimeout(() => child?.kill('SIGKILL'), 5_000);
  await browser.close().catch(() => child?.kill('SIGKILL'));
  clearTimeout(timeout);
  process.off('exit', clear);
  clear();
}

/** The browser's own environment: same fonts, language and time zone on every machine. */
function environment({ libraries, fontconfig }: FoundBrowser): Record<string, string | undefined> {
  return {
    ...process.env,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    ...(libraries && { LD_LIBRARY_PATH: libraries }),
    ...(fontconfig && { FONTCONFIG_PATH: fontconfig }),
  };
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ');

/** Gives a fresh tab to `work` and closes it afterwards. */
export async function withTab<T>(browser: Browser, work: (tab: Page) => Promise<T>): Promise<T> {
  const tab = await browser.newPage();
  try {
    return await work(tab);
  } finally {
    await tab.close().catch(() => undefined);
  }
}

/** One browser that starts when first needed, is kept warm, and is replaced when it has died. */
export interface BrowserPool {
  /** Runs a step; tries once more, in a new browser, if the browser was lost under it. */
  use: <T>(work: (printer: Printer) => Promise<T>) => Promise<T>;
  /** Tells which browser it is without starting it: part of the key of cached pages. */
  identity: () => Promise<string>;
  /** "Chromium 147.0.7727.0 (embedded)" once it has started. */
  description: () => string | undefined;
  close: () => Promise<void>;
}

/** A pool of one browser process for all editions and issues of a build; its tabs run in parallel. */
export function newBrowserPool(options: BrowserOptions = {}): BrowserPool {
  let current: Promise<Printer> | undefined;
  let description: string | undefined;
  const printer = async () => {
    current ??= launchBrowser(options);
    try {
      const running = await current;
      description = running.description;
      if (running.browser.connected) return running;
      await running.close();
    } catch (error) {
      current = undefined;
      throw error;
    }
    current = launchBrowser(options);
    return current;
  };
  const use = async <T>(work: (printer: Printer) => Promise<T>): Promise<T> => {
    const first = await printer();
    try {
      return await work(first);
    } catch (error) {
      if (first.browser.connected) throw error;
    }
    const second = await printer();
    try {
      return await work(second);
    } catch (error) {
      if (second.browser.connected) throw error;
      throw problem(`The browser ${second.description} ended twice in the middle of its work`, {
        note: 'It may lack memory: build fewer issues at once (--jobs 1).',
        ruleId: 'browser',
      });
    }
  };
  return {
    use,
    identity: async () => browserIdentity(await findBrowser(options.path)),
    description: () => description,
    close: async () => {
      const running = await current?.catch(() => undefined);
      current = undefined;
      await running?.close();
    },
  };
}
