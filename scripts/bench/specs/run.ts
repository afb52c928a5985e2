import { readFileSync } from 'node:fs';
import type { Browser, Page as Tab } from 'puppeteer';

/** Result of one assertion (an `it` of jest). */
export interface Outcome {
  /** The spec's file, from the folder of specs. */
  spec: string;
  name: string;
  /** Reason of failure in one line; absent when it passed. */
  failure?: string;
}

/** jest's `expect`. */
export type Expect = ((value: unknown) => unknown) & { extend: (matchers: object) => void };

/** Environment of specs. */
export interface SpecWorld {
  /** Returns a responsive browser; called again when a page has hung it. */
  browser: () => Promise<Browser>;
  /** Ends the browser, whatever its pages do. */
  end: () => Promise<void>;
  /** Address at which their pages are served. */
  origin: string;
  expect: Expect;
}

type Step = () => unknown;
interface Suite {
  before: Step[];
  after: Step[];
  tests: { name: string; run: Step }[];
}

/** Time limit of a page's layout: the specs' own. */
const limitMs = 10_000;

/** Runs one of Paged.js's specs, with the part of jest that they use and a page of Puppeteer. */
export async function runSpec(
  { folder, spec }: { folder: string; spec: string },
  world: SpecWorld,
): Promise<Outcome[]> {
  const suite: Suite = { before: [], after: [], tests: [] };
  const tabs: Tab[] = [];
  const names = {
    ...jestOf(suite),
    expect: world.expect,
    DEBUG: false,
    PDF_SETTINGS: { printBackground: true, displayHeaderFooter: false, preferCSSPageSize: true },
    loadPage: async (path: string) => {
      const tab = await (await world.browser()).newPage();
      tabs.push(tab);
      return openPage(tab, `${world.origin}/specs/${path}`);
    },
  };
  const code = readFileSync(`${folder}/specs/${spec}`, 'utf8').replace(/^import .*$/gm, '');
  new Function(...Object.keys(names), code)(...Object.values(names));
  try {
    const broken = await failureOf(() => inOrder(suite.before));
    const outcomes: Outcome[] = [];
    for (const { name, run } of suite.tests) {
      const failure = broken ?? (await failureOf(run));
      outcomes.push({ spec, name, ...(failure !== undefined && { failure }) });
    }
    return outcomes;
  } finally {
    if (!(await areClosed(tabs))) await world.end();
  }
}

/** True if the tabs close: one that never finishes its work does not. */
async function areClosed(tabs: readonly Tab[]): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), 3_000);
  });
  const closed = Promise.all(tabs.map((tab) => tab.close().catch(() => undefined))).then(() => true);
  const result = await Promise.race([closed, late]);
  clearTimeout(timer);
  return result;
}

/** Every suite of Paged.js is one `describe` with steps and tests in it; skipped ones are not counted. */
function jestOf(suite: Suite) {
  const it = Object.assign((name: string, run: Step) => void suite.tests.push({ name, run }), {
    skip: () => undefined,
  });
  const before = (run: Step) => void suite.before.push(run);
  const skip = () => undefined;
  return {
    describe: (_: string, body: () => void) => body(),
    it,
    test: it,
    xit: skip,
    xtest: skip,
    beforeAll: before,
    // Tabs are closed by us.
    afterAll: skip,
  };
}

async function inOrder(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await step();
}

async function failureOf(run: Step): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${limitMs / 1000} s`)), limitMs);
  });
  try {
    await Promise.race([run(), late]);
    return undefined;
  } catch (error) {
    return firstLines(error);
  } finally {
    clearTimeout(timer);
  }
}

const colours = /\u001b\[\d+m/g;
/** jest's message in one line: "expect(…).toBe(…), Expected: 7, Received: 8". */
function firstLines(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(colours, '');
  const lines = text.split('\n').flatMap((line) => line.replace(/[\s·]+/g, ' ').trim() || []);
  return lines.join(', ').slice(0, 200);
}

type SpecPage = Tab & { rendered: Promise<void> };

/** Opens a page and resolves when its pages have been made, like the specs' own environment. */
async function openPage(tab: Tab, url: string): Promise<SpecPage> {
  const page = tab as SpecPage;
  page.rendered = new Promise((resolve, reject) => {
    void tab.exposeFunction('onRendered', () => resolve());
    tab.on('pageerror', reject);
  });
  page.rendered.catch(() => undefined);
  await tab.evaluateOnNewDocument(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const { PagedPolyfill, onRendered } = globalThis as unknown as {
        PagedPolyfill: { on: (event: string, then: () => void) => void };
        onRendered: () => void;
      };
      PagedPolyfill.on('rendered', () => onRendered());
    });
  });
  await tab.goto(url, { waitUntil: 'load' });
  return page;
}
