import { accessSync, constants } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../article/manuscript.js';
import { packageRoot } from '../article/package-root.js';

/**
 * The folder for files that can be made again: the unpacked browser, font subsets, pages. `CHONGPAI_CACHE`, or
 * `build/cache` of the checkout, or the user's own cache where chongpai was installed as a package, or, when none of
 * them can be written, the temporary folder.
 */
export function cacheFolder(...parts: string[]): string {
  const { CHONGPAI_CACHE: wanted, XDG_CACHE_HOME: cache, LOCALAPPDATA: local } = process.env;
  const isInstalled = packageRoot.split(/[\\/]/).includes('node_modules');
  const candidates = [
    wanted,
    isInstalled ? undefined : join(packageRoot, 'build', 'cache'),
    join(cache || local || join(homedir(), '.cache'), 'chongpai'),
    join(tmpdir(), `chongpai-cache-${process.getuid?.() ?? 'user'}`),
  ];
  for (const root of candidates) {
    if (!root) continue;
    const folder = join(root, ...parts);
    if (isWritable(folder)) return folder;
  }
  throw new Error(`No writable cache folder among ${candidates.filter(Boolean).join(', ')}`);
}

function isWritable(folder: string): boolean {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
