import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { findBrowser } from '../../chromium/find-browser.js';
import { installPeer, peersFolder } from '../scale/peers.js';

/** Fonts as wide as those of the specs' authors (Times New Roman, Arial, Georgia, Courier New). */
const fonts = {
  Tinos: { install: '@expo-google-fonts/tinos@0.4.2', standsFor: ['Times New Roman', 'Times', 'serif'] },
  Arimo: { install: '@expo-google-fonts/arimo@0.4.3', standsFor: ['Arial', 'Helvetica', 'sans-serif'] },
  Gelasio: { install: '@expo-google-fonts/gelasio@0.4.1', standsFor: ['Georgia'] },
  Cousine: { install: '@expo-google-fonts/cousine@0.4.3', standsFor: ['Courier New', 'monospace'] },
};

/**
 * A browser in which pages come out as long as in the specs' own environment: those fonts and no others, and letters
 * as wide as whole pixels.
 */
export async function launchForSpecs(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const { executable, libraries } = await findBrowser();
  const profile = mkdtempSync(join(tmpdir(), 'chongpai-specs-'));
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: 'shell',
    args: ['--disable-font-subpixel-positioning', '--disable-gpu', '--disable-dev-shm-usage', '--no-sandbox'],
    env: { ...process.env, FONTCONFIG_PATH: fontFolder(), ...(libraries && { LD_LIBRARY_PATH: libraries }) },
    userDataDir: profile,
    pipe: true,
  });
  const close = async () => {
    const child = browser.process();
    // A page that never ends would keep it from closing.
    const timer = setTimeout(() => child?.kill('SIGKILL'), 3_000);
    await browser.close().catch(() => undefined);
    clearTimeout(timer);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  return { browser, close };
}

/** A folder with a fonts.conf for only those fonts. */
function fontFolder(): string {
  const rules = Object.entries(fonts).map(([family, { install, standsFor }]) => {
    if (installPeer({ name: family, install, command: () => [] }, peersFolder) === undefined)
      throw problem(say('in-own-words', `The font ${install} could not be installed`), {
        note: say('in-own-words', 'Is the npm registry within reach?'),
      });
    return standsFor.map((name) => aliasOf(name, family)).join('\n');
  });
  const folder = join(peersFolder, 'specs-fonts');
  mkdirSync(folder, { recursive: true });
  const folders = Object.values(fonts).map(({ install }) =>
    join(peersFolder, 'node_modules', install.slice(0, install.lastIndexOf('@'))),
  );
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((one) => `<dir>${one}</dir>`).join('\n')}
<cachedir>${join(folder, 'cache')}</cachedir>
${rules.join('\n')}
</fontconfig>
`,
  );
  return folder;
}

const aliasOf = (name: string, family: string) =>
  `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="prepend" binding="strong"><string>${family}</string></edit></match>`;
