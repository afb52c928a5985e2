/**
 * 启动: loads the program from its bundle together with the code that Node's engine has compiled of it before. A build
 * of a leaflet calls some ten thousand functions once; without that code a fifth of its processor time goes into
 * reading them.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';

/** Length of the SHA-256 before the code: the engine itself would run damaged code, and end. */
const checkLength = 32;
/** Code is kept anew when a run has compiled this many times as much as there was: an edition of another kind, say. */
const growth = 1.1;
/** Since its process began. */
const shortMs = 500;

/**
 * Loads a program.
 *
 * @param {{ file: string, key: string, folder: string }} where the bundle (a function of
 *   CommonJS, in ASCII), a hash of everything that it
 *   depends on, and a folder for compiled code, which is made when something is kept
 * @returns {{ program: any, isCached: boolean, keep: () => void }} its exports; true if compiled code was used; and what
 *   is to be called when its work is done, to keep the code for the next run
 */
export function loadProgram({ file, key, folder }) {
  const name = createHash('sha256')
    .update([key, process.version, process.arch, ...process.execArgv].join('\n'))
    .digest('hex')
    .slice(0, 32);
  const stored = join(folder, `${name}.code`);
  const kept = readKept(stored);
  // One byte a character: a fifth of the time of reading UTF-8.
  const source = readFileSync(file, 'latin1');
  const script = new Script(source, {
    filename: file,
    ...(kept && { cachedData: kept.code }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  const isCached = kept !== undefined && !script.cachedDataRejected;
  const keep = () => {
    // A short run with kept code has compiled little, and asking how much takes .01 s.
    if (isCached && performance.now() < shortMs) return;
    const size = compiledBytes();
    if (!isCached || size > growth * kept.size) writeKept(stored, { code: script.createCachedData(), size });
  };
  return { program: module.exports, isCached, keep };
}

const compiledBytes = () => getHeapCodeStatistics().bytecode_and_metadata_size;

/** The check, eight bytes with the amount of code that there was, the code. */
function readKept(stored) {
  try {
    const bytes = readFileSync(stored);
    const body = bytes.subarray(checkLength);
    if (!checkOf(body).equals(bytes.subarray(0, checkLength))) return undefined;
    return { size: body.readDoubleLE(0), code: body.subarray(8) };
  } catch {
    return undefined; // absent or damaged
  }
}

function writeKept(stored, { code, size }) {
  const head = Buffer.alloc(8);
  head.writeDoubleLE(size);
  const body = Buffer.concat([head, code]);
  const fresh = `${stored}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(stored), { recursive: true });
    writeFileSync(fresh, Buffer.concat([checkOf(body), body]));
    renameSync(fresh, stored);
  } catch {
    // A folder that cannot be written, or a full disk: the next run takes longer.
    if (existsSync(fresh)) rmSync(fresh, { force: true });
  }
}

const checkOf = (bytes) => createHash('sha256').update(bytes).digest();
