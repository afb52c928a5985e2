import type { Browser, Page as Tab } from 'puppeteer';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { hash, readPacked, writePacked } from '../../chromium/cache-entry.js';
import { loadDocument } from '../../chromium/closed-tab.js';
import { stepLimitMs, weightOf, withinTime } from '../../chromium/time-limit.js';
import { closeKept, mostTabs, withKeptTab, withTab } from '../../chromium/with-tab.js';
import type { FontSet } from '../../typeset/fonts/fonts.js';
import { fillTab, paperOnly, printIn } from '../print.js';
import type { BookPart } from './book-parts.js';
import { finishPart } from './finish-part.js';
import { type Frame, frameOf } from './part-frame.js';
import type { FinishedPart } from './part-objects.js';

/** The rest of the document of a part. */
interface Around {
  /** The document without pages. */
  frame: string;
  fonts: Pick<FontSet, 'key' | 'css'>;
  /** The key of this program. */
  program: string;
  /** Work to do in this process while the browser writes. */
  meanwhile?: () => Promise<unknown>;
}

/**
 * Parts that a tab prints before a fresh one takes its place, which reads the fonts again in .3 s: a tab keeps some 8 MB
 * of each part.
 */
const mostInTab = 10;

/**
 * Prints the parts of a book, in several tabs at once, finishes those that are printed while the next ones are, and
 * reads all of them, as `joinParts` takes them: those that were printed before while the browser is at work. A
 * part stays in the cache: the name of its entry is the hash of all that it depends on, its pages and anchors, the
 * headings above, sheets, fonts, program and browser.
 *
 * @throws a problem when it does not finish in time.
 */
export async function printParts(
  parts: readonly BookPart[],
  pool: BrowserPool,
  { frame, fonts, program, meanwhile = async () => undefined }: Around,
): Promise<(Frame | undefined)[]> {
  const bare = frame.replace(fonts.css, '').replace('</head>', () => `${paperOnly}</head>`);
  const kind = hash([program, await pool.identity(), fonts.key, bare]);
  const names = parts.map(({ pages, anchors, above }) => hash([kind, pages, anchors, `${above}`]));
  const known = names.map(kept);
  const made = new Map<number, Promise<FinishedPart>>();
  const missing = [...parts.keys()].filter((index) => !known[index]);
  let read: (Frame | undefined)[] = [];
  let doing: Promise<unknown> | undefined;
  const once = () => {
    doing ??= meanwhile().then(() => {
      read = known.map((part) => part && frameOf(part));
    });
    return doing;
  };
  if (missing.length === 0) await once();
  else
    await pool.use(async ({ browser }) => {
      const waiting = [...missing];
      const work = async (tab: Tab) => {
        for (let count = 0; count < mostInTab && waiting.length > 0; count++) {
          const index = waiting.shift()!;
          const pdf = await printPart(tab, parts[index]!, once);
          const finishing = finishPart(pdf, parts[index]!.above).then((part) => keep(names[index]!, part));
          // Whoever awaits all parts gets the error.
          finishing.catch(() => undefined);
          made.set(index, finishing);
        }
      };
      const whole = frame.replace('</head>', () => `${paperOnly}</head>`);
      const inTabs = async () => {
        while (waiting.length > 0) await inTab(browser, work, { bare, whole, fonts });
      };
      const tabs = Math.min(mostTabs(), missing.length);
      // Those that laid out a long book have kept .3 GB each.
      if (missing.length > tabs * mostInTab) closeKept(browser, fonts.key);
      await Promise.all(Array.from({ length: tabs }, inTabs));
      closeKept(browser, fonts.key);
    });
  return Promise.all(
    names.map(async (_, index) => (known[index] ? read[index] : frameOf(await made.get(index)!))),
  );
}

/** Gives `work` a tab with the document without pages: one that has laid out the book, for it has read the fonts. */
async function inTab(
  browser: Browser,
  work: (tab: Tab) => Promise<void>,
  { bare, whole, fonts }: { bare: string; whole: string; fonts: Around['fonts'] },
): Promise<void> {
  const inKept = async (tab: Tab) => {
    await inTime(bare, tab.evaluate(fillTab, bare));
    await work(tab);
    return true;
  };
  const isDone = await withKeptTab(browser, fonts.key, inKept, { isSpent: true });
  const inFresh = async (tab: Tab) => {
    await loadDocument(tab, whole);
    await work(tab);
  };
  if (!isDone) await withTab(browser, inFresh, { isLoaded: true });
}

function printPart(
  tab: Tab,
  { pages, anchors }: BookPart,
  meanwhile: () => Promise<unknown>,
): Promise<Uint8Array> {
  const printed = async () => {
    await tab.evaluate(fillPages, pages, anchors);
    return printIn(tab, meanwhile);
  };
  return inTime(pages, printed());
}

/** @throws a problem when the work with some HTML takes far longer than it should. */
function inTime<T>(html: string, work: Promise<T>): Promise<T> {
  const limitMs = stepLimitMs(weightOf(html));
  const late = () => problem(say('print-too-slow', Math.round(limitMs / 1000)), { ruleId: 'layout-time' });
  return withinTime(work, limitMs, late);
}

/** Runs in the tab: gives its document other pages. */
function fillPages(pages: string, anchors: string): void {
  const [main] = document.getElementsByTagName('main');
  while (main!.nextSibling) main!.nextSibling.remove();
  main!.innerHTML = pages;
  main!.insertAdjacentHTML('afterend', anchors);
}

type Head = Omit<FinishedPart, 'bytes'>;

function kept(name: string): FinishedPart | undefined {
  const entry = readPacked<Head>('prints', name);
  return entry && { ...entry.head, bytes: entry.bytes };
}

function keep(name: string, part: FinishedPart): FinishedPart {
  const { bytes, ...head } = part;
  writePacked('prints', name, { head, bytes });
  return part;
}
