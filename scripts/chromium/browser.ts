import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser } from 'puppeteer';
import { VFileMessage } from 'vfile-message';
import { problem } from '../article/problem.js';
import { type Said, say } from '../article/words/say.js';
import { type FoundBrowser, findBrowser } from './find-browser.js';
import { temporaryFolder, tryRoom } from './temporary-folder.js';

/** A running headless Chromium. */
export interface Printer {
  browser: Browser;
  /** "Chromium 147.0.7727.0 (embedded)". */
  description: Said;
  /** "147.0.7727.0": part of the key of cached pages. */
  version: string;
  /** Notes for its user: that it runs without a sandbox. */
  notes: Said[];
  close: () => Promise<void>;
}

export interface BrowserOptions {
  /** Path of the browser named on the command line. */
  path?: string | undefined;
  /** True lets it reach servers on this machine, as a person's browser does. By default it has no network at all. */
  isOnline?: boolean;
  /** Called when its process has started: from then on it gets ready beside this one. */
  onProcess?: () => void;
}

/** Folders for the files of running browsers; they are removed when the browser ends. */
const scratchFolders = new WeakMap<Browser, string>();

/** A folder for files that a tab is to load: it is removed with the browser, however that ends. */
export function scratchFolder(browser: Browser): string {
  return scratchFolders.get(browser) ?? tmpdir();
}

/** Starting takes 0.3 s, from a slow disk 10 s; CHONGPAI_BROWSER_SECONDS sets another limit. */
const usualStartSeconds = 30;
/** A step of layout or print may take minutes in a long book; one that takes longer than this has hung. */
export const stepTimeoutMs = 600_000;

/**
 * Left out on purpose: --single-process and --disable-web-security, which the package of the embedded browser
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
 * No network: every name is unknown, and every address, also one of this machine, is behind a proxy of such a name. No
 * page opens another.
 */
const offline = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://nowhere.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--block-new-web-contents',
];

/**
 * Starts a browser, at the second try without the sandbox: that is mostly what stops it. Root may not have one at all.
 *
 * @throws a problem when none starts.
 */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Printer> {
  const { path, isOnline = false, onProcess } = options;
  const found = await findBrowser(path);
  const leave = hearOfProcess(found.executable, onProcess);
  const isRoot = process.getuid?.() === 0;
  try {
    return isRoot
      ? await launch(found, { isOnline, isBare: true }, [say('bare-root')])
      : await launch(found, { isOnline, isBare: false }, []);
  } catch {
    const why = say(isRoot ? 'bare-root' : 'bare-system');
    return await launch(found, { isOnline, isBare: true }, [why]);
  } finally {
    leave();
  }
}

/** Puppeteer tells of a browser when it answers; Node tells of each process that it starts. */
function hearOfProcess(executable: string, heard: (() => void) | undefined): () => void {
  if (!heard) return () => undefined;
  const hear = (message: unknown) => {
    const { process: child } = message as { process?: ChildProcess };
    // Its file is known once it is being started, a moment after this.
    queueMicrotask(() => child?.spawnfile === executable && heard());
  };
  subscribe('child_process', hear);
  return () => void unsubscribe('child_process', hear);
}

async function launch(
  found: FoundBrowser,
  { isOnline, isBare }: { isOnline: boolean; isBare: boolean },
  notes: Said[],
): Promise<Printer> {
  const profile = temporaryFolder();
  const clear = () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', clear);
  const limit = startLimit();
  try {
    // Loaded on demand: it takes as long as the browser itself takes to start.
    const [{ default: puppeteer }] = await Promise.all([import('puppeteer'), tryRoom(profile)]);
    const browser = await puppeteer.launch({
      executablePath: found.executable,
      headless: 'shell',
      args: [...browserArguments, ...(isBare ? ['--no-sandbox'] : []), ...(isOnline ? [] : offline)],
      env: environment(found, profile),
      userDataDir: profile,
      // A pipe, not a port: when this process dies, however it dies, the browser reads its end and leaves.
      pipe: true,
      signal: limit.signal,
      protocolTimeout: stepTimeoutMs,
      // The window's own size is Puppeteer's too.
      defaultViewport: null,
      // Events that nobody listens to: they carry the address of each font, which is all of its data.
      networkEnabled: isOnline,
      issuesEnabled: false,
    });
    scratchFolders.set(browser, profile);
    // Behind Puppeteer's own listener, which ends the browser that writes there.
    process.off('exit', clear).once('exit', clear);
    const [name = 'Chromium', version = '?'] = (await browser.version()).split('/');
    return {
      browser,
      version,
      description: say(
        'browser-named',
        name.replace(/^Headless(?:Chrome|Shell)$/, 'Chromium'),
        version,
        found.origin,
      ),
      notes,
      close: () => close(browser, clear),
    };
  } catch (error) {
    process.off('exit', clear);
    clear();
    // No room for it.
    if (error instanceof VFileMessage) throw error;
    const reason = limit.signal.aborted ? `no answer in ${limit.seconds} s` : firstLine(error);
    throw problem(say('browser-not-started', found.executable, reason), {
      note: say('browser-variable'),
      ruleId: 'browser',
    });
  } finally {
    limit.lift();
  }
}

/** Puppeteer's own limit does not hold for a browser on a pipe that never says a word. */
function startLimit() {
  const wanted = Number(process.env.CHONGPAI_BROWSER_SECONDS);
  const seconds = wanted > 0 ? wanted : usualStartSeconds;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), seconds * 1000);
  return { signal: controller.signal, seconds, lift: () => clearTimeout(timer) };
}

/**
 * Ends a browser by force, and all that it has started: it leaves nothing that anyone needs, and takes .1 s to end by
 * itself.
 */
async function close(browser: Browser, clear: () => void): Promise<void> {
  const child = browser.process();
  if (child && child.exitCode === null && child.signalCode === null) {
    // A disk that does not answer keeps even a killed process.
    const ended = once(child, 'exit', { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    killGroup(child);
    await ended;
  }
  await browser.disconnect();
  process.off('exit', clear);
  clear();
}

/** Puppeteer starts a browser as the leader of a group, but on Windows. */
function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === 'win32') throw new Error('no groups');
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** The browser's own environment: same fonts, language and time zone on every machine. */
function environment(
  { libraries, fontconfig }: FoundBrowser,
  profile: string,
): Record<string, string | undefined> {
  return {
    ...process.env,
    // Its temporary files go with its profile, also when it is killed.
    TMPDIR: profile,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    ...(libraries && { LD_LIBRARY_PATH: libraries }),
    ...(fontconfig && { FONTCONFIG_PATH: fontconfig }),
  };
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ');
