import { problem } from '../article/problem.js';
import { type Said, say } from '../article/words/say.js';
import { type BrowserOptions, launchBrowser, type Printer } from './browser.js';
import { prepareTab } from './closed-tab.js';
import { browserIdentity, findBrowser } from './find-browser.js';
import { newTurns, type Turns } from './turns.js';
import { mostTabs } from './with-tab.js';

/** One browser that starts when first needed, is kept warm, and is replaced when it has died. */
export interface BrowserPool {
  /** Runs a step; retries once, in a new browser, if the browser died meanwhile. */
  use: <T>(work: (printer: Printer) => Promise<T>) => Promise<T>;
  /**
   * Lets as many books be laid out and printed at once as there are cores: with more of them none is finished sooner, and
   * this process waits for all of them at first, and has all of them to prove in the end.
   */
  inTurn: Turns;
  /** Starts the browser and opens a tab before they are needed. Resolves when its process runs, or did not start. */
  warm: () => Promise<void>;
  /** Tells which browser it is without starting it: part of the key of cached pages. */
  identity: () => Promise<string>;
  /** "Chromium 147.0.7727.0 (embedded)" once it has started, with notes for its user. */
  description: () => Said | undefined;
  /** Adds work to be done when the pool is closed. */
  whenClosed: (work: () => Promise<unknown>) => void;
  close: () => Promise<void>;
}

/** A pool of one browser process for all editions and issues of a build; its tabs run in parallel. */
export function newBrowserPool(options: BrowserOptions = {}): BrowserPool {
  let current: Promise<Printer> | undefined;
  let description: Said | undefined;
  let failure: unknown;
  const started = newSignal();
  const endings: (() => Promise<unknown>)[] = [];
  const running = async (): Promise<Printer> => {
    if (failure !== undefined) throw failure;
    current ??= launchBrowser({ ...options, onProcess: () => started.resolve() });
    const mine = current;
    const forget = () => {
      if (current === mine) current = undefined;
    };
    const printer = await mine.catch((error) => {
      forget();
      // A browser that never started will not start for the next edition either: nobody should wait for it again.
      if (description === undefined) failure = error;
      throw error;
    });
    description = printer.notes.reduce((all, note) => say('browser-noted', all, note), printer.description);
    if (printer.browser.connected) return printer;
    forget();
    await printer.close();
    return running();
  };
  const use = async <T>(work: (printer: Printer) => Promise<T>): Promise<T> => {
    const first = await attempt(await running(), work);
    if ('result' in first) return first.result;
    const second = await attempt(await running(), work);
    if ('result' in second) return second.result;
    throw problem(say('browser-failed-twice', second.lost), {
      note: say('fewer-jobs'),
      ruleId: 'browser',
    });
  };
  return {
    use,
    inTurn: newTurns(mostTabs),
    // Whoever uses the browser gets the error.
    warm: () =>
      Promise.race([started.promise, running().then(({ browser }) => prepareTab(browser), nothing)]),
    identity: async () => browserIdentity(await findBrowser(options.path)),
    description: () => description,
    whenClosed: (work) => void endings.push(work),
    close: async () => {
      const last = await current?.catch(() => undefined);
      current = undefined;
      await Promise.all([last?.close(), ...endings.splice(0).map((work) => work())]);
    },
  };
}

const nothing = () => undefined;

/** A promise, and what resolves it. */
function newSignal(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = nothing;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A living browser answers at once, also while its tabs are at work; a machine short of memory takes seconds. */
const pulseMs = 5_000;
const missedPulses = 6;

/**
 * Runs a step while watching the browser, and kills a browser that no longer answers: its other steps end with it, and
 * each is tried again.
 *
 * @throws what `work` throws while the browser lives.
 */
async function attempt<T>(
  printer: Printer,
  work: (printer: Printer) => Promise<T>,
): Promise<{ result: T } | { lost: string }> {
  const { browser } = printer;
  let unanswered = 0;
  const timer = setInterval(() => {
    if (++unanswered > missedPulses) browser.process()?.kill('SIGKILL');
    browser.version().then(
      () => {
        unanswered = 0;
      },
      () => undefined, // the step itself notices that the browser has ended
    );
  }, pulseMs);
  try {
    return { result: await work(printer) };
  } catch (error) {
    if (unanswered > missedPulses) return { lost: `no answer in ${(pulseMs * missedPulses) / 1000} s` };
    if (!browser.connected || (await isTabLost(error))) return { lost: (error as Error).message };
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** A tab that crashed, was closed under us, or did not answer for as long as a step may take. */
async function isTabLost(error: unknown): Promise<boolean> {
  const { ProtocolError } = await import('puppeteer');
  return error instanceof ProtocolError || (error instanceof Error && error.message === 'Page crashed!');
}
