import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../scripts/chromium/cache-folder.js';
import { findBrowser } from '../../scripts/chromium/find-browser.js';
import { newFolder, processesNaming, run } from '../cli/run.js';

const bin = join(import.meta.dirname, '../../scripts/bin.mjs');
const folder = newFolder({
  'manuscript/publication.yaml': 'title: 试报\neditions: [zh-Hans, zh-Hant-TW, zh-Hant-HK]\n',
  'manuscript/a/01.md': `# 一\n\n${'正文。'.repeat(3000)}\n`,
});
afterAll(folder.remove);

/** A build whose whole process group is killed while its browser works: nothing can clean up. */
async function killed(): Promise<void> {
  const child = spawn(process.execPath, [bin, 'build'], {
    cwd: folder.root,
    env: { ...process.env, TMPDIR: folder.path('tmp'), CHONGPAI_CACHE: folder.path('cache') },
    detached: true,
    stdio: 'ignore',
  });
  await expect.poll(() => profiles().length).toBeGreaterThan(0);
  process.kill(-child.pid!, 'SIGKILL');
  await once(child, 'close');
}

const profiles = () => readdirSync(folder.path('tmp'));

describe('what a killed build leaves', () => {
  it('goes at the next start: profiles, and what was half written', async () => {
    await findBrowser();
    for (const name of ['tmp', 'cache']) mkdirSync(folder.path(name));
    symlinkSync(cacheFolder('browser'), folder.path('cache/browser'));
    await killed();
    expect(profiles().length).toBeGreaterThan(0);
    await expect.poll(() => processesNaming(folder.path('tmp'))).toEqual([]);
    const { code, stdout, stderr } = await run(['build'], {
      cwd: folder.root,
      env: { TMPDIR: folder.path('tmp'), CHONGPAI_CACHE: folder.path('cache') },
    });
    expect(stderr).toContain(
      process.getuid?.() === 0 ? 'without its sandbox, which is not available to root' : 'Files made: 3',
    );
    expect(stdout.split('\n').filter(Boolean)).toHaveLength(3);
    expect({ code, left: profiles() }).toEqual({ code: 0, left: [] });
    expect(folder.list('build').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
