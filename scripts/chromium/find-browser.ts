import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { problem } from '../article/problem.js';
import { type EmbeddedBrowser, embeddedBrowser } from './embedded-browser.js';

/** A browser on disk, and why it was chosen. */
export interface FoundBrowser extends Partial<EmbeddedBrowser> {
  executable: string;
  /** For the report: "configured", "PUPPETEER_EXECUTABLE_PATH", "installed", "embedded". */
  origin: string;
}

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const places = [
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((root) => root !== undefined)
    .map((root) => join(root, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/**
 * The browser to print with: the configured one, else PUPPETEER_EXECUTABLE_PATH, else an installed Chrome or Chromium,
 * else the one that npm brought.
 *
 * @throws a problem when a named browser does not exist; falling back silently would change the pages.
 */
export async function findBrowser(configured?: string): Promise<FoundBrowser> {
  const fromEnvironment = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (configured) return named(configured, 'configured');
  if (fromEnvironment) return named(fromEnvironment, 'PUPPETEER_EXECUTABLE_PATH');
  const installed = installedBrowser();
  if (installed) return { executable: installed, origin: 'installed' };
  return { ...(await embeddedBrowser()), origin: 'embedded' };
}

function named(executable: string, origin: string): FoundBrowser {
  if (existsSync(executable)) return { executable, origin };
  throw problem(`There is no browser at ${executable} (${origin})`, {
    note: 'Correct the path, or remove it: chongpai then takes an installed Chrome or the one it brings.',
    ruleId: 'browser',
  });
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...onPath, ...places].find((file) => existsSync(file));
}

/** What a browser's pages depend on, told without starting it: its file, by size and time, or its package's version. */
export function browserIdentity({ executable }: FoundBrowser): string {
  const { size, mtimeMs } = statSync(executable);
  return `${executable}:${size}:${Math.round(mtimeMs)}`;
}
