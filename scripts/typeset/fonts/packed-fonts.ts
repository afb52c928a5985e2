import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import { cacheFolder } from '../../chromium/cache-folder.js';
import { contentKey } from '../../chromium/content-key.js';
import { touch } from '../../chromium/prune-cache.js';
import { cutFont } from './cut-font.js';
import type { Coverage, FontFile } from './font.js';
import { packFolder } from './pack-folder.js';

/** Entry of a font in the list of `styles/fonts`: enough to plan with, without unpacking it. */
export interface PackedFont {
  /** Name of the archive without its ending: fonts that share outlines are together. */
  archive: string;
  /** SHA-256 of the file. */
  identity: string;
  stacksAccents: boolean;
  /** First and last code point of each run, in hexadecimal, in order: "20-7e a0 …". */
  coverage: string;
}

/** `fonts.json`: hashes of the archives, and the fonts by the names of their files. */
export interface FontList {
  archives: Record<string, string>;
  fonts: Record<string, PackedFont>;
}

/** Compression of an archive: fonts of one design are 15 MB apart, beyond the usual window of 4 MB. */
export const packWindow = {
  [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
  [constants.BROTLI_PARAM_LGWIN]: 26,
};

let list: FontList | undefined;
const readList = (): FontList => {
  list ??= JSON.parse(readFileSync(join(packFolder, 'fonts.json'), 'utf8')) as FontList;
  return list;
};

/** A font of `styles/fonts` by the name of its file, or undefined if there is none. */
export function packedFont(name: string): FontFile | undefined {
  const font = readList().fonts[name];
  if (!font) return undefined;
  const { identity, stacksAccents, coverage } = font;
  let read: Coverage | undefined;
  return {
    identity,
    stacksAccents,
    coverage: async () => {
      read ??= readCoverage(coverage);
      return read;
    },
    cut: async (characters) => cutFont(await readPacked(name, identity), characters),
  };
}

/**
 * The bytes of a font as they were packed, whatever happened to the file in the cache. It is hashed only where its times
 * do not tell: hashing six fonts of 15 MB took longer than cutting them.
 */
async function readPacked(name: string, identity: string): Promise<Buffer> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const path = await unpackedFont(name);
    const bytes = await readFile(path);
    // Its times are asked for behind the reading: what changed before has another key, what changes now is not in it.
    if ((await contentKey([path])) === identity) return bytes;
    rmSync(join(path, '..'), { recursive: true, force: true }); // damaged: unpacked again
  }
  throw problem(say('font-content', name), {
    note: say('install-anew'),
    ruleId: 'font-file',
  });
}

/** The path of a font of `styles/fonts`, unpacked into the cache. */
export async function unpackedFont(name: string): Promise<string> {
  const { archives, fonts } = readList();
  const { archive } = fonts[name]!;
  return join(await unpacked(archive, archives[archive]!), name);
}

/** Unpacks all of them. */
export async function unpackFonts(): Promise<void> {
  await Promise.all(
    Object.entries(readList().archives).map(([archive, identity]) => unpacked(archive, identity)),
  );
}

/** Runs of code points as a set with binary search: 30,000 characters are 2,000 runs. */
export function readCoverage(runs: string): Coverage {
  const bounds = runs.split(' ').flatMap((run) => {
    const [first = '', last = first] = run.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16) + 1];
  });
  return {
    has: (character) => {
      let [low, high] = [0, bounds.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (bounds[middle]! <= character) low = middle + 1;
        else high = middle;
      }
      // An odd number of bounds before a code point means that it is in a run.
      return low % 2 === 1;
    },
  };
}

const unpacking = new Map<string, Promise<void>>();

/** The folder of an archive's fonts in the cache, unpacked at the first call: half a second once a machine. */
async function unpacked(archive: string, identity: string): Promise<string> {
  const folder = join(cacheFolder('type'), `${archive}-${identity}`);
  if (!existsSync(folder)) {
    const running =
      unpacking.get(folder) ??
      unpack(join(packFolder, `${archive}.tar.br`), folder).finally(() => unpacking.delete(folder));
    unpacking.set(folder, running);
    await running;
  }
  touch(folder);
  return folder;
}

/** Unpacks elsewhere and renames, so that a folder of that name is always complete, even if two first builds race. */
async function unpack(file: string, folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}.${Date.now()}`;
  const clear = () => rmSync(fresh, { recursive: true, force: true });
  process.once('exit', clear); // Ctrl-C leaves no half of it behind
  try {
    mkdirSync(fresh, { recursive: true });
    const inflate = createBrotliDecompress({
      params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 },
      chunkSize: 2 ** 21,
    });
    await pipeline(createReadStream(file), inflate, extract(fresh));
    await rename(fresh, folder);
  } catch (error) {
    clear();
    if (existsSync(folder)) return; // another build was faster: its copy is as good
    throw problem(say('fonts-not-unpacked', folder, (error as Error).message), {
      note: say('fonts-room'),
      ruleId: 'font-file',
    });
  } finally {
    process.off('exit', clear);
  }
}
