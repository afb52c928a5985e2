import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';

/** The parts of the cache that grow with use, and how large each may get: some books of 1,500 pages. In MB. */
const limitsMb: Record<string, number> = {
  pages: 400,
  pdf: 400,
  prints: 300,
  proofs: 300,
  fonts: 200,
  tables: 100,
  restored: 60,
  js: 20,
  rules: 5,
  code: 120,
  keys: 5,
};
/** A part that is too large is cut down to this share of its limit, so that not every build has to prune. */
const share = 0.8;
/** Age at which files of builds that died, and unpacked browsers of former versions, are removed. */
const oldMs = 7 * 24 * 3600 * 1000;

/** Marks an entry as used: the least recently used are removed first. */
export function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // another build removed it meanwhile
  }
}

/**
 * Keeps the cache bounded. Removes the least recently used entries, whole files only: a build that reads one at
 * the same time has it open already, or takes it for absent and makes it again.
 */
export function pruneCache(): void {
  for (const [part, limitMb] of Object.entries(limitsMb)) {
    const entries = filesOf(cacheFolder(part)).sort((a, b) => a.usedMs - b.usedMs);
    const sum = entries.reduce((total, { bytes }) => total + bytes, 0);
    if (sum <= limitMb * 2 ** 20) continue;
    let rest = sum;
    for (const { path, bytes } of entries) {
      if (rest <= limitMb * 2 ** 20 * share) break;
      rmSync(path, { force: true });
      rest -= bytes;
    }
  }
  pruneUnpacked();
}

/** Removes unpacked browsers (200 MB each; the newest stays) and fonts of former versions. */
function pruneUnpacked(): void {
  for (const [part, newest] of [
    ['browser', 1],
    ['type', 0],
  ] as const) {
    const folder = cacheFolder(part);
    const found = readdirSync(folder)
      .map((name) => ({ path: join(folder, name), usedMs: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => b.usedMs - a.usedMs);
    for (const { path, usedMs } of found.slice(newest))
      if (Date.now() - usedMs > oldMs) rmSync(path, { recursive: true, force: true });
  }
}

function filesOf(folder: string): { path: string; bytes: number; usedMs: number }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    try {
      const { size, mtimeMs } = statSync(path);
      return entry.isFile() ? [{ path, bytes: size, usedMs: mtimeMs }] : [];
    } catch {
      return []; // removed meanwhile
    }
  });
}
