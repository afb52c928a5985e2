import {
  appendFileSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../scripts/article/words/say.js';
import { commandOf } from '../../scripts/bench/process-tree.js';
import { launchBrowser } from '../../scripts/chromium/browser.js';
import { closedTab } from '../../scripts/chromium/closed-tab.js';
import { type EmbeddedBrowser, embeddedBrowser } from '../../scripts/chromium/embedded-browser.js';
import { browserIdentity } from '../../scripts/chromium/find-browser.js';
import { sha256 } from '../../scripts/trace.js';
import { newFolder } from '../cli/run.js';

const folder = newFolder({ 'cache/readme': '' });
const usual = process.env.CHONGPAI_CACHE;
const identityOf = (found: EmbeddedBrowser) => browserIdentity({ ...found, origin: say('origin-embedded') });

/** Changes a byte in the middle of a file, keeping its length. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const at = statSync(path).size >> 1;
  writeSync(file, Buffer.from([readFileSync(path)[at]! ^ 1]), 0, 1, at);
  closeSync(file);
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the unpacked browser', () => {
  beforeAll(() => {
    process.env.CHONGPAI_CACHE = folder.path('cache');
  });
  afterAll(() => {
    if (usual === undefined) delete process.env.CHONGPAI_CACHE;
    else process.env.CHONGPAI_CACHE = usual;
    folder.remove();
  });

  it('has the same identity in every folder', async () => {
    const here = await embeddedBrowser();
    process.env.CHONGPAI_CACHE = folder.path('other cache');
    const there = await embeddedBrowser();
    process.env.CHONGPAI_CACHE = folder.path('cache');
    expect(there.executable).not.toBe(here.executable);
    expect(await identityOf(there)).toBe(await identityOf(here));
  });

  it('is taken as it is by a cache that shares it by a link', async () => {
    const here = await embeddedBrowser();
    folder.write('linked/readme', '');
    symlinkSync(folder.path('cache/browser'), folder.path('linked/browser'));
    process.env.CHONGPAI_CACHE = folder.path('linked');
    const there = await embeddedBrowser();
    process.env.CHONGPAI_CACHE = folder.path('cache');
    expect(await identityOf(there)).toBe(await identityOf(here));
    expect(statSync(there.executable).ino).toBe(statSync(here.executable).ino);
  });

  const damages: Record<string, (found: EmbeddedBrowser) => string> = {
    'its program': ({ executable }) => {
      damage(executable);
      return executable;
    },
    'a library of it': ({ libraries }) => {
      const path = join(libraries, readdirSync(libraries).sort()[0]!);
      damage(path);
      return path;
    },
    'its list of fonts': ({ fontconfig }) => {
      const path = join(fontconfig, 'fonts.conf');
      appendFileSync(path, '<!-- more -->');
      return path;
    },
    'a file that is gone': ({ executable }) => {
      rmSync(executable);
      return executable;
    },
    'its seal': ({ executable }) => {
      const path = join(executable, '../seal.json');
      damage(path);
      return path;
    },
  };

  it.each(Object.keys(damages))('is unpacked anew when damaged: %s', async (what) => {
    const found = await embeddedBrowser();
    const identity = await identityOf(found);
    const sound = new Map(['chromium', 'fonts/fonts.conf'].map((name) => [name, hashOf(found, name)]));
    const path = damages[what]!(found);
    const again = await embeddedBrowser();
    expect(readFileSync(path).length).toBeGreaterThan(0);
    expect(await identityOf(again)).toBe(identity);
    for (const [name, hash] of sound) expect(hashOf(again, name), name).toBe(hash);
    expect(readdirSync(folder.path('cache/browser'))).toHaveLength(1);
  });
});

describe('a browser that opens no tab any more', () => {
  it('is ended, so that the step is tried again in another', async () => {
    const { browser, close } = await launchBrowser();
    const { pid } = browser.process()!;
    process.kill(pid!, 'SIGSTOP');
    await expect(closedTab(browser, 1_000)).rejects.toThrow('no tab opened in 1 s');
    expect(browser.connected).toBe(false);
    expect(commandOf(pid!)).toBe('');
    await close();
  });
});

const hashOf = ({ executable }: EmbeddedBrowser, name: string) =>
  sha256(readFileSync(join(executable, '..', name)));
