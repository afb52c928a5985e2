import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwritable } from '../article/manuscript.js';

/** A profile of the browser has 5 MB, a long book as HTML 10; less free space is too little to work with. */
const roomBytes = 16 * 2 ** 20;

/** Machines may share a folder: processes of another machine are not checked. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const ours = new RegExp(`^chongpai-${machine}-(\\d+)-`);

/**
 * A fresh folder for the files of one run. Folders of runs that were killed are removed at the same time.
 *
 * @throws a problem that names the folder for temporary files, when it cannot be written.
 */
export function temporaryFolder(): string {
  const root = tmpdir();
  sweepTemporary(root);
  try {
    return mkdtempSync(join(root, `chongpai-${machine}-${process.pid}-`));
  } catch (error) {
    throw unwritable(root, error as NodeJS.ErrnoException);
  }
}

/**
 * Tries whether a temporary folder has room for a run: beside this thread, which a slow disk would hold up.
 *
 * @throws a problem that names the folder for temporary files, when it is full.
 */
export async function tryRoom(folder: string): Promise<void> {
  const probe = join(folder, 'room');
  try {
    await writeFile(probe, Buffer.alloc(roomBytes));
    await rm(probe);
  } catch (error) {
    throw unwritable(tmpdir(), error as NodeJS.ErrnoException);
  }
}

/** Removes the folders of processes that no longer exist. */
export function sweepTemporary(root: string = tmpdir()): void {
  try {
    for (const name of readdirSync(root)) {
      const [, pid] = ours.exec(name) ?? [];
      if (pid !== undefined && !isAlive(Number(pid)))
        rmSync(join(root, name), { recursive: true, force: true, maxRetries: 3 });
    }
  } catch {
    // not ours to list or to remove: an error follows when something has to be written
  }
}

/** True for a process that has ended and that its parent has not taken note of: an init may take minutes for it. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false; // no Linux, or just gone
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
