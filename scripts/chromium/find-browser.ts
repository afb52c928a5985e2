import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { problem } from '../article/problem.js';
import { type Said, say } from '../article/words/say.js';
import { contentKey } from './content-key.js';
import { type EmbeddedBrowser, embeddedBrowser, embeddedVersion } from './embedded-browser.js';

/** A browser on disk, and why it was chosen. */
export interface FoundBrowser extends Partial<EmbeddedBrowser> {
  executable: string;
  /** How it was found, for messages: "--browser", "PUPPETEER_EXECUTABLE_PATH", "installed", "embedded". */
  origin: Said;
}

const byVariable = say('in-own-words', 'PUPPETEER_EXECUTABLE_PATH');

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
 * @throws a problem when a named browser does not exist or is no program; falling back silently would change the pages.
 */
export async function findBrowser(configured?: string): Promise<FoundBrowser> {
  const fromEnvironment = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (configured) return named(configured, say('in-own-words', '--browser'));
  if (fromEnvironment) return named(fromEnvironment, byVariable);
  const installed = installedBrowser();
  if (installed) return { executable: installed, origin: say('origin-installed') };
  return { ...(await embeddedBrowser()), origin: say('origin-embedded') };
}

/** The browser that would print, for people: found like that of `findBrowser`, and not unpacked. */
export async function browserInWords(): Promise<Said> {
  const fromEnvironment = process.env.PUPPETEER_EXECUTABLE_PATH;
  const executable = fromEnvironment || installedBrowser();
  if (!executable) return say('browser-named', 'Chromium', embeddedVersion(), say('origin-embedded'));
  const version = isProgram(executable) ? await askVersion(executable) : say('browser-missing');
  const origin = fromEnvironment ? byVariable : say('origin-installed');
  return say('browser-named', version || say('version-unknown'), executable, origin);
}

function named(executable: string, origin: Said): FoundBrowser {
  if (isProgram(executable)) return { executable, origin };
  throw problem(say(existsSync(executable) ? 'no-program-at' : 'no-browser-at', executable, origin), {
    note: say('correct-browser-path'),
    ruleId: 'browser',
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...onPath, ...places].find(isProgram);
}

/** In bytes. Larger files are the browser itself; smaller ones start one that is elsewhere, and is updated there. */
const largestStarter = 2 ** 20;

/** Identity of a browser, for the key of its pages, found without starting it: its content, and a starter's version. */
export async function browserIdentity({ executable, identity }: FoundBrowser): Promise<string> {
  if (identity !== undefined) return identity;
  const key = await contentKey([executable]);
  return statSync(executable).size > largestStarter ? key : `${key} ${await askVersion(executable)}`;
}

const versionMs = 3_000;

/** Empty for a starter that does not know `--version` or never answers. On Windows a browser would open a window. */
function askVersion(executable: string): Promise<string> {
  if (process.platform === 'win32') return Promise.resolve('');
  return new Promise((resolve) => {
    // A group of its own, so that what it has started ends with it.
    const child = spawn(executable, ['--version'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    const end = () => {
      clearTimeout(timer);
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has ended by itself
      }
      resolve(said.trim().slice(0, 200));
    };
    const timer = setTimeout(end, versionMs);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.on('error', end).on('exit', end);
  });
}
